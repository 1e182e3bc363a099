import { commandFacts } from '../protocol/commands.ts'
import { opensSession, stateBehind } from '../transcript/block.ts'
import { editLines, joinLines, type LineEnd } from '../transcript/lines.ts'
import { signsOf } from '../transcript/mixed.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import type { Reading } from '../transcript/reading.ts'
import { readLine } from '../transcript/readLine.ts'
import type { Exchange, Session } from '../transcript/session.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { problemsIn } from './problemsIn.ts'
import { ruleNamed } from './registry.ts'
import type { Fix, FixEdit, Rule, RuleContext } from './rule.ts'
import type { RuleSettings } from './settings.ts'

function countRules(problems: readonly { readonly rule: Rule }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of problems) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1)
  return counts
}

/** What stands in sessions that nobody can make sense of: unknown commands, and replies that nobody asked for. */
function countOddities(sessions: readonly Session[]): number {
  const unknown = ({ unit }: Exchange) => unit.kind === 'command' && commandFacts(unit.verb) === undefined
  return sessions.reduce((sum, one) => sum + one.unasked.length + one.exchanges.filter(unknown).length, 0)
}

/** What is found in a session's text: rules with their counts, oddities, and what begins another session behind it. */
export interface Findings {
  readonly rules: ReadonlyMap<string, number>
  readonly oddities: number
  readonly beginnings: readonly string[]
  readonly signs: MixtureSigns
}

/** What speaks for a text being a mixture of sessions; with one of them more, those around it may count as mixed. */
interface MixtureSigns {
  readonly contradicts: boolean
  readonly isTwofold: boolean
  readonly breaksOff: boolean
}

function signsIn(sessions: readonly PlacedSession[]): MixtureSigns {
  const all = sessions.map(({ body }) => signsOf(body))
  return {
    contradicts: all.some(({ contradictions }) => contradictions > 0),
    isTwofold: all.some(one => one.isTwofold),
    breaksOff: all.some(one => one.breaksOff),
  }
}

function hasMoreSigns(before: MixtureSigns, after: MixtureSigns): boolean {
  return (
    (after.contradicts && !before.contradicts) ||
    (after.isTwofold && !before.isTwofold) ||
    (after.breaksOff && !before.breaksOff)
  )
}

/** What a session can begin with: the next one must not be taken for a part of this. */
const beginnings = [
  ['server', '220 mx.example.org ESMTP'],
  ['client', 'EHLO client.example.org'],
] as const

/** Which of these lines begin a session behind what was read. */
function beginningsBehind({ blocks, dialect }: Reading, secure: boolean): string[] {
  const state = stateBehind(blocks.at(-1))
  return beginnings.flatMap(([speaker, payload]) => {
    const line = dialect.write?.(speaker, payload, secure) ?? payload
    return opensSession(readLine(state, line, dialect).records) ? [payload] : []
  })
}

/** What was found in a session. */
export function findingsOf(
  session: Session,
  problems: readonly { readonly rule: Rule }[],
  { dialect, isLastSession }: RuleContext,
): Findings {
  const { texts, after } = session
  const text = joinLines({ texts, ends: lineEnds(texts.length) })
  const { reading, sessions } = readTranscript(text, dialect)
  return {
    rules: countRules(problems),
    oddities: countOddities([session]),
    beginnings: isLastSession ? [] : beginningsBehind(reading, after.tls),
    signs: signsIn(sessions),
  }
}

/** What is found in a session's text after edits, which are in the order of the text. */
export function recheck(
  session: Session,
  edits: readonly FixEdit[],
  context: RuleContext,
  settings: RuleSettings,
): Findings {
  const { lines } = editLines(
    { texts: session.texts, ends: lineEnds(session.texts.length) },
    edits.toReversed(),
  )
  const transcript = readTranscript(joinLines(lines), context.dialect)
  const sessions = transcript.sessions.map(placed => placed.session)
  const problems = sessions.flatMap((one, index) => {
    const isLastSession = context.isLastSession && index === sessions.length - 1
    return problemsIn(one, { ...context, isLastSession }, settings)
  })
  const secure = sessions.at(-1)?.after.tls === true
  return {
    rules: countRules(problems),
    oddities: countOddities(sessions),
    beginnings: context.isLastSession ? [] : beginningsBehind(transcript.reading, secure),
    signs: signsIn(transcript.sessions),
  }
}

function lineEnds(count: number): LineEnd[] {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? '' : '\n'))
}

/**
 * Whether fixes of findings of some rules do what they promise: the findings go, no rule finds more than before, and
 * nothing loses its sense, nor the session behind its beginning; and no session looks as if it were two.
 */
export function isSound(repaired: readonly Rule[], before: Findings, after: Findings): boolean {
  const left = new Map(before.rules)
  for (const { id } of repaired) left.set(id, (left.get(id) ?? 0) - 1)
  if (repaired.some(({ id }) => (after.rules.get(id) ?? 0) > (left.get(id) ?? 0))) return false
  if (after.oddities > before.oddities) return false
  if (hasMoreSigns(before.signs, after.signs)) return false
  if (before.beginnings.some(one => !after.beginnings.includes(one))) return false
  return [...after.rules].every(([found, count]) => {
    return count <= (before.rules.get(found) ?? 0) || ruleNamed(found)?.mayFollowFix === true
  })
}

/** A fix of a finding. */
export interface Repaired {
  readonly rule: Rule
  readonly fix: Fix
}

/** The edits of several fixes in the order of the text; null where one touches what another changes. */
export function editsTogether(fixes: readonly Fix[]): readonly FixEdit[] | null {
  const edits = fixes
    .flatMap(fix => fix.edits)
    .sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character)
  const touches = edits.some((edit, index) => {
    const end = edits[index - 1]?.end
    if (!end) return false
    return (
      end.line > edit.start.line || (end.line === edit.start.line && end.character >= edit.start.character)
    )
  })
  return touches ? null : edits
}

/**
 * Whether fixes of different findings of a session can be made together: as many findings go as are repaired, and no
 * rule finds more than before.
 *
 * @param problems what was found in the session
 */
export function holdTogether(
  session: Session,
  problems: readonly { readonly rule: Rule }[],
  repaired: readonly Repaired[],
  context: RuleContext,
  settings: RuleSettings,
): boolean {
  const edits = editsTogether(repaired.map(({ fix }) => fix))
  if (!edits) return false
  const before = findingsOf(session, problems, context)
  const rulesRepaired = repaired.map(({ rule }) => rule)
  return isSound(rulesRepaired, before, recheck(session, edits, context, settings))
}
