import { expectMargin } from '../margin.ts'

describe("the RFCs' examples with R: and S:", () => {
  it('of RFC 3030, chunks that are told of', () => {
    expectMargin(
      'rfc821',
      `
      =|   R: <wait for connection on TCP port 25>
      =|   S: <open connection to server>
      S|   R: 220 cnri.reston.va.us SMTP service ready
      C|   S: EHLO ymir.claremont.edu
      S|   R: 250-cnri.reston.va.us says hello
      S|   R: 250 CHUNKING
      C|   S: MAIL FROM:<Sam@Random.com>
      S|   R: 250 <Sam@Random.com> Sender ok
      C|   S: RCPT TO:<Susan@Random.com>
      S|   R: 250 <Susan@random.com> Recipient ok
      C|   S: BDAT 86 LAST
      =|   S: (86 octets of canonical MIME message)
      S|   R: 250 Message OK, 86 octets received
      C|   S: QUIT
      S|   R: 221 Goodbye
      `,
    )
  })

  it('of RFC 821, with the end of data spelled out and prose around', () => {
    expectMargin(
      'rfc821',
      `
      =|   This SMTP example shows mail sent by Smith at host Alpha.ARPA.
      _|
      C|      S: MAIL FROM:<Smith@Alpha.ARPA>
      S|      R: 250 OK
      _|
      C|      S: RCPT TO:<Jones@Beta.ARPA>
      S|      R: 250 OK
      _|
      C|      S: RCPT TO:<Green@Beta.ARPA>
      S|      R: 550 No such user here
      _|
      C|      S: DATA
      S|      R: 354 Start mail input; end with <CRLF>.<CRLF>
      M|      S: Blah blah blah...
      M|      S: ...etc. etc. etc.
      .|      S: <CRLF>.<CRLF>
      S|      R: 250 OK
      `,
    )
  })
})
