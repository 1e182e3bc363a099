import { expectMargin } from '../margin.ts'

describe('PHPMailer', () => {
  it('5.1, with get_lines and its three parts', () => {
    expectMargin(
      'phpmailer',
      `
      S|SMTP -> FROM SERVER:220 mx.example ESMTP
      S|SMTP -> FROM SERVER: 250-mx.example
      S|250-AUTH LOGIN PLAIN
      S|250 SIZE 1000
      S|SMTP -> FROM SERVER:250 2.1.0 Ok
      S|SMTP -> FROM SERVER:550 5.1.1 no such user
      =|SMTP -> ERROR: RCPT not accepted from server: 550 5.1.1 no such user
      S|SMTP -> FROM SERVER:250 2.0.0 Reset
      `,
    )
  })

  it('5.2, with CLIENT -> SMTP', () => {
    expectMargin(
      'phpmailer',
      `
      =|Connection: opening to mx.example:25, t=10, opt=array ()
      =|Connection: opened
      =|SMTP -> get_lines(): $data was ""
      =|SMTP -> get_lines(): $str is "220 mx.example ESMTP"
      =|SMTP -> get_lines(): $data is "220 mx.example ESMTP"
      S|SERVER -> CLIENT: 220 mx.example ESMTP
      C|CLIENT -> SERVER: EHLO c.example
      =|SMTP -> get_lines(): $data was ""
      =|SMTP -> get_lines(): $str is "250-mx.example"
      =|SMTP -> get_lines(): $data is "250-mx.example"
      S|SERVER -> CLIENT: 250-mx.example
      S|250-SIZE 1000
      S|250 AUTH LOGIN PLAIN
      C|CLIENT -> SERVER: AUTH LOGIN
      S|SERVER -> CLIENT: 334 VXNlcm5hbWU6
      A|CLIENT -> SERVER: YW5uYQ==
      S|SERVER -> CLIENT: 334 UGFzc3dvcmQ6
      A|CLIENT -> SERVER: c2VjcmV0cw==
      S|SERVER -> CLIENT: 535 5.7.8 no
      =|SMTP ERROR: Password command failed: 535 5.7.8 no
      C|CLIENT -> SERVER: QUIT
      S|SERVER -> CLIENT: 221 bye
      =|SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting
      `,
    )
  })

  it('masks secrets and prints inbound lines twice at level 4', () => {
    expectMargin(
      'phpmailer',
      `
      =|2026-11-23 23:20:01	Connection: opening to mx.example:587, timeout=300, options=array()
      =|2026-11-23 23:20:01	Connection: opened
      =|2026-11-23 23:20:01	SMTP INBOUND: "220 mx.example ESMTP"
      S|2026-11-23 23:20:01	SERVER -> CLIENT: 220 mx.example ESMTP
      C|2026-11-23 23:20:01	CLIENT -> SERVER: EHLO c.example
      =|2026-11-23 23:20:01	SMTP INBOUND: "250-mx.example"
      =|2026-11-23 23:20:01	SMTP INBOUND: "250 AUTH PLAIN LOGIN"
      S|2026-11-23 23:20:01	SERVER -> CLIENT: 250-mx.example
      S|                   	                  250 AUTH PLAIN LOGIN
      =|2026-11-23 23:20:01	Auth method requested: UNSPECIFIED
      =|2026-11-23 23:20:01	Auth methods available on the server: PLAIN,LOGIN
      C|2026-11-23 23:20:01	CLIENT -> SERVER: AUTH PLAIN
      S|2026-11-23 23:20:01	SERVER -> CLIENT: 334
      A|2026-11-23 23:20:01	CLIENT -> SERVER: [credentials hidden]
      S|2026-11-23 23:20:01	SERVER -> CLIENT: 235 2.7.0 ok
      C|2026-11-23 23:20:01	CLIENT -> SERVER: MAIL FROM:<a@c.example>
      S|2026-11-23 23:20:01	SERVER -> CLIENT: 250 ok
      C|2026-11-23 23:20:01	CLIENT -> SERVER: RCPT TO:<b@mx.example>
      S|2026-11-23 23:20:01	SERVER -> CLIENT: 450 4.2.0 later
      =|2026-11-23 23:20:01	SMTP ERROR: RCPT TO command failed: 450 4.2.0 later
      C|2026-11-23 23:20:01	CLIENT -> SERVER: QUIT
      S|2026-11-23 23:20:01	SERVER -> CLIENT: 221 bye
      =|2026-11-23 23:20:01	Connection: closed
      =|SMTP Error: The following recipients failed: b@mx.example: later
      `,
    )
  })

  it('as HTML, with everything on one line each', () => {
    expectMargin(
      'phpmailer',
      `
      S|2026-11-23 23:20:01 SERVER -&gt; CLIENT: 220 mx.example ESMTP<br>
      C|2026-11-23 23:20:01 CLIENT -&gt; SERVER: EHLO c.example<br>
      S|2026-11-23 23:20:01 SERVER -&gt; CLIENT: 250-mx.example250-SIZE 1000250 AUTH PLAIN<br>
      C|2026-11-23 23:20:01 CLIENT -&gt; SERVER: AUTH PLAIN AGFubmEAc2VjcmV0<br>
      S|2026-11-23 23:20:01 SERVER -&gt; CLIENT: 235 ok<br>
      C|2026-11-23 23:20:01 CLIENT -&gt; SERVER: MAIL FROM:&lt;a@c.example&gt;<br>
      S|2026-11-23 23:20:01 SERVER -&gt; CLIENT: 250 ok<br>
      C|2026-11-23 23:20:01 CLIENT -&gt; SERVER: RCPT TO:&lt;b@mx.example&gt;<br>
      S|2026-11-23 23:20:01 SERVER -&gt; CLIENT: 550-5.1.1 no550-5.1.1 such550 5.1.1 user<br>
      =|2026-11-23 23:20:01 SMTP ERROR: RCPT TO command failed: 550-5.1.1 no<br>
      C|2026-11-23 23:20:01 CLIENT -&gt; SERVER: QUIT<br>
      =|2026-11-23 23:20:01 SERVER -&gt; CLIENT: <br>
      `,
    )
  })

  it('level 1, where only the client is printed', () => {
    expectMargin(
      'phpmailer',
      `
      C|2026-11-23 23:20:01	CLIENT -> SERVER: EHLO c.example
      C|2026-11-23 23:20:01	CLIENT -> SERVER: AUTH LOGIN
      A|2026-11-23 23:20:01	CLIENT -> SERVER: <credentials hidden>
      A|2026-11-23 23:20:01	CLIENT -> SERVER: <credentials hidden>
      C|2026-11-23 23:20:01	CLIENT -> SERVER: MAIL FROM:<a@c.example>
      C|2026-11-23 23:20:01	CLIENT -> SERVER: RCPT TO:<b@mx.example>
      C|2026-11-23 23:20:01	CLIENT -> SERVER: DATA
      M|2026-11-23 23:20:01	CLIENT -> SERVER: Subject: hello
      M|2026-11-23 23:20:01	CLIENT -> SERVER: 
      M|2026-11-23 23:20:01	CLIENT -> SERVER: QUIT and run
      .|2026-11-23 23:20:01	CLIENT -> SERVER: .
      C|2026-11-23 23:20:01	CLIENT -> SERVER: QUIT
      `,
    )
  })

  it('through error_log, behind its times, with bare lines of replies', () => {
    expectMargin(
      'phpmailer',
      `
      S|[23-Nov-2026 23:20:01 UTC] SERVER -> CLIENT: 220 mx.example ESMTP
      C|[23-Nov-2026 23:20:01 UTC] CLIENT -> SERVER: EHLO c.example
      S|[23-Nov-2026 23:20:01 UTC] SERVER -> CLIENT: 250-mx.example
      S|250 SIZE 1000
      C|[23-Nov-2026 23:20:01 UTC] CLIENT -> SERVER: MAIL FROM:<a@c.example>
      S|[23-Nov-2026 23:20:01 UTC] SERVER -> CLIENT: 553 5.7.1 no
      =|[23-Nov-2026 23:20:01 UTC] SMTP ERROR: MAIL FROM command failed: 553 5.7.1 no
      C|[23-Nov-2026 23:20:01 UTC] CLIENT -> SERVER: QUIT
      S|[23-Nov-2026 23:20:01 UTC] SERVER -> CLIENT: 221 bye
      `,
    )
  })
})
