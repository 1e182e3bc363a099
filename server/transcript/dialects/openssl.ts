import { looksLikeDialogue } from '../payload.ts'
import { type Dialect, remembering, type Utterance, utterance } from './dialect.ts'
import { type EventPattern, eventIn, signatureWeight } from './marked.ts'
import { readUnmarked } from './unmarked.ts'

const events: readonly EventPattern[] = [
  [/^CONNECTED\(/, 'connecting'],
  [/^(?:closed|DONE|read:errno=\d+)$/, 'closed'],
]

/** Remarks that can stand between what is said. */
const remark =
  /^(?:CONNECTED\(|depth=\d|verify (?:error|return):|Can't use SSL_get_servername|RENEGOTIATING$|KEYUPDATE$|DONE$|closed$|read:errno=|read R BLOCK$|[0-9A-F]{8,16}:error:|\d+:error:|Connecting to |Warning: )/

/** How the report on the connection, and on a session ticket that comes later, begins and goes on. */
const reportBegins = /^(?:---$|Certificate chain$|Post-Handshake New Session Ticket arrived:$)/
const reportMarks = /^(?:---|read R BLOCK)$/

/** Between the rules `---` the tool reports; a rule may end the report or begin its next part. */
function readReport(line: string): readonly Utterance[] {
  if (reportMarks.test(line)) return remembering('rule')
  return utterance(line.trim() === '' ? 'blank' : 'note', 0)
}

/**
 * OpenSSL's s_client: a report on the certificate and the session between rules of three hyphens, then what is typed
 * and what the server answers, without marks. What was said before the handshake is not printed.
 */
export const openssl: Dialect = {
  name: 's_client',
  title: 'openssl s_client -starttls smtp',
  example: [
    'CONNECTED(00000003)',
    'depth=0 CN = mx.example.org',
    'DATA',
    '503 5.5.1 Error: need RCPT command',
  ],
  read(line, context) {
    if (line === 'DONE' || (remark.test(line) && context.expected !== 'content')) {
      const isEnd = line === 'read R BLOCK'
      return isEnd ? remembering('') : utterance('note', 0, eventIn(line, events))
    }
    const inReport = context.memory === 'report' || (context.memory === 'rule' && !looksLikeDialogue(line))
    if (inReport) {
      const [one] = readReport(line)
      return one ? [{ ...one, memory: one.memory ?? 'report' }] : []
    }
    if (context.expected !== 'content' && reportBegins.test(line)) return remembering('rule')
    const [one, ...more] = readUnmarked(line, context, { isTyped: true })
    return one ? [{ ...one, memory: '' }, ...more] : []
  },
  recognize(lines) {
    const isSigned = lines.some(line =>
      /^(?:CONNECTED\([0-9A-F]+\)|depth=\d+ |SSL handshake has read )/.test(line),
    )
    return isSigned ? signatureWeight + lines.filter(looksLikeDialogue).length : 0
  },
  write: (_speaker, payload) => payload,
}
