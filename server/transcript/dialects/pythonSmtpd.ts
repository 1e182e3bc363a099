import { markedDialect } from './marked.ts'

/** Python's smtpd module: with its debug stream what the client says; its DebuggingServer prints messages alone. */
export const pythonSmtpd = markedDialect({
  name: 'smtpd-python',
  title: "Python's smtpd module, its debug stream or DebuggingServer",
  example: [
    "Incoming connection from ('127.0.0.1', 52120)",
    "Peer: ('127.0.0.1', 52120)",
    "Data: b'EHLO client.example.net'",
    "Data: b'MAIL FROM:<a@example.net>'",
  ],
  line: /^(?<head>)(?<client>Data: b['"])/,
  encoding: 'string',
  events: [
    [/^Incoming connection from /, 'connected'],
    [/^(?:-+ MESSAGE FOLLOWS -+|-+ END MESSAGE -+)$/, 'connected'],
  ],
  signature: /^(?:-{10} MESSAGE FOLLOWS -{10}|Peer: \(')/,
})
