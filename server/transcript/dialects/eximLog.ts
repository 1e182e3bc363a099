import { excerptLog } from './excerpts.ts'

/** Exim's mainlog, and what `-bd -v` prints of it: refusals, errors of the protocol, what other servers said. */
export const eximLog = excerptLog({
  name: 'exim-log',
  title: 'mainlog of Exim',
  example: [
    '2026-11-23 23:20:56 H=(client.example.net) [127.0.0.1] F=<a@example.net> temporarily rejected RCPT <grey@example.org>: 450 4.7.1 Greylisted, please try again later',
    '2026-11-23 23:20:57 SMTP protocol error in "DATA" H=[127.0.0.1] valid RCPT command must precede DATA',
  ],
  excerpts: [
    /\(input sent without waiting for greeting\).{0,400}? input="(?<command>[^"\\]{1,500})/d,
    /SMTP (?:protocol|syntax) error in "(?<command>[^"]*)"/d,
    /SMTP error from remote mail server after (?:pipelined )?(?<command>(?:EHLO|HELO|MAIL FROM:|RCPT TO:|DATA|STARTTLS|AUTH|RSET)[^:]{0,128}(?::<[^>]{0,320}>[^:]{0,128})?): (?<reply>[45]\d\d[ -].*)/d,
    /SMTP error from remote mail server after [^:]{0,128}: (?<reply>[45]\d\d[ -].*)/d,
    /\brejected (?<command>MAIL|RCPT|DATA|EHLO|HELO|VRFY|EXPN|ETRN|STARTTLS|AUTH)\b(?:.*?: (?<reply>[45]\d\d[ -].*))?/d,
    /\bauthenticator failed for .{0,320}?: (?<reply>[45]\d\d[ -].*)/d,
    /\bC="(?<reply>2\d\d[ -][^"]*)"/d,
  ],
  // Lines without the id of a message are of whoever was connected; Exim does not say who.
  id: line =>
    /\b(\w{6}-\w{6}(?:\w{5})?-\w{2}(?:\w{2})?) (?:<=|=>|->|\*\*|==|Completed)/.exec(line)?.[1] ?? 'log',
  signature:
    /^(?: *\d+ )?(?:\d{4}-\d\d-\d\d [\d:.]+ )?(?:[+-]\d{4} )?(?:\[\d+\] )?(?:\w{6}-\w{6}(?:\w{5})?-\w{2}(?:\w{2})? (?:<=|=>|->|\*\*|==|Completed)|(?:H=\S+ .*)?(?:temporarily )?rejected (?:RCPT|MAIL|DATA)|SMTP (?:protocol|syntax|connection)|.* authenticator failed for |no host name found|LOG: \w+ MAIN| SMTP (?:protocol|syntax) error)/,
})
