import { markedDialect } from './marked.ts'

/** A notice of Postfix to the postmaster: ` Out: ` server, ` In:  ` client; long lines go on behind five spaces. */
export const postfixNotice = markedDialect({
  name: 'postfix-notice',
  title: 'notice of Postfix to the postmaster, with the transcript of a session',
  example: [
    'Transcript of session follows.',
    ' Out: 220 mx.example.org ESMTP Postfix (Debian/GNU)',
    ' In:  DATA',
    ' Out: 554 5.5.1 Error: no valid recipients',
  ],
  line: /^(?<head>)(?:(?<client> In:(?: {1,2}|$))|(?<server> Out:(?: |$))|(?<more> {4}(?= \S)))/,
  events: [
    [/^Transcript of session follows\.?$/, 'connecting'],
    [/^(?:Session aborted, reason: |For other details, see the local mail logfile)/, 'lost'],
  ],
  signature: /^ Out: 220[ -]|^ In: {2}(?:EHLO|HELO) /,
  elidesContent: true,
  write: { client: [' In:  ', ''], server: [' Out: ', ''] },
})
