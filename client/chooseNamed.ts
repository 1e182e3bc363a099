import { window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { NamedChoice } from '../server/lsp/messages.ts'

/** Lets the person choose one of what the server offers by a request; undefined where they changed their mind. */
export async function chooseNamed(
  client: BaseLanguageClient,
  request: string,
  placeHolder: string,
  except?: string,
): Promise<string | undefined> {
  const choices = await client.sendRequest<NamedChoice[]>(request, {})
  const items = choices
    .filter(({ name }) => name !== except)
    .map(({ name, title }) => ({ label: name, description: title }))
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.label
}
