import { markedDialect } from './marked.ts'

/** OpenSMTPD's `-T smtp`: `<<< ` client and `>>> ` server behind the session, `<<< [MSG] ` mail data. */
export const opensmtpd = markedDialect({
  name: 'opensmtpd',
  title: 'OpenSMTPD smtpd -d -v -T smtp',
  line: /^(?:(?:.{0,80}?: )??<<< \[(?:(?<note>EOM)\]|MSG\] ?(?<message>))|.{0,80}?smtp: 0x[0-9a-f]+: (?:(?<client><<< ?)|(?<server>>>> ?)))/,
  id: /\bsmtp: (0x[0-9a-f]+): /,
  events: [
    [/\bsmtp: 0x[0-9a-f]+: connected to listener /, 'connected'],
    [/\bsmtp: 0x[0-9a-f]+: STATE_\w+ -> STATE_QUIT/, 'lost'],
  ],
  signature: /\bsmtp: 0x[0-9a-f]+: (?:<<<|>>>) /,
})
