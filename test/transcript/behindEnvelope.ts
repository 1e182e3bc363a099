import { expectListing } from './listing.ts'

const envelope = `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250 CHUNKING
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: RCPT TO:<b@mx.example>
      S: 250 ok`

/** Compares the listing of what follows MAIL and RCPT, whose lines are the first eight. */
export function expectBehindEnvelope(lines: string, expected: string, ending = 'open'): void {
  const count = 8 + lines.trim().split('\n').length
  expectListing(
    `${envelope}\n      ${lines.trim()}\n`,
    `
      session 1-${count} smtp ESMTP ${ending}
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 250
      7 RCPT mail allowed -> 250
      ${expected.trim()}
      `,
  )
}
