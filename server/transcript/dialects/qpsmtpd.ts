import { looksLikeCommand, looksLikeReply } from '../payload.ts'
import { type Dialect, utterance } from './dialect.ts'
import { type EventPattern, eventIn, signatureWeight } from './marked.ts'

const head =
  /^(?:\w{3} \w{3} +\d+ [\d:]{8} \d{4} \S+\[(\d+)\]: |\S+ +\d+ [\d:]{8} \S+ \S*qpsmtpd\S*\[(\d+)\]: |(\d+) )/
const dispatching = /^(?:\(\w+\) )?dispatching ?/

const events: readonly EventPattern[] = [
  [/: Accepted connection \d+\/\d+ from /, 'connected'],
  [/: click, disconnecting/, 'lost'],
]

/** qpsmtpd at level DEBUG: `dispatching ` in front of commands, replies without a mark, both behind the process. */
export const qpsmtpd: Dialect = {
  name: 'qpsmtpd',
  title: 'qpsmtpd with loglevel LOGDEBUG',
  example: [
    'Mon Nov 23 23:19:21 2026 mx.example.org[31035]: Accepted connection 1/60 from 127.0.0.1 / localhost',
    'Mon Nov 23 23:19:21 2026 mx.example.org[31035]: dispatching EHLO client.example.net',
    'Mon Nov 23 23:19:21 2026 mx.example.org[31035]: 250 AUTH PLAIN LOGIN CRAM-MD5',
  ],
  id(line) {
    const [, pid, other, plain] = head.exec(line) ?? []
    return pid ?? other ?? plain ?? null
  },
  read(line) {
    const start = head.exec(line)?.[0].length
    if (start === undefined) return utterance(line.trim() === '' ? 'blank' : 'note', 0)
    const payload = line.slice(start)
    const command = dispatching.exec(payload)
    if (command) return utterance('client', start + command[0].length)
    return utterance(looksLikeReply(payload) ? 'server' : 'note', start, eventIn(line, events))
  },
  recognize(lines) {
    const count = lines.filter(line => {
      const payload = line.slice(head.exec(line)?.[0].length ?? 0)
      const command = dispatching.exec(payload)
      return command !== null && looksLikeCommand(payload.slice(command[0].length))
    }).length
    return count > 0 ? signatureWeight + count : 0
  },
  write: null,
}
