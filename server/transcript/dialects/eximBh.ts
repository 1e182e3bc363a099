import { looksLikeDialogue } from '../payload.ts'
import { type Dialect, utterance } from './dialect.ts'
import { signatureWeight } from './marked.ts'
import { readUnmarked } from './unmarked.ts'

const remark = /^(?:>>> |>>>$|\*\*\*\* |LOG: )/

/** Exim's test of a session, `-bh`: no marks for what is said; `>>> ` stands in front of Exim's own thoughts. */
export const eximBh: Dialect = {
  name: 'exim-bh',
  title: 'Exim -bh, a test of a session (>>> is no direction)',
  example: [
    '**** SMTP testing session as if from host 192.0.2.7',
    '220 mx.example.org ESMTP Exim 4.96 Mon, 23 Nov 2026 23:23:30 +0000',
    'EHLO client.example.net',
    '>>> host in dsn_advertise_hosts? yes (matched "*")',
    '550 Unrouteable address',
  ],
  read: (line, context) =>
    remark.test(line) ? utterance('note', 0) : readUnmarked(line, context, { isTyped: true }),
  recognize(lines) {
    const isSigned = lines.some(line => /^\*\*\*\* SMTP testing session |^>>> host in \w+\?/.test(line))
    const count = lines.filter(looksLikeDialogue).length
    return isSigned ? signatureWeight * 2 + count : 0
  },
  write: (_speaker, payload) => payload,
}
