import * as l10n from '@vscode/l10n'
import { type TextDocument, window } from 'vscode'

/** The transcript in the active editor. Where there is none, the person is told what to do, and it is undefined. */
export function activeTranscript(): TextDocument | undefined {
  const document = window.activeTextEditor?.document
  if (document?.languageId === 'smtp') return document
  const warning = document
    ? l10n.t`The active editor shows no SMTP transcript. Run "SMTP: Read as Transcript" first.`
    : l10n.t`The active editor shows no SMTP transcript. Open one first.`
  void window.showWarningMessage(warning)
  return undefined
}
