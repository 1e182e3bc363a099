import { expectMargin } from '../margin.ts'

describe('OpenSMTPD', () => {
  it('-T smtp, two sessions at once, a pipelined batch and a message that looks like a trace', () => {
    expectMargin(
      'opensmtpd',
      `
      =|smtp: 0x55cef35f1950: connected to listener 0x55cef360df40 [hostname=mx.example, port=25, tag=]
      S|smtp: 0x55cef35f1950: >>> 220 mx.example ESMTP OpenSMTPD
      =|smtp: 0x55cef35f2222: connected to listener 0x55cef360df40 [hostname=mx.example, port=25, tag=]
      S|smtp: 0x55cef35f2222: >>> 220 mx.example ESMTP OpenSMTPD
      C|smtp: 0x55cef35f1950: <<< EHLO c.example
      C|smtp: 0x55cef35f2222: <<< HELO d.example
      S|smtp: 0x55cef35f1950: >>> 250-mx.example Hello
      S|smtp: 0x55cef35f2222: >>> 250 mx.example Hello
      S|smtp: 0x55cef35f1950: >>> 250 AUTH PLAIN LOGIN
      C|smtp: 0x55cef35f1950: <<< AUTH PLAIN AGFubmEAc2VjcmV0
      S|smtp: 0x55cef35f1950: >>> 535 Authentication failed
      C|smtp: 0x55cef35f1950: <<< AUTH LOGIN
      S|smtp: 0x55cef35f1950: >>> 334 VXNlcm5hbWU6
      A|smtp: 0x55cef35f1950: <<< YW5uYQ==
      S|smtp: 0x55cef35f1950: >>> 334 UGFzc3dvcmQ6
      A|smtp: 0x55cef35f1950: <<< c2VjcmV0cw==
      S|smtp: 0x55cef35f1950: >>> 235 Authentication succeeded
      C|smtp: 0x55cef35f1950: <<< MAIL FROM:<a@c.example>
      S|smtp: 0x55cef35f1950: >>> 250 Ok
      C|smtp: 0x55cef35f1950: <<< RCPT TO:<b@mx.example>
      S|smtp: 0x55cef35f1950: >>> 250 Destination address valid
      C|smtp: 0x55cef35f1950: <<< DATA
      S|smtp: 0x55cef35f1950: >>> 354 Enter mail, end with "."
      M|<<< [MSG] Received: from c.example by mx.example
      M|<<< [MSG] smtp: 0x55cef35f1950: >>> 250 Ok
      M|<<< [MSG] 
      =|<<< [EOM]
      S|smtp: 0x55cef35f1950: >>> 250 Message accepted
      C|smtp: 0x55cef35f1950: <<< QUIT
      S|smtp: 0x55cef35f1950: >>> 221 Bye
      =|smtp: 0x55cef35f1950: STATE_HELO -> STATE_QUIT
      `,
    )
  })

  it("'s syslog tells of failures and of deliveries", () => {
    expectMargin(
      'opensmtpd-log',
      String.raw`
      =|Nov 23 23:20:00 mx smtpd[12966]: 29b1b323eea71be8 smtp connected address=192.0.2.7 host=c.example
      S|Nov 23 23:20:00 mx smtpd[12966]: 29b1b323eea71be8 smtp failed-command command="RCPT TO:<\"b c\"@mx.example>" result="550 5.1.1 no such user"
      S|Nov 23 23:20:00 mx smtpd[12966]: 29b1b323eea71be8 smtp failed-command command="AUTH PLAIN (...)" result="535 Authentication failed"
      =|Nov 23 23:20:00 mx smtpd[12966]: 29b1b323eea71be8 smtp disconnected reason=quit
      =|Nov 23 23:20:00 mx smtpd[12966]: 29b1b32507d270f4 mta connecting address=smtp://192.0.2.1:25 host=mx.example
      S|Nov 23 23:20:00 mx smtpd[12966]: 29b1b32507d270f4 mta delivery evpid=bf506d05dc071e10 from=<a@c.example> to=<b@mx.example> rcpt=<-> source="192.0.2.9" relay="192.0.2.1 (mx.example)" delay=1s result="PermFail" stat="550 5.1.1 no such user"
      S|Nov 23 23:20:00 mx smtpd[12966]: 29b1b32507d270f4 mta delivery evpid=bf506d05dc071e11 from=<a@c.example> to=<b@mx.example> rcpt=<-> source="192.0.2.9" relay="192.0.2.1 (mx.example)" delay=1s result=Ok stat="250 2.0.0 queued"
      `,
    )
  })
})

describe('Haraka', () => {
  it('with AUTH LOGIN, of which no answer is logged, and another session between', () => {
    expectMargin(
      'haraka',
      `
      =|2026-11-23T23:28:57.569Z [NOTICE] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] connect ip=192.0.2.7 port=52578
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] S: 220 mx.example ESMTP Haraka ready
      C|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] C: EHLO c.example state=1
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [11111111-05BB-46DC-8F63-3E72FA03D925] [core] S: 220 mx.example ESMTP Haraka ready
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] S: 250-mx.example Hello
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] S: 250 AUTH LOGIN
      C|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] C: AUTH LOGIN state=1
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] S: 334 VXNlcm5hbWU6
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] S: 334 UGFzc3dvcmQ6
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] S: 235 2.7.0 ok
      C|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] C: FOO bar state=1
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] S: 500 Unrecognized command
      C|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] C: state=1
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] S: 500 Unrecognized command
      C|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925.1] [core] C: MAIL FROM:<a@c.example> state=1
      S|2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925.1] [core] S: 250 sender OK
      =|2026-11-23T23:28:57.569Z [NOTICE] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] client dropped connection
      `,
    )
  })
})

describe('smtp-server', () => {
  it('with secrets that it hides', () => {
    expectMargin(
      'smtp-server',
      `
      =|[2026-11-23 23:18:58] INFO  [#i6h6abgntapo982c] Connection from [192.0.2.7]
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 220 mx.example ESMTP
      C|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] C: EHLO c.example
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 250-mx.example Nice to meet you, [192.0.2.7]
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] 250-STARTTLS
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] 250 AUTH PLAIN LOGIN
      C|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] C: STARTTLS
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 220 Ready to start TLS
      T|[2026-11-23 23:18:58] INFO  [#i6h6abgntapo982c] Connection upgraded to TLS using TLS_AES_256_GCM_SHA384
      C|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] C: EHLO c.example
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 250 mx.example
      C|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] C: AUTH PLAIN /* secured */
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 535 no
      C|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] C: AUTH LOGIN
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 334 VXNlcm5hbWU6
      A|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] C: /* secured */
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 334 UGFzc3dvcmQ6
      A|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] C: /* secured */
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 235 Authentication successful
      =|[2026-11-23 23:18:58] INFO  [#i6h6abgntapo982c] tester authenticated using LOGIN
      C|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] C: QUIT
      S|[2026-11-23 23:18:58] DEBUG [#i6h6abgntapo982c] S: 221 Bye
      =|[2026-11-23 23:18:58] INFO  [#i6h6abgntapo982c] Connection closed to [192.0.2.7]
      `,
    )
  })
})

describe('aiosmtpd', () => {
  it('with pipelined commands, a BDAT it does not know, and quotes', () => {
    expectMargin(
      'aiosmtpd',
      String.raw`
      =|2026-11-23 23:19:13,041 mail.log INFO: Peer: ('192.0.2.7', 38754)
      =|2026-11-23 23:19:13,041 mail.log INFO: ('192.0.2.7', 38754) handling connection
      S|2026-11-23 23:19:13,041 mail.log DEBUG: ('192.0.2.7', 38754) << b'220 mx.example Python SMTP 1.4.3'
      =|2026-11-23 23:19:13,041 mail.log DEBUG: _handle_client readline: b'EHLO c.example\r\n'
      C|2026-11-23 23:19:13,041 mail.log INFO: ('192.0.2.7', 38754) >> b'EHLO c.example'
      S|2026-11-23 23:19:13,041 mail.log DEBUG: ('192.0.2.7', 38754) << b'250-mx.example'
      S|2026-11-23 23:19:13,041 mail.log DEBUG: ('192.0.2.7', 38754) << b'250 HELP'
      =|2026-11-23 23:19:13,041 mail.log DEBUG: _handle_client readline: b'AUTH PLAIN AGFubmEAc2VjcmV0\r\n'
      C|2026-11-23 23:19:13,041 mail.log INFO: ('192.0.2.7', 38754) >> b'AUTH PLAIN AGFubmEAc2VjcmV0'
      S|2026-11-23 23:19:13,041 mail.log DEBUG: ('192.0.2.7', 38754) << b'538 5.7.11 Encryption required'
      =|2026-11-23 23:19:13,041 mail.log DEBUG: _handle_client readline: b"VRFY o'neill\r\n"
      C|2026-11-23 23:19:13,041 mail.log INFO: ('192.0.2.7', 38754) >> b"VRFY o'neill"
      S|2026-11-23 23:19:13,041 mail.log DEBUG: ('192.0.2.7', 38754) << b"252 can't verify"
      =|2026-11-23 23:19:13,041 mail.log DEBUG: _handle_client readline: b'\r\n'
      C|2026-11-23 23:19:13,041 mail.log INFO: ('192.0.2.7', 38754) >> b''
      S|2026-11-23 23:19:13,041 mail.log DEBUG: ('192.0.2.7', 38754) << b'500 Error: bad syntax'
      =|2026-11-23 23:19:13,041 mail.log INFO: ('192.0.2.7', 38754) EOF received
      =|2026-11-23 23:19:13,041 mail.log INFO: ('192.0.2.7', 38754) connection lost
      `,
    )
  })
})

describe('qpsmtpd', () => {
  it('with two processes and the rest of a reply', () => {
    expectMargin(
      'qpsmtpd',
      `
      =|Mon Nov 23 23:19:23 2026 mx.example[31227]: Accepted connection 1/60 from 192.0.2.7 / c.example
      S|Mon Nov 23 23:19:23 2026 mx.example[31227]: 220 mx.example ESMTP qpsmtpd 0.94 ready
      C|Mon Nov 23 23:19:23 2026 mx.example[31227]: dispatching EHLO c.example
      S|Mon Nov 23 23:19:23 2026 mx.example[31228]: 220 mx.example ESMTP qpsmtpd 0.94 ready
      S|Mon Nov 23 23:19:23 2026 mx.example[31227]: 250-mx.example Hi c.example
      C|Mon Nov 23 23:19:23 2026 mx.example[31228]: dispatching HELO d.example
      S|Mon Nov 23 23:19:23 2026 mx.example[31227]: 250 AUTH PLAIN LOGIN
      S|Mon Nov 23 23:19:23 2026 mx.example[31228]: 250 mx.example Hi d.example
      C|Mon Nov 23 23:19:23 2026 mx.example[31227]: dispatching AUTH PLAIN AGFubmEAc2VjcmV0
      S|Mon Nov 23 23:19:23 2026 mx.example[31227]: 535 Authentication failed
      C|Mon Nov 23 23:19:23 2026 mx.example[31227]: dispatching 
      S|Mon Nov 23 23:19:23 2026 mx.example[31227]: 500 Unrecognized command
      =|Mon Nov 23 23:19:23 2026 mx.example[31227]: (unrecognized_command) count_unrecognized_commands: 1
      C|Mon Nov 23 23:19:23 2026 mx.example[31228]: dispatching QUIT
      S|Mon Nov 23 23:19:23 2026 mx.example[31228]: 221 mx.example closing connection
      =|Mon Nov 23 23:19:23 2026 mx.example[31227]: click, disconnecting
      `,
    )
  })
})

describe("Sendmail's syslog", () => {
  it('tells of what rulesets refused and other servers said', () => {
    expectMargin(
      'sendmail-log',
      `
      =|Nov 23 23:29:11 mx sendmail[23305]: NOQUEUE: connect from c.example [192.0.2.7]
      S|Nov 23 23:29:11 mx sendmail[23305]: 6ANNTBXY023305: ruleset=check_rcpt, arg1=<b@mx.example>, relay=c.example [192.0.2.7], reject=450 4.7.1 <b@mx.example>... Greylisted
      S|Nov 23 23:29:11 mx sendmail[23305]: 6ANNTBXY023305: to=<b@mx.example>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=30397, relay=mx.example. [192.0.2.1], dsn=4.2.0, stat=Deferred: 450 4.2.0 later
      S|Nov 23 23:29:11 mx sm-mta[23305]: 6ANNTBXY023305: to=<b@mx.example>, delay=00:00:01, mailer=esmtp, relay=mx.example. [192.0.2.1], dsn=5.0.0, stat=Service unavailable: 554 5.7.1 no
      S|Nov 23 23:29:11 mx sendmail[23305]: 6ANNTBXY023305: Milter: data, reject=550 5.7.1 Command rejected
      =|Nov 23 23:29:11 mx sendmail[23305]: 6ANNTBXY023305: to=<b@mx.example>, delay=00:00:01, mailer=esmtp, relay=mx.example. [192.0.2.1], dsn=2.0.0, stat=Sent (Ok: queued as 4X)
      `,
    )
  })
})
