import { type PathCommand, type PathParameter, parsePathCommand } from '../../transcript/pathCommand.ts'
import { commandSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

/** The line of a MAIL or RCPT command, taken apart but not judged. */
export interface SaidPath {
  readonly said: SaidLine
  readonly parts: PathCommand
}

/** A MAIL or RCPT command as it was sent; null where the tool did not print its line. */
export function saidPath(session: Session, exchange: Exchange): SaidPath | null {
  const said = commandSaid(session, exchange)
  return said && { said, parts: parsePathCommand(said.payload) }
}

/** The parameter of that keyword, which is given in upper case. */
export function parameterNamed(
  { parts: { parameters } }: SaidPath,
  keyword: string,
): PathParameter | undefined {
  return parameters.find(one => one.keyword === keyword)
}

/** The address in MAIL or RCPT as it is compared: its domain in lower case; empty for the null sender and other commands. */
export function comparedAddress({ unit }: Exchange): string {
  if (unit.kind !== 'command') return ''
  const address = parsePathCommand(unit.text).address?.text ?? ''
  const at = address.lastIndexOf('@')
  return address.slice(0, at + 1) + address.slice(at + 1).toLowerCase()
}
