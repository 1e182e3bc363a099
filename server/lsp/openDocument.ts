import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { Edit } from '../transcript/lines.ts'
import { readTranscript, type Transcript, updateTranscript } from '../transcript/transcript.ts'

/** A document that is open in the editor, read as a transcript. */
export interface OpenDocument {
  readonly uri: string
  readonly version: number
  /** Which opening of a document it is: versions begin anew when a document is closed and opened again. */
  readonly opening: string
  readonly transcript: Transcript
}

function toEdit(change: TextDocumentContentChangeEvent): Edit | null {
  if (!('range' in change) || change.range === undefined) return null
  return { start: change.range.start, end: change.range.end, newText: change.text }
}

/** Applies changes in their order; those up to the last that replaces the whole text are void. */
function applyChanges(
  transcript: Transcript,
  changes: readonly TextDocumentContentChangeEvent[],
): Transcript {
  const edits = changes.map(toEdit)
  const whole = edits.lastIndexOf(null)
  const chosen = transcript.reading.chosen
  const base = whole < 0 ? transcript : readTranscript(changes[whole]?.text ?? '', chosen)
  const rest = edits.slice(whole + 1).filter(edit => edit !== null)
  return rest.length === 0 ? base : updateTranscript(base, rest)
}

/** What `TextDocuments` needs to keep open documents as transcripts: a change costs what it touches. */
export const openDocuments = {
  create(uri: string, _languageId: string, version: number, text: string): OpenDocument {
    return { uri, version, opening: crypto.randomUUID(), transcript: readTranscript(text) }
  },
  update(document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    return { ...document, version, transcript: applyChanges(document.transcript, changes) }
  },
}
