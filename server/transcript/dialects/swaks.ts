import { looksLikeCommand, looksLikeReply } from '../payload.ts'
import {
  type ConnectionEvent,
  type Expectation,
  type Utterance,
  utterance,
  type WritableDialect,
} from './dialect.ts'

/** ` -> ` client, `<- ` server, `~` for `-` under TLS, `*` where swaks did not expect what came. */
const marks = new Map<string, 'client' | 'server'>([
  [' -> ', 'client'],
  [' ~> ', 'client'],
  ['**> ', 'client'],
  ['*~> ', 'client'],
  ['<-  ', 'server'],
  ['<~  ', 'server'],
  ['<** ', 'server'],
  ['<~* ', 'server'],
])

/** Marks whose line has nothing behind them, because something trimmed it. */
function speakerOf(line: string): 'client' | 'server' | undefined {
  return marks.get(line.length < 4 ? line.padEnd(4) : line.slice(0, 4))
}

const rawDump = /^(?:< {2}| {2}>) \d{4}: /
const events: readonly (readonly [RegExp, ConnectionEvent])[] = [
  [/^Trying /, 'connecting'],
  [/^Connected to /, 'connected'],
  [/^TLS started /, 'tls-started'],
  [/^Connection closed with (?:remote host|child process)/, 'closed'],
  [/^(?:Dropping connection|Remote host closed connection|Timeout occured|TLS startup failed)/, 'lost'],
]

function eventOf(remark: string): ConnectionEvent | null {
  return events.find(([pattern]) => pattern.test(remark))?.[1] ?? null
}

/** A line without a mark: options can suppress the marks of either side, and of swaks' own remarks. */
function readUnmarked(line: string, expected: Expectation): readonly Utterance[] {
  const event = eventOf(line)
  if (event) return utterance('note', 0, event)
  switch (expected) {
    case 'content':
      return utterance('client', 0)
    case 'content-or-reply':
    case 'auth-response':
      return utterance(looksLikeReply(line) ? 'server' : 'client', 0)
    case 'opening':
    case 'dialogue':
      if (line.trim() === '') return utterance('blank', 0)
      if (looksLikeReply(line)) return utterance('server', 0)
      return utterance(looksLikeCommand(line) ? 'client' : 'note', 0)
  }
}

/** Output of swaks, the Swiss Army Knife for SMTP; also with `--no-hints`, `--hide-send` and their like. */
export const swaks: WritableDialect = {
  name: 'swaks',
  title: 'output of swaks',
  read(line, { expected }) {
    const speaker = speakerOf(line)
    if (speaker) return utterance(speaker, Math.min(4, line.length))
    const remark = line.slice(0, 4)
    if (remark === '=== ' || remark === '*** ') return utterance('note', 4, eventOf(line.slice(4)))
    if (rawDump.test(line)) return utterance('note', 0)
    return readUnmarked(line, expected)
  },
  recognize: lines =>
    lines.filter(line => speakerOf(line) !== undefined || /^(?:===|\*\*\*) /.test(line)).length +
    1000 * lines.filter(line => line.startsWith('=== ') && eventOf(line.slice(4)) !== null).length,
  write(speaker, payload, secure, like = '') {
    const line = secure || like.slice(0, 4).includes('~') ? '~' : '-'
    return (speaker === 'client' ? ` ${line}> ` : `<${line}  `) + payload
  },
}
