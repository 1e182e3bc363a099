import * as l10n from '@vscode/l10n'
import type { CancellationToken, CodeAction, CodeActionParams, Connection } from 'vscode-languageserver'
import { codeActionsFor, type FixAllData } from '../features/codeActions.ts'
import { beginFixing, type FixChoice } from '../features/fixing.ts'
import {
  type RefactoringSupport,
  refactoringsAt,
  type SplitData,
  splitEdit,
} from '../features/refactorings.ts'
import { workspaceEdit } from '../features/workspaceEdits.ts'
import { ofSameSeries } from './diagnosticReports.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import { isObject } from './isObject.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Preparation } from './preparation.ts'
import type { Runtime } from './runtime.ts'
import type { SettingsStore } from './settings.ts'
import { cancelled, inSlices } from './slices.ts'

/** What the client can do with an action. */
export interface ActionClient extends RefactoringSupport {
  /** It asks for the edit of an action when somebody has chosen it. */
  readonly resolvesEdits: boolean
}

/** What the actions are made from. */
export interface ActionSources {
  readonly documents: DocumentStore
  readonly preparation: Preparation
  readonly settings: SettingsStore
  readonly runtime: Runtime
  readonly client: () => ActionClient
}

const quickFix = 'quickfix'
const fixAll = 'source.fixAll.smtp'
const refactor = ['refactor.extract', 'refactor.rewrite'] as const

/** The kinds of actions that are offered. */
export const actionKinds = [quickFix, ...refactor, fixAll] as const

/** Milliseconds that fixes of a long file may take: what was repaired until then is one edit. */
const patience = 2000

/** The same where nobody has chosen them yet, for a client that wants every edit at once. */
const briefPatience = 100

/** Whether actions of a kind are wanted; of a source action, only where they were asked for by their kind. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (!only) return !kind.startsWith('source')
  return only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
}

/** What an action is told by when its edit is asked for. */
type LaterEdit = DocumentName & (FixAllData | SplitData)

/** Names one reading of a document. */
type DocumentName = Pick<OpenDocument, 'uri' | 'series' | 'version'>

function isLaterEdit(data: unknown): data is LaterEdit {
  if (!isObject(data)) return false
  const { uri, series, version } = data as Partial<Record<keyof DocumentName, unknown>>
  const isNamed = typeof uri === 'string' && typeof series === 'string' && typeof version === 'number'
  return isNamed && ('split' in data || ('rule' in data && typeof data.rule === 'string'))
}

/** Answers what an editor can do to a document: quick fixes, and all safe fixes at once. */
export function answerActionRequests(connection: Connection, sources: ActionSources): void {
  const { documents, preparation, settings, runtime, client } = sources

  /** The edit that makes all fixes of a kind; null where there are none, or where the document is another by then. */
  async function fixesIn(
    { uri, series, version }: DocumentName,
    choice: FixChoice,
    token: CancellationToken,
    milliseconds = patience,
  ): Promise<Pick<CodeAction, 'edit'> | null> {
    const isVain = () => token.isCancellationRequested
    const document = await preparation.wait(uri, isVain)
    if (isVain()) throw cancelled()
    if (document?.series !== series || document.version !== version) return null
    const fixing = beginFixing(document.transcript, settings.rules(), choice)
    const end = runtime.now() + milliseconds
    const isDone = await inSlices(runtime, isOver => fixing.goOn(isOver) || runtime.now() >= end, isVain)
    if (!isDone) throw cancelled()
    const { edits } = fixing.fixed()
    const isSame = documents.get(uri) === document
    return isSame && edits.length > 0 ? { edit: workspaceEdit(document, edits, client()) } : null
  }

  /** The edit that parts a file; null where the document is another by then. */
  function split({ uri, series, version }: DocumentName): Pick<CodeAction, 'edit'> | null {
    const document = documents.get(uri)
    const isSame = document?.series === series && document.version === version
    const edit = isSame ? splitEdit(document) : null
    return edit && { edit }
  }

  async function withEdit(
    action: CodeAction,
    token: CancellationToken,
    milliseconds = patience,
  ): Promise<CodeAction | null> {
    const { data, ...rest } = action
    if (!isLaterEdit(data)) return action
    const made =
      'rule' in data
        ? await fixesIn(data, { kind: 'rule', rule: data.rule }, token, milliseconds)
        : split(data)
    return made && { ...rest, ...made }
  }

  function quickFixes({ context }: CodeActionParams, document: OpenDocument): CodeAction[] {
    const diagnostics = ofSameSeries(context.diagnostics, document)
    return codeActionsFor(diagnostics, document, client(), settings.rules())
  }

  async function actions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const document = documents.get(params.textDocument.uri)
    if (!document) return []
    const { only } = params.context
    const { uri, series, version } = document
    const fixes = isWanted(quickFix, only) ? quickFixes(params, document) : []
    const refactorings = refactor.some(kind => isWanted(kind, only))
      ? refactoringsAt(document, params.range, client(), only !== undefined)
      : []
    const found = [...fixes, ...refactorings.filter(({ kind = '' }) => isWanted(kind, only))].map(action =>
      action.data === undefined ? action : { ...action, data: { ...action.data, uri, series, version } },
    )
    const ready = client().resolvesEdits
      ? found
      : await Promise.all(found.map(action => withEdit(action, token, briefPatience)))
    const all = isWanted(fixAll, only) ? await fixesIn(document, { kind: 'safe' }, token) : null
    return [
      ...ready.filter(action => action !== null),
      ...(all ? [{ title: l10n.t`Make all safe fixes`, kind: fixAll, ...all }] : []),
    ]
  }

  connection.onCodeAction(guarded(connection, 'code actions', () => [], actions))
  // What has no edit any more is chosen in vain.
  connection.onCodeActionResolve((action, token) =>
    guarded(
      connection,
      'code action',
      () => action,
      async (): Promise<CodeAction> => (await withEdit(action, token)) ?? action,
    )(action, token),
  )
}
