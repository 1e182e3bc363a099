import { expectMargin } from '../margin.ts'

describe('swaks', () => {
  it('with a secret decoded, an error under TLS and a timeout', () => {
    expectMargin(
      'swaks',
      `
      =|=== Trying mx.example:587...
      =|=== Connected to mx.example.
      S|<-  220 mx.example ESMTP
      C| -> EHLO c.example
      S|<-  250-mx.example
      S|<-  250 STARTTLS
      C| -> STARTTLS
      S|<-  220 go
      T|=== TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
      =|=== TLS no local certificate set
      =|=== TLS peer DN="/CN=mx.example"
      C| ~> EHLO c.example
      S|<~  250-mx.example
      S|<~  250 AUTH LOGIN CRAM-MD5
      C| ~> AUTH LOGIN
      S|<~  334 Username:
      A| ~> anna
      S|<~  334 Password:
      A| ~> hunter2
      S|<~* 535 5.7.8 no
      =|*** No authentication type succeeded
      C| ~> QUIT
      =|*** Timeout occured
      `,
    )
  })

  it('with --show-time-lapse, XCLIENT, LMTP and --pipeline', () => {
    expectMargin(
      'swaks',
      `
      =|=== Trying mx.example:24...
      =|=== response in 0.001s
      =|=== Connected to mx.example.
      S|<-  220 mx.example LMTP
      =|=== response in 0.003s
      C| -> XCLIENT NAME=c.example ADDR=192.0.2.7
      S|<-  220 mx.example LMTP
      =|=== response in 0.001s
      C| -> LHLO c.example
      S|<-  250-mx.example
      S|<-  250 PIPELINING
      C| -> MAIL FROM:<a@c.example>
      C| -> RCPT TO:<b@mx.example>
      C| -> RCPT TO:<d@mx.example>
      C| -> DATA
      S|<-  250 ok
      S|<** 550 no
      S|<-  250 ok
      S|<-  354 go
      M| -> Subject: x
      M| -> 
      .| -> .
      S|<** 452 4.2.2 full
      C| -> QUIT
      S|<-  221 bye
      =|=== Connection closed with remote host.
      `,
    )
  })
})
