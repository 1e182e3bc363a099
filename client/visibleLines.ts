import { Disposable, type TextEditor, window } from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import { type VisibleLines, visibleLinesNotification } from '../server/lsp/messages.ts'

/** Of a shorter transcript everything is checked before anybody could look. */
const manyLines = 2000

/** Milliseconds that the lines in view have to stand still before the server is told, so that scrolling costs nothing. */
const standstill = 200

function linesIn(client: BaseLanguageClient, { document, visibleRanges }: TextEditor): VisibleLines | null {
  const first = visibleRanges[0]
  const last = visibleRanges.at(-1)
  if (!first || !last || document.languageId !== 'smtp' || document.lineCount < manyLines) return null
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  return { uri, first: first.start.line, last: last.end.line }
}

/** Tells the server which lines of long transcripts are in view, so that it looks at them first. */
export function tellVisibleLines(client: BaseLanguageClient): Disposable {
  const waiting = new Map<TextEditor, ReturnType<typeof setTimeout>>()
  function tell(editor: TextEditor): void {
    const lines = linesIn(client, editor)
    if (lines && client.state === State.Running) void client.sendNotification(visibleLinesNotification, lines)
  }
  function tellLater(editor: TextEditor): void {
    clearTimeout(waiting.get(editor))
    const timer = setTimeout(() => {
      waiting.delete(editor)
      tell(editor)
    }, standstill)
    waiting.set(editor, timer)
  }
  return Disposable.from(
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) window.visibleTextEditors.forEach(tell)
    }),
    window.onDidChangeVisibleTextEditors(editors => editors.forEach(tell)),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => tellLater(textEditor)),
    { dispose: () => waiting.forEach(clearTimeout) },
  )
}
