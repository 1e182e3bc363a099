import { stretchBetween } from '../stretch.ts'
import { type Arrows, saidBehind, serversArrow } from './arrows.ts'
import { type Dialect, type LineContext, type Utterance, utterance } from './dialect.ts'
import { signatureWeight } from './marked.ts'

/** A row: date-time, connector-id, session-id, sequence-number, local-endpoint, remote-endpoint, event, data, context. */
const row =
  /^(?:\d{4}-\d\d-\d\dT[\d:.]+Z),(?:"(?:[^"]|"")*"|[^,]*),([0-9A-F]{12,16}),\d+,[^,]*,[^,]*,([-+<>*]),/

/** The column behind the field that starts at `start`, and the columns of what it holds. */
function fieldAt(line: string, start: number): { from: number; to: number } {
  if (line[start] !== '"') {
    const comma = line.indexOf(',', start)
    return { from: start, to: comma < 0 ? line.length : comma }
  }
  let end = start + 1
  for (; end < line.length; end++) {
    if (line[end] !== '"') continue
    if (line[end + 1] !== '"') break
    end += 1
  }
  return { from: start + 1, to: end }
}

const arrows = { reads: '<', writes: '>' } as const satisfies Arrows

function readRow(line: string, start: number, event: string, { memory }: LineContext): readonly Utterance[] {
  if (event === '+') return utterance('note', 0, 'connected')
  if (event === '-') return utterance('note', 0, 'lost')
  if (event === '*') return utterance('note', start)
  const { from, to } = fieldAt(line, start)
  // A send connector writes commands, a receive connector replies: what is said shows which log it is.
  const servers = serversArrow(arrows, event, line.slice(from, to), memory)
  return saidBehind(event, servers, stretchBetween(line, from, to, 'plain'))
}

/** Protocol logs of Exchange: CSV with a row for each line, of a send or a receive connector; `#` begins a heading. */
export const exchange: Dialect = {
  name: 'exchange',
  title: 'protocol log of Exchange, send or receive connector',
  example: [
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
    '2026-11-23T23:20:24.511Z,MX\\Default,08DE2AE31B5F7A10,2,192.0.2.1:25,192.0.2.7:50412,<,MAIL FROM:<a@example.net>,',
    '2026-11-23T23:20:24.513Z,MX\\Default,08DE2AE31B5F7A10,3,192.0.2.1:25,192.0.2.7:50412,>,250 2.1.0 Sender OK,',
  ],
  id: line => row.exec(line)?.[1] ?? null,
  read(line, context) {
    const match = row.exec(line)
    if (match) return readRow(line, match[0].length, match[2] ?? '', context)
    return utterance(line.startsWith('#') ? 'comment' : line.trim() === '' ? 'blank' : 'note', 0)
  },
  recognize: lines => {
    const count = lines.filter(line => row.test(line)).length
    return count > 0 ? signatureWeight + count : 0
  },
  write: null,
  elidesContent: true,
}
