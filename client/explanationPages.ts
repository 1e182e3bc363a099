import { commands, type Disposable, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { chooseNamed } from './chooseNamed.ts'
import type { SpokenLanguage } from './language.ts'

/** Pages of one kind, each about one thing that has a name. */
export interface ExplanationPages {
  readonly scheme: string
  /** The request for all names, which the server answers with an array of `NamedChoice`. */
  readonly namesRequest: string
  readonly placeHolder: () => string
  /** Asks the server for the Markdown of a page; null where there is none. */
  readonly read: (name: string) => Promise<string | null>
  readonly unknown: (name: string) => string
}

/** Gives the text of pages of one kind, and shows them: `explain` takes the name, or asks where it gets none. */
export function registerExplanationPages(
  client: BaseLanguageClient,
  language: SpokenLanguage,
  { scheme, namesRequest, placeHolder, read, unknown }: ExplanationPages,
): { readonly provider: Disposable; readonly explain: (given: unknown) => Promise<void> } {
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const name = path.slice(1, -'.md'.length)
      return (await read(name)) ?? unknown(name)
    },
  })
  async function explain(given: unknown): Promise<void> {
    const name = typeof given === 'string' ? given : await chooseNamed(client, namesRequest, placeHolder())
    if (name === undefined) return
    // Another language is another page, for the editor keeps what it has shown.
    const uri = Uri.from({ scheme, path: `/${name}.md`, query: language.now() })
    await commands.executeCommand('markdown.showPreview', uri)
  }
  return { provider, explain }
}
