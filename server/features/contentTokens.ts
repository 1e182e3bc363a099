import type { LineRecord, LineRecords, OtherRecord } from '../transcript/lineRecord.ts'
import type { SessionBody } from '../transcript/sessionBody.ts'
import { columnOf, payloadOf } from '../transcript/stretch.ts'
import type { Token } from './tokenLegend.ts'

/** A header field, from its name to the colon (RFC 5322 section 2.2). */
const fieldName = /^[!-9;-~]+(?=[ \t]*:)/

function isContent({ kind }: LineRecord): boolean {
  return kind === 'message' || kind === 'chunk'
}

/** Whether the dialogue goes on with it, so that it is in no content. */
function isDialogue({ kind }: LineRecord): boolean {
  return kind === 'reply' || kind === 'command' || kind === 'end-of-data' || kind === 'auth-response'
}

/** Whether any record of a line is content, and what stands there of the dialogue. */
function look(records: LineRecords | undefined): { content: boolean; dialogue: LineRecord | undefined } {
  return { content: records?.some(isContent) === true, dialogue: records?.findLast(isDialogue) }
}

/**
 * The line on which the content begins that goes on at `line`; and whether an earlier BDAT began it, so that its header
 * is over. Records are interned: line after line of a long message has the same, which are looked at once.
 */
function beginning({ lines: { records } }: SessionBody, line: number): { first: number; goesOn: boolean } {
  const looked = new Map<LineRecords | undefined, boolean>()
  let first = line
  for (let at = line - 1; at >= 0; at--) {
    let content = looked.get(records[at])
    if (content === undefined) {
      const found = look(records[at])
      const { dialogue } = found
      if (dialogue) return { first, goesOn: dialogue.kind === 'command' && dialogue.before.phase === 'bdat' }
      content = found.content
      looked.set(records[at], content)
    }
    if (content) first = at
  }
  return { first, goesOn: false }
}

/** Whether the dialogue goes on somewhere between two lines. */
function isBroken({ lines: { records } }: SessionBody, before: number, behind: number): boolean {
  for (let line = before + 1; line < behind; line++) if (records[line]?.some(isDialogue)) return true
  return false
}

/** The line behind the last of the header of the content that begins on `first`. */
function endOfHeader({ lines: { records, texts }, count }: SessionBody, first: number): number {
  let line = first
  for (; line < count; line++) {
    const record = records[line]?.find(isContent)
    if (!record) {
      if (records[line]?.some(isDialogue)) break
      continue
    }
    const payload = payloadOf(texts[line] ?? '', record)
    if (!fieldName.test(payload) && !/^[ \t]+\S/.test(payload)) break
  }
  return line
}

/** Whether a dot that hides another stands in front of a line of the message (RFC 5321 section 4.5.2). */
function hasDot(body: SessionBody, record: LineRecord, payload: string): boolean {
  return (
    record.kind === 'message' &&
    body.dialect.isUnstuffed !== true &&
    payload.startsWith('.') &&
    payload.length > 1
  )
}

/**
 * Gives the tokens of the mail data of a session, line by line: names of header fields, and the rest. Lines are asked
 * for in their order, so that each header is looked for once.
 */
export function contentTokens(body: SessionBody): (line: number, record: OtherRecord) => Token[] {
  let known: { readonly first: number; readonly header: number; readonly last: number } | null = null
  return (line, record) => {
    const text = body.lines.texts[line] ?? ''
    if (known && !isBroken(body, known.last, line)) known = { ...known, last: line }
    else {
      const { first, goesOn } = beginning(body, line)
      known = { first, header: goesOn ? first : endOfHeader(body, first), last: line }
    }
    const end = Math.max(record.start, text.length - record.tail)
    const token = (start: number, to: number, type: Token['type']): Token => {
      return { line, start, end: to, type, modifiers: [] }
    }
    if (line >= known.header) {
      const dot = text[record.start] === '.' && hasDot(body, record, payloadOf(text, record)) ? 1 : 0
      return [token(record.start + dot, end, 'mailData')]
    }
    const name = fieldName.exec(payloadOf(text, record))?.[0]
    if (name === undefined) return [token(record.start, end, 'mailData')]
    const behind = columnOf(text, record, name.length)
    return [token(record.start, behind, 'property'), token(Math.min(end, behind + 1), end, 'mailData')]
  }
}
