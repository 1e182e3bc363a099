import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import {
  type AuthDialogue,
  type AuthText,
  authDialogues,
  authTexts,
  challengeOf,
  isHiddenSecret,
  showsNul,
} from '../../transcript/authDialogues.ts'
import { isBase64 } from '../../transcript/base64.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { authName } from '../evidence/names.ts'
import type { Rule } from '../rule.ts'

const cannotDecode = /\bbase-?64|\bdecod|\binvalid (?:character|response|encoding)|\bsyntax|\bmalformed/i
/** A word that people put in the place of a secret. */
const placeholder = /pass|user|login|secret|base64|creden|token|encod|your|here|string|example/i

/** Whether the server refused this very line. */
function isRefusedLine({ reply }: Exchange): boolean {
  return reply !== null && reply.code >= 400 && reply.code !== 421
}

function complainsOfForm({ reply }: Exchange): boolean {
  return reply !== null && (reply.code === 501 || cannotDecode.test(reply.texts.join(' ').slice(0, 1000)))
}

/** Whether the tool prints decoded what went over the wire as base64. */
function isShownDecoded(session: Session, { text, asked }: AuthText): boolean {
  const challenge = challengeOf(session, asked)
  return showsNul(text) || (challenge !== null && !isBase64(challenge.text))
}

function isWrong(session: Session, answer: AuthText): boolean {
  const { text, isInitial, isCut, asked, exchange } = answer
  const isForm = isInitial ? text === '=' : asked === null || text === '*'
  if (isForm || isCut || isBase64(text) || isHiddenSecret(text)) return false
  const isCommand = !isInitial && commandFacts(text.split(/\s/, 1)[0]?.toUpperCase() ?? '') !== undefined
  if (isCommand || exchange.verdict.sequence === 'out-of-sequence' || !isRefusedLine(exchange)) return false
  if (isShownDecoded(session, answer)) return false
  return complainsOfForm(exchange) || !placeholder.test(text.slice(0, 1000))
}

function reason(text: string): string {
  if (/[-_]/.test(text) && /^[\w=-]+$/.test(text)) return l10n.t`it uses the alphabet for URLs`
  if (!/^[A-Za-z0-9+/=]*$/.test(text)) return l10n.t`it has characters that base64 does not know`
  if (/=[^=]/.test(text) || /={3}$/.test(text)) return l10n.t`\`=\` may only pad the end, at most twice`
  return l10n.t`it is not a multiple of 4 characters long`
}

function describe({ mechanism }: AuthDialogue, { isInitial, text }: AuthText): string {
  return isInitial
    ? l10n.t`The initial response of ${authName(mechanism)} is not base64: ${reason(text)}.`
    : l10n.t`This answer is not base64: ${reason(text)}.`
}

/**
 * What the client says in AUTH is not base64, and the server refused it. Silent on marks for a removed secret, on
 * words that stand in for one, and where the server took it: then the transcript shows something else than was sent.
 */
export const invalidBase64: Rule = {
  id: 'auth/invalid-base64',
  title: 'AUTH response that is not base64',
  fault: 'client',
  severity: 'error',
  onlyWith: ['login'],
  references: [rfc(4954, '4'), rfc(4648, '4')],
  what: 'An initial response, or an answer to a challenge, that is not base64.',
  why: 'All that the client says in AUTH goes as base64, also a user name that would need none. The server cannot decode anything else and answers 501.',
  remedy: 'Encode the response in base64 as a whole, with its padding and in one line.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN
C: AUTH PLAIN AGFubmE=AGE
S: 501 5.5.2 cannot decode the response
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH EXTERNAL
C: AUTH EXTERNAL =
S: 235 ok
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    for (const dialogue of authDialogues(session)) {
      for (const answer of authTexts(session, dialogue)) {
        if (!isWrong(session, answer)) continue
        const challenge = challengeOf(session, answer.asked)
        yield {
          span: answer.span,
          message: describe(dialogue, answer),
          severity: complainsOfForm(answer.exchange) ? 'error' : 'warning',
          related: challenge
            ? [{ span: challenge.span, message: l10n.t`The challenge that it answers.` }]
            : [],
        }
      }
    }
  },
}
