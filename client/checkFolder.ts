import * as l10n from '@vscode/l10n'
import {
  type CancellationToken,
  commands,
  type DiagnosticCollection,
  DiagnosticSeverity,
  Disposable,
  languages,
  type Progress,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type CheckTextAnswer, type CheckTextParams, checkTextRequest } from '../server/lsp/messages.ts'
import { transcriptFiles } from './transcriptFiles.ts'

/** What is watched for being changed or deleted. */
const transcripts = '**/*.{smtp,esmtp,lmtp}'

/** Octets of a file above which it is passed over: an editor does not open it either. */
const largestFile = 50 * 1024 * 1024

/** How the transcripts of a folder came out. */
interface Tally {
  checked: number
  errors: number
  others: number
  /** Files that could not be read, or are too large. */
  passedOver: number
}

function isOpen(uri: Uri): boolean {
  return workspace.textDocuments.some(
    document => document.languageId === 'smtp' && document.uri.toString() === uri.toString(),
  )
}

async function textOf(uri: Uri): Promise<string | null> {
  try {
    const { size } = await workspace.fs.stat(uri)
    return size > largestFile ? null : new TextDecoder().decode(await workspace.fs.readFile(uri))
  } catch {
    return null
  }
}

/** Checks one file; of an open one the editor shows the problems already, so that they are only counted. */
async function checkFile(
  client: BaseLanguageClient,
  found: DiagnosticCollection,
  uri: Uri,
  tally: Tally,
  token: CancellationToken,
): Promise<void> {
  const text = await textOf(uri)
  if (text === null) {
    tally.passedOver += 1
    return
  }
  const params: CheckTextParams = { uri: client.code2ProtocolConverter.asUri(uri), text }
  const answer = await client.sendRequest<CheckTextAnswer>(checkTextRequest, params, token)
  const diagnostics = await client.protocol2CodeConverter.asDiagnostics(answer, token)
  if (token.isCancellationRequested) return
  const errors = diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error).length
  tally.checked += 1
  tally.errors += errors
  tally.others += diagnostics.length - errors
  if (!isOpen(uri)) found.set(uri, diagnostics)
}

function summaryOf({ checked, errors, others, passedOver }: Tally): string {
  if (checked + passedOver === 0) {
    return l10n.t`There are no transcripts (.smtp, .esmtp, .lmtp) in this workspace.`
  }
  const problems =
    errors + others === 0
      ? l10n.t`No problem was found. Transcripts checked: ${checked}.`
      : l10n.t`Transcripts checked: ${checked}. Errors: ${errors}, other problems: ${others}.`
  return passedOver === 0 ? problems : `${problems} ${l10n.t`Files that could not be read: ${passedOver}.`}`
}

async function checkFiles(
  client: BaseLanguageClient,
  found: DiagnosticCollection,
  progress: Progress<{ readonly message: string; readonly increment: number }>,
  token: CancellationToken,
): Promise<Tally> {
  const tally: Tally = { checked: 0, errors: 0, others: 0, passedOver: 0 }
  const files = await transcriptFiles(token)
  for (const [index, uri] of files.entries()) {
    if (token.isCancellationRequested) break
    progress.report({ message: `${index + 1}/${files.length}`, increment: 100 / files.length })
    await checkFile(client, found, uri, tally, token).catch(error => {
      if (!token.isCancellationRequested) throw error
    })
  }
  return tally
}

async function checkFolder(client: BaseLanguageClient, found: DiagnosticCollection): Promise<void> {
  found.clear()
  const tally = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t`Checking transcripts`, cancellable: true },
    (progress, token) => checkFiles(client, found, progress, token),
  )
  if (tally.errors + tally.others > 0) await commands.executeCommand('workbench.actions.view.problems')
  void window.showInformationMessage(summaryOf(tally))
}

/**
 * The command that checks all transcripts of the workspace, whether they are open or not. Nothing is read before the
 * person asks for it. What is found in a file is shown until the file is opened, changed or deleted.
 */
export function registerFolderCheck(client: BaseLanguageClient): Disposable {
  const found = languages.createDiagnosticCollection('smtp')
  const watcher = workspace.createFileSystemWatcher(transcripts, true)
  const forget = (uri: Uri) => found.delete(uri)
  return Disposable.from(
    found,
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
    workspace.onDidOpenTextDocument(({ uri, languageId }) => {
      if (languageId === 'smtp') forget(uri)
    }),
    commands.registerCommand('smtp.checkWorkspace', () => checkFolder(client, found)),
  )
}
