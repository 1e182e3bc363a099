import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { replySaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { isBeingTyped } from '../evidence/beingTyped.ts'
import { asHabit } from '../evidence/habit.ts'
import { type GivenReply, givenReplies, isGreeting, isToHello, isToMisplaced } from '../evidence/replies.ts'
import { fixOf, insertAt, replaceAt, safely } from '../repair/edits.ts'
import type { Fix, Report, Rule } from '../rule.ts'

/** What was meant as an enhanced status code, and how it would be right; null where nobody can tell. */
interface Attempt {
  readonly span: Span
  readonly text: string
  readonly corrected: string | null
  /** It has all three numbers. */
  readonly isComplete: boolean
  /** Where it belongs, if it stands behind the text, as qmail prints it. */
  readonly belongsAt: Span | null
}

const valid = /^[245]\.(?:0|[1-9]\d{0,2})\.(?:0|[1-9]\d{0,2})$/

/** Numbers with dots, perhaps decorated, that stand alone at the start of a text. */
const atStart = /^[#([]{0,2}([245](?:\.\d{1,5}){1,2})[)\]:;,.-]{0,2}(?=\s|$)/
const atEnd = /\(#([245]\.\d{1,3}\.\d{1,3})\)\.?$/
const measure = /^\s*(?:[kmgt]?i?b|bytes|seconds?|sec|minutes?|hours?|days?|ms|s|%)(?:\W|$)/i

function correct(number: string): string | null {
  const parts = number.split('.').map(part => String(Number(part)))
  const corrected = (parts.length === 2 ? [...parts, '0'] : parts).join('.')
  return valid.test(corrected) ? corrected : null
}

function attemptAtStart({ payload, spanOf }: SaidLine): Attempt | null {
  const [text, number = ''] = atStart.exec(payload.slice(4)) ?? []
  if (text === undefined || valid.test(text)) return null
  // “5.5 MB is too much” is about something else, and so is a number of another class than the reply.
  if (payload[0] !== number[0] || measure.test(payload.slice(4 + text.length))) return null
  const isComplete = number.split('.').length === 3
  return { span: spanOf(4, 4 + text.length), text, corrected: correct(number), isComplete, belongsAt: null }
}

function attemptAtEnd({ payload, spanOf }: SaidLine): Attempt | null {
  const text = payload.trimEnd()
  const match = atEnd.exec(text)
  if (match?.[1]?.[0] !== payload[0] || !match) return null
  const isBehindText = text.slice(4, match.index).trim() !== ''
  return {
    span: spanOf(match.index, text.length),
    text: match[0],
    corrected: isBehindText ? correct(match[1] ?? '') : null,
    isComplete: true,
    belongsAt: spanOf(4, 4),
  }
}

/** Whether a reply lacks an enhanced status code that could stand there. */
function lacksCode(given: GivenReply): boolean {
  const { code, enhancedCode } = given.reply
  if (enhancedCode !== null || !/^[245]/.test(String(code)) || isToMisplaced(given)) return false
  return code >= 400 || !(isGreeting(given) || isToHello(given))
}

function attemptIn(session: Session, given: GivenReply): Attempt | null {
  const { reply } = given
  const isLikely = lacksCode(given) && reply.texts.some(text => atStart.test(text) || atEnd.test(text))
  if (!isLikely) return null
  for (const said of replySaid(session, reply)) {
    const attempt = attemptAtStart(said) ?? attemptAtEnd(said)
    if (attempt) return attempt
  }
  return null
}

function fixesOf({ span, corrected, isComplete, belongsAt }: Attempt): Fix[] {
  if (corrected === null) return []
  if (!belongsAt) {
    const rewritten = fixOf(l10n.t`Rewrite as ${corrected}`, replaceAt(span, corrected))
    return [isComplete ? safely(rewritten) : rewritten]
  }
  return [
    fixOf(l10n.t`Move ${corrected} to the start`, insertAt(belongsAt, `${corrected} `), replaceAt(span, '')),
  ]
}

function describe(attempt: Attempt): Report {
  const { span, text, belongsAt } = attempt
  return {
    span,
    message: belongsAt
      ? l10n.t`Clients look for an enhanced status code at the start of the text, and do not see ${text} at its end.`
      : l10n.t`${text} is meant as an enhanced status code but is none: that has three numbers with dots between them, without leading zeros or marks.`,
    fixes: () => fixesOf(attempt),
  }
}

/** What was meant as an enhanced status code. Silent on versions, addresses and measures, and on replies that have a proper one. */
export const enhancedMalformed: Rule = {
  id: 'reply/enhanced-malformed',
  title: 'Malformed enhanced status code',
  fault: 'server',
  severity: 'information',
  profile: 'strict',
  references: [rfc(3463, '2'), rfc(2034, '4')],
  what: 'A number at the start of a reply that is meant as an enhanced status code and has not its form, or one at the end of the text.',
  why: 'Clients do not recognize it and treat the reply as one without.',
  remedy:
    'Write class, subject and detail with dots between them, at the start of the text and without anything around them.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY bob
S: 550 5.01.1 nobody of that name
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY bob
S: 550 5.1.1 nobody of that name
C: QUIT
S: 221 mx.example.org closing`,
  *check(session, context) {
    const finished: Attempt[] = []
    for (const given of givenReplies(session)) {
      const attempt = attemptIn(session, given)
      if (attempt && !isBeingTyped(session, attempt.span.line, context)) finished.push(attempt)
    }
    yield* asHabit(finished.map(describe))
  },
}
