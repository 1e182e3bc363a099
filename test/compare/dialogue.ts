import type { LineRecord, LineRecords } from '../../server/transcript/lineRecord.ts'
import type { Exchange, Session } from '../../server/transcript/session.ts'
import { payloadOf } from '../../server/transcript/stretch.ts'

/** One thing that somebody said, as one TCP segment carries it: a line of the client's, or a whole reply. */
export interface Segment {
  readonly from: 'client' | 'server'
  /**
   * Its lines, each with the session's line that it stands on; what the tool did not print stands at the reply that
   * tells of it, or at the command that announces it.
   */
  readonly lines: readonly { readonly line: number; readonly text: string }[]
  /** A command, and no mail data and no answer to a challenge. */
  readonly isCommand: boolean
  /** The first behind a TLS handshake: a capture shows it as if the connection began here. */
  readonly isFirstUnderTls: boolean
}

/** What stands for credentials that the tool did not print as they were: those of nobody, so that their form is right. */
const unprintedCredentials = 'AG5vYm9keQBub3RoaW5n'

// Hidden by the tool as in ***, <hidden> and slash-star secured star-slash, or decoded, with a backslash and 0 for NUL.
const notAsSent = /^(AUTH\s+\S+\s+)?(?:\*{2,}|\/\*.*\*\/|<.*>|\[.*\]|\\0.*)$/i

/** A command or an answer to a challenge as it was on the wire. */
function asSent(text: string): string {
  return text.replace(notAsSent, (_, verb = '') => `${verb}${unprintedCredentials}`)
}

type Draft = { -readonly [Key in keyof Segment]: Segment[Key] }

/** The lines behind which the connection is under TLS. */
function linesBeforeTls({ exchanges }: Session): ReadonlySet<number> {
  const starts = exchanges.filter(({ unit, reply }) => {
    return unit.kind === 'command' && unit.verb === 'STARTTLS' && reply?.code === 220
  })
  return new Set(starts.map(({ reply }) => reply?.codeSpans.at(-1)?.line ?? -1))
}

function unprintedChunk({ unit }: Exchange, next: Exchange | undefined): string | null {
  if (unit.kind !== 'command' || unit.verb !== 'BDAT') return null
  const isPrinted = next?.unit.kind === 'chunk' && !next.unit.elided
  const octets = Number.parseInt(unit.argument, 10)
  return isPrinted || !(octets > 2 && octets < 60_000) ? null : 'x'.repeat(octets - 2)
}

/** What of the dialogue the tool did not print, by the line of the command behind which it was sent. */
function unprintedChunks({ exchanges }: Session): ReadonlyMap<number, string> {
  const chunks = new Map<number, string>()
  for (const [index, exchange] of exchanges.entries()) {
    const chunk = unprintedChunk(exchange, exchanges[index + 1])
    if (chunk !== null) chunks.set(exchange.line, chunk)
  }
  return chunks
}

/** Puts the segments of a session together, record by record. */
class Dialogue {
  readonly segments: Draft[] = []
  private isUnderTls = false
  private isReplyOpen = false

  private say(from: Draft['from'], line: number, text: string, isCommand = false): void {
    const isFirstUnderTls = this.isUnderTls
    this.isUnderTls = false
    this.isReplyOpen = false
    this.segments.push({ from, lines: [{ line, text }], isCommand, isFirstUnderTls })
  }

  startTls(): void {
    this.isUnderTls = true
  }

  private goOn(line: number, text: string): void {
    const last = this.segments.at(-1)
    if (last) last.lines = [...last.lines, { line, text }]
  }

  private hear(record: LineRecord & { readonly kind: 'reply' }, line: number, text: string): void {
    if (record.isFirst && record.implies === 'message') this.say('client', line, '.')
    if (record.isFirst && record.implies === 'auth-response') this.say('client', line, unprintedCredentials)
    if (!record.isFirst && this.isReplyOpen) this.goOn(line, text)
    else this.say('server', line, text)
    this.isReplyOpen = !record.isLast
  }

  add(record: LineRecord, line: number, text: string): void {
    switch (record.kind) {
      case 'reply':
        this.hear(record, line, text)
        return
      case 'command':
        this.say('client', line, asSent(text), true)
        return
      case 'message':
      case 'chunk':
        this.say('client', line, text)
        return
      case 'end-of-data':
        this.say('client', line, '.')
        return
      case 'auth-response':
        this.say('client', line, asSent(text))
        return
      case 'more': {
        const last = this.segments.at(-1)
        const [end] = last?.lines.slice(-1) ?? []
        if (last && end) last.lines = [...last.lines.slice(0, -1), { ...end, text: end.text + text }]
        return
      }
      case 'unreadable':
        if (this.isReplyOpen) this.goOn(line, text)
        else this.say('server', line, text)
        return
      default:
        return
    }
  }

  addChunk(line: number, text: string): void {
    this.say('client', line, text)
  }
}

/**
 * What was said in a session, as segments. What the tool did not print is sent in its shortest form where the dialogue
 * needs it: the final dot, a chunk of the announced size, credentials of nobody.
 */
export function dialogueOf(session: Session): readonly Segment[] {
  const dialogue = new Dialogue()
  const beforeTls = linesBeforeTls(session)
  const chunks = unprintedChunks(session)
  const records: readonly LineRecords[] = session.records
  for (const [line, ofLine] of records.entries()) {
    for (const record of ofLine) dialogue.add(record, line, payloadOf(session.texts[line] ?? '', record))
    const chunk = chunks.get(line)
    if (chunk !== undefined) dialogue.addChunk(line, chunk)
    if (beforeTls.has(line)) dialogue.startTls()
  }
  return dialogue.segments
}
