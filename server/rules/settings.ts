import { remembered } from '../transcript/remembered.ts'
import type { Profile, Rule, Severity } from './rule.ts'

/** How the rules are asked: a profile, and severities that differ from the rules' own; `off` switches a rule off. */
export interface RuleSettings {
  readonly profile: Profile
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  /** The language that messages are made in; those made in another are void. */
  readonly language: string
}

/** What holds where nobody says otherwise. */
export const defaultSettings: RuleSettings = { profile: 'standard', severities: new Map(), language: 'en' }

const strictness: Readonly<Record<Profile, number>> = { lenient: 0, standard: 1, strict: 2 }

/** The most tolerant profile that asks for a rule: what is an error breaks a delivery. */
export function profileOf({ profile, severity }: Rule): Profile {
  return profile ?? (severity === 'error' ? 'lenient' : 'standard')
}

/** The severity that the settings ask for; null for the one that the finding has of itself. */
export function askedSeverity(rule: Rule, { profile, severities }: RuleSettings): Severity | 'off' | null {
  const asked = severities.get(rule.id)
  if (asked !== undefined) return asked
  return strictness[profile] >= strictness[profileOf(rule)] ? null : 'off'
}

/** Settings as one text, equal for equal settings. */
export const settingsKey = remembered(({ profile, severities, language }: RuleSettings): string => {
  return [profile, language, ...[...severities].map(pair => pair.join('=')).sort()].join(' ')
})
