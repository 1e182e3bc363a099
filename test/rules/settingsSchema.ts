import { rules } from '../../server/rules/registry.ts'
import { profiles, type Rule, severities } from '../../server/rules/rule.ts'
import { defaultSettings, profileOf } from '../../server/rules/settings.ts'

const whatProfilesAsk: Readonly<Record<(typeof profiles)[number], string>> = {
  lenient: 'Only what breaks a delivery.',
  standard: 'What matters.',
  strict: 'The RFCs to the letter, also where servers and clients live well with the difference.',
}

function describe(rule: Rule): string {
  const where = profileOf(rule) === 'strict' ? 'strict profile only' : rule.severity
  return `${rule.title} (${where}).`
}

/** The settings of the rules as the manifest declares them: the profile, and a severity for each rule. */
export function settingsSchema() {
  return {
    'smtp.profile': {
      type: 'string',
      scope: 'window',
      enum: [...profiles],
      enumDescriptions: profiles.map(profile => whatProfilesAsk[profile]),
      default: defaultSettings.profile,
      markdownDescription: 'How strict to be.',
    },
    'smtp.rules': {
      type: 'object',
      scope: 'window',
      propertyNames: {
        enum: rules.map(rule => rule.id),
        markdownEnumDescriptions: rules.map(describe),
      },
      additionalProperties: { type: 'string', enum: [...severities, 'off'] },
      default: {},
      markdownDescription:
        'Severities of rules that differ from their own, as in `{ "sequence/nested-mail": "warning" }`; `off` switches a rule off, and any other value switches one on that the profile does not ask for.',
    },
  }
}
