/** A transcript with one finding: MAIL inside a transaction, on line 6 (from 0). */
export const nestedMail = [
  'S: 220 mx.example.org ESMTP Postfix',
  'C: EHLO client.example.net',
  'S: 250-mx.example.org',
  'S: 250 ENHANCEDSTATUSCODES',
  'C: MAIL FROM:<anna@example.net>',
  'S: 250 2.1.0 Ok',
  'C: MAIL FROM:<news@example.net>',
  'S: 503 5.5.1 Error: nested MAIL command',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
  '',
].join('\n')

/** A transcript with one finding: DATA without a recipient, on line 5 (from 0). */
export const dataWithoutRcpt = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.net',
  'S: 250 mx.example.org',
  'C: MAIL FROM:<anna@example.net>',
  'S: 250 OK',
  'C: DATA',
  'S: 503 no recipients',
  'C: QUIT',
  'S: 221 mx.example.org',
  '',
].join('\n')

/** A transcript without a finding. */
export const clean = [
  'S: 220 mx.example.org ESMTP Postfix',
  'C: EHLO client.example.net',
  'S: 250 mx.example.org',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
  '',
].join('\n')

/** A transcript in which nothing is wrong but a deferral on line 6 (from 0). */
export const greylisted = [
  'S: 220 mx.example.org ESMTP Postfix',
  'C: EHLO client.example.net',
  'S: 250 mx.example.org',
  'C: MAIL FROM:<anna@example.net>',
  'S: 250 2.1.0 Ok',
  'C: RCPT TO:<bob@example.org>',
  'S: 450 4.2.0 <bob@example.org>: Recipient address rejected: Greylisted',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
  '',
].join('\n')

/** Output of swaks with one finding: MAIL inside a transaction, on line 7 (from 0). */
export const swaksOutput = [
  '=== Trying mx.example.org:25...',
  '=== Connected to mx.example.org.',
  '<-  220 mx.example.org ESMTP',
  ' -> EHLO client.example.net',
  '<-  250 mx.example.org',
  ' -> MAIL FROM:<anna@example.net>',
  '<-  250 2.1.0 Ok',
  ' -> MAIL FROM:<news@example.net>',
  '<** 503 5.5.1 Error: nested MAIL command',
  ' -> QUIT',
  '<-  221 2.0.0 Bye',
  '=== Connection closed with remote host.',
  '',
].join('\n')

/** The text with CRLF line ends. */
export function withCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}
