import * as l10n from '@vscode/l10n'
import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode'

interface Example {
  readonly file: string
  readonly title: string
  readonly about: string
}

/** Transcripts of the extension that show most; in a function, since the texts are those of the language spoken now. */
function examples(): readonly Example[] {
  return [
    {
      file: 'classic-mistakes.smtp',
      title: l10n.t`Classic mistakes`,
      about: l10n.t`one command too early, twice or too late: six sessions with 503`,
    },
    {
      file: 'greylisting.smtp',
      title: l10n.t`Greylisting`,
      about: l10n.t`450, and the second attempt that gets through`,
    },
    { file: 'starttls.smtp', title: 'STARTTLS', about: l10n.t`missing, too soon, or twice` },
    {
      file: 'logging-in.smtp',
      title: l10n.t`Logging in`,
      about: l10n.t`AUTH that fails, and AUTH that is not safe`,
    },
    {
      file: 'message-data.smtp',
      title: l10n.t`Dots in a message`,
      about: l10n.t`messages that end too early, or not at all`,
    },
    {
      file: 'pipelining.smtp',
      title: l10n.t`Pipelining`,
      about: l10n.t`several commands at once, and which reply is whose`,
    },
    { file: 'lmtp-delivery.lmtp', title: 'LMTP', about: l10n.t`one reply for each recipient` },
    {
      file: 'swaks-run.smtp',
      title: l10n.t`Output of swaks`,
      about: l10n.t`read as it was printed, like that of many tools`,
    },
    {
      file: 'postfix-debug.smtp',
      title: l10n.t`A debug log of Postfix`,
      about: l10n.t`two sessions at once, told apart`,
    },
  ]
}

async function openExample({ extensionUri }: ExtensionContext): Promise<void> {
  const items = examples().map(({ file, title, about }) => ({ label: title, description: about, file }))
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t`Which example?`,
    matchOnDescription: true,
  })
  if (!chosen) return
  const octets = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'examples', chosen.file))
  // A copy to play with: the example itself stays as it is.
  const content = new TextDecoder().decode(octets)
  const document = await workspace.openTextDocument({ content, language: 'smtp' })
  await window.showTextDocument(document, { preview: false })
}

/** The command that opens one of the examples that come with the extension, as a new document. */
export function registerExamples(context: ExtensionContext): Disposable {
  return commands.registerCommand('smtp.openExample', () => openExample(context))
}
