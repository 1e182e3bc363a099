import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import type { Session } from '../../server/transcript/session.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { corpusOf, tools } from './expectation.ts'

/** Whether client and server speak, nothing is refused, and the client takes its leave. */
function isClean({ greeting, exchanges, unasked, clientSpoke, ending }: Session): boolean {
  const replies = [...(greeting ? [greeting] : []), ...exchanges.flatMap(one => one.replies), ...unasked]
  return clientSpoke && replies.length > 0 && replies.every(({ code }) => code < 400) && ending === 'quit'
}

/**
 * What is found all the same, and rightly. That a transcript holds credentials is no fault of the session, and is left
 * out.
 */
const deserved: Readonly<Record<string, readonly string[]>> = {
  // The messages end some of their lines with LF alone: the literals show it.
  'python-smtplib/debug1-utf8-2501.txt': ['smuggling/bare-lf'],
  'python-smtplib/debug2-utf8-2501.txt': ['smuggling/bare-lf'],
  // The user asked for exactly that.
  'swaks/quit-after-RCPT.txt': ['sequence/transaction-not-finished'],
  // STARTTLS is on offer, and the password crosses the network without.
  'msmtp/auth-login.txt': ['auth/clear-text-password'],
  'phpmailer/debug2-auth-login-2501.txt': ['auth/clear-text-password'],
}

describe('clean sessions of real tools', () => {
  const sessions = tools.flatMap(tool =>
    corpusOf(tool).flatMap(({ name, text }) =>
      checkTranscript(readTranscript(text))
        .filter(({ placed }) => isClean(placed.session))
        .map(({ problems }) => ({ path: `${tool}/${name}`, problems })),
    ),
  )

  it('are many', () => assert.ok(sessions.length > 150, `${sessions.length}`))

  it('get no finding above a hint but where they deserve it', () => {
    const found = new Map<string, readonly string[]>()
    for (const { path, problems } of sessions) {
      const ids = problems
        .filter(({ severity, rule }) => severity !== 'hint' && !rule.id.startsWith('privacy/'))
        .map(({ rule }) => rule.id)
      if (ids.length > 0) found.set(path, ids)
    }
    assert.deepEqual(Object.fromEntries(found), deserved)
  })
})
