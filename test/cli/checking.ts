import assert from 'node:assert/strict'
import { cli, type Json, lines } from './running.ts'

/** A deferred recipient, DATA for nobody, and MAIL while the transaction is still open. */
export const deferred = lines(
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.net',
  'S: 250 mx.example.org',
  'C: MAIL FROM:<anna@example.net>',
  'S: 250 2.1.0 Ok',
  'C: RCPT TO:<bob@example.org>',
  'S: 450 4.2.0 <bob@example.org>: The mailbox is locked',
  'C: DATA',
  'S: 554 5.5.1 Error: no valid recipients',
  'C: MAIL FROM:<news@example.net>',
  'S: 503 5.5.1 Error: nested MAIL command',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
)

/** A problem, as `check --format json` prints it. */
export interface Problem {
  readonly rule: string
  readonly severity: string
  readonly fixes: readonly { readonly title: string; readonly edits: readonly Json[] }[]
  readonly [field: string]: unknown
}

/** All that `check --format json` prints. */
export interface Checked {
  readonly problems: readonly Problem[]
  readonly outcomes: readonly { readonly [field: string]: Json }[]
  readonly summary: { readonly [field: string]: Json }
}

/** What `check --format json` prints. */
export function checkedJson(...args: readonly string[]): Checked {
  const { output, error } = cli('check', '--format', 'json', ...args)
  assert.equal(error, '')
  return JSON.parse(output) as Checked
}
