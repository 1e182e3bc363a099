import { markedDialect } from './marked.ts'
import { readUnmarked } from './unmarked.ts'

/** sendmail with `-v`: `>>> ` client, replies without a mark, `address... ` in front of its own remarks; `-bs` puts 050 in front. */
export const sendmail = markedDialect({
  name: 'sendmail',
  title: 'sendmail -v',
  example: [
    'grey@example.org... Connecting to [127.0.0.1] port 2501 via esmtp...',
    '220 mx.example.org ESMTP Postfix (Debian/GNU)',
    '>>> STARTTLS',
    '220 2.0.0 Ready to start TLS',
  ],
  line: /^(?<head>(?:050 )?)(?:(?<client>>>> ?)|(?<server>(?<=^050 )(?=[2-5]\d\d[ -])))/,
  events: [
    [/\.\.\. Connecting to .{1,255}? via (?:e?smtp|relay|lmtp)/, 'connecting'],
    [/\.\.\. Deferred: (?:Connection reset|.{0,255}?timed out)/, 'lost'],
  ],
  unmarked: readUnmarked,
  repliesAreUnmarked: true,
  signature:
    /^(?:050 )?\S+\.\.\. (?:Connecting to .{1,255}? via (?:e?smtp|relay|lmtp)|Using cached E?SMTP connection)/,
  elidesContent: true,
  write: { client: ['>>> ', ''], server: ['', ''] },
})
