import { markedDialect } from './marked.ts'

/** msmtp with `--debug` or `-v`: `--> ` client, `<-- ` server. */
export const msmtp = markedDialect({
  name: 'msmtp',
  title: 'msmtp --debug',
  line: /^(?<head>)(?:(?<client>--> ?)|(?<server><-- ?))/,
  events: [
    [/^TLS session parameters:/, 'tls-started'],
    [/^msmtp: (?:the server (?:closed|did not reply)|cannot read|network (?:read|write) error)/, 'lost'],
  ],
  signature: /^(?:using account |reading recipients from the command line|msmtp: )/,
  write: { client: ['--> ', ''], server: ['<-- ', ''] },
})
