import * as l10n from '@vscode/l10n'
import { commands, type Disposable, languages, window } from 'vscode'

async function readAsTranscript(): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document) await languages.setTextDocumentLanguage(document, 'smtp')
  else void window.showWarningMessage(l10n.t`Open a text first.`)
}

/** The command that makes a transcript of the active editor's text, whatever its file is called. */
export function registerReadAsTranscript(): Disposable {
  return commands.registerCommand('smtp.readAsTranscript', readAsTranscript)
}
