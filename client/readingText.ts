import * as l10n from '@vscode/l10n'
import type { DocumentRead } from '../server/lsp/messages.ts'

/** What the status says of a reading. */
export interface ReadingText {
  readonly text: string
  readonly detail: string
}

function counted(sessions: number): string {
  if (sessions === 0) return l10n.t`no session found`
  return sessions === 1 ? l10n.t`1 session` : l10n.t`${sessions} sessions`
}

/** A reading in a few words: the dialect, the sessions and what failed first; and why it did, or how the dialect came about. */
export function readingText({ dialect, chosen, sureness, sessions, failure }: DocumentRead): ReadingText {
  const detected = sureness ? l10n.t`detected ${sureness}` : l10n.t`detected`
  const origin = chosen ? l10n.t`chosen by you` : detected
  // Where nothing was found, nothing has shown the dialect either.
  if (sessions === 0 && !chosen) return { text: counted(0), detail: l10n.t`read as ${dialect.name}` }
  const text = `${dialect.name} · ${counted(sessions)}`
  if (!failure) return { text, detail: origin }
  const { session, outcome } = failure
  return {
    text: `${text} · ${sessions === 1 ? outcome : l10n.t`session ${session} ${outcome}`}`,
    detail: failure.reason === null ? origin : `${failure.reason} (${origin})`,
  }
}
