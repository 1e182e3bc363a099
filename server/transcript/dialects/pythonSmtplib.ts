import { markedDialect } from './marked.ts'

/** Python's smtplib with `set_debuglevel(1)` or `(2)`: what goes over the wire as literals, replies once more in parts. */
export const pythonSmtplib = markedDialect({
  name: 'smtplib',
  title: "Python's smtplib with set_debuglevel",
  example: [
    "connect: to ('127.0.0.1', 2501) None",
    "send: 'rset\\r\\n'",
    "reply: b'250 2.0.0 Ok\\r\\n'",
    "reply: retcode (250); Msg: b'2.0.0 Ok'",
  ],
  line: /^(?<head>(?:\d\d:\d\d:\d\d\.\d{6} )?)(?:(?<client>send: b?['"])|(?<server>reply: b?['"])|(?<note>reply: retcode|connect: |data: \(|connect fail: |send: \())/,
  encoding: 'string',
  events: [
    [/^(?:\d\d:\d\d:\d\d\.\d{6} )?connect: to \(/, 'connecting'],
    [/^(?:smtplib\.)?SMTPServerDisconnected\b/, 'lost'],
  ],
  signature: /^(?:\d\d:\d\d:\d\d\.\d{6} )?(?:reply: retcode \(|connect: (?:to )?\(|send: 'ehlo )/,
  write: { client: ["send: '", "\\r\\n'"], server: ["reply: b'", "\\r\\n'"] },
})
