import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { checkTranscript } from '../../server/rules/check.ts'
import { unansweredCommand } from '../../server/rules/reply/unansweredCommand.ts'
import { bare } from '../../server/transcript/dialects/bare.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

/** Findings that a person would see as a complaint. What a tool prints is not typed: it ends where it was cut. */
function complaints(text: string, dialect: Dialect): string[] {
  const found = checkTranscript(readTranscript(text, dialect))
  return found
    .flatMap(({ problems }) => problems)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ rule }) => dialect.isTyped || rule !== unansweredCommand)
    .map(({ rule }) => rule.id)
}

/** What stands in the file after each character that is typed; at the ends of lines only, where `step` is 'line'. */
function* typed(text: string, step: 'character' | 'line'): Generator<string> {
  for (let end = 1; end <= text.length; end++) {
    if (step === 'character' || text[end - 1] === '\n') yield text.slice(0, end)
  }
}

function assertCalm(text: string, dialect: Dialect, step: 'character' | 'line'): void {
  for (const prefix of typed(text, step)) {
    assert.deepEqual(complaints(prefix, dialect), [], `while typing:\n${prefix.slice(-200)}`)
  }
}

const clean = `S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 AUTH PLAIN LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: AAAA
S: 334 UGFzc3dvcmQ6
C: AAAA
S: 235 ok
C: MAIL FROM:<anna@example.net>
C: RCPT TO:<bob@example.org>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go ahead
C: Subject: hello
C:
C: QUIT
C: .
S: 250 queued
C: QUIT
S: 221 bye
`

describe('a transcript without fault, while it is typed', () => {
  it('is never complained of, character by character', () => {
    assertCalm(clean, smtp, 'character')
  })

  it('is never complained of, character by character, without any prefixes', () => {
    const withoutPrefixes = clean.replace(/^[CS]: ?/gm, '')
    assertCalm(withoutPrefixes, bare, 'character')
  })

  const names = readdirSync('examples').filter(name =>
    /^(?:clean-|chunking\.|greylisting|lmtp-delivery|client-|swaks-)/.test(name),
  )
  for (const name of names) {
    it(`is never complained of, line by line: ${name}`, () => {
      const text = readFileSync(`examples/${name}`, 'utf8')
      assertCalm(text, readTranscript(text).reading.dialect, 'line')
    })
  }
})
