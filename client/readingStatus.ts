import { Disposable, LanguageStatusSeverity, languages, window } from 'vscode'
import { chooseDialectCommand } from '../server/lsp/messages.ts'
import type { Readings } from './readings.ts'
import { readingText } from './readingText.ts'

/** Shows beside the language of the active transcript how it was read, with a link to choose otherwise. */
export function showReadingStatus(readings: Readings): Disposable {
  const item = languages.createLanguageStatusItem('smtp.reading', { language: 'smtp' })
  item.name = 'SMTP Dialect'
  item.severity = LanguageStatusSeverity.Information
  item.command = { command: chooseDialectCommand, title: 'Choose Dialect' }

  function show(): void {
    const document = window.activeTextEditor?.document
    const read = document && readings.of(document)
    item.busy = read === undefined
    const { text, detail } = read ? readingText(read) : { text: 'Reading', detail: '' }
    item.text = text
    item.detail = detail
  }
  show()
  return Disposable.from(item, readings.onDidChange(show), window.onDidChangeActiveTextEditor(show))
}
