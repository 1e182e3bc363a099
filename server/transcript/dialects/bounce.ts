import { looksLikeReply } from '../payload.ts'
import { stretchBetween } from '../stretch.ts'
import { type Dialect, type LineContext, said, type Utterance, utterance } from './dialect.ts'
import { readExcerpt } from './excerpts.ts'
import { signatureWeight } from './marked.ts'

const said550 = /\b(?:said|refused to talk to me): (?<reply>[45]\d\d[ -].*?)(?: \(in reply to .*)?$/d
const afterCommand =
  /SMTP error from remote (?:mail server|mailer) after (?:pipelined )?(?:(?<command>(?:EHLO|HELO|MAIL FROM:|RCPT TO:|DATA|STARTTLS|AUTH)[^:]*(?:<[^>]*>[^:]*)?)|[\w ]+):(?: host \S+ \[\S+\]:)?\s*$/d
const signature =
  /\bsaid: [45]\d\d[ -]|SMTP error from remote (?:mail server|mailer) after |^Content-Type: message\/delivery-status|^Diagnostic-Code: smtp;/i

/** Where a message begins that the bounce returns: nothing behind it tells of the session. */
const returned =
  /^Content-(?:Type: (?:message\/rfc822|text\/rfc822-headers)|Description: Undelivered Message)/i

function readQuotedReply(line: string, { replyCode, memory }: LineContext): readonly Utterance[] | null {
  const start = line.length - line.trimStart().length
  const payload = line.slice(start)
  const isFirst = memory === 'reply' && looksLikeReply(payload)
  const isNext = memory === 'lines' && replyCode !== null && looksLikeReply(payload)
  if (!isFirst && !isNext) return null
  const [one] = utterance('server', start)
  return [{ ...one, memory: 'lines' }]
}

/**
 * The bounces of Postfix ("host … said: 550 … (in reply to RCPT TO command)"), of Exim ("SMTP error from remote mail
 * server after RCPT TO:<…>:" and the reply below it), and of those who write alike.
 */
export const bounce: Dialect = {
  name: 'bounce',
  title: 'bounce, as Postfix and Exim write it',
  example: [
    '<x@exim.example.com>: host 127.0.0.1[127.0.0.1] said: 550 relay not permitted',
    '    (in reply to RCPT TO command)',
  ],
  read(line, context) {
    const { memory } = context
    if (memory === 'returned' || returned.test(line)) {
      return [{ ...utterance('note', 0)[0], memory: 'returned' }]
    }
    const quoted = readQuotedReply(line, context)
    if (quoted) return quoted
    const after = afterCommand.exec(line)
    if (after) {
      const [start, end] = after.indices?.groups?.['command'] ?? []
      if (start === undefined || end === undefined) return [{ ...utterance('note', 0)[0], memory: 'reply' }]
      const command = said('client', stretchBetween(line, start, end, 'plain'))
      return [{ ...command, excerpt: true, memory: 'reply' }]
    }
    const [reply] = readExcerpt(line, [said550])
    if (reply) return [{ ...reply, memory: /\(in reply to /.test(line) ? '' : 'wrapped' }]
    if (memory === 'wrapped' && /^\s+\S/.test(line)) return readWrapped(line)
    return [{ ...utterance(line.trim() === '' ? 'blank' : 'note', 0)[0], memory: '' }]
  },
  recognize: lines => (lines.some(line => signature.test(line)) ? signatureWeight / 2 : 0),
  write: null,
  isSummary: true,
}

/** The rest of a reply that was broken, up to what it answered. */
function readWrapped(line: string): readonly Utterance[] {
  const indentation = line.length - line.trimStart().length
  const ends = line.indexOf('(in reply to ')
  const end = ends < 0 ? line.length : line.slice(0, ends).trimEnd().length
  const memory = ends < 0 ? 'wrapped' : ''
  if (end <= indentation) return [{ ...utterance('note', 0)[0], memory }]
  return [{ ...said('more', stretchBetween(line, indentation - 1, end, 'plain')), memory }]
}
