import assert from 'node:assert/strict'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import type { LineRecord, LineRecords } from '../../server/transcript/lineRecord.ts'
import { lastLineOf, lineInText, type PlacedSession } from '../../server/transcript/placedSession.ts'
import { wholeOf } from '../../server/transcript/reading.ts'
import type { ClientUnit, Exchange } from '../../server/transcript/session.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'

/** A text that a test has indented: without its first line break, its last one, and the first line's indentation. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n')
  const margin = /^ */.exec(lines[0] ?? '')?.[0] ?? ''
  if (lines.at(-1)?.trim() === '') lines.pop()
  return lines
    .map(line => (line.startsWith(margin) ? line.slice(margin.length) : line.trimStart()))
    .join('\n')
}

function unitText(unit: ClientUnit): string {
  switch (unit.kind) {
    case 'command':
      return unit.verb === '' ? 'empty' : unit.verb
    case 'message':
    case 'chunk': {
      if (unit.elided) return `${unit.kind}(elided)`
      const end = unit.kind === 'message' && !unit.terminated ? ', no dot' : ''
      return `${unit.kind}(${unit.lines} lines, ${unit.octets} octets${end})`
    }
    default:
      return unit.kind
  }
}

function exchangeText(exchange: Exchange): string {
  const { sequence, cause } = exchange.verdict
  const verdict = cause === null ? sequence : `${sequence}: ${cause}`
  const codes = exchange.replies.map(reply => reply.code).join(' ')
  if (exchange.unit.kind === 'chunk') return unitText(exchange.unit)
  return `${unitText(exchange.unit)} ${exchange.before.phase} ${verdict}${codes && ` -> ${codes}`}`
}

function sessionLines(placed: PlacedSession, dialect: Dialect): string[] {
  const { startLine, session } = placed
  const entries = session.exchanges.map(one => ({ line: one.line, text: exchangeText(one) }))
  const { greeting } = session
  if (greeting) entries.push({ line: greeting.line, text: `greeting ${greeting.code}` })
  for (const reply of session.unasked) entries.push({ line: reply.line, text: `unasked ${reply.code}` })
  const sorted = entries.toSorted((one, other) => one.line - other.line)
  return [
    `session ${startLine + 1}-${lastLineOf(placed) + 1} ${dialect.name} ${session.protocol} ${session.ending}`,
    ...sorted.map(({ line, text }) => `${lineInText(placed, line) + 1} ${text}`),
  ]
}

/**
 * What the reader made of a text: a line for each session (`session 1-9 smtp ESMTP quit`), and for each exchange
 * its line, what was sent, the state before, the verdict and the codes of its replies (`4 MAIL ready allowed -> 250`).
 * The octets of a chunk are part of their BDAT command and have neither state nor verdict of their own.
 */
export function listing(transcript: Transcript): string {
  const { sessions, reading } = transcript
  return sessions.flatMap(placed => sessionLines(placed, reading.dialect)).join('\n')
}

function numbered(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => `${String(index + 1).padStart(4)}  ${line}`)
    .join('\n')
}

/** Reads `text` and compares its listing; a failure shows the text with line numbers and both listings. */
export function expectListing(text: string, expected: string, dialect: Dialect | null = null): void {
  const source = dedent(text)
  const actual = listing(readTranscript(source, dialect))
  const wanted = dedent(expected)
  assert.equal(actual, wanted, `\n${numbered(source)}\n\nexpected:\n${wanted}\n\nread as:\n${actual}\n`)
}

const marks: Readonly<Record<LineRecord['kind'], string>> = {
  command: 'C',
  'auth-response': 'A',
  message: 'M',
  'end-of-data': '.',
  chunk: 'B',
  more: '+',
  'unprinted-reply': '=',
  reply: 'S',
  tls: 'T',
  note: '=',
  comment: '#',
  blank: '_',
  'malformed-reply': '!',
  unreadable: '?',
}

/** What most of a line is: the last of what was found on it, where a tool prints several things. */
function mainKind(records: LineRecords): LineRecord['kind'] {
  return records.at(-1)?.kind ?? 'blank'
}

/**
 * One letter for each line of the text: `C` command, `A` answer in an AUTH exchange, `M` mail data, `.` its end,
 * `B` chunk, `S` reply, `+` the rest of the line before, `T` handshake, `=` note, `#` comment, `_` blank, `!` no reply but in the place of one, `?` not understood.
 */
export function speakers(transcript: Transcript): string {
  return wholeOf(transcript.reading)
    .records.map(records => marks[mainKind(records)])
    .join('')
}

/** Compares who speaks on each line; a failure shows each line with the letter that it has and should have. */
export function expectSpeakers(text: string, expected: string, dialect: Dialect | null = null): void {
  const source = dedent(text)
  const actual = speakers(readTranscript(source, dialect))
  const lines = source.split(/\r\n|\n|\r/)
  const table = lines.map((line, at) => {
    const is = actual[at] ?? ' '
    const should = expected[at] ?? ' '
    return `${String(at + 1).padStart(4)} ${is}${is === should ? ' ' : ` should be ${should}`} | ${line}`
  })
  assert.equal(actual, expected, `\n${table.join('\n')}\n`)
}
