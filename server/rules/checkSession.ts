import { commandFacts } from '../protocol/commands.ts'
import { editLines, joinLines, type LineEnd } from '../transcript/lines.ts'
import { remembered } from '../transcript/remembered.ts'
import type { Exchange, Session } from '../transcript/session.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { type Found, withoutConsequences } from './oneCause.ts'
import { ruleNamed, rules } from './registry.ts'
import { type Fix, type Problem, type Rule, type RuleContext, type Severity, severities } from './rule.ts'
import { askedSeverity, type RuleSettings } from './settings.ts'
import { traitBits, traitsOf } from './traits.ts'

function compare(a: Found, b: Found): number {
  return (
    a.span.line - b.span.line ||
    a.span.start - b.span.start ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity)
  )
}

/** A rule that is not off, the severity that the settings ask for, and the traits without which it finds nothing. */
interface AskedRule {
  readonly rule: Rule
  readonly asked: Severity | null
  readonly onlyWith: number
}

const everySession = -1

/** The rules that the settings ask for. */
const askedRules = remembered((settings: RuleSettings): readonly AskedRule[] =>
  rules.flatMap(rule => {
    const asked = askedSeverity(rule, settings)
    const onlyWith = rule.onlyWith ? traitBits(rule.onlyWith) : everySession
    return asked === 'off' ? [] : [{ rule, asked, onlyWith }]
  }),
)

function problemsIn(session: Session, context: RuleContext, settings: RuleSettings): Found[] {
  const found: Found[] = []
  const traits = traitsOf(session)
  for (const { rule, asked, onlyWith } of askedRules(settings)) {
    // In a mixture everything else would be a guess.
    if (context.isMixed !== (rule.isForMixtures === true)) continue
    if (onlyWith !== everySession && (onlyWith & traits) === 0) continue
    for (const { span, message, related = [], fixes, ...report } of rule.check(session, context)) {
      found.push({
        rule,
        severity: asked ?? report.severity ?? rule.severity,
        fault: report.fault ?? rule.fault,
        tag: report.tag ?? rule.tag ?? null,
        span,
        message,
        related: related.filter(one => one !== null),
        fixes: () => fixes?.().filter(fix => fix !== null) ?? [],
        consequences: report.consequences ?? null,
      })
    }
  }
  return withoutConsequences(found.sort(compare))
}

function countRules(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of problems) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1)
  return counts
}

/** What stands in sessions that nobody can make sense of: unknown commands, and replies that nobody asked for. */
function countOddities(sessions: readonly Session[]): number {
  const unknown = ({ unit }: Exchange) => unit.kind === 'command' && commandFacts(unit.verb) === undefined
  return sessions.reduce((sum, one) => sum + one.unasked.length + one.exchanges.filter(unknown).length, 0)
}

/** What is found in a session's text: rules with their counts, and oddities. */
interface Findings {
  readonly rules: ReadonlyMap<string, number>
  readonly oddities: number
}

/** What is found in a session's text after a fix. */
function recheck(session: Session, fix: Fix, context: RuleContext, settings: RuleSettings): Findings {
  const edits = fix.edits.toReversed()
  const { lines } = editLines({ texts: session.texts, ends: lineEnds(session.texts.length) }, edits)
  const sessions = readTranscript(joinLines(lines), context.dialect).sessions.map(placed => placed.session)
  const problems = sessions.flatMap((one, index) => {
    const isLastSession = context.isLastSession && index === sessions.length - 1
    return problemsIn(one, { ...context, isLastSession }, settings)
  })
  return { rules: countRules(problems), oddities: countOddities(sessions) }
}

function lineEnds(count: number): LineEnd[] {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? '' : '\n'))
}

/** Whether a fix does what it promises: the finding goes, no rule finds more than before, and nothing loses its sense. */
function isSound({ rule }: Problem, before: Findings, after: Findings): boolean {
  if ((after.rules.get(rule.id) ?? 0) >= (before.rules.get(rule.id) ?? 0)) return false
  if (after.oddities > before.oddities) return false
  return [...after.rules].every(([found, count]) => {
    return count <= (before.rules.get(found) ?? 0) || ruleNamed(found)?.mayFollowFix === true
  })
}

/**
 * Checks one session with every rule that is not off. A fix that would leave its finding or bring another is not
 * offered: it is tried on the session's text when somebody asks for the fixes.
 *
 * @returns the problems in the order of the text
 */
export function checkSession(session: Session, context: RuleContext, settings: RuleSettings): Problem[] {
  const problems = problemsIn(session, context, settings)
  let before: Findings | undefined
  return problems.map(problem => {
    let tried: readonly Fix[] | undefined
    const fixes = () => {
      const now: Findings = before ?? { rules: countRules(problems), oddities: countOddities([session]) }
      before = now
      tried ??= problem.fixes().filter(fix => isSound(problem, now, recheck(session, fix, context, settings)))
      return tried
    }
    return { ...problem, fixes: context.isRepairable ? fixes : () => [] }
  })
}
