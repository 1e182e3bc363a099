import type { Dialect, Utterance } from './dialects/dialect.ts'
import { nowhere } from './dialects/marked.ts'
import { beforeSession } from './readerState.ts'
import { readLine } from './readLine.ts'

/** What stands in front of lines of the language's own dialect that are no mail data. */
const ownMark = /^[ \t]*(?:[CS]:(?:[ \t]|$)|C & S: <)/

/**
 * Whether all lines are written in `own`, the language's own dialect: with its marks, as mail data, or empty or comments. A
 * remark of a tool is none of these.
 */
export function isWhollyOwn(own: Dialect, lines: readonly string[]): boolean {
  if (!lines.some(line => ownMark.test(line))) return false
  let state = beforeSession
  for (const line of lines) {
    const { records, after } = readLine(state, line, own)
    if (records.some(({ kind }) => kind === 'note') && !ownMark.test(line)) return false
    state = after
  }
  return true
}

function speaks(one: Utterance | undefined): one is Utterance {
  return one?.speaker === 'client' || one?.speaker === 'server'
}

/** Whether a dialect reads what it takes from these lines as `own` does: it knows no other marks. */
export function readsOwnMarks(own: Dialect, dialect: Dialect, lines: readonly string[]): boolean {
  return lines.every(line => {
    const read = dialect.read(line, nowhere)
    if (!read.some(speaks)) return true
    const [one] = read
    const [other] = own.read(line, nowhere)
    if (read.length !== 1 || !one || !other) return false
    return one.speaker === other.speaker && one.start === other.start && one.encoding === other.encoding
  })
}
