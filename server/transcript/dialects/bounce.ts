import { looksLikeReply } from '../payload.ts'
import { stretchBetween } from '../stretch.ts'
import { type Dialect, type LineContext, said, type Utterance, utterance } from './dialect.ts'
import { readExcerpt } from './excerpts.ts'
import { signatureWeight } from './marked.ts'

const quotations = [
  /\b(?:said|refused to talk to me): (?<reply>[45]\d\d[ -].*?)(?: \(in reply to .*)?$/ds,
  /\bserver returned '(?<reply>[45]\d\d[ -][^']*)'/di,
]
const diagnosis = [/^Diagnostic-Code: smtp; ?(?<reply>[45]\d\d[ -].*)$/dis]

const afterCommand =
  /SMTP error from remote (?:mail server|mailer) after (?:pipelined )?(?:(?<command>(?:EHLO|HELO|MAIL FROM:|RCPT TO:|DATA|STARTTLS|AUTH)[^:]{0,64}(?:<[^>]{0,320}>[^:]{0,128})?)|[\w ]{1,64}):(?: host \S{1,255} \[\S{1,64}\]:)?\s*$/d

/** A remark behind which the server's reply stands on the next lines. */
const announcement = /\b(?:response(?: from the remote server)?|other server returned) was:\s*$/

const signature =
  /\bsaid: [45]\d\d[ -]|SMTP error from remote (?:mail server|mailer) after |^Content-Type: message\/delivery-status|^Diagnostic-Code: smtp;/i

/** Where a message begins that the bounce returns: nothing behind it tells of the session. */
const returned =
  /^(?:Content-(?:Type: (?:message\/rfc822|text\/rfc822-headers)|Description: Undelivered Message)|-+ (?:Below this line|This) is a copy of )/i

/** What comes next: a `reply`, more `lines` of it, a reply that is `wrapped`, or nothing that is known. */
type Mode = '' | 'reply' | 'lines' | 'wrapped'

const modes: readonly Mode[] = ['reply', 'lines', 'wrapped']

/** `told` stays: a reply was quoted, and what the delivery status says repeats it. */
function memoryOf(mode: Mode, told: boolean): string {
  return told ? `${mode} told` : mode
}

function note(line: string, memory: string): readonly Utterance[] {
  return [{ ...utterance(line.trim() === '' ? 'blank' : 'note', 0)[0], memory }]
}

/** Where the text on a line begins and ends, without what Postfix writes behind a reply. */
function textOn(line: string): { start: number; end: number; isWhole: boolean } {
  const start = line.length - line.trimStart().length
  const ends = line.indexOf('(in reply to ')
  const end = ends < 0 ? line.length : line.slice(0, ends).trimEnd().length
  return { start, end: Math.max(start, end), isWhole: ends >= 0 }
}

/** A reply, or a further line of one, that stands on a line of its own. */
function readReplyLine(
  line: string,
  mode: Mode,
  { replyCode }: LineContext,
  told: boolean,
): readonly Utterance[] | null {
  const { start, end, isWhole } = textOn(line)
  const canStand = mode === 'reply' || (mode !== '' && replyCode !== null)
  if (!canStand || !looksLikeReply(line.slice(start))) return null
  const next = isWhole ? '' : mode === 'reply' ? 'lines' : mode
  return [
    {
      ...said('server', stretchBetween(line, start, end, 'plain')),
      memory: memoryOf(next, told || mode === 'reply'),
    },
  ]
}

/** The rest of a reply that was broken, up to what it answered. */
function readWrapped(line: string, told: boolean): readonly Utterance[] {
  const { start, end, isWhole } = textOn(line)
  const memory = memoryOf(isWhole ? '' : 'wrapped', told)
  if (end === start) return note(line, memory)
  return [{ ...said('more', stretchBetween(line, start - 1, end, 'plain')), memory }]
}

/** A command that Exim names, of which the reply stands below. */
function readCommand(line: string, match: RegExpExecArray, told: boolean): readonly Utterance[] {
  const [start, end] = match.indices?.groups?.['command'] ?? []
  const memory = memoryOf('reply', told)
  if (start === undefined || end === undefined) return note(line, memory)
  return [{ ...said('client', stretchBetween(line, start, end, 'plain')), excerpt: true, memory }]
}

/**
 * The bounces of Postfix ("host … said: 550 … (in reply to RCPT TO command)"), of Exim ("SMTP error from remote mail
 * server after RCPT TO:<…>:" and the reply below it), of qmail ("Remote host said: 550 …"), and of those who write
 * alike; or the delivery status of those who quote nothing (RFC 3464 section 2.3.6).
 */
export const bounce: Dialect = {
  name: 'bounce',
  title: 'bounce, as Postfix, Exim and qmail write it',
  example: [
    '<x@exim.example.com>: host 127.0.0.1[127.0.0.1] said: 550 relay not permitted',
    '    (in reply to RCPT TO command)',
  ],
  read(line, context) {
    const { memory } = context
    if (memory === 'returned' || returned.test(line)) return note(line, 'returned')
    const mode = modes.find(one => memory.startsWith(one)) ?? ''
    const told = memory.endsWith('told')
    if (mode === 'reply' && line.trim() === '') return note(line, memory)
    const next = readReplyLine(line, mode, context, told)
    if (next) return next
    const after = afterCommand.exec(line)
    if (after) return readCommand(line, after, told)
    const [reply] = readExcerpt(line, told ? quotations : [...quotations, ...diagnosis])
    if (reply) {
      // The next recipient's delivery status repeats nothing if this one's did not.
      const isTold = told || !line.startsWith('Diagnostic-Code')
      return [{ ...reply, memory: memoryOf(textOn(line).isWhole ? '' : 'wrapped', isTold) }]
    }
    if (mode === 'wrapped' && /^\s+\S/.test(line)) return readWrapped(line, told)
    return note(line, memoryOf(announcement.test(line) ? 'reply' : '', told))
  },
  recognize: lines => (lines.some(line => signature.test(line)) ? signatureWeight / 2 : 0),
  write: null,
  isSummary: true,
}
