import { expectMargin } from '../margin.ts'

describe('nodemailer', () => {
  it('with a masked secret, a queue of two connections, and a message that looks like a log', () => {
    expectMargin(
      'nodemailer',
      `
      =|[2026-11-23 23:12:56] DEBUG Creating transport: nodemailer (6.9.1; +https://nodemailer.com/; SMTP/6.9.1[client:6.9.1])
      =|[2026-11-23 23:12:56] DEBUG [aaaa1] Resolved mx.example as 192.0.2.1 [cache miss]
      =|[2026-11-23 23:12:56] INFO  [aaaa1] Connection established to 192.0.2.1:587
      =|[2026-11-23 23:12:56] INFO  [bbbb2] Connection established to 192.0.2.1:587
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 220 mx.example ESMTP
      S|[2026-11-23 23:12:56] DEBUG [bbbb2] S: 220 mx.example ESMTP
      C|[2026-11-23 23:12:56] DEBUG [aaaa1] C: EHLO c.example
      C|[2026-11-23 23:12:56] DEBUG [bbbb2] C: EHLO c.example
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 250-mx.example
      S|[2026-11-23 23:12:56] DEBUG [bbbb2] S: 250-mx.example
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 250 AUTH PLAIN LOGIN
      S|[2026-11-23 23:12:56] DEBUG [bbbb2] S: 250 AUTH PLAIN LOGIN
      C|[2026-11-23 23:12:56] DEBUG [aaaa1] C: AUTH LOGIN
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 334 VXNlcm5hbWU6
      A|[2026-11-23 23:12:56] DEBUG [aaaa1] C: YW5uYQ==
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 334 UGFzc3dvcmQ6
      A|[2026-11-23 23:12:56] DEBUG [aaaa1] C: /* secret */
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 235 ok
      =|[2026-11-23 23:12:56] INFO  [aaaa1] User "tester" authenticated
      C|[2026-11-23 23:12:56] DEBUG [aaaa1] C: MAIL FROM:<a@c.example>
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 250 ok
      C|[2026-11-23 23:12:56] DEBUG [aaaa1] C: RCPT TO:<b@mx.example>
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 250 ok
      C|[2026-11-23 23:12:56] DEBUG [aaaa1] C: DATA
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 354 go
      M|[2026-11-23 23:12:56] DEBUG [aaaa1] Subject: x
      M|[2026-11-23 23:12:56] DEBUG [aaaa1] 
      M|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 250 no reply
      .|[2026-11-23 23:12:56] DEBUG [aaaa1] .
      =|[2026-11-23 23:12:56] INFO  [aaaa1] <285 bytes encoded mime message (source size 282 bytes)>
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 250 queued
      =|[2026-11-23 23:12:56] DEBUG [aaaa1] Closing connection to the server using "end"
      =|[2026-11-23 23:12:56] INFO  [aaaa1] Connection closed
      `,
    )
  })

  it('upgrades and fails to', () => {
    expectMargin(
      'nodemailer',
      `
      =|[2026-11-23 23:12:56] INFO  [aaaa1] Connection established to 192.0.2.1:25
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 220 mx.example ESMTP
      C|[2026-11-23 23:12:56] DEBUG [aaaa1] C: EHLO c.example
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 250-mx.example
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 250 STARTTLS
      C|[2026-11-23 23:12:56] DEBUG [aaaa1] C: STARTTLS
      S|[2026-11-23 23:12:56] DEBUG [aaaa1] S: 454 4.7.0 TLS not available
      =|[2026-11-23 23:12:56] ERROR [aaaa1] Error upgrading connection with STARTTLS: 454 4.7.0 TLS not available
      =|[2026-11-23 23:12:56] DEBUG [aaaa1] Closing connection to the server using "end"
      =|[2026-11-23 23:12:56] ERROR Send Error: Error upgrading connection with STARTTLS: 454 4.7.0 TLS not available
      `,
    )
  })
})
