import { parsePathCommand } from '../../transcript/pathCommand.ts'
import type { Exchange } from '../../transcript/session.ts'

/** The address in MAIL or RCPT as it is compared: its domain in lower case; empty for the null sender and other commands. */
export function addressOf({ unit }: Exchange): string {
  if (unit.kind !== 'command') return ''
  const address = parsePathCommand(unit.text).address?.text ?? ''
  const at = address.lastIndexOf('@')
  return address.slice(0, at + 1) + address.slice(at + 1).toLowerCase()
}
