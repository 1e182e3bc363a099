import type { LineRecord } from '../transcript/lineRecord.ts'
import {
  lineInText,
  ownLinesBetween,
  type PlacedSession,
  sessionsBetween,
} from '../transcript/placedSession.ts'
import { lineCountOf, lineOf, type Reading } from '../transcript/reading.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { contentTokens } from './contentTokens.ts'
import { commandTokens, replyTokens, secretTokens } from './dialogueTokens.ts'
import type { Token } from './tokenLegend.ts'

/** Lines of the text, from 0, the last included. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

function isRemark({ kind }: LineRecord): boolean {
  return kind === 'note' || kind === 'comment' || kind === 'tls' || kind === 'unprinted-reply'
}

/** What the grammar colours in more than one colour: comments that tell the reader something, and alarms of swaks. */
const coloured = /^(?:#\s*(?:smtp-|@)|\*\*\* )/

/** What nobody said in the session: comments, and what the tool tells of itself. */
function* remarkTokens(reading: Reading, { first, last }: TokenRange): Generator<Token> {
  for (let line = first; line <= last; line++) {
    const read = lineOf(reading, line)
    if (!read || coloured.test(read.text)) continue
    const { text, records } = read
    for (const record of records) {
      if (!isRemark(record)) continue
      const start = records.length === 1 ? 0 : record.start
      yield {
        line,
        start,
        end: Math.max(start, text.length - record.tail),
        type: 'comment',
        modifiers: [],
      }
    }
  }
}

/** Whether what looks like the final dot is a line of the message, since this goes on behind it. */
function isLineOfMessage({ body: { lines } }: PlacedSession, line: number): boolean {
  return lines.records[line + 1]?.[0]?.kind === 'message'
}

/** The tokens of one session on these lines of the text. It is put together only where a command stands there. */
function* sessionTokens(placed: PlacedSession, { first, last }: TokenRange): Generator<Token> {
  const { texts, records } = placed.body.lines
  const contentOn = contentTokens(placed.body)
  const { from, to } = ownLinesBetween(placed, first, last)
  for (let line = from; line < to; line++) {
    const text = texts[line] ?? ''
    for (const record of records[line] ?? []) {
      switch (record.kind) {
        case 'command':
          yield* commandTokens({ session: placed.session, line, text }, record)
          yield* secretTokens(placed.session, line)
          break
        case 'auth-response':
          yield* secretTokens(placed.session, line)
          break
        case 'reply':
          yield* replyTokens(line, text, record)
          break
        case 'end-of-data': {
          const type = isLineOfMessage(placed, line) ? 'mailData' : 'keyword'
          const end = text.length - record.tail
          yield { line, start: record.start, end, type, modifiers: [] }
          break
        }
        case 'message':
        case 'chunk':
          yield* contentOn(line, record)
          break
        default:
      }
    }
  }
}

/** What the words of a transcript mean that no grammar can know, on these lines; in no certain order. */
export function tokensOn({ reading, sessions }: Transcript, range: TokenRange): Token[] {
  const first = Math.max(0, range.first)
  const last = Math.min(lineCountOf(reading) - 1, range.last)
  const tokens = [...remarkTokens(reading, { first, last })]
  for (const placed of sessionsBetween(sessions, first, last)) {
    for (const token of sessionTokens(placed, { first, last })) {
      tokens.push({ ...token, line: lineInText(placed, token.line) })
    }
  }
  return tokens
}

/** All lines of a transcript in parts of a size that takes no time worth mentioning. */
export function tokenRanges({ reading }: Transcript): TokenRange[] {
  const count = lineCountOf(reading)
  const size = 1000
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => {
    return { first: index * size, last: Math.min(count, (index + 1) * size) - 1 }
  })
}
