import assert from 'node:assert/strict'
import { permanentWording, temporaryWording } from '../../server/protocol/wordings.ts'

function words(text: string, found: ReturnType<typeof temporaryWording>): string | null {
  return found && text.slice(found.start, found.end)
}

describe('the words for a failure that passes', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['You are greylisted', 'greylisted'],
    ['<bob@example.org>: Recipient address rejected: Greylisting in action', 'Greylisting'],
    ['graylisted, come back in 10 minutes', 'graylisted'],
    ['Server busy, please try again later', 'try again later'],
    ['Please try it later.', 'try it later'],
    ['Please resend your message at a later time', 'resend your message at a later time'],
    ['please retry after 300 seconds', 'retry after 300 seconds'],
    ['come back in a few minutes', 'come back in a few minutes'],
    ['Temporary failure', 'Temporary failure'],
    ['Temporary local problem', 'Temporary local problem'],
    ['Messages from 192.0.2.10 temporarily deferred', 'temporarily deferred'],
    ['Service temporarily unavailable', 'temporarily unavailable'],
  ]
  for (const [text, expected] of texts) {
    it(`are found in "${text}"`, () => assert.equal(words(text, temporaryWording(text)), expected))
  }

  const others = [
    'no such user',
    'This mailbox is temporarily disabled',
    'account temporarily suspended',
    'temporarily locked after too many logins',
    'mailbox full',
    'Mailbox for <greylisting@example.org> is disabled',
    'rejected, see https://example.org/help/greylisting/try-again-later',
    'do not try again later',
    'The message must not be sent; never retry in 5 minutes.',
    'Rejected. If you believe this is wrong, try again later',
    'Please log in with your web browser and then try again.',
    'Daily sending quota exceeded',
    'retry time not reached for any host after a long failure period',
    'undeliverable address: host mx2.example.org said: 450 Greylisted, try again later',
    'Sender verify failed. Response: 450 Greylisted',
    'All messages from 192.0.2.10 will be permanently deferred; retrying will NOT succeed',
    'blocked temporarily or for good: ask the postmaster',
    'you are sending mail too fast',
  ]
  for (const text of others) {
    it(`are not seen in "${text}"`, () => assert.equal(temporaryWording(text), null))
  }
})

describe('the words for a failure that stays', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['User unknown', 'User unknown'],
    ['<bob@example.org>: Recipient address rejected: User unknown in local recipient table', 'User unknown'],
    ['No such user here', 'No such user'],
    ['unknown recipient', 'unknown recipient'],
    ['mailbox <bob@example.org> does not exist', 'mailbox <bob@example.org> does not exist'],
    ["<bob@example.org> User doesn't exist", "User doesn't exist"],
    ['The account is no longer valid', 'account is no longer valid'],
    ['Message blocked, do not retry', 'do not retry'],
    ['retrying will NOT succeed', 'retrying will NOT succeed'],
    ['permanent failure for one recipient', 'permanent failure'],
  ]
  for (const [text, expected] of texts) {
    it(`are found in "${text}"`, () => assert.equal(words(text, permanentWording(text)), expected))
  }

  const others = [
    'Greylisted, try again later',
    'user unknown at the moment, try again later',
    'Recipient address rejected: unverified address: user unknown',
    'user lookup failed: no such user in the cache, temporary error',
    'Too many unknown users',
    'too many errors: no such user',
    'Sender address rejected: Domain not found',
    'cannot find your hostname',
    'IP address unknown',
    'SPF: permanent error in the record of example.net',
    'host mx2.example.org said: 550 no such user',
    'Relay access denied',
    'mailbox full',
  ]
  for (const text of others) {
    it(`are not seen in "${text}"`, () => assert.equal(permanentWording(text), null))
  }
})

describe('a wording', () => {
  it('is found in time that grows with the text, not faster', () => {
    const started = performance.now()
    for (const piece of [
      'try the message ',
      'user <',
      'temporary a ',
      'a@',
      'not if ',
      'retry in 1 ',
      'http:/',
    ]) {
      const text = piece.repeat(20_000)
      temporaryWording(text)
      permanentWording(text)
    }
    assert.ok(performance.now() - started < 4000)
  })
})
