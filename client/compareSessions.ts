import * as l10n from '@vscode/l10n'
import { commands, type Disposable, EventEmitter, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  compareSessionsCommand,
  type NormalizedSessionAnswer,
  type NormalizedSessionParams,
  normalizedSessionRequest,
  type SessionChoice,
  type SessionsParams,
  sessionsRequest,
} from '../server/lsp/messages.ts'
import { activeTranscript } from './activeTranscript.ts'

const scheme = 'smtp-session'

/** The document and the line of its first that a code lens names; undefined where nobody has named any. */
function named([uri, line]: readonly unknown[]): { readonly uri: string; readonly line: number } | undefined {
  return typeof uri === 'string' && typeof line === 'number' ? { uri, line } : undefined
}

/** Lets the person choose a session; undefined where they changed their mind. */
async function chooseSession(
  sessions: readonly SessionChoice[],
  placeHolder: string,
): Promise<SessionChoice | undefined> {
  const items = sessions.map(session => ({ label: session.title, description: session.outcome, session }))
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true })
  return chosen?.session
}

/** The page of a session as it is compared: its path is its title, its query tells where it is to be found. */
function pageOf(uri: string, { line, title }: SessionChoice): Uri {
  return Uri.from({ scheme, path: `/${title.replaceAll('/', ' ')}`, query: JSON.stringify({ uri, line }) })
}

async function textOf(client: BaseLanguageClient, { query }: Uri): Promise<string> {
  const params: NormalizedSessionParams = JSON.parse(query)
  const answer = await client.sendRequest<NormalizedSessionAnswer>(normalizedSessionRequest, params)
  return 'error' in answer ? answer.error : answer.text
}

/** The command that compares two sessions of a transcript in the editor's own view of differences, and the texts in it. */
export function registerSessionComparison(client: BaseLanguageClient): Disposable[] {
  const changed = new EventEmitter<Uri>()
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: page => textOf(client, page),
  })

  async function compare(given: ReturnType<typeof named>): Promise<void> {
    const document = given ? undefined : activeTranscript()
    const uri = given?.uri ?? (document && client.code2ProtocolConverter.asUri(document.uri))
    if (uri === undefined) return
    const params: SessionsParams = { uri }
    const sessions = await client.sendRequest<SessionChoice[]>(sessionsRequest, params)
    if (sessions.length < 2) {
      void window.showInformationMessage(l10n.t`There are no two sessions in this transcript to compare.`)
      return
    }
    const first =
      sessions.find(({ line }) => line === given?.line) ??
      (await chooseSession(sessions, l10n.t`The first session`))
    if (!first) return
    const others = sessions.filter(session => session !== first)
    const second = await chooseSession(others, l10n.t`The session to compare ${first.title} with`)
    if (!second) return
    const pages = [pageOf(uri, first), pageOf(uri, second)] as const
    // The editor keeps what it has shown, and the transcript may have changed since.
    for (const page of pages) changed.fire(page)
    await commands.executeCommand('vscode.diff', ...pages, `${first.title} \u2194 ${second.title}`)
  }
  const command = commands.registerCommand(compareSessionsCommand, (...given: unknown[]) =>
    compare(named(given)),
  )
  return [provider, changed, command]
}
