import * as l10n from '@vscode/l10n'
import type { PlacedSession } from '../../transcript/placedSession.ts'

/** What a session is called among others; `index` is its place among them, from 0. */
export function sessionName({ id }: PlacedSession, index: number): string {
  return id === null ? l10n.t`Session ${index + 1}` : l10n.t`Session ${index + 1} (${id})`
}
