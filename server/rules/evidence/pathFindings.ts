import { type ParsedPath, type PathFault, parsePath } from '../../protocol/mailbox.ts'
import { type Part, type PathCommand, parsePathCommand } from '../../transcript/pathCommand.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { Session } from '../../transcript/session.ts'
import type { RuleContext } from '../rule.ts'
import { isHiddenName } from './hiddenNames.ts'
import { type SaidCommand, saidCommands } from './saidCommands.ts'

/** What can be wrong with the path of MAIL and RCPT, and with what stands before it. Each has one rule. */
export type PathFaultName =
  | 'wrong-keyword'
  | 'no-keyword'
  | 'no-colon'
  | 'no-path'
  | 'space'
  | 'no-brackets'
  | 'bracket-missing'
  | 'bracket-left-over'
  | 'name-before-path'
  | 'null-path'
  | 'no-domain'
  | 'mailbox'
  | 'address-literal'

/** One thing that is wrong; offsets in the payload. */
export interface PathFinding {
  readonly name: PathFaultName
  readonly start: number
  readonly end: number
  /** What the grammar says of an address; completes "... is not valid: REASON". */
  readonly fault: PathFault | null
}

/** A MAIL or RCPT command, taken apart. */
export interface PathLine extends SaidCommand {
  readonly verb: 'MAIL' | 'RCPT'
  /** What has to stand behind the verb. */
  readonly keyword: 'FROM' | 'TO'
  readonly parts: PathCommand
  readonly findings: readonly PathFinding[]
  /** The address, and what it is made of; null where there is none, or where somebody hid it. */
  readonly address: Part | null
  readonly path: ParsedPath | null
}

function finding(
  name: PathFaultName,
  start: number,
  end: number,
  fault: PathFault | null = null,
): PathFinding {
  return { name, start, end, fault }
}

/** What stands where FROM or TO should: the verb itself where that is nothing, or not even a word before a colon. */
function keywordFinding({ said: { payload }, command }: SaidCommand, parts: PathCommand): PathFinding {
  if (parts.keyword) return finding('wrong-keyword', parts.keyword.start, parts.keyword.end)
  const start = payload.length - payload.trimStart().length
  const word = /^\s+([a-z]{1,10})\s*:/i.exec(payload.slice(start + command.verb.length))
  if (!word) return finding('no-keyword', start, start + command.verb.length)
  const from = start + command.verb.length + word[0].search(/\S/)
  return finding('wrong-keyword', from, from + (word[1]?.length ?? 0))
}

/** The white space around the colon: from the first of it to the last. */
function spaceFinding({ keyword, colon, path }: PathCommand): PathFinding | null {
  if (!keyword || !colon || !path) return null
  const isBefore = colon.start > keyword.end
  const isBehind = path.start > colon.end
  if (!isBefore && !isBehind) return null
  return finding('space', isBefore ? keyword.end : colon.end, isBehind ? path.start : colon.start)
}

/** A display name, as it stands in header fields, in front of the address: `Anna <anna@example.net>`. */
function nameFinding({ path, opens, parameters }: PathCommand): PathFinding | null {
  if (!path || opens) return null
  const inside = path.text.indexOf('<')
  if (inside > 0) {
    const name = path.text.slice(0, inside).trimEnd()
    return finding('name-before-path', path.start, path.start + name.length)
  }
  const behind = parameters.findIndex(({ text }) => text.startsWith('<'))
  if (behind < 0) return null
  return finding('name-before-path', path.start, parameters[behind - 1]?.end ?? path.end)
}

function bracketFinding({ path, opens, closes, address, parameters }: PathCommand): PathFinding | null {
  if (!path || !address) return null
  if (!opens && !closes) return finding('no-brackets', path.start, path.end)
  if (!opens) return finding('bracket-missing', path.end - 1, path.end)
  if (!closes) return finding('bracket-missing', path.start, path.start + 1)
  const behind = parameters[0]
  const hasMore = behind?.start === path.end && /^>+$/.test(behind.text)
  const isDoubled = address.text.startsWith('<')
  if (isDoubled === hasMore) return null
  return isDoubled
    ? finding('bracket-left-over', path.start, path.start + 1)
    : finding('bracket-left-over', path.end, behind?.end ?? path.end)
}

/** What is wrong with the address itself. Other characters than ASCII are the business of SMTPUTF8. */
function addressFinding(verb: string, address: Part, { fault, localPart }: ParsedPath): PathFinding | null {
  if (!fault) return null
  const start = address.start + fault.start
  const end = address.start + fault.end
  switch (fault.kind) {
    case 'empty':
      return verb === 'RCPT' ? finding('null-path', address.start - 1, address.end + 1, fault) : null
    case 'no-domain': {
      const isPostmaster = verb === 'RCPT' && localPart.text.toLowerCase() === 'postmaster'
      return isPostmaster ? null : finding('no-domain', start, end, fault)
    }
    case 'address-literal':
      return finding('address-literal', start, end, fault)
    default:
      return finding('mailbox', start, end, fault)
  }
}

/** An address as it can be judged; null where there is none. An empty one stands for nobody only between brackets. */
function judgedAddress({ address, opens, closes }: PathCommand): Part | null {
  if (!address || isHiddenName(address.text)) return null
  if (address.text.startsWith('<') || (address.text === '' && !(opens && closes))) return null
  return address
}

type Judgement = Pick<PathLine, 'findings' | 'address' | 'path'>

function judgeAddress(verb: string, parts: PathCommand): Judgement {
  const address = judgedAddress(parts)
  const path = address && parsePath(address.text, { utf8: true })
  const found = address && path && addressFinding(verb, address, path)
  return { address, path, findings: found ? [found] : [] }
}

/** The path with its brackets, and the address in it. A quote that does not end leaves no bracket to be missed. */
function judgePath(verb: string, parts: PathCommand): Judgement {
  const name = nameFinding(parts)
  if (name) return { address: null, path: null, findings: [name] }
  const judged = judgeAddress(verb, parts)
  const bracket = judged.path?.fault?.kind === 'unclosed-quote' ? null : bracketFinding(parts)
  // Two brackets on either side are one mistake, which the address then shows.
  const isDoubled = !bracket && parts.address?.text.startsWith('<')
  if (isDoubled && parts.path) {
    const { start } = parts.path
    return { ...judged, findings: [finding('bracket-left-over', start, start + 1)] }
  }
  return { ...judged, findings: [...(bracket ? [bracket] : []), ...judged.findings] }
}

/** One finding for each thing that is wrong: what cannot be judged while another is wrong is not. */
function judge(said: SaidCommand, verb: PathLine['verb'], parts: PathCommand): Judgement {
  const isRight = parts.keyword?.text.toUpperCase() === (verb === 'MAIL' ? 'FROM' : 'TO')
  if (!isRight) {
    const found = keywordFinding(said, parts)
    // Without a keyword only brackets tell an address from another word.
    const isPath = parts.opens && parts.closes
    const judged = isPath ? judgePath(verb, parts) : { address: null, path: null, findings: [] }
    return { ...judged, findings: [found, ...judged.findings] }
  }
  const { keyword, colon, path } = parts
  if (!path && keyword) {
    const missing = finding('no-path', keyword.start, colon?.end ?? keyword.end)
    return { address: null, path: null, findings: [missing] }
  }
  const judged = judgePath(verb, parts)
  const before = colon ? spaceFinding(parts) : keyword && finding('no-colon', keyword.start, keyword.end)
  return { ...judged, findings: [...(before ? [before] : []), ...judged.findings] }
}

function takeApart(said: SaidCommand): PathLine | null {
  const { verb } = said.command
  if (verb !== 'MAIL' && verb !== 'RCPT') return null
  const parts = parsePathCommand(said.said.payload)
  return { ...said, verb, keyword: verb === 'MAIL' ? 'FROM' : 'TO', parts, ...judge(said, verb, parts) }
}

const takenApart = rememberedLast((commands: readonly SaidCommand[]): readonly PathLine[] => {
  return commands.flatMap(said => takeApart(said) ?? [])
})

/** The MAIL and RCPT commands of a session, taken apart, with what is wrong with their paths. */
export function pathLines(session: Session, context: RuleContext): readonly PathLine[] {
  return takenApart(saidCommands(session, context))
}

/** Every place where one of these things is wrong. */
export function* pathFindings(
  session: Session,
  context: RuleContext,
  ...names: readonly PathFaultName[]
): Generator<{ readonly line: PathLine; readonly found: PathFinding }> {
  for (const line of pathLines(session, context)) {
    for (const found of line.findings) if (names.includes(found.name)) yield { line, found }
  }
}
