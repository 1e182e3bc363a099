import type { LineRecord } from '../../transcript/lineRecord.ts'
import { columnOf } from '../../transcript/stretch.ts'
import type { LineForm } from './names.ts'
import { recordAt } from './sessionPlace.ts'

/** What stands at a column of a line is said there, or stands in front of what is said: behind `250-` a name may begin. */
export function lineForm(text: string, records: readonly LineRecord[], column: number): LineForm {
  const record = recordAt(records, column)
  if (!record || column < record.start) return { isEscaped: false, from: 0 }
  const behindCode = record.kind === 'reply' ? columnOf(text, record, 4) : record.start
  return { isEscaped: record.encoding === 'string', from: column < behindCode ? record.start : behindCode }
}
