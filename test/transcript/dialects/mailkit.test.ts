import { expectMargin } from '../margin.ts'

describe('MailKit', () => {
  it('with masked secrets and mail data', () => {
    expectMargin(
      'mailkit',
      `
      =|Connected to smtp://mx.example:587/?starttls=when-available
      S|S: 220 mx.example ESMTP
      C|C: EHLO c.example
      S|S: 250-mx.example
      S|S: 250-STARTTLS
      S|S: 250 AUTH LOGIN PLAIN
      C|C: STARTTLS
      S|S: 220 go ahead
      C|C: EHLO c.example
      S|S: 250-mx.example
      S|S: 250-CHUNKING
      S|S: 250 AUTH LOGIN PLAIN
      C|C: AUTH PLAIN ********
      S|S: 535 5.7.8 no
      C|C: AUTH LOGIN
      S|S: 334 VXNlcm5hbWU6
      A|C: ********
      S|S: 334 UGFzc3dvcmQ6
      A|C: ********
      S|S: 235 2.7.0 ok
      C|C: MAIL FROM:<a@c.example> SIZE=402
      C|C: RCPT TO:<b@mx.example>
      S|S: 250 2.1.0 ok
      S|S: 250 2.1.5 ok
      C|C: DATA
      S|S: 354 go ahead
      M|C: From: a@c.example
      M|C: Subject: S: 250 ok
      M|C: 
      M|C: QUIT
      .|C: .
      S|S: 250 2.0.0 queued
      C|C: QUIT
      S|S: 221 bye
      `,
    )
  })

  it('with times of its own format, and client and server prefixes', () => {
    expectMargin(
      'mailkit',
      `
      =|2026-11-23T21:10:42.1234567Z Connected to smtps://mx.example:465/
      S|2026-11-23T21:10:42.2234567Z S: 220 mx.example ESMTP
      C|2026-11-23T21:10:42.2334567Z C: EHLO [192.0.2.1]
      S|2026-11-23T21:10:42.2434567Z S: 250-mx.example
      S|2026-11-23T21:10:42.2434567Z S: 250 AUTH LOGIN PLAIN
      C|2026-11-23T21:10:42.2534567Z C: AUTH PLAIN AGFubmEAc2VjcmV0
      S|2026-11-23T21:10:42.2634567Z S: 421 4.7.0 too many
      `,
    )
  })

  it('with a chunk of a message', () => {
    expectMargin(
      'mailkit',
      `
      =|Connected to smtp://mx.example:25/?starttls=never
      S|S: 220 mx.example ESMTP
      C|C: EHLO c.example
      S|S: 250-mx.example
      S|S: 250 CHUNKING
      C|C: MAIL FROM:<a@c.example>
      S|S: 250 ok
      C|C: RCPT TO:<b@mx.example>
      S|S: 550-5.1.1 no such user
      S|S: 550 5.1.1 at all
      C|C: RCPT TO:<c@mx.example>
      S|S: 250 ok
      C|C: BDAT 26 LAST
      B|C: Subject: hello
      B|C: 
      B|C: 250 ok
      S|S: 250 2.0.0 queued
      C|C: QUIT
      S|S: 221 bye
      `,
    )
  })

  it('is not the language of these files, which has no remark of a connection', () => {
    expectMargin('smtp', 'S|S: 220 mx.example ESMTP\nC|C: QUIT\nS|S: 221 bye')
  })
})
