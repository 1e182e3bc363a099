import { type Dialect, utterance } from './dialect.ts'
import { markedDialect, signatureWeight } from './marked.ts'

const marked = markedDialect({
  name: 'rfc821',
  title: 'S: for the sender and R: for the receiver, as in RFC 821 and RFC 3030',
  example: [
    'S: MAIL FROM:<a@example.net>',
    'R: 250 OK',
    'S: RCPT TO:<nosuch@example.org>',
    'R: 550 No such user here',
  ],
  line: /^(?<head>\s*)(?:(?<note>[SR]: +<(?:wait|open|close)[^>]*>|S: +\(\d+ octets? of [^)]*\))|(?<client>S:(?: |$))|(?<server>R:(?: |$)))/,
  events: [
    [/^\s*R: +<wait for (?:open )?connection/, 'connecting'],
    [/^\s*S: +<open connection/, 'connected'],
  ],
  write: { client: ['S: ', ''], server: ['R: ', ''] },
})

const sent = /^\s*S: (?:(?:EHLO|HELO) |MAIL FROM:|RCPT TO:|DATA$|QUIT$)/i
const received = /^\s*R: [2-5]\d\d[ -]/

/** The examples of RFC 821 and RFC 3030: `S: ` is the sender, which is the client, and `R: ` the receiver. */
export const rfcExamples: Dialect = {
  ...marked,
  read(line, context) {
    const [one, ...more] = marked.read(line, context)
    const isDot = one?.speaker === 'client' && /^\s*<CRLF>\.<CRLF>\s*$/.test(line.slice(one.start))
    if (one && isDot) return [{ ...one, endsMessage: true }]
    return one ? [one, ...more] : utterance('note', 0)
  },
  // `S: ` alone could be the server's; with a command behind it, and a reply behind `R: `, it is not.
  recognize(lines) {
    const isSigned = lines.some(line => sent.test(line)) && lines.some(line => received.test(line))
    return marked.recognize(lines) + (isSigned ? signatureWeight : 0)
  },
}
