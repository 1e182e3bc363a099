import { markedDialect } from './marked.ts'

/** msmtp with `--debug` or `-v`: `--> ` client, `<-- ` server. */
export const msmtp = markedDialect({
  name: 'msmtp',
  title: 'msmtp --debug',
  example: [
    'using account specified on command line',
    '<-- 220 mx.example.org ESMTP Exim 4.96 Mon, 23 Nov 2026 23:10:58 +0000',
    '--> RCPT TO:<grey@example.org>',
    '<-- 450 4.7.1 Greylisted, please try again later',
  ],
  line: /^(?<head>)(?:(?<client>--> ?)|(?<server><-- ?))/,
  events: [
    [/^TLS session parameters:/, 'tls-started'],
    [/^msmtp: (?:the server (?:closed|did not reply)|cannot read|network (?:read|write) error)/, 'lost'],
  ],
  signature: /^(?:using account |reading recipients from the command line|msmtp: )/,
  write: { client: ['--> ', ''], server: ['<-- ', ''] },
})
