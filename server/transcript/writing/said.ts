import type { ConnectionEvent } from '../dialects/dialect.ts'
import type { LineRecord, LineRecords } from '../lineRecord.ts'
import type { PlacedSession } from '../placedSession.ts'
import { isWrittenDot } from '../readClientLine.ts'
import { beforeSession, hasBegun, type ReaderState } from '../readerState.ts'
import { lineOf, type Reading } from '../reading.ts'
import { payloadOf } from '../stretch.ts'

/** A line that client or server said, or a line of what the client sent. */
export interface SaidLine {
  readonly kind: 'said'
  readonly speaker: 'client' | 'server'
  /** Whole, where the tool broke it; decoded, on one line, and of mail data with the dots that hide its own. */
  readonly payload: string
  readonly record: LineRecord
  /** It answers mail data that the tool did not print, or it is their final dot, which has to be written all the same. */
  readonly isElided: boolean
  /** The state after it; null where more stands on its line. */
  readonly after: ReaderState | null
}

/** What a remark of the tool told of the connection. */
export interface SaidEvent {
  readonly kind: 'event'
  readonly event: Exclude<ConnectionEvent, 'connecting'>
  /** The remark. */
  readonly text: string
  readonly after: ReaderState
}

/** A comment of the language's own. */
export interface SaidComment {
  readonly kind: 'comment'
  readonly text: string
}

/** What a session consists of, whatever the dialect. */
export type Said = SaidLine | SaidEvent | SaidComment

/** A line break inside a payload, which no line can hold, as the mark that people write for it. */
function onOneLine(payload: string): string {
  return payload.replaceAll('\r', '\\r').replaceAll('\n', '\\n')
}

/** Comments of the language's own on these lines, which are of no session; but none that names the dialect. */
export function commentsOn(reading: Reading, from: number, to: number): readonly SaidComment[] {
  const comments: SaidComment[] = []
  for (let line = from; line < to; line++) {
    const { text, records } = lineOf(reading, line) ?? { text: '', records: [] }
    if (isComment(records[0], text)) comments.push({ kind: 'comment', text })
  }
  return comments
}

function isComment(record: LineRecord | undefined, text: string): boolean {
  return record?.kind === 'comment' && !/^#\s*@dialect\s/.test(text)
}

function eventOn(records: LineRecords, before: ReaderState, after: ReaderState): SaidEvent['event'] | null {
  if (records.some(({ kind }) => kind === 'tls')) return 'tls-started'
  const { confirmed } = after.view
  if (records.some(({ kind }) => kind === 'unprinted-reply')) {
    return confirmed.authenticated ? 'authenticated' : 'not-authenticated'
  }
  if (!records.every(({ kind }) => kind === 'note')) return null
  if (after.connecting && !hasBegun(after)) return before === beforeSession ? 'connected' : null
  const isNothing =
    before.view === after.view && before.reply === after.reply && before.inMessage === after.inMessage
  if (isNothing || confirmed.phase !== 'closed') return null
  return confirmed.closedBy === 'lost' ? 'lost' : 'closed'
}

function isReply(said: Said | undefined): said is SaidLine {
  return said?.kind === 'said' && said.record.kind === 'reply'
}

function codeOf(said: Said | undefined): number {
  return said?.kind === 'said' && said.record.kind === 'reply' ? said.record.code : 0
}

/**
 * Of mail data that were not printed only the reply tells. Where commands were pipelined behind their final dot, it
 * comes before them: it is the next that the server gives, for nothing else was waiting.
 */
function repliesForward(all: readonly Said[]): readonly Said[] {
  const said = [...all]
  for (let dot = 0; dot < said.length; dot++) {
    const one = said[dot]
    if (one?.kind !== 'said' || !one.isElided || one.speaker === 'server') continue
    const first = said.findIndex((other, index) => index > dot && isReply(other))
    const isNext = first >= 0 && said.slice(dot + 1, first).every(({ kind }) => kind === 'said')
    // A 421 can come at any time, and tells of no mail data.
    if (!isNext || codeOf(said[first]) === 421) continue
    let count = 0
    for (let isOver = false; !isOver; count++) {
      const { record } = said[first + count] as SaidLine
      isOver =
        !isReply(said[first + count + 1]) || (record.kind === 'reply' && record.isLast && !record.moreFollow)
    }
    const reply = said
      .splice(first, count)
      .map(line => ({ ...line, isElided: true, after: null }) as SaidLine)
    said.splice(dot, 1, ...reply)
  }
  return said
}

/**
 * A dot that was no end, as a line of the mail data: hidden by another dot, or with its line end spelled out as it was,
 * so that the same doubt remains.
 */
function asContent(dot: SaidLine, written: string): SaidLine {
  const line = { ...dot, isElided: false, after: null }
  if (isWrittenDot(written, dot.record)) return { ...line, payload: written }
  const { start, tail, encoding } = dot.record
  return { ...line, payload: '..', record: { kind: 'message', start, tail, encoding, opens: false } }
}

/** What was said in a session, in the order in which it stands in the text. */
export function saidIn({ body }: PlacedSession): readonly Said[] {
  const { dialect } = body
  const { texts, records: found, states } = body.lines
  const said: Said[] = []
  let before = beforeSession
  let hasContent = false
  /** The final dot of mail data that were not printed: their reply tells of them as well. */
  let elided: SaidLine | null = null
  /** The last final dot as it stands in the text. */
  let writtenDot = '.'

  /** What was taken for the final dot was none where the mail data go on behind it. */
  function goOn(): void {
    const at = elided ? said.length : said.findLastIndex(({ kind }) => kind !== 'comment')
    const dot = elided ?? said[at]
    elided = null
    if (dot?.kind !== 'said' || dot.record.kind !== 'end-of-data') return
    said[at] = asContent(dot, writtenDot)
    hasContent = true
  }

  function push(line: SaidLine): void {
    if (elided) said.push(elided)
    elided = null
    hasContent = false
    said.push(line)
  }

  function addLine(record: LineRecord, text: string, after: ReaderState | null): void {
    const payload = onOneLine(payloadOf(text, record))
    const line = { kind: 'said', speaker: 'client', payload, record, isElided: false, after } as const
    const last = said.at(-1)
    switch (record.kind) {
      case 'reply': {
        const isElided = elided !== null || (record.implies === 'message' && !hasContent)
        elided = null
        push({ ...line, speaker: 'server', isElided })
        return
      }
      case 'unreadable':
      case 'malformed-reply':
        said.push({ ...line, speaker: 'server' })
        return
      case 'message':
        goOn()
        said.push({
          ...line,
          payload: dialect.isUnstuffed && payload.startsWith('.') ? `.${payload}` : payload,
        })
        hasContent = true
        return
      case 'end-of-data':
        goOn()
        writtenDot = payload
        if (dialect.elidesContent && !hasContent)
          elided = { ...line, payload: '.', isElided: true, after: null }
        else push({ ...line, payload: '.' })
        return
      case 'command':
      case 'auth-response':
      case 'chunk':
        push(line)
        return
      case 'more':
        if (last?.kind === 'said' && /^(?:command|reply)$/.test(last.record.kind)) {
          said[said.length - 1] = { ...last, payload: last.payload + payload, after }
        }
        return
      case 'comment':
        if (isComment(record, text)) said.push({ kind: 'comment', text })
        return
      default:
        return
    }
  }

  for (const [line, records] of found.slice(0, body.count).entries()) {
    const text = texts[line] ?? ''
    const after = states[line] ?? before
    const event = eventOn(records, before, after)
    if (event) said.push({ kind: 'event', event, text, after })
    else for (const record of records) addLine(record, text, record === records.at(-1) ? after : null)
    before = after
  }
  if (elided) said.push(elided)
  return repliesForward(said)
}
