import { defaultFormat, verbCases } from '../../server/features/formatting.ts'
import { languages } from '../../server/features/language.ts'
import { rules } from '../../server/rules/registry.ts'
import { profiles, type Rule, severities } from '../../server/rules/rule.ts'
import { defaultSettings, profileOf } from '../../server/rules/settings.ts'

/** What the keys of the rules' texts begin with in the files `package.nls*.json`. */
export const ruleTextPrefix = 'smtp.rules.rule.'

/** The key of a rule's text: ids with dots, as the tools for these files want them. */
function keyOf({ id }: Rule): string {
  return `${ruleTextPrefix}${id.replace('/', '.')}`
}

function placeholder(key: string): string {
  return `%${key}%`
}

/** How the text of a rule is put together: its title, and its severity or where it is asked. */
export interface RuleTextParts {
  readonly title: (rule: Rule) => string
  readonly strictOnly: string
  readonly together: (title: string, where: string) => string
}

/** The texts of the rules in the settings, by their keys in `package.nls*.json`. */
export function ruleTexts({ title, strictOnly, together }: RuleTextParts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rules.map(rule => [
      keyOf(rule),
      together(title(rule), profileOf(rule) === 'strict' ? strictOnly : rule.severity),
    ]),
  )
}

/** The settings that the sources have the values of, as the manifest declares them; the texts stand in `package.nls*.json`. */
export function settingsSchema() {
  return {
    'smtp.format.verbCase': {
      type: 'string',
      scope: 'window',
      enum: [...verbCases],
      enumDescriptions: verbCases.map(one => placeholder(`smtp.format.verbCase.${one}`)),
      default: defaultFormat.verbCase,
      markdownDescription: placeholder('smtp.format.verbCase.description'),
    },
    'smtp.locale': {
      type: 'string',
      scope: 'window',
      enum: ['auto', ...languages],
      enumDescriptions: ['auto', ...languages].map(one => placeholder(`smtp.locale.${one}`)),
      default: 'auto',
      markdownDescription: placeholder('smtp.locale.description'),
    },
    'smtp.profile': {
      type: 'string',
      scope: 'window',
      enum: [...profiles],
      enumDescriptions: profiles.map(profile => placeholder(`smtp.profile.${profile}`)),
      default: defaultSettings.profile,
      markdownDescription: placeholder('smtp.profile.description'),
    },
    'smtp.rules': {
      type: 'object',
      scope: 'window',
      // Keys are completed from here; what may stand behind them is the same for all.
      properties: Object.fromEntries(rules.map(rule => [rule.id, { description: placeholder(keyOf(rule)) }])),
      patternProperties: { '^[a-z]+/[a-z0-9-]+$': { type: 'string', enum: [...severities, 'off'] } },
      additionalProperties: false,
      default: {},
      markdownDescription: placeholder('smtp.rules.description'),
    },
  }
}
