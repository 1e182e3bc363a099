import * as l10n from '@vscode/l10n'
import { commands, type Disposable, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type CompareReplyCodesParams,
  compareReplyCodesCommand,
  compareReplyCodesRequest,
  type ReplyCodeChoice,
  replyCodesRequest,
} from '../server/lsp/messages.ts'

const scheme = 'smtp-comparison'

/** Lets the person choose a code; undefined where they changed their mind. */
async function chooseCode(
  client: BaseLanguageClient,
  placeHolder: string,
  except?: string,
): Promise<string | undefined> {
  const choices = await client.sendRequest<ReplyCodeChoice[]>(replyCodesRequest, {})
  const items = choices
    .filter(({ code }) => code !== except)
    .map(({ code, name }) => ({ label: code, description: name }))
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true })
  return chosen?.label
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^\d{3}$|^\d\.\d{1,3}\.\d{1,3}$/.test(value)
}

async function compare(client: BaseLanguageClient, given: readonly unknown[]): Promise<void> {
  const first = isCode(given[0]) ? given[0] : await chooseCode(client, l10n.t`The first reply code`)
  if (first === undefined) return
  const second = isCode(given[1])
    ? given[1]
    : await chooseCode(client, l10n.t`The reply code to compare ${first} with`, first)
  if (second === undefined) return
  const path = `/${l10n.t`${first} and ${second}`}.md`
  const uri = Uri.from({ scheme, path, query: `${first}&${second}` })
  await commands.executeCommand('markdown.showPreview', uri)
}

/** The command that compares two reply codes, and the page that it shows. */
export function registerComparison(client: BaseLanguageClient): Disposable[] {
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ query }) {
      const [first = '', second = ''] = query.split('&')
      const params: CompareReplyCodesParams = { codes: [first, second] }
      const markdown = await client.sendRequest<string | null>(compareReplyCodesRequest, params)
      return markdown ?? l10n.t`There is nothing to compare: ${first} and ${second} are not both reply codes.`
    },
  })
  const command = commands.registerCommand(compareReplyCodesCommand, (...codes: unknown[]) =>
    compare(client, codes),
  )
  return [provider, command]
}
