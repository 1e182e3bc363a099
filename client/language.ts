import { type Disposable, type Event, EventEmitter, type ExtensionContext, env, Uri, workspace } from 'vscode'
import { type Bundle, type Language, languageAsked, speak } from '../server/features/language.ts'

/** The language that the texts of the client are in. */
export interface SpokenLanguage extends Disposable {
  readonly now: () => Language
  readonly onDidChange: Event<void>
}

async function readBundle({ extensionUri }: ExtensionContext, language: Language): Promise<Bundle | null> {
  if (language === 'en') return null
  const file = Uri.joinPath(extensionUri, 'l10n', `bundle.l10n.${language}.json`)
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)))
}

/** Speaks the language that `smtp.locale` asks for, now and whenever that changes; English where its texts cannot be read. */
export async function speakAsAsked(context: ExtensionContext): Promise<SpokenLanguage> {
  const changed = new EventEmitter<void>()
  let spoken: Language = 'en'
  async function follow(): Promise<void> {
    const asked = languageAsked(workspace.getConfiguration('smtp').get('locale'), env.language)
    if (asked === spoken) return
    const bundle = await readBundle(context, asked).catch(() => null)
    speak(bundle)
    spoken = bundle === null ? 'en' : asked
    changed.fire()
  }
  let turn = follow()
  const configuration = workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration('smtp.locale')) turn = turn.then(follow)
  })
  await turn
  return {
    now: () => spoken,
    onDidChange: changed.event,
    dispose() {
      for (const one of [configuration, changed]) one.dispose()
    },
  }
}
