import { markedDialect } from './marked.ts'

/** Ruby's Net::SMTP with `set_debug_output`: `-> ` is the server, `<- ` the client, each with a string literal. */
export const rubyNetSmtp = markedDialect({
  name: 'net-smtp-ruby',
  title: "Ruby's Net::SMTP with set_debug_output (-> is the server)",
  example: [
    'Connection opened: 127.0.0.1:2501',
    '-> "220 mx.example.org ESMTP Postfix (Debian/GNU)\\r\\n"',
    '<- "RCPT TO:<alice@example.org>\\r\\n"',
    '-> "250 2.1.5 Ok\\r\\n"',
  ],
  line: /^(?<head>)(?:(?<client><- ")|(?<server>-> "))/,
  encoding: 'string',
  events: [
    [/^Connection opened: /, 'connected'],
    [/^TLS connection started/, 'tls-started'],
  ],
  signature: /^(?:-> "[2-5]\d\d[ -]|<- "[A-Za-z]{4}\b)/,
  write: { client: ['<- "', '\\r\\n"'], server: ['-> "', '\\r\\n"'] },
})
