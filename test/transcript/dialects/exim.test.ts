import { expectMargin } from '../margin.ts'

describe('Exim', () => {
  it('as a daemon, with AUTH LOGIN and a reply of several lines with its log between', () => {
    expectMargin(
      'exim',
      `
      =| 7445 Process 7445 is handling incoming connection from [192.0.2.7]
      S| 7445 SMTP>> 220 mx.example ESMTP Exim 4.96
      C| 7445 SMTP<< RCPT TO:<b@mx.example>
      S| 7445 SMTP>> 503-HELO or EHLO required
      =| 7445 LOG: smtp_protocol_error MAIN
      =| 7445   SMTP protocol error in "RCPT TO:<b@mx.example>" H=[192.0.2.7] sender not yet given
      S| 7445 SMTP>> 503 sender not yet given
      C| 7445 SMTP<< EHLO c.example
      S| 7445 SMTP>> 250-mx.example Hello
      S| 7445        250-AUTH PLAIN LOGIN
      S| 7445        250 HELP
      C| 7445 SMTP<< AUTH LOGIN
      S| 7445 SMTP>> 334 VXNlcm5hbWU6
      A| 7445 SMTP<< YW5uYQ==
      S| 7445 SMTP>> 334 UGFzc3dvcmQ6
      A| 7445 SMTP<< c2VjcmV0cw==
      S| 7445 SMTP>> 235 Authentication succeeded
      C| 7446 SMTP<< EHLO d.example
      C| 7445 SMTP<< FOO bar
      S| 7445 SMTP>> 500 unrecognized command
      S| 7446 SMTP>> 250 mx.example Hello
      C| 7445 SMTP<< 
      S| 7445 SMTP>> 500 unrecognized command
      =| 7445 unexpected disconnection while reading SMTP command from (c.example) [192.0.2.7] D=0s
      `,
    )
  })

  it('as a client over TLS, with AUTH and a pipelined batch that ends in a 421', () => {
    expectMargin(
      'exim',
      String.raw`
      =|LOG: MAIN
      =|  <= a@c.example U=root P=local S=318
      =|Connecting to mx.example [192.0.2.1]:587 ...  connected
      S|  SMTP<< 220 mx.example ESMTP
      C|  SMTP>> EHLO c.example
      S|  SMTP<< 250-mx.example
      S|         250-STARTTLS
      S|         250 PIPELINING
      C|  SMTP>> STARTTLS
      S|  SMTP<< 220 go
      C|  SMTP>> EHLO c.example
      S|  SMTP<< 250-mx.example
      S|         250-AUTH PLAIN LOGIN
      S|         250 PIPELINING
      C|  SMTP>> AUTH PLAIN ****************
      S|  SMTP<< 535 5.7.8 no
      C|  SMTP>> AUTH LOGIN
      S|  SMTP<< 334 VXNlcm5hbWU6
      A|  SMTP>> ****************
      S|  SMTP<< 334 UGFzc3dvcmQ6
      A|  SMTP>> ********
      S|  SMTP<< 235 ok
      C|  SMTP|> MAIL FROM:<a@c.example> SIZE=1347
      C|  SMTP|> RCPT TO:<b@mx.example>
      C|  SMTP>> DATA
      S|  SMTP<< 250 ok
      S|  SMTP<< 550-no
      S|         550 such user
      S|  SMTP<< 421 closing
      C|  SMTP>> QUIT
      =|  SMTP(TLS shutdown)>>
      =|  SMTP(close)>>
      =|cmdlog: '220:EHLO:250-:STARTTLS:220'
      =|LOG: MAIN
      =|  ** b@mx.example R=out T=remote_smtp H=mx.example [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@mx.example>: 550-no\n550 such user
      `,
    )
  })

  it('in LMTP, with times, and a reply for each recipient', () => {
    expectMargin(
      'exim',
      `
      =|12:00:00.123  6770 Connecting to 127.0.0.1 [127.0.0.1]:24 ... 12:00:00.123  6770 connected
      S|12:00:00.123  6770   SMTP<< 220 mx.example LMTP
      C|12:00:00.123  6770   SMTP>> LHLO c.example
      S|12:00:00.123  6770   SMTP<< 250-mx.example
      S|12:00:00.123  6770          250 PIPELINING
      C|12:00:00.123  6770   SMTP|> MAIL FROM:<a@c.example>
      C|12:00:00.123  6770   SMTP|> RCPT TO:<b@mx.example>
      C|12:00:00.123  6770   SMTP|> RCPT TO:<d@mx.example>
      C|12:00:00.123  6770   SMTP>> DATA
      S|12:00:00.123  6770   SMTP<< 250 ok
      S|12:00:00.123  6770   SMTP<< 250 ok
      S|12:00:00.123  6770   SMTP<< 250 ok
      S|12:00:00.123  6770   SMTP<< 354 go
      =|12:00:00.123  6770   SMTP>> (writing message)
      .|12:00:00.123  6770   SMTP>> .
      S|12:00:00.123  6770   SMTP<< 250 saved
      S|12:00:00.123  6770   SMTP<< 452 full
      C|12:00:00.123  6770   SMTP>> QUIT
      S|12:00:00.123  6770   SMTP<< 221 bye
      =|12:00:00.123  6770   SMTP(close)>>
      `,
    )
  })

  it('-bs with everything typed', () => {
    expectMargin(
      'exim',
      `
      =|LOG: smtp_connection MAIN
      =|  SMTP connection from root
      S|220 mx.example ESMTP Exim 4.96
      C|ehlo c.example
      S|250-mx.example Hello root
      S|250 HELP
      C|mail from:<a@c.example>
      S|250 OK
      C|data
      =|LOG: smtp_protocol_error MAIN
      =|  SMTP protocol error in "data" U=root valid RCPT command must precede DATA
      S|503 valid RCPT command must precede DATA
      C|quit
      S|221 mx.example closing connection
      `,
    )
  })

  it('-bh, where three signs are thoughts', () => {
    expectMargin(
      'exim-bh',
      `
      _|
      =|**** SMTP testing session as if from host 192.0.2.7
      =|**** but without any ident (RFC 1413) callback.
      =|**** This is not for real!
      _|
      =|>>> host in hosts_connection_nolog? no (option unset)
      =|LOG: SMTP connection from [192.0.2.7]
      S|220 mx.example ESMTP Exim 4.96
      C|ehlo c.example
      =|>>> c.example in helo_lookup_domains? no (end of list)
      S|250-mx.example Hello c.example [192.0.2.7]
      S|250 HELP
      C|vrfy postmaster
      S|252 Administrative prohibition
      C|mail from:<a@c.example>
      S|250 OK
      C|rcpt to:<b@mx.example>
      =|>>> using ACL "acl_check_rcpt"
      =|>>> processing "accept"
      =|>>> accept: condition test succeeded in ACL "acl_check_rcpt"
      S|250 Accepted
      C|data
      S|354 Enter message, ending with "." on a line by itself
      M|Subject: x
      M|
      M|hello
      .|.
      =|LOG: 1xVdNi-0001nR-1t <= a@c.example H=(c.example) [192.0.2.7] P=esmtp S=300
      S|250 OK id=1xVdNi-0001nR-1t
      _|
      =|**** SMTP testing: that is not a real message id!
      _|
      C|quit
      S|221 mx.example closing connection
      `,
    )
  })
})

describe("Exim's mainlog", () => {
  it('tells of refusals, of deliveries, and what the other server said', () => {
    expectMargin(
      'exim-log',
      `
      =|2026-11-23 23:20:55 1xVdLD-00014O-1g <= a@c.example H=(c.example) [192.0.2.7] P=esmtp S=204
      S|2026-11-23 23:20:56 1xVdLD-00014O-1g => b@mx.example R=out T=remote_smtp H=mx.example [192.0.2.1] C="250 2.0.0 Ok: queued as 4X"
      S|2026-11-23 23:20:56 1xVdLD-00014O-1g ** c@mx.example R=out T=remote_smtp H=mx.example [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<c@mx.example>: 550 5.1.1 no such user
      S|2026-11-23 23:20:56 1xVdLD-00014O-1g ** c@mx.example R=out T=remote_smtp H=mx.example [192.0.2.1]: SMTP error from remote mail server after end of data: 554 5.7.1 spam
      S|2026-11-23 23:20:56 1xVdLD-00014O-1g == d@mx.example R=out T=remote_smtp defer (-44) H=mx.example [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<d@mx.example>: 450 4.2.0 later
      S|2026-11-23 23:20:56 1xVdLD-00014O-1g H=mx.example [192.0.2.1]: SMTP error from remote mail server after pipelined MAIL FROM:<a@c.example> SIZE=300: 452 4.3.1 disk
      S|2026-11-23 23:20:56 1xVdLD-00014O-1g H=mx.example [192.0.2.1]: SMTP error from remote mail server after initial connection: 421 4.7.0 busy
      =|2026-11-23 23:20:57 1xVdLD-00014O-1g Completed
      C|2026-11-23 23:20:55 H=(c.example) [192.0.2.7] F=<a@c.example> rejected RCPT <nosuch@mx.example>: Unrouteable address
      S|2026-11-23 23:20:56 H=(c.example) [192.0.2.7] F=<a@c.example> temporarily rejected RCPT <b@mx.example>: 450 4.7.1 Greylisted
      C|2026-11-23 23:20:57 SMTP protocol error in "DATA" H=[192.0.2.7] valid RCPT command must precede DATA
      S|2026-11-23 23:20:57 plain authenticator failed for (c.example) [192.0.2.7]: 535 Incorrect authentication data (set_id=tester)
      C|2026-11-23 23:20:57 SMTP protocol error in "AUTH PLAIN AGFubmEAc2VjcmV0" H=[192.0.2.7] AUTH command used when not advertised
      =|2026-11-23 23:20:58 SMTP connection from [192.0.2.7] lost D=2s
      `,
    )
  })
})
