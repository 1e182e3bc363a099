import { markedDialect } from './marked.ts'

/** aiosmtpd at level DEBUG: `>> b'…'` client, `<< b'…'` server behind the peer; commands and challenges twice. */
export const aiosmtpd = markedDialect({
  name: 'aiosmtpd',
  title: 'aiosmtpd, logger mail.log at level DEBUG',
  line: /^(?<head>.{0,60}?\bmail\.log.{0,20}?[: ])(?:\('[^']*', \d+(?:, \d+){0,2}\) (?:(?<client>>> b['"])|(?<note><< challenge: )|(?<server><< b['"]))|DATA readline: b['"](?<message>))/,
  encoding: 'string',
  id: /\bmail\.log.{0,20}?[: ](?:Peer: )?\(('[^']*', \d+)/,
  events: [
    [/\) handling connection$/, 'connected'],
    [/\) (?:connection lost|EOF received|Connection lost during)/, 'lost'],
  ],
  signature: /\bmail\.log.{0,20}?[: ]\('[^']*', \d+.{0,20}?\) (?:<<|>>) b['"]/,
})
