import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import type { Edit } from '../transcript/lines.ts'
import { lineCountOf, textOf } from '../transcript/reading.ts'
import {
  beginTranscript,
  readTranscript,
  type Transcript,
  updateTranscript,
} from '../transcript/transcript.ts'

/** A document that is open in the editor, read as a transcript. */
export interface OpenDocument {
  readonly uri: string
  readonly version: number
  /**
   * Which series of versions this one belongs to. Versions begin anew when a document is closed and opened again, and
   * mean another reading when a dialect is chosen: only series and version together name one reading.
   */
  readonly series: string
  readonly transcript: Transcript
}

/** A long document of which only the beginning has been read. */
export interface DocumentInProgress {
  /** Its beginning, as if it were all. */
  readonly head: OpenDocument
  /** Reads on until `isOver` says that it is time for something else; null as long as there is more to read. */
  readonly readOn: (isOver: () => boolean) => OpenDocument | null
}

/** Lines that are read at once: more than anybody sees of a text. */
const headLines = 1000

/** Whether a document is longer than what is always looked at as a whole, however long that takes. */
export function isLong({ transcript }: OpenDocument): boolean {
  return lineCountOf(transcript.reading) > headLines
}

/** A text of fewer UTF-16 units is read at once. */
const longText = 200_000

/** A name that no other series has; it stands in each of a thousand diagnostics, and is short for that. */
function newSeries(): string {
  return crypto.randomUUID().slice(0, 8)
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

/** What can happen to an open document. Each gives the document as it is then; a change costs what it touches. */
export const openDocuments = {
  create(uri: string, _languageId: string, version: number, text: string): OpenDocument {
    return { uri, version, series: newSeries(), transcript: readTranscript(text) }
  },
  /** Opens a document; of a long one only the beginning is read at once. */
  begin(uri: string, languageId: string, version: number, text: string): OpenDocument | DocumentInProgress {
    if (text.length < longText) return openDocuments.create(uri, languageId, version, text)
    const { head, readOn } = beginTranscript(text, null, headLines)
    const document = { uri, version, series: newSeries() }
    return {
      head: { ...document, transcript: head },
      readOn(isOver) {
        const transcript = readOn(isOver)
        return transcript && { ...document, transcript }
      },
    }
  },
  update(document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    return { ...document, version, transcript: applyChanges(document.transcript, changes) }
  },
  /** Reads the same text in a dialect, which holds for later changes too; with null, in the one that is detected. */
  choose(document: OpenDocument, dialect: Dialect | null): OpenDocument {
    const { reading } = document.transcript
    if (dialect === reading.chosen) return document
    const transcript = readTranscript(textOf(reading), dialect)
    return { ...document, series: newSeries(), transcript }
  },
}
