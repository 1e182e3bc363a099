import { expectMargin } from '../margin.ts'

describe('a bounce', () => {
  it('of Postfix', () => {
    expectMargin(
      'bounce',
      `
      =|This is the mail system at host mx.example.
      _|
      S|<b@mx.example>: host mx.example[192.0.2.1] said: 550-5.1.1 no such
      S|    550 5.1.1 user (in reply to RCPT TO command)
      _|
      S|<d@mx.example>: host mx.example[192.0.2.1] said: 452 4.2.2 full (in reply to end of DATA command)
      _|
      =|Content-Type: message/rfc822
      _|
      =|Subject: host said: 550 no
      `,
    )
  })

  it('of Exim, old and new', () => {
    expectMargin(
      'bounce',
      `
      =|A message that you sent could not be delivered to one or more of its
      =|recipients. This is a permanent error. The following address(es) failed:
      _|
      =|  b@mx.example
      =|    host mx.example [192.0.2.1]
      C|    SMTP error from remote mail server after RCPT TO:<b@mx.example>:
      S|    550-5.1.1 no such
      S|    550 5.1.1 user
      =|  d@mx.example
      C|    SMTP error from remote mailer after RCPT TO:<d@mx.example>: host mx.example [192.0.2.1]:
      S|    550 no
      `,
    )
  })

  it('of Sendmail', () => {
    expectMargin(
      'sendmail-bounce',
      `
      =|The original message was received at Mon, 23 Nov 2026 23:20:00 GMT
      _|
      =|   ----- The following addresses had permanent fatal errors -----
      =|<b@mx.example>
      =|    (reason: 550 5.1.1 no such user)
      _|
      =|   ----- Transcript of session follows -----
      =|... while talking to mx.example.:
      C|>>> DATA
      S|<<< 550 5.1.1 no such user
      =|550 5.1.1 <b@mx.example>... User unknown
      S|<<< 503 5.5.1 need RCPT
      `,
    )
  })

  it('of qmail', () => {
    expectMargin(
      'bounce',
      `
      =|Hi. This is the qmail-send program at c.example.
      =|I'm afraid I wasn't able to deliver your message to the following addresses.
      =|This is a permanent error; I've given up. Sorry it didn't work out.
      _|
      =|<b@mx.example>:
      =|192.0.2.1 does not like recipient.
      S|Remote host said: 550-5.1.1 no such
      S|550 5.1.1 user
      =|Giving up on 192.0.2.1.
      _|
      =|<d@mx.example>:
      =|Connected to 192.0.2.1 but greeting failed.
      S|Remote host said: 554 5.7.1 no
      _|
      =|--- Below this line is a copy of the message.
      _|
      =|Subject: Remote host said: 550 no
      `,
    )
  })

  it('of Gmail, whose delivery status repeats the answer', () => {
    expectMargin(
      'bounce',
      `
      =|Your message wasn't delivered to b@mx.example because the address couldn't be found.
      =|The response from the remote server was:
      _|
      S|550 5.1.1 <b@mx.example>: no such user
      _|
      =|Content-Type: message/delivery-status
      _|
      =|Diagnostic-Code: smtp; 550 5.1.1 <b@mx.example>: no such user
      `,
    )
  })

  it('of nobody in particular, where only the delivery status tells, folded', () => {
    expectMargin(
      'bounce',
      `
      =|Content-Type: message/delivery-status
      _|
      =|Reporting-MTA: dns; googlemail.com
      _|
      =|Final-Recipient: rfc822; b@mx.example
      =|Status: 5.1.1
      S|Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
      S| 550-5.1.1 Please try double-checking the address
      S| 550 5.1.1  https://support.example/ x7-20020a05
      =|Last-Attempt-Date: Mon, 23 Nov 2026 23:20:00 -0800 (PST)
      _|
      =|Final-Recipient: rfc822; d@mx.example
      S|Diagnostic-Code: SMTP; 452 4.2.2 The mailbox is full, and
      +|    will be for long
      `,
    )
  })

  it('of Exchange, in quotes', () => {
    expectMargin(
      'bounce',
      `
      =|Diagnostic information for administrators:
      =|Generating server: mx.example
      =|b@mx.example
      S|Remote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'
      =|Content-Type: message/delivery-status
      =|Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found
      `,
    )
  })
})
