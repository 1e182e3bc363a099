import * as l10n from '@vscode/l10n'
import { commands, type Disposable, type QuickPickItem, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type ChooseDialectAnswer,
  type ChooseDialectParams,
  chooseDialectCommand,
  chooseDialectRequest,
  type DocumentRead,
  dialectsRequest,
  type NamedChoice,
} from '../server/lsp/messages.ts'
import { activeTranscript } from './activeTranscript.ts'
import type { Readings } from './readings.ts'

interface DialectItem extends QuickPickItem {
  readonly dialect: string | null
}

/** The detection, then every dialect; a tick at the one in use. */
function itemsFor(dialects: readonly NamedChoice[], read: DocumentRead | undefined): DialectItem[] {
  const inUse = read?.chosen ? read.dialect.name : null
  const ticked = (label: string, dialect: string | null) =>
    read && dialect === inUse ? `${label} $(check)` : label
  const found = read && !read.chosen ? l10n.t`finds ${read.dialect.name}` : ''
  return [
    { label: ticked(l10n.t`Detect automatically`, null), description: found, dialect: null },
    ...dialects.map(({ name, title }) => ({ label: ticked(name, name), description: title, dialect: name })),
  ]
}

async function choose(client: BaseLanguageClient, readings: Readings): Promise<void> {
  const document = activeTranscript()
  if (!document) return
  const dialects = await client.sendRequest<NamedChoice[]>(dialectsRequest, {})
  const chosen = await window.showQuickPick(itemsFor(dialects, readings.of(document)), {
    placeHolder: l10n.t`How was this transcript printed?`,
    matchOnDescription: true,
  })
  if (!chosen) return
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const params: ChooseDialectParams = { uri, dialect: chosen.dialect }
  const answer = await client.sendRequest<ChooseDialectAnswer>(chooseDialectRequest, params)
  if ('error' in answer) void window.showWarningMessage(answer.error)
}

/** The command that lets the person say in which dialect the active transcript is written. */
export function registerDialectChoice(client: BaseLanguageClient, readings: Readings): Disposable {
  return commands.registerCommand(chooseDialectCommand, () => choose(client, readings))
}
