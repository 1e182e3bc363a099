import type { LineRecord, LineRecords } from '../../transcript/lineRecord.ts'
import { columnOf, payloadOf } from '../../transcript/stretch.ts'

/** Columns of a line, `end` exclusive. */
export interface Columns {
  readonly start: number
  readonly end: number
}

function isSecretCommand(payload: string): boolean {
  return /^\s*\S*AUTH\S*(?:\s|$)/i.test(payload)
}

function secretOf(text: string, record: LineRecord): Columns[] {
  const end = Math.max(record.start, text.length - record.tail)
  if (record.kind === 'auth-response') return [{ start: record.start, end }]
  if (record.kind === 'reply') {
    return record.code === 334 ? [{ start: columnOf(text, record, 4), end }] : []
  }
  if (record.kind !== 'command') return []
  if (!/AUTH/i.test(text)) return []
  const payload = payloadOf(text, record)
  if (!isSecretCommand(payload)) return []
  const mechanism = /^\s*AUTH\s+[A-Z0-9_-]{1,20}(?=\s|$)/i.exec(payload)
  return [{ start: columnOf(text, record, mechanism?.[0].length ?? payload.trimStart().search(/\s|$/)), end }]
}

function holdsSecret(text: string, records: LineRecords): boolean {
  return records.some(record => secretOf(text, record).length > 0)
}

/**
 * What credentials and challenges of AUTH take of a line: they are never shown, searched or changed.
 *
 * @param lineBefore the lines in front of it in the same session, the nearest first, with what was found on them: the
 *   rest of a line that the tool broke off belongs to what stands there
 */
export function secretColumns(
  text: string,
  records: LineRecords,
  linesBefore: () => Iterable<{ readonly text: string; readonly records: LineRecords }>,
): readonly Columns[] {
  if (records.length === 1 && records[0]?.kind === 'more') {
    for (const before of linesBefore()) {
      if (before.records.some(({ kind }) => kind !== 'more')) {
        return holdsSecret(before.text, before.records) ? [{ start: 0, end: text.length }] : []
      }
    }
    return []
  }
  return records.flatMap(record => secretOf(text, record))
}
