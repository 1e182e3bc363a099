import { markedDialect } from './marked.ts'

/** s-nail (mailx) with `-v -v`: `>>> ` stands in front of both sides, `SERVER: ` behind it in front of the server's. */
export const sNail = markedDialect({
  name: 's-nail',
  title: 's-nail (mailx) -v -v',
  example: [
    's-nail: Connecting to 127.0.0.1:2501 ... connected.',
    's-nail: >>> SERVER: 220 mx.example.org ESMTP Postfix (Debian/GNU)',
    's-nail: >>> HELO client.example.net',
    's-nail: >>> SERVER: 250 mx.example.org',
  ],
  line: /^(?<head>[\w.-]+: )(?:(?<server>>>> SERVER: ?)|(?<client>>>> ?)|(?<note>SMTP server: ))/,
  events: [
    [/^[\w.-]+: Connecting to \S+ \.\.\. connected/, 'connected'],
    [/^[\w.-]+: (?:Unexpected EOF|.*[Cc]onnection (?:reset|closed))/, 'lost'],
  ],
  signature: /^[\w.-]+: >>> SERVER: /,
  isUnstuffed: true,
  write: { head: 's-nail: ', client: ['>>> ', ''], server: ['>>> SERVER: ', ''] },
})
