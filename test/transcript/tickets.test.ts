import assert from 'node:assert/strict'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { corpusOf } from '../corpus/expectation.ts'
import { expectListing } from './listing.ts'

const typed = `
      220 mx.example.org ESMTP
      EHLO client.example.net
      250 mx.example.org
      MAIL FROM:<anna@example.net>
      250 2.1.0 Ok
      RCPT TO:<bob@example.org>
      450 4.2.0 Greylisted`

describe('a transcript inside of another text', () => {
  it('stands in a fenced block of a ticket', () => {
    expectListing(
      `
      # Mail to bob is refused

      Hello, since this morning I see this. QUIT was never sent.

      \`\`\`${typed}
      \`\`\`

      Can you help? The server says 450 and I do not know
      what that means.
      `,
      `
      session 6-16 bare ESMTP open
      6 greeting 220
      7 EHLO greeted allowed -> 250
      9 MAIL ready allowed -> 250
      11 RCPT mail allowed -> 450
      `,
    )
  })

  it('has another one in a second block', () => {
    expectListing(
      `
      It worked before:

      ~~~smtp${typed}
      ~~~

      Now it does not:

      ~~~smtp
      220 mx.example.org ESMTP
      EHLO client.example.net
      550 5.7.1 go away
      ~~~
      `,
      `
      session 4-15 bare ESMTP open
      4 greeting 220
      5 EHLO greeted allowed -> 250
      7 MAIL ready allowed -> 250
      9 RCPT mail allowed -> 450
      session 16-19 bare unknown open
      16 greeting 220
      17 EHLO greeted allowed -> 550
      `,
    )
  })

  it('is known by the marks of its tool, whatever prose stands around it', () => {
    const [file] = corpusOf('curl').filter(
      ({ name }) => name === 'multiple-recipients-one-rejected-haraka.txt',
    )
    assert.ok(file)
    const text = `Dear support,\n\nthis is what I get:\n\n${file.text}\n\nDATA was never sent. Why?\nRegards\n`
    const { sessions, reading } = readTranscript(text)
    assert.equal(reading.dialect.name, 'curl')
    assert.equal(sessions.length, 1)
  })

  it('is calm about a mail in which nobody speaks SMTP', () => {
    expectListing(
      `
      From: anna@example.net
      Subject: 250 reasons

      Dear Bob,
      250 is a number, and so is 550.
      Please QUIT asking.
      `,
      '',
    )
  })

  it('reads a single reply that an error message quotes', () => {
    expectListing(
      'mailer: could not send: "550 5.1.1 no such user" (giving up)',
      `
      session 1-1 prose unknown open
      1 unasked 550
      `,
    )
  })
})
