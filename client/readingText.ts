import type { DocumentRead } from '../server/lsp/messages.ts'

/** What the status says of a reading. */
export interface ReadingText {
  readonly text: string
  readonly detail: string
}

function counted(sessions: number): string {
  if (sessions === 0) return 'no session found'
  return sessions === 1 ? '1 session' : `${sessions} sessions`
}

/** A reading in a few words: the dialect, the sessions and what failed first; and why it did, or how the dialect came about. */
export function readingText({ dialect, chosen, sureness, sessions, failure }: DocumentRead): ReadingText {
  const origin = chosen ? 'chosen by you' : ['detected', sureness].filter(Boolean).join(' ')
  // Where nothing was found, nothing has shown the dialect either.
  if (sessions === 0 && !chosen) return { text: counted(0), detail: `read as ${dialect.name}` }
  const text = `${dialect.name} · ${counted(sessions)}`
  if (!failure) return { text, detail: origin }
  const which = sessions === 1 ? '' : `session ${failure.session} `
  return {
    text: `${text} · ${which}${failure.outcome}`,
    detail: failure.reason === null ? origin : `${failure.reason} (${origin})`,
  }
}
