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
import { encodeTokens, type Token } from './tokenLegend.ts'

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

/**
 * What the words of a transcript mean that no grammar can know, as the semantic tokens of the Language Server Protocol
 * (five numbers each), on all lines or on some. The legend is `tokenTypes` and `tokenModifiers`.
 */
export function semanticTokens({ reading, sessions }: Transcript, range?: TokenRange): number[] {
  const all = { first: 0, last: lineCountOf(reading) - 1 }
  const wanted = range
    ? { first: Math.max(all.first, range.first), last: Math.min(all.last, range.last) }
    : all
  const tokens = [...remarkTokens(reading, wanted)]
  for (const placed of sessionsBetween(sessions, wanted.first, wanted.last)) {
    for (const token of sessionTokens(placed, wanted)) {
      tokens.push({ ...token, line: lineInText(placed, token.line) })
    }
  }
  return encodeTokens(tokens)
}
