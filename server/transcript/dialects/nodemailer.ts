import { looksLikeReply } from '../payload.ts'
import { type Dialect, type LineContext, remembering, type Utterance, utterance } from './dialect.ts'
import { type EventPattern, eventIn, markedDialect, readRemark } from './marked.ts'

const head = String.raw`\[[\d-]+ [\d:]+\] (?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +\[[^\]#\s]+\] `

const events: readonly EventPattern[] = [
  [/\] Connection established to /, 'connected'],
  [/\] (?:Connection upgraded with STARTTLS|Secure connection established)/, 'tls-started'],
  [/\] (?:Closing connection to the server using|Connection closed$)/, 'lost'],
]
const failed = /^\[[\d-]+ [\d:]+\] (?:WARN|ERROR|FATAL) /
const messageLine = /^\[[\d-]+ [\d:]+\] DEBUG +\[[^\]#\s]+\] /

/** The log prints mail data without a mark, at the level of what is said; whatever they look like, a dot ends them. */
function readUnmarkedLine(line: string, { expected, memory }: LineContext): readonly Utterance[] {
  const start = messageLine.exec(line)?.[0].length
  const isContent = (expected === 'content' || expected === 'content-or-reply') && memory !== 'failed'
  if (start !== undefined && isContent && eventIn(line, events) === null) return utterance('client', start)
  return failed.test(line) ? remembering('failed', eventIn(line, events)) : readRemark(line, events)
}

const marked = markedDialect({
  name: 'nodemailer',
  title: 'nodemailer with logger and debug',
  example: [
    '[2026-11-23 23:12:55] INFO  [e7FctS7O0M] Connection established to 127.0.0.1:2501',
    '[2026-11-23 23:12:55] DEBUG [e7FctS7O0M] S: 220 mx.example.org ESMTP Postfix (Debian/GNU)',
    '[2026-11-23 23:12:55] DEBUG [e7FctS7O0M] C: EHLO client.example.net',
    '[2026-11-23 23:12:55] DEBUG [e7FctS7O0M] S: 250 CHUNKING',
  ],
  line: new RegExp(`^(?<head>${head})(?:(?<client>C: ?)|(?<server>S: ?))`),
  id: /^\[[\d-]+ [\d:]+\] [A-Z]+ +\[([^\]#\s]+)\] /,
  events,
  unmarked: readUnmarkedLine,
  signature:
    /^\[[\d-]+ [\d:]+\] DEBUG +(?:Creating transport: nodemailer|\[[^\]#\s]+\] (?:Resolved \S+ as|[CS]: ))/,
})

/** nodemailer with `logger: true, debug: true`: `C: ` and `S: ` behind time, level and session; mail data unmarked. */
export const nodemailer: Dialect = {
  ...marked,
  read(line, context) {
    // Mail data can look like a marked line.
    const isInside = context.expected === 'content' && context.memory !== 'failed' && messageLine.test(line)
    const read = isInside ? readUnmarkedLine(line, context) : marked.read(line, context)
    const [first, ...more] = read
    const isAnswer = first?.speaker === 'server' && looksLikeReply(line.slice(first.start))
    return first && isAnswer && context.memory !== '' ? [{ ...first, memory: '' }, ...more] : read
  },
}
