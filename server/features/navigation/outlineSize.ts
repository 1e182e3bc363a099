import type { LineRecord } from '../../transcript/lineRecord.ts'
import type { PlacedSession } from '../../transcript/placedSession.ts'
import { payloadOf } from '../../transcript/stretch.ts'

/** How many symbols a session has in an outline, at most. */
export interface OutlineSize {
  readonly transactions: number
  /** Commands, messages and whatever else is sent. */
  readonly exchanges: number
}

function isContent(record: LineRecord | undefined): boolean {
  return record?.kind === 'message' || record?.kind === 'chunk' || record?.kind === 'end-of-data'
}

/** Counts what was sent in a session on its lines, without putting it together. */
export function outlineSize({ body, lineCount }: PlacedSession): OutlineSize {
  const { texts, records } = body.lines
  let transactions = 0
  let exchanges = 0
  let before: LineRecord | undefined
  for (let line = 0; line < lineCount; line++) {
    for (const record of records[line] ?? []) {
      if (record.kind === 'command') {
        exchanges += 1
        if (/^\s*MAIL(?:\s|$)/i.test(payloadOf(texts[line] ?? '', record))) transactions += 1
      } else if (record.kind === 'auth-response' || record.kind === 'tls') exchanges += 1
      else if (record.kind === 'reply') exchanges += record.implies === null ? 0 : 1
      else if (isContent(record) && record.kind !== before?.kind) exchanges += 1
      before = record
    }
  }
  return { transactions, exchanges }
}
