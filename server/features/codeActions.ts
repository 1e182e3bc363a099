import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-types'
import { checkTranscript } from '../rules/check.ts'
import type { Fix, Problem } from '../rules/rule.ts'
import { defaultSettings, type RuleSettings } from '../rules/settings.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import { lineEndOf } from '../transcript/reading.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { DiagnosticData } from './diagnostics.ts'
import { type FixData, type FixEditData, fixData } from './fixData.ts'
import { switchOff } from './switchOff.ts'

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

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, character => `\\${character}`)
}

function toEdit({ range, newText, cursor }: FixEditData, support: EditSupport): TextEdit | SnippetTextEdit {
  if (cursor === null || !support.snippets) return { range, newText }
  const before = escapeSnippet(newText.slice(0, cursor))
  const after = escapeSnippet(newText.slice(cursor))
  return { range, snippet: { kind: 'snippet', value: `${before}\${1}${after}` } }
}

function toAction(
  fix: FixData,
  isPreferred: boolean,
  diagnostic: Diagnostic,
  document: EditedDocument,
  support: EditSupport,
): CodeAction {
  const edits = fix.edits.map(edit => toEdit(edit, support))
  const { uri, version } = document
  const documentEdit: TextDocumentEdit = { textDocument: { uri, version }, edits }
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred,
    edit: support.versions
      ? { documentChanges: [documentEdit] }
      : { changes: { [uri]: edits as TextEdit[] } },
  }
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function dataOf(diagnostic: Diagnostic): DiagnosticData | undefined {
  const data: unknown = diagnostic.data
  if (typeof data !== 'object' || data === null) return undefined
  const { version, session, problem } = data as Partial<Record<keyof DiagnosticData, unknown>>
  if (typeof version !== 'number' || !isPlace(session) || !isPlace(problem)) return undefined
  return { version, session, problem }
}

/** The problem that a diagnostic was made of, found again by what it carries, and its session. */
function problemOf(
  diagnostic: Diagnostic,
  document: EditedDocument,
  settings: RuleSettings,
): { problem: Problem; placed: PlacedSession } | undefined {
  const data = dataOf(diagnostic)
  if (data?.version !== document.version) return undefined
  const found = checkTranscript(document.transcript, settings).find(
    ({ placed }) => placed.startLine === data.session,
  )
  const problem = found?.problems[data.problem]
  return found && problem && { problem, placed: found.placed }
}

/** A cursor has few diagnostics; a selection can have hundreds, and each fix costs a look at its session. */
const diagnosticsLimit = 10

/**
 * The quick fixes for diagnostics, best first, and last what switches the rule off. Each is made from what its diagnostic carries;
 * a diagnostic of another version of the document gets none, since its edits would miss their place.
 */
export function codeActionsFor(
  diagnostics: readonly Diagnostic[],
  document: EditedDocument,
  support: EditSupport,
  settings: RuleSettings = defaultSettings,
): CodeAction[] {
  const lineEnd = lineEndOf(document.transcript.reading)
  return diagnostics.slice(0, diagnosticsLimit).flatMap(diagnostic => {
    const found = problemOf(diagnostic, document, settings)
    if (!found || found.problem.rule.id !== diagnostic.code) return []
    const { problem, placed } = found
    const action = (fix: Fix, isPreferred: boolean) =>
      toAction(fixData(fix, placed, lineEnd), isPreferred, diagnostic, document, support)
    const off = switchOff(problem, placed, document.transcript)
    return [
      ...problem.fixes().map((fix, index) => action(fix, index === 0)),
      ...(off ? [action(off, false)] : []),
    ]
  })
}
