import { expectMargin } from '../margin.ts'

describe('msmtp', () => {
  it('with TLS, a masked password and pipelined refusals', () => {
    expectMargin(
      'msmtp',
      `
      =|loaded user configuration file /home/user/.msmtprc
      =|using account default from /home/user/.msmtprc
      =|host = mx.example
      =|password = *
      =|reading recipients from the command line
      S|<-- 220 mx.example ESMTP
      C|--> EHLO c.example
      S|<-- 250-mx.example
      S|<-- 250 STARTTLS
      C|--> STARTTLS
      S|<-- 220 go
      T|TLS session parameters:
      =|    (TLS1.3)-(ECDHE-SECP256R1)-(RSA-PSS-RSAE-SHA256)
      =|TLS certificate information:
      =|    Subject:
      =|        CN=mx.example
      C|--> EHLO c.example
      S|<-- 250-mx.example
      S|<-- 250-PIPELINING
      S|<-- 250 AUTH PLAIN LOGIN
      C|--> AUTH PLAIN AGFubmEAc2VjcmV0
      S|<-- 535 5.7.8 no
      =|msmtp: authentication failed (method PLAIN)
      =|msmtp: server message: 535 5.7.8 no
      =|msmtp: could not send mail (account default from /home/user/.msmtprc)
      `,
    )
  })

  it('-S prints what the server is, and speaks LMTP with one reply for each recipient', () => {
    expectMargin(
      'msmtp',
      `
      =|ignoring system configuration file /etc/msmtprc: No such file or directory
      =|using account specified on command line
      S|<-- 220 mx.example LMTP
      C|--> LHLO c.example
      S|<-- 250-mx.example
      S|<-- 250 PIPELINING
      C|--> MAIL FROM:<a@c.example>
      C|--> RCPT TO:<b@mx.example>
      C|--> RCPT TO:<d@mx.example>
      C|--> DATA
      S|<-- 250 ok
      S|<-- 250 ok
      S|<-- 250 ok
      S|<-- 354 go
      M|--> Subject: <-- 250 ok
      M|--> 
      M|--> ..
      .|--> .
      S|<-- 250 2.0.0 b saved
      S|<-- 452 4.2.2 d full
      C|--> QUIT
      S|<-- 221 bye
      `,
    )
  })
})

describe('s-nail', () => {
  it('with LOGIN, a message and a reply that is copied', () => {
    expectMargin(
      's-nail',
      `
      =|s-nail: Resolving host mx.example:587 ... done
      =|s-nail: Connecting to 192.0.2.1:587 ... connected.
      S|s-nail: >>> SERVER: 220 mx.example ESMTP
      C|s-nail: >>> EHLO c.example
      S|s-nail: >>> SERVER: 250-mx.example
      S|s-nail: >>> SERVER: 250 AUTH LOGIN
      C|s-nail: >>> AUTH LOGIN
      S|s-nail: >>> SERVER: 334 VXNlcm5hbWU6
      A|s-nail: >>> YW5uYQ==
      S|s-nail: >>> SERVER: 334 UGFzc3dvcmQ6
      A|s-nail: >>> c2VjcmV0cw==
      S|s-nail: >>> SERVER: 235 ok
      C|s-nail: >>> MAIL FROM:<a@c.example>
      S|s-nail: >>> SERVER: 250 ok
      C|s-nail: >>> RCPT TO:<b@mx.example>
      S|s-nail: >>> SERVER: 250 ok
      C|s-nail: >>> DATA
      S|s-nail: >>> SERVER: 354 go
      M|s-nail: >>> Subject: x
      M|s-nail: >>> 
      .|s-nail: >>> .
      M|s-nail: >>> SERVER 250
      .|s-nail: >>> .
      S|s-nail: >>> SERVER: 554-5.7.1 no
      =|s-nail: SMTP server: 554-5.7.1 no
      S|s-nail: >>> SERVER: 554 5.7.1 thanks
      =|s-nail: SMTP server: 554 5.7.1 thanks
      =|s-nail: "/home/user/dead.letter" 9/285
      =|s-nail: ... message not sent
      `,
    )
  })
})

describe('mutt', () => {
  it('with AUTH PLAIN, and NeoMutt with its function in front', () => {
    expectMargin(
      'mutt',
      `
      =|[2026-11-23 23:20:01] Mutt/2.2.12 (2023-09-09) debugging at level 5
      =|[2026-11-23 23:20:01] Connected to mx.example:587 on fd=4
      S|[2026-11-23 23:20:01] 4< 220 mx.example ESMTP
      C|[2026-11-23 23:20:01] 4> EHLO c.example
      S|[2026-11-23 23:20:01] 4< 250-mx.example
      S|[2026-11-23 23:20:01] 4< 250-STARTTLS
      S|[2026-11-23 23:20:01] 4< 250 AUTH PLAIN
      C|[2026-11-23 23:20:01] 4> STARTTLS
      S|[2026-11-23 23:20:01] 4< 220 go
      =|[2026-11-23 23:20:01] ssl_load_certificates: loading trusted certificates
      C|[2026-11-23 23:20:01] 4> EHLO c.example
      S|[2026-11-23 23:20:01] 4< 250 AUTH PLAIN
      =|[2026-11-23 23:20:01] SASL local ip: 192.0.2.9;41000, remote ip:192.0.2.1;587
      =|[2026-11-23 23:20:01] Authenticating (PLAIN)...
      C|[2026-11-23 23:20:01] 4> AUTH PLAIN AGFubmEAc2VjcmV0
      S|[2026-11-23 23:20:01] 4< 235 ok
      C|[2026-11-23 23:20:01] 4> MAIL FROM:<a@c.example>
      S|[2026-11-23 23:20:01] 4< 250 ok
      C|[2026-11-23 23:20:01] 4> RCPT TO:<b@mx.example>
      S|[2026-11-23 23:20:01] 4< 250 ok
      C|[2026-11-23 23:20:01] 4> DATA
      S|[2026-11-23 23:20:01] 4< 354 go
      M|[2026-11-23 23:20:01] 4> Subject: x
      M|[2026-11-23 23:20:01] 4> 
      M|[2026-11-23 23:20:01] 4> 4< 250 ok
      .|[2026-11-23 23:20:01] 4> .
      S|[2026-11-23 23:20:01] 4< 554 5.7.1 no
      =|[2026-11-23 23:20:01] SMTP session failed: 554 5.7.1 no
      C|[2026-11-23 23:20:01] 4> QUIT
      `,
    )
  })
})

describe('sendmail -v', () => {
  it('behind 050, with STARTTLS, AUTH and a second recipient on the same connection', () => {
    expectMargin(
      'sendmail',
      `
      =|b@mx.example... Connecting to mx.example. port 587 via relay...
      S|220 mx.example ESMTP
      C|>>> EHLO c.example
      S|250-mx.example Hello
      S|250-STARTTLS
      S|250 HELP
      C|>>> STARTTLS
      S|220 2.0.0 Ready to start TLS
      C|>>> EHLO c.example
      S|250-mx.example Hello
      S|250 AUTH LOGIN
      C|>>> AUTH LOGIN
      S|334 VXNlcm5hbWU6
      A|>>> YW5uYQ==
      S|334 UGFzc3dvcmQ6
      A|>>> c2VjcmV0cw==
      S|235 2.0.0 OK Authenticated
      C|>>> MAIL From:<a@c.example> SIZE=30
      S|250 2.1.0 ok
      C|>>> RCPT To:<b@mx.example>
      C|>>> DATA
      S|450 4.2.0 later
      S|503 5.5.1 need RCPT
      C|>>> RSET
      S|250 ok
      =|b@mx.example... Deferred: 450 4.2.0 later
      =|d@mx.example... Using cached ESMTP connection to mx.example. via relay...
      C|>>> MAIL From:<a@c.example>
      S|250 ok
      C|>>> RCPT To:<d@mx.example>
      C|>>> DATA
      S|250 ok
      S|354 go
      .|>>> .
      S|250 2.0.0 queued
      =|d@mx.example... Sent (queued)
      =|Closing connection to mx.example.
      C|>>> QUIT
      S|221 bye
      `,
    )
  })

  it('-bs prints what the deliveries say behind 050', () => {
    expectMargin(
      'sendmail',
      `
      =|050 b@mx.example... Connecting to mx.example. via esmtp...
      S|050 220 mx.example ESMTP
      C|050 >>> EHLO c.example
      S|050 250-mx.example
      S|050 250 SIZE
      C|050 >>> MAIL From:<a@c.example>
      S|050 250 ok
      C|050 >>> RCPT To:<b@mx.example>
      S|050 250 ok
      C|050 >>> DATA
      S|050 354 go
      .|050 >>> .
      S|050 250 queued
      =|050 b@mx.example... Sent (queued)
      C|050 >>> QUIT
      S|050 221 bye
      `,
    )
  })
})
