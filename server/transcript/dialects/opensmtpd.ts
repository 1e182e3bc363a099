import { markedDialect } from './marked.ts'

/** OpenSMTPD's `-T smtp`: `<<< ` client and `>>> ` server behind the session, `<<< [MSG] ` mail data. */
export const opensmtpd = markedDialect({
  name: 'opensmtpd',
  title: 'OpenSMTPD smtpd -d -v -T smtp',
  example: [
    'smtp: 0x55cef35f1950: connected to listener 0x55cef360df40 [hostname=mx.example.org, port=2521, tag=]',
    'smtp: 0x55cef35f1950: <<< RCPT TO:<grey@example.org>',
    'smtp: 0x55cef35f1950: >>> 450 4.7.1 Greylisted, try again later',
  ],
  line: /^(?:(?:.{0,80}?: )??<<< \[(?:(?<note>EOM)\]|MSG\] ?(?<message>))|.{0,80}?smtp: 0x[0-9a-f]+: (?:(?<client><<< ?)|(?<server>>>> ?)))/,
  id: /\bsmtp: (0x[0-9a-f]+): /,
  events: [
    [/\bsmtp: 0x[0-9a-f]+: connected to listener /, 'connected'],
    [/\bsmtp: 0x[0-9a-f]+: STATE_\w+ -> STATE_QUIT/, 'lost'],
  ],
  signature: /\bsmtp: 0x[0-9a-f]+: (?:<<<|>>>) /,
})
