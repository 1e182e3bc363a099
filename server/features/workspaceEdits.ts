import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { Transcript } from '../transcript/transcript.ts'

/** What the editor can do with an edit. */
export interface EditSupport {
  /** Edits with a place for the cursor (LSP 3.18). */
  readonly snippets: boolean
  /** Edits that name the version of the document that they are for. */
  readonly versions: boolean
}

/** The document that actions are asked for. */
export interface EditedDocument {
  readonly uri: string
  readonly version: number
  readonly transcript: Transcript
}

/** Edits of a document as a client can make them. */
export function workspaceEdit(
  { uri, version }: Pick<EditedDocument, 'uri' | 'version'>,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  { versions }: EditSupport,
): WorkspaceEdit {
  const documentEdit: TextDocumentEdit = { textDocument: { uri, version }, edits: [...edits] }
  return versions ? { documentChanges: [documentEdit] } : { changes: { [uri]: edits as TextEdit[] } }
}
