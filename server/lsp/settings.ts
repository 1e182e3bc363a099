import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver'
import { defaultFormat, type FormatSettings, verbCases } from '../features/formatting.ts'
import { type Language, languageAsked, speak } from '../features/language.ts'
import { ruleNamed } from '../rules/registry.ts'
import { type Profile, profiles, type Severity, severities } from '../rules/rule.ts'
import { defaultSettings, type RuleSettings, settingsKey } from '../rules/settings.ts'
import { isObject } from './isObject.ts'
import type { Runtime } from './runtime.ts'

/** The section of the editor's settings that is the server's. */
const section = 'smtp'

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || severities.some(one => one === value)
}

function profileIn(value: unknown): Profile {
  return profiles.find(one => one === value) ?? defaultSettings.profile
}

/** Reads `smtp.profile` and `smtp.rules`. What is no profile, rule or severity is as if it were not there. */
export function ruleSettingsIn(settings: unknown): Omit<RuleSettings, 'language'> {
  if (!isObject(settings)) return defaultSettings
  const { profile, rules } = settings as { readonly profile?: unknown; readonly rules?: unknown }
  const asked = isObject(rules) ? Object.entries(rules) : []
  const known = asked.filter((pair): pair is [string, Severity | 'off'] => {
    return ruleNamed(pair[0]) !== undefined && isSeverity(pair[1])
  })
  return { profile: profileIn(profile), severities: new Map(known) }
}

/** Reads `smtp.format`. What is no style is as if it were not there. */
function formatIn(settings: unknown): FormatSettings {
  const { format } = isObject(settings) ? (settings as { readonly format?: unknown }) : {}
  const { verbCase } = isObject(format) ? (format as { readonly verbCase?: unknown }) : {}
  return { verbCase: verbCases.find(one => one === verbCase) ?? defaultFormat.verbCase }
}

function languageIn(settings: unknown, editor: string | undefined): Language {
  const { locale } = isObject(settings) ? (settings as { readonly locale?: unknown }) : {}
  return languageAsked(locale, editor)
}

/** How much is written between the words of a transcript. */
const hintLevels = ['off', 'basic', 'full'] as const
export type HintLevel = (typeof hintLevels)[number]

/** What the editor shows beside the text itself. */
export interface DisplaySettings {
  readonly inlayHints: HintLevel
  readonly codeLens: boolean
}

const defaultDisplay: DisplaySettings = { inlayHints: 'basic', codeLens: true }

/** Reads `smtp.inlayHints` and `smtp.codeLens`. What is none of their values is as if it were not there. */
function displaySettingsIn(settings: unknown): DisplaySettings {
  if (!isObject(settings)) return defaultDisplay
  const { inlayHints, codeLens } = settings as { readonly inlayHints?: unknown; readonly codeLens?: unknown }
  return {
    inlayHints: hintLevels.find(one => one === inlayHints) ?? defaultDisplay.inlayHints,
    codeLens: typeof codeLens === 'boolean' ? codeLens : defaultDisplay.codeLens,
  }
}

/** The settings as the editor has them now. */
export interface SettingsStore {
  readonly rules: () => RuleSettings
  readonly display: () => DisplaySettings
  readonly format: () => FormatSettings
  /** Calls `listener` whenever those of the rules have become others. */
  readonly onDidChange: (listener: () => void) => void
  /** Calls `listener` whenever something is to be shown, or not any more, or in another language. */
  readonly onDidChangeDisplay: (listener: () => void) => void
}

/** What an editor says of itself when it starts the server. */
export interface EditorStart {
  readonly capabilities: ClientCapabilities
  /** Its display language, as in `ko` or `pt-br`. */
  readonly locale: string | undefined
  readonly settings: unknown
}

/** Keeps the editor's settings: those that it gave at the start, and what it says of them later or answers when asked. */
export function keepSettings(
  connection: Connection,
  { readBundle }: Runtime,
): SettingsStore & { readonly start: (editor: EditorStart) => void } {
  const listeners: (() => void)[] = []
  const displayListeners: (() => void)[] = []
  let rules = defaultSettings
  let format = defaultFormat
  let display = defaultDisplay
  let canBeAsked = false
  let displayLanguage: string | undefined

  /** The language that is spoken then: English where the texts in another cannot be read. */
  function speakAs(settings: unknown): Language {
    const language = languageIn(settings, displayLanguage)
    if (language === rules.language) return language
    try {
      speak(readBundle(language))
      return language
    } catch (error) {
      connection.console.error(`The texts in the language ${language} cannot be read: ${error}`)
      speak(null)
      return 'en'
    }
  }
  function set(settings: unknown): void {
    format = formatIn(settings)
    const next = { ...ruleSettingsIn(settings), language: speakAs(settings) }
    const shown = displaySettingsIn(settings)
    const isShownOtherwise =
      shown.inlayHints !== display.inlayHints ||
      shown.codeLens !== display.codeLens ||
      next.language !== rules.language
    const isOther = settingsKey(next) !== settingsKey(rules)
    display = shown
    if (isOther) rules = next
    if (isOther) for (const tell of listeners) tell()
    if (isShownOtherwise) for (const tell of displayListeners) tell()
  }
  function ask(): void {
    // A client that goes away meanwhile does not answer.
    connection.workspace.getConfiguration(section).then(set, () => undefined)
  }
  connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
    if (isObject(settings) && section in settings) set((settings as { readonly [section]: unknown })[section])
    else if (canBeAsked) ask()
  })
  return {
    rules: () => rules,
    format: () => format,
    display: () => display,
    onDidChange: listener => listeners.push(listener),
    onDidChangeDisplay: listener => displayListeners.push(listener),
    start({ capabilities, locale, settings }) {
      displayLanguage = locale
      canBeAsked = capabilities.workspace?.configuration === true
      const canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true
      connection.onInitialized(() => {
        if (canRegister) {
          connection.client
            .register(DidChangeConfigurationNotification.type, { section })
            .catch(() => undefined)
        }
        if (canBeAsked) ask()
      })
      set(settings)
    },
  }
}
