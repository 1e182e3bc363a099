import { expectMargin } from '../margin.ts'

describe('openssl s_client', () => {
  it('-quiet -crlf, where only the certificate is reported', () => {
    expectMargin(
      's_client',
      `
      =|Connecting to 192.0.2.1
      =|depth=0 CN = mx.example
      =|verify error:num=18:self-signed certificate
      =|verify return:1
      S|250 CHUNKING
      C|EHLO c.example
      S|250-mx.example
      S|250 AUTH PLAIN LOGIN
      C|AUTH LOGIN
      S|334 VXNlcm5hbWU6
      A|YW5uYQ==
      S|334 UGFzc3dvcmQ6
      A|c2VjcmV0cw==
      S|235 ok
      C|mail from:<a@c.example>
      S|250 ok
      C|rcpt to:<b@mx.example>
      S|250 ok
      C|foo
      S|500 5.5.2 bad
      C|data
      S|354 go
      M|Subject: x
      M|---
      M|DONE soon
      .|.
      S|250 queued
      C|quit
      S|221 bye
      `,
    )
  })

  it('-connect to port 465 with a greeting behind the report, and a ticket', () => {
    expectMargin(
      's_client',
      `
      =|CONNECTED(00000003)
      =|---
      =|Certificate chain
      =| 0 s:CN = mx.example
      =|---
      =|Server certificate
      =|-----BEGIN CERTIFICATE-----
      =|MIIC
      =|-----END CERTIFICATE-----
      =|---
      =|SSL handshake has read 1400 bytes and written 373 bytes
      =|Verification: OK
      =|---
      =|New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384
      =|Verify return code: 0 (ok)
      =|---
      =|---
      =|Post-Handshake New Session Ticket arrived:
      =|SSL-Session:
      =|    Protocol  : TLSv1.3
      =|---
      =|read R BLOCK
      S|220 mx.example ESMTP
      C|EHLO c.example
      S|250-mx.example
      S|250 AUTH PLAIN
      C|AUTH PLAIN AGFubmEAc2VjcmV0
      S|535 5.7.8 no
      =|closed
      `,
    )
  })
})
