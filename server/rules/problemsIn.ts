import { remembered } from '../transcript/remembered.ts'
import type { Session } from '../transcript/session.ts'
import { type Found, withoutConsequences } from './oneCause.ts'
import { rules } from './registry.ts'
import { type Rule, type RuleContext, type Severity, severities } from './rule.ts'
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

/** What the rules that are not off find in a session, but for what only follows from something else. */
export function problemsIn(session: Session, context: RuleContext, settings: RuleSettings): Found[] {
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
        proposals: () => fixes?.().filter(fix => fix !== null) ?? [],
        consequences: report.consequences ?? null,
      })
    }
  }
  return withoutConsequences(found.sort(compare))
}
