import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { expectListing } from './listing.ts'

describe("the language's own remarks", () => {
  it('tell of the connection and of TLS as in RFC 3207', () => {
    expectListing(
      `
      C & S: <open a connection to mx.example.org>
      S: 220 mx.example.org ESMTP
      C: STARTTLS
      S: 220 go ahead
      C & S: <negotiate a TLS session>
      C: EHLO c.example
      C & S: <lose the connection>
      C & S: <open a connection>
      S: 220 mx.example.org ESMTP
      C: NOOP
      C & S: <close the connection>
      `,
      `
      session 1-7 smtp unknown lost
      2 greeting 220
      3 STARTTLS greeted server-dependent -> 220
      5 tls tls-handshake allowed
      6 EHLO tls-ready allowed
      session 8-11 smtp unknown closed
      9 greeting 220
      10 NOOP greeted allowed
      `,
    )
  })

  it('say with three dots that something is left out: what follows is not held against anybody', () => {
    expectListing(
      `
      S: 220 mx.example.org ESMTP
      C & S: <...>
      C: RCPT TO:<b@mx.example>
      S: 450 later
      `,
      `
      session 1-4 smtp unknown open
      1 greeting 220
      3 RCPT unknown unknown -> 450
      `,
    )
  })

  it('are understood among the lines of other tools, and in mail data of text without prefixes', () => {
    for (const [name, text] of [
      ['swaks', '**> DATA\n<-  354 go\n -> half a\nC & S: <lose the connection>\n'],
      ['curl', '> DATA\n< 354 go\n> half a\nC & S: <lose the connection>\n'],
      ['bare', 'DATA\n354 go\nhalf a\nC & S: <lose the connection>\n'],
    ] as const) {
      expectListing(
        text,
        `
        session 1-4 ${name} unknown lost
        1 DATA unknown unknown -> 354
        3 message(1 lines, 8 octets, no dot) data-content allowed
        `,
        dialectNamed(name) ?? null,
      )
    }
  })

  it('are mail data behind a prefix', () => {
    expectListing(
      `
      S: 354 go
      C: C & S: <lose the connection>
      C: .
      S: 250 ok
      `,
      `
      session 1-4 smtp unknown open
      1 unasked 354
      2 message(1 lines, 30 octets) data-content allowed -> 250
      `,
    )
  })
})
