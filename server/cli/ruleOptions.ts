import * as l10n from '@vscode/l10n'

import { typingErrors } from '../features/typingErrors.ts'

import { ruleNamed, rules } from '../rules/registry.ts'
import { type Profile, profiles, type Severity, severities } from '../rules/rule.ts'
import { defaultSettings, type RuleSettings } from '../rules/settings.ts'
import { UsageError } from './arguments.ts'

const ratings = [...severities, 'off'] as const

/** No rule's id is much longer, and what is longer costs time to compare. */
const longestTypo = 80

/** How far what was typed is from a rule, with its family or without. */
function distance(typed: string, id: string): number {
  const name = id.slice(id.indexOf('/') + 1)
  return Math.min(typingErrors(typed, id), typed.includes('/') ? Infinity : typingErrors(typed, name))
}

/** The rule that is most likely meant; undefined where none is near. */
function nearestRule(typed: string): string | undefined {
  if (typed.length < 3 || typed.length > longestTypo) return undefined
  const [nearest] = rules
    .map(({ id }) => ({ id, errors: distance(typed.toLowerCase(), id) }))
    .filter(({ id, errors }) => errors <= id.length / 4)
    .sort((a, b) => a.errors - b.errors)
  return nearest?.id
}

/** The severities that `--rule ID=SEVERITY` options ask for; the last one for a rule counts. */
function severitiesOf(options: readonly string[]): RuleSettings['severities'] {
  const asked = new Map<string, Severity | 'off'>()
  for (const option of options) {
    const [, id = option, severity = ''] = /^([^=]*)=(.*)$/s.exec(option) ?? []
    if (!ruleNamed(id)) {
      const nearest = nearestRule(id)
      throw new UsageError(
        nearest === undefined
          ? l10n.t`there is no rule '${id}'`
          : l10n.t`there is no rule '${id}'; did you mean '${nearest}'?`,
      )
    }
    const rating = ratings.find(one => one === severity)
    if (!rating) throw new UsageError(l10n.t`--rule ${id} takes a severity: ${ratings.join(', ')}`)
    asked.set(id, rating)
  }
  return asked
}

function profileNamed(name: string): Profile {
  const profile = profiles.find(one => one === name)
  if (profile) return profile
  throw new UsageError(l10n.t`there is no profile '${name}'; known are ${profiles.join(', ')}`)
}

/** How `--profile` and `--rule` want the rules asked. Throws `UsageError` for names that do not exist. */
export function ruleSettings(profile: string | undefined, options: readonly string[]): RuleSettings {
  return {
    ...defaultSettings,
    profile: profile === undefined ? defaultSettings.profile : profileNamed(profile),
    severities: severitiesOf(options),
  }
}
