import { expectMargin } from '../margin.ts'

describe("Python's smtplib", () => {
  it('3.13, with the message on one line, and the exception behind it', () => {
    expectMargin(
      'smtplib',
      String.raw`
      =|connect: to ('mx.example', 587) None
      S|reply: b'220 mx.example ESMTP\r\n'
      =|reply: retcode (220); Msg: b'mx.example ESMTP'
      =|connect: b'mx.example ESMTP'
      C|send: 'ehlo c.example\r\n'
      S|reply: b'250-mx.example\r\n'
      S|reply: b'250 AUTH PLAIN LOGIN CRAM-MD5\r\n'
      =|reply: retcode (250); Msg: b'mx.example\nAUTH PLAIN LOGIN CRAM-MD5'
      C|send: 'AUTH PLAIN AGFubmEAc2VjcmV0\r\n'
      S|reply: b'535 5.7.8 no\r\n'
      =|reply: retcode (535); Msg: b'5.7.8 no'
      C|send: 'AUTH LOGIN YW5uYQ==\r\n'
      S|reply: b'334 UGFzc3dvcmQ6\r\n'
      =|reply: retcode (334); Msg: b'UGFzc3dvcmQ6'
      A|send: 'c2VjcmV0cw==\r\n'
      S|reply: b'235 2.7.0 ok\r\n'
      =|reply: retcode (235); Msg: b'2.7.0 ok'
      C|send: 'mail FROM:<a@c.example> size=30\r\n'
      S|reply: b'250 2.1.0 Ok\r\n'
      =|reply: retcode (250); Msg: b'2.1.0 Ok'
      C|send: 'rcpt TO:<b@mx.example>\r\n'
      S|reply: b"550 5.1.1 isn't here\r\n"
      =|reply: retcode (550); Msg: b"5.1.1 isn't here"
      C|send: 'rset\r\n'
      S|reply: b'250 2.0.0 Ok\r\n'
      =|reply: retcode (250); Msg: b'2.0.0 Ok'
      =|Traceback (most recent call last):
      =|  File "/app/mail.py", line 9, in <module>
      =|    server.sendmail('a@c.example', ['b@mx.example'], text)
      =|smtplib.SMTPRecipientsRefused: {'b@mx.example': (550, b"5.1.1 isn't here")}
      `,
    )
  })

  it('with bytes sent before Python 3.5, and replies that stand in a literal without its prefix', () => {
    expectMargin(
      'smtplib',
      String.raw`
      =|connect: ('mx.example', 25)
      S|reply: '220 mx.example ESMTP\r\n'
      =|reply: retcode (220); Msg: mx.example ESMTP
      =|connect: mx.example ESMTP
      C|send: 'ehlo [127.0.1.1]\r\n'
      S|reply: '250 mx.example\r\n'
      =|reply: retcode (250); Msg: mx.example
      C|send: 'mail FROM:<a@c.example>\r\n'
      S|reply: '250 ok\r\n'
      =|reply: retcode (250); Msg: ok
      C|send: 'rcpt TO:<b@mx.example>\r\n'
      S|reply: '250 ok\r\n'
      =|reply: retcode (250); Msg: ok
      C|send: 'data\r\n'
      S|reply: '354 go ahead\r\n'
      =|reply: retcode (354); Msg: go ahead
      =|data: (354, 'go ahead')
      .|send: 'Subject: x\r\n\r\n250 it\'s "quoted"\r\n.\r\n'
      S|reply: '250 queued\r\n'
      =|reply: retcode (250); Msg: queued
      =|data: (250, 'queued')
      C|send: 'quit\r\n'
      S|reply: '221 bye\r\n'
      =|reply: retcode (221); Msg: bye
      `,
    )
  })

  it('sends CRAM-MD5 and a cancelled exchange, over TLS from the start', () => {
    expectMargin(
      'smtplib',
      String.raw`
      =|12:31:46.123456 connect: ('mx.example', 465)
      =|12:31:46.123456 connect: to ('mx.example', 465) None
      S|12:31:46.223456 reply: b'220 mx.example ESMTP\r\n'
      =|12:31:46.223456 reply: retcode (220); Msg: b'mx.example ESMTP'
      C|12:31:46.223456 send: 'ehlo c.example\r\n'
      S|12:31:46.223456 reply: b'250-mx.example\r\n'
      S|12:31:46.223456 reply: b'250 AUTH CRAM-MD5\r\n'
      =|12:31:46.223456 reply: retcode (250); Msg: b'mx.example\nAUTH CRAM-MD5'
      C|12:31:46.223456 send: 'AUTH CRAM-MD5\r\n'
      S|12:31:46.223456 reply: b'334 PDEyMz4=\r\n'
      =|12:31:46.223456 reply: retcode (334); Msg: b'PDEyMz4='
      A|12:31:46.223456 send: 'YW5uYSBiOTEzYTYwMmM3ZWRhN2E0OTViNGU2ZTczMzRkMzg5MA==\r\n'
      S|12:31:46.223456 reply: b'535 5.7.8 no\r\n'
      =|12:31:46.223456 reply: retcode (535); Msg: b'5.7.8 no'
      C|12:31:46.223456 send: 'STARTTLS\r\n'
      S|12:31:46.223456 reply: b'503 5.5.1 already\r\n'
      =|12:31:46.223456 reply: retcode (503); Msg: b'5.5.1 already'
      C|12:31:46.223456 send: 'QUIT\r\n'
      S|12:31:46.223456 reply: b'221 bye\r\n'
      `,
    )
  })
})

describe("Ruby's Net::SMTP", () => {
  it('with STARTTLS, LOGIN, and a refused recipient', () => {
    expectMargin(
      'net-smtp-ruby',
      String.raw`
      =|Connection opened: mx.example:587
      S|-> "220 mx.example ESMTP\r\n"
      C|<- "EHLO c.example\r\n"
      S|-> "250-mx.example\r\n"
      S|-> "250 STARTTLS\r\n"
      C|<- "STARTTLS\r\n"
      S|-> "220 2.0.0 go\r\n"
      T|TLS connection started
      C|<- "EHLO c.example\r\n"
      S|-> "250-mx.example\r\n"
      S|-> "250 AUTH LOGIN PLAIN\r\n"
      C|<- "AUTH LOGIN\r\n"
      S|-> "334 VXNlcm5hbWU6\r\n"
      A|<- "YW5uYQ==\r\n"
      S|-> "334 UGFzc3dvcmQ6\r\n"
      A|<- "c2VjcmV0cw==\r\n"
      S|-> "235 2.7.0 ok\r\n"
      C|<- "MAIL FROM:<a@c.example>\r\n"
      S|-> "250 ok\r\n"
      C|<- "RCPT TO:<b@mx.example>\r\n"
      S|-> "450 4.2.0 said \"later\"\r\n"
      C|<- "RSET\r\n"
      S|-> "250 ok\r\n"
      C|<- "MAIL FROM:<a@c.example>\r\n"
      S|-> "250 ok\r\n"
      C|<- "RCPT TO:<b@mx.example>\r\n"
      S|-> "250 ok\r\n"
      C|<- "DATA\r\n"
      S|-> "354 go\r\n"
      =|writing message from String
      =|wrote 120 bytes
      S|-> "451 4.3.0 disk\r\n"
      C|<- "QUIT\r\n"
      S|-> "221 bye\r\n"
      =|/usr/lib/ruby/net/smtp.rb:1046:in 'check_response': 451 4.3.0 disk (Net::SMTPServerBusy)
      `,
    )
  })

  it('reads lines of the server of which none was sent, and the message where it is shown', () => {
    expectMargin(
      'net-smtp-ruby',
      String.raw`
      =|Connection opened: mx.example:25
      S|-> "220 mx.example ESMTP\r\n"
      C|<- "HELO c.example\r\n"
      S|-> "250 mx.example\r\n"
      C|<- "AUTH PLAIN AGFubmEAc2VjcmV0\r\n"
      S|-> "503 5.5.1 not here\r\n"
      C|<- "QUIT\r\n"
      S|-> "221-2.0.0 see\r\n"
      S|-> "221 2.0.0 you\r\n"
      `,
    )
  })
})

describe("Perl's Net::SMTP", () => {
  it('with decoded secrets and a lost connection', () => {
    expectMargin(
      'net-smtp-perl',
      `
      =|Net::SMTP>>> Net::SMTP(3.14)
      =|Net::SMTP>>>   Net::Cmd(3.14)
      =|Net::SMTP>>>     Exporter(5.76)
      S|Net::SMTP=GLOB(0x55d0c8)<<< 220 mx.example ESMTP
      C|Net::SMTP=GLOB(0x55d0c8)>>> EHLO c.example
      S|Net::SMTP=GLOB(0x55d0c8)<<< 250-mx.example
      S|Net::SMTP=GLOB(0x55d0c8)<<< 250 AUTH PLAIN LOGIN
      C|Net::SMTP=GLOB(0x55d0c8)>>> STARTTLS
      S|Net::SMTP=GLOB(0x55d0c8)<<< 220 go
      C|Net::SMTP::_SSL=GLOB(0x55d0c8)>>> EHLO c.example
      S|Net::SMTP::_SSL=GLOB(0x55d0c8)<<< 250-mx.example
      S|Net::SMTP::_SSL=GLOB(0x55d0c8)<<< 250 AUTH LOGIN
      C|Net::SMTP::_SSL=GLOB(0x55d0c8)>>> AUTH LOGIN
      S|Net::SMTP::_SSL=GLOB(0x55d0c8)<<< 334 VXNlcm5hbWU6
      =|Net::SMTP::_SSL=GLOB(0x55d0c8)<<< (decoded) Username:
      =|Net::SMTP::_SSL=GLOB(0x55d0c8)>>> (decoded) anna
      A|Net::SMTP::_SSL=GLOB(0x55d0c8)>>> YW5uYQ==
      S|Net::SMTP::_SSL=GLOB(0x55d0c8)<<< 334 UGFzc3dvcmQ6
      =|Net::SMTP::_SSL=GLOB(0x55d0c8)<<< (decoded) Password:
      =|Net::SMTP::_SSL=GLOB(0x55d0c8)>>> (decoded) hunter2
      A|Net::SMTP::_SSL=GLOB(0x55d0c8)>>> c2VjcmV0cw==
      S|Net::SMTP::_SSL=GLOB(0x55d0c8)<<< 235 ok
      C|Net::SMTP::_SSL=GLOB(0x55d0c8)>>> MAIL FROM:<a@c.example>
      =|Net::SMTP::_SSL=GLOB(0x55d0c8): unexpected EOF on command channel:  at mail.pl line 12.
      `,
    )
  })
})
