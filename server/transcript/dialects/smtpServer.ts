import { looksLikeReply } from '../payload.ts'
import { type LineContext, type Utterance, utterance } from './dialect.ts'
import { type EventPattern, markedDialect, readRemark } from './marked.ts'

const head = String.raw`\[[\d-]+ [\d:]+\] [A-Z]+ +\[#\w+\] `

const events: readonly EventPattern[] = [
  [/\] Connection from /, 'connected'],
  [/\] Connection upgraded to TLS/, 'tls-started'],
  [/\] Connection closed to /, 'closed'],
]

const headOnly = new RegExp(`^${head}`)

/** Further lines of a reply have no mark. */
function readContinuation(line: string, { replyCode }: LineContext): readonly Utterance[] {
  const start = headOnly.exec(line)?.[0].length ?? 0
  const payload = line.slice(start)
  const isReply = replyCode !== null && looksLikeReply(payload) && Number(payload.slice(0, 3)) === replyCode
  return isReply ? utterance('server', start) : readRemark(line, events)
}

/** The Node.js package smtp-server with a logger, a server's log: `C: ` and `S: ` behind time, level and session. */
export const smtpServer = markedDialect({
  name: 'smtp-server',
  title: 'log of the Node.js package smtp-server, SMTP and LMTP',
  example: [
    '[2026-11-23 23:18:51] INFO  [#2bbir490c79pjmf4] Connection from [127.0.0.1]',
    '[2026-11-23 23:18:51] DEBUG [#2bbir490c79pjmf4] C: RCPT TO:<grey@example.org>',
    '[2026-11-23 23:18:51] DEBUG [#2bbir490c79pjmf4] S: 450 4.2.1 4.7.1 Greylisted, try again later',
  ],
  line: new RegExp(
    String.raw`^(?<head>${head})(?:(?<note>C: <\d+ bytes of DATA>$)|(?<client>C: ?)|(?<server>S: ?))`,
  ),
  id: /^\[[\d-]+ [\d:]+\] [A-Z]+ +\[#(\w+)\] /,
  events,
  unmarked: readContinuation,
  signature: /^\[[\d-]+ [\d:]+\] [A-Z]+ +\[#\w{8,}\] (?:Connection from |[CS]: )/,
})
