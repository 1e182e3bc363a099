import { expectMargin } from '../margin.ts'

describe('tools that nobody has described', () => {
  it('Postal, <= client and => server', () => {
    expectMargin(
      'inferred',
      `
      =|[smtp.1:203318] [2025-06-02T13:07:45.310] DEBUG -- : [K2QX8M]    Connection opened from ::ffff:192.0.2.77
      S|[smtp.1:203318] [2025-06-02T13:07:45.351] DEBUG -- : [K2QX8M] => 220 mx.example ESMTP Postal
      C|[smtp.1:203318] [2025-06-02T13:07:45.351] DEBUG -- : [K2QX8M] <= EHLO c.example
      S|[smtp.1:203318] [2025-06-02T13:07:45.353] DEBUG -- : [K2QX8M] => 250-My capabilities are
      S|[smtp.1:203318] [2025-06-02T13:07:45.353] DEBUG -- : [K2QX8M] => 250 AUTH PLAIN LOGIN
      C|[smtp.1:203318] [2025-06-02T13:07:45.351] DEBUG -- : [K2QX8M] <= AUTH PLAIN AGFubmEAc2VjcmV0
      S|[smtp.1:203318] [2025-06-02T13:07:45.353] DEBUG -- : [K2QX8M] => 535 Invalid credential
      C|[smtp.1:203318] [2025-06-02T13:07:45.351] DEBUG -- : [K2QX8M] <= QUIT
      S|[smtp.1:203318] [2025-06-02T13:07:45.353] DEBUG -- : [K2QX8M] => 221 Closing Connection
      `,
    )
  })

  it('SubEthaSMTP through slf4j, Client: and Server:', () => {
    expectMargin(
      'inferred',
      `
      S|10:15:30.123 [org.subethamail.smtp.server.Session-/192.0.2.7:41000] DEBUG o.s.smtp.server.Session - Server: 220 mx.example ESMTP SubEthaSMTP 3.1.7
      C|10:15:30.124 [org.subethamail.smtp.server.Session-/192.0.2.7:41000] DEBUG o.s.smtp.server.Session - Client: EHLO c.example
      S|10:15:30.125 [org.subethamail.smtp.server.Session-/192.0.2.7:41000] DEBUG o.s.smtp.server.Session - Server: 250-mx.example
      S|250-8BITMIME
      S|250 Ok
      C|10:15:30.126 [org.subethamail.smtp.server.Session-/192.0.2.7:41000] DEBUG o.s.smtp.server.Session - Client: MAIL FROM:<a@c.example>
      S|10:15:30.127 [org.subethamail.smtp.server.Session-/192.0.2.7:41000] DEBUG o.s.smtp.server.Session - Server: 250 Ok
      C|10:15:30.128 [org.subethamail.smtp.server.Session-/192.0.2.7:41000] DEBUG o.s.smtp.server.Session - Client: QUIT
      S|10:15:30.129 [org.subethamail.smtp.server.Session-/192.0.2.7:41000] DEBUG o.s.smtp.server.Session - Server: 221 Bye
      `,
    )
  })

  it('lettre, with the response as Rust prints it', () => {
    expectMargin(
      'inferred',
      `
      S|DEBUG lettre::transport::smtp::client::connection > << 220 mx.example ESMTP
      C|DEBUG lettre::transport::smtp::client::connection > Wrote: EHLO c.example
      S|DEBUG lettre::transport::smtp::client::connection > << 250-mx.example
      S|DEBUG lettre::transport::smtp::client::connection > << 250 AUTH PLAIN
      C|DEBUG lettre::transport::smtp::client::connection > Wrote: AUTH PLAIN AGFubmEAc2VjcmV0
      S|DEBUG lettre::transport::smtp::client::connection > << 235 ok
      C|DEBUG lettre::transport::smtp::client::connection > Wrote: MAIL FROM:<a@c.example>
      S|DEBUG lettre::transport::smtp::client::connection > << 553 no
      C|DEBUG lettre::transport::smtp::client::connection > Wrote: QUIT
      S|DEBUG lettre::transport::smtp::client::connection > << 221 bye
      `,
    )
  })

  it('Mailpit and MailHog, with arrows in a log', () => {
    expectMargin(
      'inferred',
      `
      =|[SMTP 192.0.2.7:41000] Starting session
      S|[SMTP 192.0.2.7:41000] Sent: 220 mx.example ESMTP MailHog
      C|[SMTP 192.0.2.7:41000] Got: EHLO c.example
      S|[SMTP 192.0.2.7:41000] Sent: 250-Hello c.example
      S|[SMTP 192.0.2.7:41000] Sent: 250 AUTH PLAIN
      C|[SMTP 192.0.2.7:41000] Got: MAIL FROM:<a@c.example>
      S|[SMTP 192.0.2.7:41000] Sent: 250 Sender a@c.example ok
      C|[SMTP 192.0.2.7:41000] Got: RCPT TO:<b@mx.example>
      S|[SMTP 192.0.2.7:41000] Sent: 250 Recipient b@mx.example ok
      C|[SMTP 192.0.2.7:41000] Got: DATA
      S|[SMTP 192.0.2.7:41000] Sent: 354 End data with <CR><LF>.<CR><LF>
      =|[SMTP 192.0.2.7:41000] Got message: 420 bytes
      S|[SMTP 192.0.2.7:41000] Sent: 250 Ok: queued as 1
      C|[SMTP 192.0.2.7:41000] Got: QUIT
      S|[SMTP 192.0.2.7:41000] Sent: 221 Bye
      =|[SMTP 192.0.2.7:41000] Session ended
      `,
    )
  })

  it('structured logs: logfmt', () => {
    expectMargin(
      'inferred',
      `
      S|time=2025-06-02T13:07:45Z level=debug msg="< 220 mx.example ESMTP" session=17
      C|time=2025-06-02T13:07:45Z level=debug msg="> EHLO c.example" session=17
      S|time=2025-06-02T13:07:45Z level=debug msg="< 250-mx.example" session=17
      S|time=2025-06-02T13:07:45Z level=debug msg="< 250 AUTH PLAIN" session=17
      C|time=2025-06-02T13:07:45Z level=debug msg="> AUTH PLAIN AGFubmEAc2VjcmV0" session=17
      S|time=2025-06-02T13:07:45Z level=debug msg="< 235 ok" session=17
      C|time=2025-06-02T13:07:45Z level=debug msg="> MAIL FROM:<a@c.example>" session=17
      S|time=2025-06-02T13:07:45Z level=debug msg="< 250 ok" session=17
      C|time=2025-06-02T13:07:45Z level=debug msg="> QUIT" session=17
      S|time=2025-06-02T13:07:45Z level=debug msg="< 221 bye" session=17
      `,
    )
  })

  it('structured logs: JSON lines', () => {
    expectMargin(
      'inferred',
      String.raw`
      S|{"level":"debug","time":1700000000,"msg":"<- 220 mx.example ESMTP"}
      C|{"level":"debug","time":1700000000,"msg":"-> EHLO c.example"}
      S|{"level":"debug","time":1700000000,"msg":"<- 250-mx.example"}
      S|{"level":"debug","time":1700000000,"msg":"<- 250 AUTH PLAIN"}
      C|{"level":"debug","time":1700000000,"msg":"-> AUTH PLAIN AGFubmEAc2VjcmV0"}
      S|{"level":"debug","time":1700000000,"msg":"<- 535 \"no\""}
      C|{"level":"debug","time":1700000000,"msg":"-> QUIT"}
      S|{"level":"debug","time":1700000000,"msg":"<- 221 bye"}
      `,
    )
  })

  it('letters with a bracket', () => {
    expectMargin(
      'inferred',
      `
      S|S> 220 mx.example ESMTP
      C|C< EHLO c.example
      S|S> 250-mx.example
      S|S> 250 SIZE
      C|C< MAIL FROM:<a@c.example>
      S|S> 250 ok
      C|C< RCPT TO:<b@mx.example>
      S|S> 250 ok
      C|C< DATA
      S|S> 354 go
      M|C< Subject: x
      M|C< 
      M|C< S> 250 ok
      .|C< .
      S|S> 554 no
      C|C< QUIT
      S|S> 221 bye
      `,
    )
  })

  it('request and response', () => {
    expectMargin(
      'inferred',
      `
      S|2025/06/02 13:07:45 smtp response: 220 mx.example ESMTP
      C|2025/06/02 13:07:45 smtp request: EHLO c.example
      S|2025/06/02 13:07:45 smtp response: 250-mx.example
      S|2025/06/02 13:07:45 smtp response: 250 AUTH LOGIN
      C|2025/06/02 13:07:45 smtp request: AUTH LOGIN
      S|2025/06/02 13:07:45 smtp response: 334 VXNlcm5hbWU6
      A|2025/06/02 13:07:45 smtp request: YW5uYQ==
      S|2025/06/02 13:07:45 smtp response: 334 UGFzc3dvcmQ6
      A|2025/06/02 13:07:45 smtp request: c2VjcmV0cw==
      S|2025/06/02 13:07:45 smtp response: 235 ok
      C|2025/06/02 13:07:45 smtp request: QUIT
      S|2025/06/02 13:07:45 smtp response: 221 bye
      `,
    )
  })

  it('Wireshark, the stream indented where the client speaks', () => {
    expectMargin(
      'inferred',
      `
      S|220 mx.example ESMTP
      C|    EHLO c.example
      S|250-mx.example
      S|250 SIZE
      C|    MAIL FROM:<a@c.example>
      S|250 ok
      C|    QUIT
      S|221 bye
      `,
    )
  })

  it('tcpdump -A, whose heads tell of every line', () => {
    expectMargin(
      'inferred',
      `
      S|13:07:45.123456 IP 192.0.2.1.25 > 192.0.2.7.41000: Flags [P.], seq 1:25, ack 1, win 509, length 24: SMTP: 220 mx.example ESMTP
      =|E..T..@.@..............)..............
      =|......!.220 mx.example ESMTP
      _|
      C|13:07:45.123456 IP 192.0.2.7.41000 > 192.0.2.1.25: Flags [P.], seq 1:17, ack 25, win 502, length 16: SMTP: EHLO c.example
      =|E..T..@.@..............)..............
      =|......!.EHLO c.example
      _|
      S|13:07:45.123456 IP 192.0.2.1.25 > 192.0.2.7.41000: Flags [P.], seq 25:40, ack 17, win 509, length 15: SMTP: 250 mx.example
      =|E..T..@.@..............)..............
      =|......!.250 mx.example
      _|
      C|13:07:45.123456 IP 192.0.2.7.41000 > 192.0.2.1.25: Flags [P.], seq 17:23, ack 40, win 502, length 6: SMTP: QUIT
      =|E..T..@.@..............)..............
      =|......!.QUIT
      `,
    )
  })

  it('Dovecot and Cyrus, telnet with times', () => {
    expectMargin(
      'inferred',
      `
      S|13:07:45 220 mx.example LMTP Cyrus
      C|13:07:46 LHLO c.example
      S|13:07:46 250-mx.example
      S|13:07:46 250 PIPELINING
      C|13:07:47 MAIL FROM:<a@c.example>
      S|13:07:47 250 2.1.0 ok
      C|13:07:48 RCPT TO:<b@mx.example>
      S|13:07:48 550-5.1.1 no
      S|13:07:48 550 5.1.1 such user
      C|13:07:49 QUIT
      S|13:07:49 221 2.0.0 bye
      `,
    )
  })

  it('Apache James and GreenMail, in log4j', () => {
    expectMargin(
      'inferred',
      `
      S|2025-06-02 13:07:45,310 DEBUG [smtp:192.0.2.1:3025<-/192.0.2.7:41000] SmtpConnection - S: 220 /192.0.2.1 GreenMail SMTP Service Ready at port 3025
      C|2025-06-02 13:07:45,310 DEBUG [smtp:192.0.2.1:3025<-/192.0.2.7:41000] SmtpConnection - C: EHLO c.example
      S|2025-06-02 13:07:45,310 DEBUG [smtp:192.0.2.1:3025<-/192.0.2.7:41000] SmtpConnection - S: 250-/192.0.2.1
      S|2025-06-02 13:07:45,310 DEBUG [smtp:192.0.2.1:3025<-/192.0.2.7:41000] SmtpConnection - S: 250 AUTH PLAIN LOGIN
      C|2025-06-02 13:07:45,310 DEBUG [smtp:192.0.2.1:3025<-/192.0.2.7:41000] SmtpConnection - C: MAIL FROM:<a@c.example>
      S|2025-06-02 13:07:45,310 DEBUG [smtp:192.0.2.1:3025<-/192.0.2.7:41000] SmtpConnection - S: 250 OK
      C|2025-06-02 13:07:45,310 DEBUG [smtp:192.0.2.1:3025<-/192.0.2.7:41000] SmtpConnection - C: QUIT
      S|2025-06-02 13:07:45,310 DEBUG [smtp:192.0.2.1:3025<-/192.0.2.7:41000] SmtpConnection - S: 221 bye
      `,
    )
  })

  it('hMailServer, in quoted columns', () => {
    expectMargin(
      'inferred',
      `
      S|"SMTPD"	1234	1	"2025-06-02 13:07:45.310"	"192.0.2.7"	"SENT: 220 mx.example ESMTP"
      C|"SMTPD"	1234	1	"2025-06-02 13:07:45.410"	"192.0.2.7"	"RECEIVED: EHLO c.example"
      S|"SMTPD"	1234	1	"2025-06-02 13:07:45.510"	"192.0.2.7"	"SENT: 250-mx.example[nl]250-SIZE 20480000[nl]250 AUTH LOGIN"
      C|"SMTPD"	1234	1	"2025-06-02 13:07:45.610"	"192.0.2.7"	"RECEIVED: AUTH LOGIN"
      S|"SMTPD"	1234	1	"2025-06-02 13:07:45.710"	"192.0.2.7"	"SENT: 334 VXNlcm5hbWU6"
      A|"SMTPD"	1234	1	"2025-06-02 13:07:45.810"	"192.0.2.7"	"RECEIVED: YW5uYQ=="
      S|"SMTPD"	1234	1	"2025-06-02 13:07:45.910"	"192.0.2.7"	"SENT: 334 UGFzc3dvcmQ6"
      A|"SMTPD"	1234	1	"2025-06-02 13:07:46.010"	"192.0.2.7"	"RECEIVED: ***"
      S|"SMTPD"	1234	1	"2025-06-02 13:07:46.110"	"192.0.2.7"	"SENT: 535 Authentication failed."
      C|"SMTPD"	1234	1	"2025-06-02 13:07:46.210"	"192.0.2.7"	"RECEIVED: QUIT"
      S|"SMTPD"	1234	1	"2025-06-02 13:07:46.310"	"192.0.2.7"	"SENT: 221 goodbye"
      `,
    )
  })

  it("MDaemon, whose arrows are the server's", () => {
    expectMargin(
      'inferred',
      `
      =|Mon 2025-06-02 13:07:45.311: [1234:1] Accepting SMTP connection from 192.0.2.7:41000 to 192.0.2.1:25
      S|Mon 2025-06-02 13:07:45.312: [1234:1] --> 220 mx.example ESMTP MDaemon
      C|Mon 2025-06-02 13:07:45.313: [1234:1] <-- EHLO c.example
      S|Mon 2025-06-02 13:07:45.314: [1234:1] --> 250-mx.example Hello c.example
      S|Mon 2025-06-02 13:07:45.314: [1234:1] --> 250 SIZE
      C|Mon 2025-06-02 13:07:45.317: [1234:1] <-- RCPT To:<b@mx.example>
      S|Mon 2025-06-02 13:07:45.318: [1234:1] --> 503 MAIL first
      C|Mon 2025-06-02 13:07:45.319: [1234:1] <-- QUIT
      S|Mon 2025-06-02 13:07:45.320: [1234:1] --> 221 See ya in cyberspace
      =|Mon 2025-06-02 13:07:45.321: [1234:1] SMTP session terminated (Bytes in/out: 300/400)
      `,
    )
  })
})
