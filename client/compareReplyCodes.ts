import * as l10n from '@vscode/l10n'
import { commands, type Disposable, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type CompareReplyCodesParams,
  compareReplyCodesCommand,
  compareReplyCodesRequest,
  replyCodesRequest,
} from '../server/lsp/messages.ts'
import { chooseNamed } from './chooseNamed.ts'

const scheme = 'smtp-comparison'

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^\d{3}$|^\d\.\d{1,3}\.\d{1,3}$/.test(value)
}

async function compare(client: BaseLanguageClient, given: readonly unknown[]): Promise<void> {
  const first = isCode(given[0])
    ? given[0]
    : await chooseNamed(client, replyCodesRequest, l10n.t`The first code`)
  if (first === undefined) return
  const second = isCode(given[1])
    ? given[1]
    : await chooseNamed(client, replyCodesRequest, l10n.t`The code to compare ${first} with`, first)
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
