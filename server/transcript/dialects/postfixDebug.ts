import { looksLikeDialogue } from '../payload.ts'
import { type Arrows, saidBehind, serversArrow } from './arrows.ts'
import { type Dialect, type LineContext, type Utterance, utterance } from './dialect.ts'
import { type EventPattern, eventIn, signatureWeight } from './marked.ts'

const mark = /^(?:.{0,120}?\]: )?([<>]) \S{1,255}\[[^\]\s]*\](?::\d+)?: ?/
const program = /\b([\w./-]{1,80})\[(\d{1,10})\]: /

const events: readonly EventPattern[] = [
  [/\bsmtpd\[\d+\]: connect from /, 'connected'],
  [/\]: (?:Anonymous|Trusted|Untrusted|Verified) TLS connection established /, 'tls-started'],
  [/\bsmtpd\[\d+\]: lost connection after /, 'lost'],
  [/\bsmtpd\[\d+\]: disconnect from /, 'closed'],
]

const arrows = { reads: '<', writes: '>' } as const satisfies Arrows

/** The arrow in front of what the server says: `>` in a server's log, `<` in a client's. */
function serverArrow(line: string, arrow: string, payload: string, memory: string): string {
  const name = program.exec(line)?.[1] ?? ''
  if (/\bsmtpd$/.test(name)) return '>'
  if (/\b(?:smtp|lmtp)$/.test(name)) return '<'
  return serversArrow(arrows, arrow, payload, memory)
}

function readMarked(
  line: string,
  arrow: string,
  start: number,
  { memory }: LineContext,
): readonly Utterance[] {
  const servers = serverArrow(line, arrow, line.slice(start), memory)
  return saidBehind(arrow, servers, { start, tail: 0, encoding: 'plain' })
}

/**
 * Postfix with `debug_peer_list`, or `-v` in master.cf: `< host[address]: ` is what the process reads and `> …` what it
 * writes. For smtpd the client is read, for smtp and lmtp the server is.
 */
export const postfixDebug: Dialect = {
  name: 'postfix-debug',
  title: 'Postfix with debug_peer_list, server or client',
  example: [
    'Nov 23 23:20:24 mx postfix/smtpd[2128]: < localhost[127.0.0.1]: MAIL FROM:<a@example.net>',
    'Nov 23 23:20:24 mx postfix/smtpd[2128]: > localhost[127.0.0.1]: 250 2.1.0 Ok',
  ],
  id(line) {
    const [, name, pid] = program.exec(line) ?? []
    return name === undefined || pid === undefined ? null : `${name.slice(name.lastIndexOf('/') + 1)}[${pid}]`
  },
  read(line, context) {
    const match = mark.exec(line)
    if (match) return readMarked(line, match[1] ?? '', match[0].length, context)
    return utterance(line.trim() === '' ? 'blank' : 'note', 0, eventIn(line, events))
  },
  recognize(lines) {
    const count = lines.filter(line => {
      const match = mark.exec(line)
      const payload = match ? line.slice(match[0].length) : ''
      return looksLikeDialogue(payload)
    }).length
    return count > 0 ? signatureWeight * 2 + count : 0
  },
  write: null,
  elidesContent: true,
}
