import { markedDialect } from './marked.ts'

/** Python's smtpd module: with its debug stream what the client says; its DebuggingServer prints messages alone. */
export const pythonSmtpd = markedDialect({
  name: 'smtpd-python',
  title: "Python's smtpd module, its debug stream or DebuggingServer",
  line: /^(?<head>)(?<client>Data: b['"])/,
  encoding: 'string',
  events: [
    [/^Incoming connection from /, 'connected'],
    [/^(?:-+ MESSAGE FOLLOWS -+|-+ END MESSAGE -+)$/, 'connected'],
  ],
  signature: /^(?:-{10} MESSAGE FOLLOWS -{10}|Peer: \(')/,
})
