import { type TextDocument, window } from 'vscode'

/** The transcript in the active editor. Where there is none, the person is told what to do, and it is undefined. */
export function activeTranscript(): TextDocument | undefined {
  const document = window.activeTextEditor?.document
  if (document?.languageId === 'smtp') return document
  const advice = document ? 'Run "SMTP: Read as Transcript" first.' : 'Open one first.'
  void window.showWarningMessage(`The active editor shows no SMTP transcript. ${advice}`)
  return undefined
}
