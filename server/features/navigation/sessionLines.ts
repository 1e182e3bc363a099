import { countWhile } from '../../transcript/countWhile.ts'
import { lineInSession, type PlacedSession } from '../../transcript/placedSession.ts'
import type { Transcript } from '../../transcript/transcript.ts'

/** A finder of the session that a line of the text is in; it looks at few of very many. */
export function sessionFinder({
  sessions,
  reading,
}: Transcript): (line: number) => { readonly placed: PlacedSession; readonly line: number } | undefined {
  const isInterleaved = reading.dialect.id !== undefined
  return line => {
    const before = countWhile(sessions.length, index => (sessions[index]?.startLine ?? line) <= line)
    // One session may begin in another, so that those in front are asked, too.
    const first = isInterleaved ? 0 : Math.max(0, before - 1)
    for (let index = before - 1; index >= first; index--) {
      const placed = sessions[index]
      const own = placed && lineInSession(placed, line)
      if (placed && own !== undefined) return { placed, line: own }
    }
    return undefined
  }
}
