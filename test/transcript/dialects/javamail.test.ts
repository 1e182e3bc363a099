import { expectMargin } from '../margin.ts'

describe('JavaMail', () => {
  it('Angus with suppressed secrets, and log lines of the application between', () => {
    expectMargin(
      'javamail',
      `
      =|DEBUG: Jakarta Mail version 2.1.3
      =|DEBUG: getProvider() returning jakarta.mail.Provider[TRANSPORT,smtp,org.eclipse.angus.mail.smtp.SMTPTransport,Oracle]
      =|DEBUG SMTP: useEhlo true, useAuth true
      =|DEBUG SMTP: trying to connect to host "mx.example", port 587, isSSL false
      S|220 mx.example ESMTP
      =|DEBUG SMTP: connected to host "mx.example", port: 587
      C|EHLO c.example
      S|250-mx.example
      S|250-STARTTLS
      S|250 AUTH LOGIN PLAIN
      =|DEBUG SMTP: Found extension "STARTTLS", arg ""
      C|STARTTLS
      S|220 2.0.0 Ready
      C|EHLO c.example
      S|250-mx.example
      S|250 AUTH LOGIN PLAIN
      =|2026-11-23 10:00:00.123  INFO 1234 --- [main] o.s.m.Sender : still there
      =|DEBUG SMTP: Attempt to authenticate using mechanisms: LOGIN PLAIN
      =|DEBUG SMTP: Using mechanism LOGIN
      C|DEBUG SMTP: AUTH LOGIN command trace suppressed
      =|DEBUG SMTP: AUTH LOGIN failed
      =|jakarta.mail.AuthenticationFailedException: 535 5.7.8 no
      _|
      =|	at org.eclipse.angus.mail.smtp.SMTPTransport$Authenticator.authenticate(SMTPTransport.java:965)
      =|	at jakarta.mail.Transport.send(Transport.java:100)
      `,
    )
  })

  it('with an exception that quotes several replies', () => {
    expectMargin(
      'javamail',
      `
      =|DEBUG SMTP: trying to connect to host "mx.example", port 25, isSSL false
      S|220 mx.example ESMTP
      =|DEBUG SMTP: connected to host "mx.example", port: 25
      C|EHLO c.example
      S|250-mx.example
      S|250 SIZE
      C|MAIL FROM:<a@c.example>
      S|250 ok
      C|RCPT TO:<b@mx.example>
      S|550-5.1.1 no such
      S|550 5.1.1 user
      =|DEBUG SMTP: Invalid Addresses
      =|DEBUG SMTP:   b@mx.example
      =|DEBUG SMTP: Sending failed because of invalid destination addresses
      C|RSET
      S|250 2.0.0 Ok
      =|DEBUG SMTP: MessagingException while sending, THROW:
      =|jakarta.mail.SendFailedException: Invalid Addresses;
      =|  nested exception is:
      =|	org.eclipse.angus.mail.smtp.SMTPAddressFailedException: 550-5.1.1 no such
      =|550 5.1.1 user
      _|
      =|	at org.eclipse.angus.mail.smtp.SMTPTransport.rcptTo(SMTPTransport.java:2064)
      =|	... 12 more
      C|QUIT
      S|221 2.0.0 Bye
      `,
    )
  })

  it('with a message whose lines look like remarks and replies, a lost connection and a next try', () => {
    expectMargin(
      'javamail',
      `
      =|DEBUG SMTPS: trying to connect to host "mx.example", port 465, isSSL true
      S|220 mx.example ESMTP
      =|DEBUG SMTPS: connected to host "mx.example", port: 465
      C|EHLO c.example
      S|250-mx.example
      S|250 AUTH PLAIN
      C|AUTH PLAIN AGFubmEAc2VjcmV0
      S|235 2.7.0 ok
      =|DEBUG SMTPS: use8bit false
      C|MAIL FROM:<a@c.example>
      S|250 ok
      C|RCPT TO:<b@mx.example>
      S|250 ok
      =|DEBUG SMTPS: Verified Addresses
      =|DEBUG SMTPS:   b@mx.example
      C|DATA
      S|354 go
      M|Subject: x
      M|
      M|DEBUG SMTP: no remark
      M|250 no reply
      .|.
      S|421 4.3.0 closing
      =|DEBUG SMTPS: got response code 421, with response: 421 4.3.0 closing
      =|DEBUG SMTPS: trying to connect to host "mx.example", port 465, isSSL true
      S|220 mx.example ESMTP
      C|EHLO c.example
      =|DEBUG SMTPS: EOF: [EOF]
      =|DEBUG SMTPS: could not connect to host "mx.example", port: 465, response: -1
      `,
    )
  })

  it('with XOAUTH2 traced, whose challenge is answered by nothing', () => {
    expectMargin(
      'javamail',
      `
      =|DEBUG SMTP: trying to connect to host "mx.example", port 587, isSSL false
      S|220 mx.example ESMTP
      C|EHLO c.example
      S|250-mx.example
      S|250 AUTH XOAUTH2
      =|DEBUG SMTP: Using mechanism XOAUTH2
      C|AUTH XOAUTH2 dG9rZW4xMjM=
      S|334 eyJzdGF0dXMiOiI0MDEifQ==
      A|
      S|535 5.7.8 Username and Password not accepted
      C|QUIT
      S|221 bye
      `,
    )
  })
})
