import * as l10n from '@vscode/l10n'
import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver-types'
import type { PlacedSession } from '../transcript/placedSession.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { clientLines } from './refactorings/clientLines.ts'
import { doubleDots } from './refactorings/doubleDots.ts'
import { hideCredentials } from './refactorings/hideCredentials.ts'
import { type Place, sessionsAt } from './refactorings/refactoring.ts'
import { canBeSplit, sessionTexts } from './refactorings/splitSessions.ts'
import { type EditedDocument, type EditSupport, workspaceEdit } from './workspaceEdits.ts'

/** What the editor can do with the edits of refactorings. */
export interface RefactoringSupport extends EditSupport {
  /** Edits that create files. */
  readonly creates: boolean
}

/** What a refactoring carries whose edit is made when somebody chooses it: the only one parts the file. */
export interface SplitData {
  readonly split: true
}

function placeOf(transcript: Transcript, { start, end }: Range): Place {
  const isCursor = start.line === end.line && start.character === end.character
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line
  return { transcript, first: start.line, last, isCursor }
}

/** A file beside another: `session.smtp` becomes `session-NAME.smtp`. Null where the other is in no folder. */
function fileBeside(uri: string, name: string): string | null {
  const parts = /^(?!untitled:)([a-z][\w+.-]*:.*\/)([^/?#]+?)(\.[^./?#]*)?([?#].*)?$/i.exec(uri)
  if (!parts) return null
  const [, folder = '', base = '', extension = '.smtp', rest = ''] = parts
  return `${folder}${base}-${name}${extension}${rest}`
}

/** Creates files. One that exists is not overwritten: the whole edit fails then. */
function creation(files: readonly { readonly uri: string; readonly text: string }[]): WorkspaceEdit {
  const start = { line: 0, character: 0 }
  return {
    documentChanges: files.flatMap(({ uri, text }) => [
      { kind: 'create' as const, uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ]),
  }
}

/** The edit that writes each session of a file to a file beside it; null where that is not possible. */
export function splitEdit({ uri, transcript }: EditedDocument): WorkspaceEdit | null {
  if (!canBeSplit(transcript)) return null
  const files = sessionTexts(transcript).map((text, index) => ({
    uri: fileBeside(uri, String(index + 1)) ?? '',
    text,
  }))
  return files.some(file => file.uri === '') ? null : creation(files)
}

function splitAction({ uri, transcript }: EditedDocument): CodeAction | null {
  if (!canBeSplit(transcript) || fileBeside(uri, '1') === null) return null
  const data: SplitData = { split: true }
  const title = l10n.t`Write the ${transcript.sessions.length} sessions to files of their own`
  return { title, kind: CodeActionKind.RefactorExtract, data }
}

function clientAction({ uri, transcript }: EditedDocument, placed: PlacedSession): CodeAction | null {
  const number = transcript.sessions.length > 1 ? `${transcript.sessions.indexOf(placed) + 1}-` : ''
  const file = fileBeside(uri, `${number}client`)
  const text = file && clientLines(placed)
  if (!file || !text) return null
  return {
    title: l10n.t`Write the client's lines of this session to a new file`,
    kind: CodeActionKind.RefactorExtract,
    edit: creation([{ uri: file, text }]),
  }
}

/** What makes files of sessions: at the line where a session begins, or wherever it is asked for. */
function extractions(document: EditedDocument, place: Place, isAsked: boolean): (CodeAction | null)[] {
  const there = sessionsAt(place)
  const [placed] = there
  const isAtBeginning =
    placed !== undefined && placed.startLine >= place.first && placed.startLine <= place.last
  if (!placed || !(isAsked || isAtBeginning || there.length > 1)) return []
  return [there.length === 1 ? clientAction(document, placed) : null, splitAction(document)]
}

/**
 * The refactorings at a cursor or for a selection.
 *
 * @param isAsked somebody asks for refactorings, and not only for whatever there is
 */
export function refactoringsAt(
  document: EditedDocument,
  range: Range,
  support: RefactoringSupport,
  isAsked: boolean,
): CodeAction[] {
  const place = placeOf(document.transcript, range)
  const rewritings = [doubleDots(place), hideCredentials(place)].filter(one => one !== null)
  const extracted = support.creates ? extractions(document, place, isAsked) : []
  return [
    ...rewritings.map(({ title, edits }) => ({
      title,
      kind: CodeActionKind.RefactorRewrite,
      edit: workspaceEdit(document, edits, support),
    })),
    ...extracted.filter(action => action !== null),
  ]
}
