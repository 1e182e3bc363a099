import { markedDialect } from './marked.ts'

/** aiosmtpd at level DEBUG: `>> b'…'` client, `<< b'…'` server behind the peer; commands and challenges twice. */
export const aiosmtpd = markedDialect({
  name: 'aiosmtpd',
  title: 'aiosmtpd, logger mail.log at level DEBUG',
  example: [
    "2026-11-23 23:19:09,857 mail.log DEBUG: _handle_client readline: b'RCPT TO:<grey@example.org>\\r\\n'",
    "2026-11-23 23:19:09,857 mail.log INFO: ('127.0.0.1', 38720) >> b'RCPT TO:<grey@example.org>'",
    "2026-11-23 23:19:09,858 mail.log DEBUG: ('127.0.0.1', 38720) << b'450 4.7.1 Greylisted, try again later'",
  ],
  line: /^(?<head>.{0,60}?\bmail\.log.{0,20}?[: ])(?:\('[^']*', \d+(?:, \d+){0,2}\) (?:(?<client>>> b['"])|(?<note><< challenge: )|(?<server><< b['"]))|DATA readline: b['"](?<message>))/,
  encoding: 'string',
  id: /\bmail\.log.{0,20}?[: ](?:Peer: )?\(('[^']*', \d+)/,
  events: [
    [/\) handling connection$/, 'connected'],
    [/\) (?:connection lost|EOF received|Connection lost during)/, 'lost'],
  ],
  signature: /\bmail\.log.{0,20}?[: ]\('[^']*', \d+.{0,20}?\) (?:<<|>>) b['"]/,
})
