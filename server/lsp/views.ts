import type { Connection } from 'vscode-languageserver'
import type { LineRange } from '../rules/rule.ts'
import { type VisibleLines, visibleLinesNotification } from './messages.ts'

/** What the person sees of the open documents, as far as the client tells. */
export interface Views {
  /** The lines of a document that are in view, from 0; undefined where the client has not told. */
  readonly of: (uri: string) => LineRange | undefined
  readonly onDidChange: (listener: (uri: string) => void) => void
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

/** Keeps what the client tells of the lines in view. */
export function keepViews(connection: Connection): Views & { readonly forget: (uri: string) => void } {
  const views = new Map<string, LineRange>()
  const listeners: ((uri: string) => void)[] = []
  connection.onNotification(visibleLinesNotification, ({ uri, first, last }: VisibleLines) => {
    const before = views.get(uri)
    if (typeof uri !== 'string' || !isLine(first) || !isLine(last)) return
    if (before?.first === first && before.last === last) return
    views.set(uri, { first, last })
    for (const tell of listeners) tell(uri)
  })
  return {
    of: uri => views.get(uri),
    onDidChange: listener => listeners.push(listener),
    forget: uri => views.delete(uri),
  }
}
