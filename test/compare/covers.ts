import { hoverAt } from '../../server/features/hover.ts'
import { checkTranscript } from '../../server/rules/check.ts'
import type { LineRange, Problem } from '../../server/rules/rule.ts'
import type { RuleSettings } from '../../server/rules/settings.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import type { Exchange, Reply, Session } from '../../server/transcript/session.ts'
import type { Recorded, TsharkFinding } from './recording.ts'
import type { ComparedSession } from './sessions.ts'

/** What SMTP Transcript says at the place of a finding of tshark's. */
export type Answer =
  | { readonly by: 'finding'; readonly problem: Problem }
  | { readonly by: 'explanation'; readonly text: string }

/**
 * What a finding of tshark's is about:
 * - `mistake`: somebody in the session made one.
 * - `421`: the server breaks its reply off, as it may at any time (RFC 5321 section 3.8).
 * - `preference`: tshark is not told to decode AUTH, and there is nothing wrong with what stands there.
 */
export type Matter = 'mistake' | '421' | 'preference'

/** A finding of tshark's, and what SMTP Transcript says at its place; null: nothing, or nothing on that matter. */
export interface Comparison {
  readonly session: Recorded
  readonly finding: TsharkFinding
  readonly matter: Matter
  readonly answer: Answer | null
}

/** The rules that speak of what a kind of tshark's findings is about. A finding of another rule is no answer to it. */
const rulesFor: Readonly<Record<string, RegExp>> = {
  'smtp.response.code.unexpected': /^reply\/(?:multiline-code-mismatch|code-out-of-range)$/,
  'smtp.base64_decode': /^auth\/(?:invalid-base64|plain-structure|command-during-exchange)$/,
}

/** The problems that SMTP Transcript finds in a session. */
export function problemsIn(
  { transcript, placed }: ComparedSession,
  settings: RuleSettings,
): readonly Problem[] {
  return checkTranscript(transcript, settings).find(one => one.placed === placed)?.problems ?? []
}

/** The exchange that a line is part of, and the lines of the command or of the reply, whichever the line is of. */
interface Place {
  readonly exchange: Exchange | undefined
  readonly lines: LineRange
}

function linesOf({ codeSpans, line }: Reply): LineRange {
  return { first: line, last: codeSpans.at(-1)?.line ?? line }
}

function isOn(line: number, { first, last }: LineRange): boolean {
  return line >= first && line <= last
}

function placeAt(session: Session, line: number): Place {
  const single = { first: line, last: line }
  for (const reply of [...(session.greeting ? [session.greeting] : []), ...session.unasked])
    if (isOn(line, linesOf(reply))) return { exchange: undefined, lines: linesOf(reply) }
  for (const exchange of session.exchanges) {
    if (exchange.line === line) return { exchange, lines: single }
    const reply = exchange.replies.find(one => isOn(line, linesOf(one)))
    if (reply) return { exchange, lines: linesOf(reply) }
  }
  return { exchange: undefined, lines: single }
}

/** What the client said on a line, as it was sent. */
function sentOn({ segments }: ComparedSession, line: number): string {
  const sent = segments.find(({ from, lines }) => from === 'client' && lines[0]?.line === line)
  return sent?.lines[0]?.text ?? ''
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * With its decoding off, as it is by default, tshark warns of every AUTH PLAIN, whatever stands behind it: that is news
 * only where it is not base64.
 */
function matterOf(session: Recorded, { field, line }: TsharkFinding, { exchange }: Place): Matter {
  if (field !== 'smtp.base64_decode') return exchange?.reply?.code === 421 ? '421' : 'mistake'
  const credentials = sentOn(session, line)
    .replace(/^AUTH\s+PLAIN\s+/i, '')
    .trim()
  return base64.test(credentials) ? 'preference' : 'mistake'
}

/** The hover on the reply of an exchange. */
function explanationOf(
  { transcript, placed, name }: Recorded,
  exchange: Exchange | undefined,
): string | null {
  const code = exchange?.reply?.codeSpans[0]
  if (!code) return null
  const position = { line: lineInText(placed, code.line), character: code.start }
  const hover = hoverAt({ uri: name, transcript }, position, {
    commandLinks: false,
    settings: defaultSettings,
  })
  const contents = hover?.contents
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : null
}

function answerTo(
  session: Recorded,
  finding: TsharkFinding,
  { exchange, lines }: Place,
  matter: Matter,
  problems: readonly Problem[],
): Answer | null {
  const isOnTheMatter = rulesFor[finding.field]
  const problem = problems.find(({ rule, span }) => isOn(span.line, lines) && isOnTheMatter?.test(rule.id))
  if (problem) return { by: 'finding', problem }
  const text = matter === 'mistake' ? null : explanationOf(session, exchange)
  return text === null || (matter === '421' && !text.includes('421')) ? null : { by: 'explanation', text }
}

/**
 * Every finding of tshark's beside what SMTP Transcript says there. It answers with a finding of a rule on the same
 * matter, at the same command or the same reply; where nobody made a mistake, the hover that explains the reply is enough.
 */
export function comparisonsOf(sessions: readonly Recorded[], settings: RuleSettings): Comparison[] {
  return sessions.flatMap(session => {
    const { findings = [] } = session.recorded
    if (findings.length === 0) return []
    const problems = problemsIn(session, settings)
    return findings.map(finding => {
      const place = placeAt(session.placed.session, finding.line)
      const matter = matterOf(session, finding, place)
      return { session, finding, matter, answer: answerTo(session, finding, place, matter, problems) }
    })
  })
}
