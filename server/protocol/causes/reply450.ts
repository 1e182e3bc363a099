import { rfc } from '../references.ts'
import { byCommand } from './reply450/byCommand.ts'
import { byWording } from './reply450/byWording.ts'
import type { Reply450Row } from './reply450/reply450Row.ts'
import { type Answered, isOn } from './replyCause.ts'

const fallback = {
  id: 'fallback',
  on: ['*'],
  when: 'nothing above fits',
  here: 'The server cannot or will not do this now, does not say why, and expects a retry.',
  next: 'Keep the message in the queue and retry later: at first after some minutes up to half an hour, then at growing intervals.',
  fault: 'server',
  references: [rfc(5321, '4.2.3'), rfc(5321, '4.5.4.1')],
} as const satisfies Reply450Row

/** Why a server answers 450, the first that fits; the last one always does. */
export const reply450Causes = [...byWording, ...byCommand, fallback] as const

/** The ids of all reasons. */
export type Reply450Cause = (typeof reply450Causes)[number]['id']

/** A reply 450. */
export interface Reply450 {
  readonly answered: Answered
  /** The lines of the reply without code, joined by spaces; may begin with the enhanced status code. */
  readonly text: string
  /** The reply's enhanced status code, e.g. `4.7.1`; null where it has none. */
  readonly enhancedCode: string | null
}

/**
 * @returns the first reason whose wording fits, else the first whose enhanced status code fits, else the first that the
 *   command alone proves: wordings tell most, and servers choose enhanced status codes loosely
 */
export function findReply450Cause(reply: Reply450): Reply450Row & { readonly id: Reply450Cause } {
  const candidates = reply450Causes.filter(cause => isOn(cause, reply.answered))
  return (
    candidates.find(cause => fitsWording(cause, reply)) ??
    candidates.find(cause => fitsEnhancedCode(cause, reply)) ??
    (reply.answered === '*' ? undefined : candidates.find(cause => needsOnlyCommand(cause))) ??
    fallback
  )
}

/** By what a reason was found: the words of the reply, its enhanced status code, or no more than its place. */
export function proofOf450(cause: Reply450Row, reply: Reply450): 'wording' | 'enhanced code' | 'place' {
  if (fitsWording(cause, reply)) return 'wording'
  return fitsEnhancedCode(cause, reply) ? 'enhanced code' : 'place'
}

function fitsWording(row: Reply450Row, reply: Reply450): boolean {
  if (!row.textPattern?.test(reply.text)) return false
  return row.needsBoth ? names(row, reply) : true
}

function fitsEnhancedCode(row: Reply450Row, reply: Reply450): boolean {
  return !row.needsBoth && names(row, reply)
}

function names({ enhancedCodes = [] }: Reply450Row, { enhancedCode }: Reply450): boolean {
  if (enhancedCode === null) return false
  const anyDetail = enhancedCode.replace(/\d+$/, '*')
  return enhancedCodes.includes(enhancedCode) || enhancedCodes.includes(anyDetail)
}

function needsOnlyCommand({ textPattern, enhancedCodes }: Reply450Row): boolean {
  return !textPattern && !enhancedCodes
}

/** What the session must tell about a recipient or a message that got 450. */
export type Scope450Condition =
  | 'accepted-later'
  | 'retried-in-same-session'
  | 'others-accepted'
  | 'more-recipients-follow'
  | 'last-recipient'
  | 'message-smtp'
  | 'message-chunked'
  | 'message-lmtp'

/** A sentence that says how far a 450 reaches. */
export interface Scope450 {
  readonly condition: Scope450Condition
  readonly on: readonly Answered[]
  readonly when: string
  /** With placeholders of `replyCause.ts`. */
  readonly text: string
}

/** How far a 450 reaches, the first that fits; told after the reason. */
export const scopes450: readonly Scope450[] = [
  {
    condition: 'accepted-later',
    on: ['RCPT'],
    when: 'the same sender and recipient were accepted later in the text (that RCPT: line)',
    text: 'The retry in line {line} was accepted.',
  },
  {
    condition: 'retried-in-same-session',
    on: ['RCPT'],
    when: 'the same recipient was sent again in the same session and deferred again (that RCPT: line)',
    text: 'The retry in line {line} came too early: a deferral passes only with a new attempt some minutes later.',
  },
  {
    condition: 'others-accepted',
    on: ['RCPT'],
    when: 'another RCPT of the transaction was accepted',
    text: 'Only this recipient is deferred: go on with DATA for the accepted ones, and send to this one alone later.',
  },
  {
    condition: 'more-recipients-follow',
    on: ['RCPT'],
    when: 'no RCPT was accepted so far, and another RCPT follows',
    text: 'Only this recipient is deferred; the others are answered on their own.',
  },
  {
    condition: 'last-recipient',
    on: ['RCPT'],
    when: 'no RCPT of the transaction was accepted, and no further one follows',
    text: 'No recipient is left: send RSET or QUIT, not DATA, which would get 503 or 554.',
  },
  {
    condition: 'message-smtp',
    on: ['.'],
    when: 'the session is SMTP',
    text: 'The reply is for all recipients of this message that were accepted; the transaction is closed, and MAIL may follow.',
  },
  {
    condition: 'message-chunked',
    on: ['.'],
    when: 'the session is SMTP and the message came in chunks (RFC 3030 section 2)',
    text: 'The reply is for all recipients of this message that were accepted; send RSET before anything else.',
  },
  {
    condition: 'message-lmtp',
    on: ['.'],
    when: 'the session is LMTP (the recipient that this reply is for: recipient)',
    text: 'The reply is only for {recipient}; the other recipients have replies of their own.',
  },
]
