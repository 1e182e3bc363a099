import * as l10n from '@vscode/l10n'

/** The languages that the texts for people are in. */
export const languages = ['en', 'ko'] as const
export type Language = (typeof languages)[number]

/** The English texts, each with its translation: a bundle of VS Code's `l10n`. */
export type Bundle = Readonly<Record<string, string>>

/** @returns the language that a name means: `ko`, `ko-KR`, `ko_KR.UTF-8`; English where there are no texts in it. */
export function languageNamed(name: string | undefined): Language {
  const [code = ''] = (name ?? '').toLowerCase().split(/[-_.@]/, 1)
  return languages.find(one => one === code) ?? 'en'
}

/** Makes all texts from now on those of a bundle; null is English, in which they are written. */
export function speak(bundle: Bundle | null): void {
  l10n.config({ contents: bundle ?? {} })
}
