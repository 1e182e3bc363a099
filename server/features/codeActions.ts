import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-types'
import type { DiagnosticData } from './diagnostics.ts'
import type { FixData, FixEditData } from './fixData.ts'

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
  /** The line end of the file. */
  readonly lineEnd: string
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, character => `\\${character}`)
}

function toEdit(
  { range, newText, cursor }: FixEditData,
  lineEnd: string,
  support: EditSupport,
): TextEdit | SnippetTextEdit {
  const withLineEnds = (text: string) => text.replaceAll('\n', lineEnd)
  if (cursor === null || !support.snippets) return { range, newText: withLineEnds(newText) }
  const before = escapeSnippet(withLineEnds(newText.slice(0, cursor)))
  const after = escapeSnippet(withLineEnds(newText.slice(cursor)))
  return { range, snippet: { kind: 'snippet', value: `${before}\${1}${after}` } }
}

function toAction(
  fix: FixData,
  index: number,
  diagnostic: Diagnostic,
  document: EditedDocument,
  support: EditSupport,
): CodeAction {
  const edits = fix.edits.map(edit => toEdit(edit, document.lineEnd, support))
  const { uri, version } = document
  const documentEdit: TextDocumentEdit = { textDocument: { uri, version }, edits }
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: index === 0,
    edit: support.versions
      ? { documentChanges: [documentEdit] }
      : { changes: { [uri]: edits as TextEdit[] } },
  }
}

function dataOf(diagnostic: Diagnostic): DiagnosticData | undefined {
  const data: unknown = diagnostic.data
  if (typeof data !== 'object' || data === null || !('version' in data) || !('fixes' in data))
    return undefined
  return Array.isArray(data.fixes) ? (data as DiagnosticData) : undefined
}

/**
 * The quick fixes for diagnostics, best first. Each is made from what its diagnostic carries;
 * a diagnostic of another version of the document gets none, since its edits would miss their place.
 */
export function codeActionsFor(
  diagnostics: readonly Diagnostic[],
  document: EditedDocument,
  support: EditSupport,
): CodeAction[] {
  return diagnostics.flatMap(diagnostic => {
    const data = dataOf(diagnostic)
    if (data?.version !== document.version) return []
    return data.fixes.map((fix, index) => toAction(fix, index, diagnostic, document, support))
  })
}
