import { expectMargin } from '../margin.ts'

describe('curl', () => {
  it('8.x -v', () => {
    expectMargin(
      'curl',
      `
      =|* Host mx.example:25 was resolved.
      =|* IPv6: (none)
      =|* IPv4: 192.0.2.1
      =|*   Trying 192.0.2.1:25...
      =|* Connected to mx.example (192.0.2.1) port 25
      S|< 220 mx.example ESMTP
      C|> EHLO c.example
      S|< 250-mx.example
      S|< 250-STARTTLS
      S|< 250 SIZE
      C|> STARTTLS
      S|< 220 2.0.0 Ready to start TLS
      =|* TLSv1.3 (OUT), TLS handshake, Client hello (1):
      T|* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384 / x25519 / RSASSA-PSS
      C|> EHLO c.example
      S|< 250-mx.example
      S|< 250 AUTH PLAIN LOGIN
      C|> AUTH PLAIN
      S|< 334 
      A|> AGFubmEAc2VjcmV0
      S|< 235 2.7.0 ok
      C|> MAIL FROM:<a@c.example> SIZE=285
      S|< 250 2.1.0 Ok
      C|> RCPT TO:<b@mx.example>
      S|< 250 2.1.5 Ok
      C|> DATA
      S|< 354 End data with <CR><LF>.<CR><LF>
      =|} [285 bytes data]
      =|* upload completely sent off: 285 bytes
      S|< 250 2.0.0 Ok: queued as 4X
      =|* Connection #0 to host mx.example left intact
      C|> QUIT
      S|< 221 2.0.0 Bye
      =|* closing connection #0
      =|* shutting down connection #0
      `,
    )
  })

  it('with verbose component traces in brackets', () => {
    expectMargin(
      'curl',
      `
      =|11:22:33.123456 [0-x] * [MULTI] [INIT] added to multi, mid=1, running=1, total=2
      =|11:22:33.123456 [0-0] *   Trying 192.0.2.1:25...
      =|11:22:33.123456 [0-0] * Established connection to mx.example (192.0.2.1 port 25) from 192.0.2.9 port 41234
      S|11:22:33.223456 [0-0] < 220 mx.example ESMTP
      C|11:22:33.323456 [0-0] > EHLO c.example
      S|11:22:33.423456 [0-0] < 250-mx.example
      S|11:22:33.423456 [0-0] < 250 SIZE
      =|11:22:33.423456 [0-0] * [SMTP] state change from EHLO to STOP
      C|11:22:33.523456 [0-0] > MAIL FROM:<a@c.example>
      S|11:22:33.523456 [0-0] < 452 4.3.1 Insufficient system storage
      C|11:22:33.523456 [0-0] > QUIT
      S|11:22:33.523456 [0-0] < 221 Bye
      =|11:22:33.523456 [0-0] * shutting down connection #0
      `,
    )
  })

  it('--trace in hexadecimal, with times', () => {
    expectMargin(
      'curl',
      `
      =|12:00:00.000001 == Info:   Trying 192.0.2.1:25...
      =|12:00:00.000002 == Info: Connected to mx.example (192.0.2.1) port 25
      =|12:00:00.000003 <= Recv header, 47 bytes (0x2f)
      S|0000: 32 32 30 20 6d 78 2e 65 78 61 6d 70 6c 65 2e 6f 220 mx.example.o
      +|0010: 72 67 20 45 53 4d 54 50 20 50 6f 73 74 66 69 78 rg ESMTP Postfix
      +|0020: 20 28 44 65 62 69 61 6e 2f 47 4e 55 29 0d 0a     (Debian/GNU)..
      =|12:00:00.000004 => Send header, 16 bytes (0x10)
      C|0000: 45 48 4c 4f 20 63 2e 65 78 61 6d 70 6c 65 0d 0a EHLO c.example..
      =|12:00:00.000005 <= Recv header, 16 bytes (0x10)
      S|0000: 32 35 30 2d 6d 78 2e 65 78 61 6d 70 6c 65 0d 0a 250-mx.example..
      =|12:00:00.000005 <= Recv header, 10 bytes (0xa)
      S|0000: 32 35 30 20 53 49 5a 45 0d 0a                   250 SIZE..
      =|12:00:00.000005 => Send header, 24 bytes (0x18)
      C|0000: 4d 41 49 4c 20 46 52 4f 4d 3a 3c 61 40 62 2e 63 MAIL FROM:<a@b.c
      +|0010: 3e 0d 0a                                        >..
      =|12:00:00.000005 <= Recv header, 8 bytes (0x8)
      S|0000: 32 35 30 20 6f 6b 0d 0a                         250 ok..
      =|12:00:00.000005 => Send header, 18 bytes (0x12)
      C|0000: 52 43 50 54 20 54 4f 3a 3c 61 40 62 2e 63 3e 0d RCPT TO:<a@b.c>.
      +|0010: 0a                                              .
      =|12:00:00.000005 <= Recv header, 8 bytes (0x8)
      S|0000: 32 35 30 20 6f 6b 0d 0a                         250 ok..
      =|12:00:00.000005 => Send header, 6 bytes (0x6)
      C|0000: 44 41 54 41 0d 0a                               DATA..
      =|12:00:00.000005 <= Recv header, 8 bytes (0x8)
      S|0000: 33 35 34 20 67 6f 0d 0a                         354 go..
      =|12:00:00.000005 => Send data, 14 bytes (0xe)
      M|0000: 53 75 62 6a 65 63 74 3a 20 78 0d 0a 0d 0a 68 69 Subject: x....hi
      M|0010: 0d 0a 79 6f                                     ..yo
      =|12:00:00.000005 => Send data, 5 bytes (0x5)
      .|0000: 0d 0a 2e 0d 0a                                  .....
      =|12:00:00.000005 <= Recv header, 8 bytes (0x8)
      S|0000: 32 35 30 20 6f 6b 0d 0a                         250 ok..
      =|12:00:00.000005 => Send header, 6 bytes (0x6)
      C|0000: 51 55 49 54 0d 0a                               QUIT..
      =|12:00:00.000005 <= Recv header, 9 bytes (0x9)
      S|0000: 32 32 31 20 62 79 65 0d 0a                      221 bye..
      =|12:00:00.000005 == Info: Closing connection 0
      `,
    )
  })
})
