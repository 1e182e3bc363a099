import { expectListing } from '../listing.ts'

describe('the output of smtp-cli', () => {
  it('has reply codes in brackets and each line of a reply by itself', () => {
    expectListing(
      `
      Connection from 192.0.2.14:50122 to 198.51.100.25:25
      [220] 'mx.example.org ESMTP'
      > EHLO client.example.net
      [250] 'mx.example.org'
      [250] 'PIPELINING'
      [250] 'it's "quoted"'
      > MAIL FROM:<a@example.net>
      [250] '2.1.0 Ok'
      > DATA
      [503] '5.5.1 need RCPT'
      > QUIT
      [221] 'Bye'
      `,
      `
      session 1-12 smtp-cli ESMTP quit
      2 greeting 220
      3 EHLO greeted allowed -> 250
      7 MAIL ready allowed -> 250
      9 DATA mail out-of-sequence: data-without-rcpt -> 503
      11 QUIT mail allowed -> 221
      `,
    )
  })

  it('may end before the server says anything', () => {
    expectListing(
      `
      Connection from 192.0.2.15:41877 to 198.51.100.26:25
      Starting SMTP/SSL...
      702 SSL/TLS: SSL connect attempt failed error:1408F10B:SSL routines:ssl3_get_record:wrong version number
      `,
      '',
    )
  })
})
