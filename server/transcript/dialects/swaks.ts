import { utterance, type WritableDialect } from './dialect.ts'
import { type EventPattern, eventIn } from './marked.ts'
import { withOwnRemarks } from './ownRemarks.ts'
import { readUnmarked } from './unmarked.ts'

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
const events: readonly EventPattern[] = [
  [/^Trying /, 'connecting'],
  [/^Connected to /, 'connected'],
  [/^TLS started /, 'tls-started'],
  [/^Connection closed with (?:remote host|child process)/, 'closed'],
  [/^(?:Dropping connection|Remote host closed connection|Timeout occured|TLS startup failed)/, 'lost'],
]

/** Output of swaks, the Swiss Army Knife for SMTP; also with `--no-hints`, `--hide-send` and their like. */
export const swaks: WritableDialect = withOwnRemarks({
  name: 'swaks',
  title: 'output of swaks',
  example: [
    '=== Connected to 127.0.0.1.',
    '<-  220 mx.example.org ESMTP Postfix (Debian/GNU)',
    ' -> RCPT TO:<nosuch@example.org>',
    '<** 550 5.1.1 <nosuch@example.org>: Recipient address rejected: User unknown in local recipient table',
  ],
  read(line, context) {
    const speaker = speakerOf(line)
    if (speaker) return utterance(speaker, Math.min(4, line.length))
    const remark = line.slice(0, 4)
    if (remark === '=== ' || remark === '*** ') return utterance('note', 4, eventIn(line.slice(4), events))
    if (rawDump.test(line)) return utterance('note', 0)
    // Options can suppress the marks of either side, and of swaks' own remarks.
    const event = eventIn(line, events)
    return event ? utterance('note', 0, event) : readUnmarked(line, context)
  },
  recognize: lines =>
    lines.filter(line => speakerOf(line) !== undefined || /^(?:===|\*\*\*) /.test(line)).length +
    1000 * lines.filter(line => line.startsWith('=== ') && eventIn(line.slice(4), events) !== null).length,
  write(speaker, payload, secure, like = '') {
    const line = secure || like.slice(0, 4).includes('~') ? '~' : '-'
    return (speaker === 'client' ? ` ${line}> ` : `<${line}  `) + payload
  },
})
