import * as l10n from '@vscode/l10n'
import { Disposable, LanguageStatusSeverity, languages, window } from 'vscode'
import { chooseDialectCommand } from '../server/lsp/messages.ts'
import type { SpokenLanguage } from './language.ts'
import type { Readings } from './readings.ts'
import { readingText } from './readingText.ts'

/** Shows beside the language of the active transcript how it was read, with a link to choose otherwise. */
export function showReadingStatus(readings: Readings, language: SpokenLanguage): Disposable {
  const item = languages.createLanguageStatusItem('smtp.reading', { language: 'smtp' })
  item.severity = LanguageStatusSeverity.Information

  function show(): void {
    item.name = l10n.t`SMTP Dialect`
    item.command = { command: chooseDialectCommand, title: l10n.t`Choose Dialect` }
    const document = window.activeTextEditor?.document
    const read = document && readings.of(document)
    item.busy = read === undefined
    const { text, detail } = read ? readingText(read) : { text: l10n.t`Reading`, detail: '' }
    item.text = text
    item.detail = detail
  }
  show()
  return Disposable.from(
    item,
    readings.onDidChange(show),
    language.onDidChange(show),
    window.onDidChangeActiveTextEditor(show),
  )
}
