import type { StreamId } from '../../transcript/block.ts'
import { parseCommandLine } from '../../transcript/commandLine.ts'
import type { LineRecord, LineRecords } from '../../transcript/lineRecord.ts'
import { columnOf, payloadOf } from '../../transcript/stretch.ts'
import type { Columns } from './secrets.ts'

/** Lines with what was found on them: a block of a text, or a session. */
export interface ReadLines {
  readonly texts: readonly string[]
  readonly records: readonly LineRecords[]
  /** The session that each line belongs to, where lines of several stand between each other. */
  readonly streams?: readonly StreamId[] | null
}

/** The lines in front of one in the same session, the nearest first. */
export function* linesBefore(
  { texts, records, streams }: ReadLines,
  at: number,
): Generator<{ readonly text: string; readonly records: LineRecords }> {
  for (let line = at - 1; line >= 0; line--) {
    const text = texts[line]
    const found = records[line]
    if (text === undefined || !found || (streams && streams[line] !== streams[at])) continue
    yield { text, records: found }
  }
}

/** A reply to EHLO has about as many lines. */
const replyReach = 300

function isHello(verb: string): boolean {
  return verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO'
}

/** Whether the reply that begins on a line answers a hello. */
function answersHello(lines: ReadLines, at: number): boolean {
  let left = replyReach
  for (const { text, records } of linesBefore(lines, at)) {
    const command = records.findLast(({ kind }) => kind === 'command')
    if (command) return isHello(parseCommandLine(payloadOf(text, command), 0).verb)
    left -= 1
    if (left === 0) return false
  }
  return false
}

/** Where a word begins in what is said, and how long it is. */
interface SaidWord {
  readonly from: number
  readonly length: number
}

function greetedAs(payload: string): SaidWord | null {
  const { verb, argument, argumentStart } = parseCommandLine(payload, 0)
  return isHello(verb) ? { from: argumentStart, length: /^\S*/.exec(argument)?.[0].length ?? 0 } : null
}

function wordOf(lines: ReadLines, at: number, payload: string, record: LineRecord): SaidWord | null {
  if (record.kind === 'command') return greetedAs(payload)
  if (record.kind !== 'reply' || !record.isFirst) return null
  const isGreeting = record.answers === 'greeting' && record.code === 220
  if (!isGreeting && !(record.code === 250 && answersHello(lines, at))) return null
  return { from: 4, length: /^[^\s,]*/.exec(payload.slice(4))?.[0].length ?? 0 }
}

/**
 * Where the name of a host stands on a line by the grammar, also one without a dot: behind EHLO, HELO and LHLO, and at the
 * beginning of the greeting and of the reply to a hello (RFC 5321 section 4.2).
 */
export function hostPlaces(lines: ReadLines, at: number): Columns[] {
  const text = lines.texts[at] ?? ''
  return (lines.records[at] ?? []).flatMap(record => {
    const word = wordOf(lines, at, payloadOf(text, record), record)
    if (!word || word.length === 0) return []
    const { from, length } = word
    return [{ start: columnOf(text, record, from), end: columnOf(text, record, from + length) }]
  })
}
