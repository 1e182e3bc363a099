import { expectMargin } from '../margin.ts'

describe('Postfix with debug_peer_list', () => {
  it("as submission server in the journal's times, with AUTH and an empty command", () => {
    expectMargin(
      'postfix-debug',
      `
      =|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: connect from c.example[192.0.2.7]
      S|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: > c.example[192.0.2.7]: 220 mx.example ESMTP Postfix
      =|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: watchdog_pat: 0x55d0c8
      C|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: < c.example[192.0.2.7]: EHLO c.example
      =|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: match_list_match: c.example: no match
      S|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: > c.example[192.0.2.7]: 250-mx.example
      S|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: > c.example[192.0.2.7]: 250 AUTH PLAIN LOGIN
      C|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: < c.example[192.0.2.7]: AUTH LOGIN
      S|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: > c.example[192.0.2.7]: 334 VXNlcm5hbWU6
      A|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: < c.example[192.0.2.7]: YW5uYQ==
      =|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: xsasl_dovecot_handle_reply: auth reply: CONT
      S|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: > c.example[192.0.2.7]: 334 UGFzc3dvcmQ6
      A|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: < c.example[192.0.2.7]: c2VjcmV0cw==
      S|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: > c.example[192.0.2.7]: 535 5.7.8 Error: authentication failed
      C|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: < c.example[192.0.2.7]: 
      S|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: > c.example[192.0.2.7]: 500 5.5.2 Error: bad syntax
      =|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: lost connection after UNKNOWN from c.example[192.0.2.7]
      =|2026-11-23T10:00:00.123456+01:00 mx postfix/submission/smtpd[4711]: disconnect from c.example[192.0.2.7]
      `,
    )
  })

  it('as client of two servers at once, over TLS and a cached connection', () => {
    expectMargin(
      'postfix-debug',
      `
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 220 mx.example ESMTP
      C|Nov 23 10:00:00 mx postfix/smtp[81]: > mx.example[192.0.2.1]:25: EHLO c.example
      S|Nov 23 10:00:00 mx postfix/smtp[82]: < mx.example[2001:db8::1]:25: 220 mx.example ESMTP
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 250-mx.example
      C|Nov 23 10:00:00 mx postfix/smtp[82]: > mx.example[2001:db8::1]:25: EHLO c.example
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 250 STARTTLS
      S|Nov 23 10:00:00 mx postfix/smtp[82]: < mx.example[2001:db8::1]:25: 250 mx.example
      =|Nov 23 10:00:00 mx postfix/smtp[81]: server features: 0x1019 size 0
      C|Nov 23 10:00:00 mx postfix/smtp[81]: > mx.example[192.0.2.1]:25: STARTTLS
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 220 go
      T|Nov 23 10:00:00 mx postfix/smtp[81]: Untrusted TLS connection established to mx.example[192.0.2.1]:25: TLSv1.3
      C|Nov 23 10:00:00 mx postfix/smtp[81]: > mx.example[192.0.2.1]:25: EHLO c.example
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 250 PIPELINING
      C|Nov 23 10:00:00 mx postfix/smtp[82]: > mx.example[2001:db8::1]:25: QUIT
      C|Nov 23 10:00:00 mx postfix/smtp[81]: > mx.example[192.0.2.1]:25: MAIL FROM:<a@c.example>
      C|Nov 23 10:00:00 mx postfix/smtp[81]: > mx.example[192.0.2.1]:25: RCPT TO:<b@mx.example> ORCPT=rfc822;b@mx.example
      C|Nov 23 10:00:00 mx postfix/smtp[81]: > mx.example[192.0.2.1]:25: DATA
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 250 ok
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 250 ok
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 354 go
      .|Nov 23 10:00:00 mx postfix/smtp[81]: > mx.example[192.0.2.1]:25: .
      S|Nov 23 10:00:00 mx postfix/smtp[81]: < mx.example[192.0.2.1]:25: 250 queued
      =|Nov 23 10:00:00 mx postfix/smtp[81]: 4X3Q: to=<b@mx.example>, relay=mx.example[192.0.2.1]:25, delay=0.1, dsn=2.0.0, status=sent (250 queued)
      C|Nov 23 10:00:00 mx postfix/smtp[83]: > mx.example[192.0.2.1]:25: RSET
      S|Nov 23 10:00:00 mx postfix/smtp[83]: < mx.example[192.0.2.1]:25: 250 ok
      `,
    )
  })
})

describe("Postfix's maillog", () => {
  it('tells of refusals by every program, and of deliveries', () => {
    expectMargin(
      'postfix-log',
      `
      =|Nov 23 10:00:00 mx postfix/smtpd[4711]: connect from c.example[192.0.2.7]
      S|Nov 23 10:00:00 mx postfix/smtpd[4711]: NOQUEUE: reject: RCPT from c.example[192.0.2.7]: 554 5.7.1 <b@else.example>: Relay access denied; from=<a@c.example> to=<b@else.example> proto=ESMTP helo=<c.example>
      S|Nov 23 10:00:00 mx postfix/smtps/smtpd[4712]: 4WqKz05Xy3zB1Lk: reject: RCPT from c.example[192.0.2.7]: 450 4.2.0 <grey@mx.example>: Recipient address rejected: Greylisted; from=<a@c.example> to=<grey@mx.example> proto=ESMTP helo=<c.example>
      S|2026-11-23T10:00:00.123456+01:00 mx postfix/postscreen[99]: NOQUEUE: reject: RCPT from [192.0.2.7]:41000: 550 5.7.1 Service unavailable; client [192.0.2.7] blocked using zen.example; from=<a@c.example>, to=<b@mx.example>, proto=ESMTP, helo=<c.example>
      =|Nov 23 10:00:00 mx postfix/postscreen[99]: NOQUEUE: reject: CONNECT from [192.0.2.7]:41000: too many connections
      =|Nov 23 10:00:00 mx postfix/cleanup[98]: 4WqKz05Xy3zB1Lk: milter-reject: END-OF-MESSAGE from c.example[192.0.2.7]: 5.7.1 spam; from=<a@c.example> to=<b@mx.example> proto=ESMTP helo=<c.example>
      S|Nov 23 10:00:00 mx postfix/smtpd[4711]: NOQUEUE: milter-reject: MAIL from c.example[192.0.2.7]: 451 4.7.1 Service unavailable - try again later; from=<a@c.example> proto=ESMTP helo=<c.example>
      S|Nov 23 10:00:00 mx postfix/smtp[81]: 4WqKz05Xy3zB1Lk: to=<b@mx.example>, relay=mx.example[192.0.2.1]:25, delay=1.1, delays=0/0/1/0.1, dsn=4.2.0, status=deferred (host mx.example[192.0.2.1] said: 450 4.2.0 <b@mx.example>: later (in reply to RCPT TO command))
      S|Nov 23 10:00:00 mx postfix/smtp[81]: 4WqKz05Xy3zB1Lk: to=<b@mx.example>, relay=mx.example[192.0.2.1]:25, delay=1.1, delays=0/0/1/0.1, dsn=5.1.1, status=bounced (host mx.example[192.0.2.1] said: 550-5.1.1 no such 550 5.1.1 user (in reply to end of DATA command))
      S|Nov 23 10:00:00 mx postfix/smtp[81]: 4WqKz05Xy3zB1Lk: host mx.example[192.0.2.1] refused to talk to me: 421 4.7.0 busy
      S|Nov 23 10:00:00 mx postfix/lmtp[82]: 4WqKz05Xy3zB1Lk: to=<b@mx.example>, relay=127.0.0.1[127.0.0.1]:24, delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent (250 2.0.0 <b@mx.example> saved)
      =|Nov 23 10:00:00 mx postfix/smtp[81]: 4WqKz05Xy3zB1Lk: to=<d@mx.example>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=deferred (connect to mx.example[192.0.2.1]:25: Connection timed out)
      C|Nov 23 10:00:00 mx postfix/smtpd[4711]: warning: non-SMTP command from c.example[192.0.2.7]: GET / HTTP/1.1
      =|Nov 23 10:00:00 mx postfix/smtpd[4711]: disconnect from c.example[192.0.2.7] ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4
      `,
    )
  })
})

describe('a notice of Postfix', () => {
  it('with wrapped lines, an empty command and AUTH', () => {
    expectMargin(
      'postfix-notice',
      `
      =|From: MAILER-DAEMON@mx.example (Mail Delivery System)
      =|Subject: Postfix SMTP server: errors from c.example[192.0.2.7]
      _|
      =|Transcript of session follows.
      _|
      S| Out: 220 mx.example ESMTP Postfix
      C| In:  EHLO c.example
      S| Out: 250-mx.example
      S| Out: 250 AUTH PLAIN LOGIN
      C| In:  AUTH PLAIN AGFubmEAc2VjcmV0
      S| Out: 535 5.7.8 Error: authentication failed: a reason that is so long that
      +|     it goes on here
      C| In:  AUTH LOGIN
      S| Out: 334 VXNlcm5hbWU6
      A| In:  YW5uYQ==
      S| Out: 334 UGFzc3dvcmQ6
      A| In:  *
      S| Out: 501 5.7.0 Authentication aborted
      C| In:  
      S| Out: 500 5.5.2 Error: bad syntax
      C| In:  MAIL FROM:<a@c.example>
      S| Out: 250 2.1.0 Ok
      C| In:  RCPT TO:<b@mx.example>
      S| Out: 250 2.1.5 Ok
      C| In:  DATA
      S| Out: 354 End data with <CR><LF>.<CR><LF>
      S| Out: 451 4.3.0 Error: queue file write error
      _|
      =|Session aborted, reason: lost connection
      _|
      =|For other details, see the local mail logfile
      `,
    )
  })
})
