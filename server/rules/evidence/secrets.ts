import { commandFacts } from '../../protocol/commands.ts'
import { saslMechanismFacts, secretStep } from '../../protocol/saslMechanisms.ts'
import {
  type AuthDialogue,
  type AuthText,
  authTexts,
  challengeOf,
  isHiddenSecret,
  showsNul,
} from '../../transcript/authDialogues.ts'
import { isBase64, octetsOfBase64 } from '../../transcript/base64.ts'
import type { Session, Span } from '../../transcript/session.ts'
import type { Severity } from '../rule.ts'

/** Something in an AUTH exchange that should not be shown, and where it stands; never what it is. */
export interface Secret {
  readonly kind: 'password' | 'token' | 'proof' | 'credentials'
  readonly span: Span
  readonly severity: Severity
}

/** The secrets of one AUTH exchange, and where the user name stands beside them. */
export interface Secrets {
  readonly secrets: readonly Secret[]
  readonly userName: Span | null
}

type Kind = Secret['kind'] | 'user name'

/** What LOGIN asks for, by the words of its challenge, in whatever language the rest is. */
function askedFor(session: Session, { asked }: AuthText): Kind | null {
  const challenge = challengeOf(session, asked)
  if (!challenge) return null
  const octets = octetsOfBase64(challenge.text).slice(0, 100)
  const words = octets.length > 0 ? String.fromCharCode(...octets) : challenge.text
  if (/pass/i.test(words)) return 'password'
  return /user|name|login/i.test(words) ? 'user name' : null
}

function kindOf(session: Session, mechanism: string, text: AuthText, index: number): Kind | null {
  if (mechanism === 'LOGIN') {
    return askedFor(session, text) ?? (index === 0 ? 'user name' : index === 1 ? 'password' : null)
  }
  if (mechanism === '') return askedFor(session, text) ?? 'credentials'
  if (index !== secretStep(mechanism)) return null
  if (mechanism === 'PLAIN') return 'password'
  const facts = saslMechanismFacts(mechanism)
  if (!facts) return 'credentials'
  if (!facts.carriesSecret) return null
  return facts.plainSecret ? 'token' : 'proof'
}

/** Whether a line that is no base64 may be the secret itself: the tool decoded it, or somebody typed it and was refused. */
function isPlainText(session: Session, { text, asked, exchange }: AuthText): boolean {
  if (showsNul(text)) return true
  const challenge = challengeOf(session, asked)
  if (!challenge || challenge.text === '') return false
  return !isBase64(challenge.text) || (exchange.reply !== null && exchange.reply.code >= 400)
}

/** Whether a PLAIN message ends with its last NUL, so that no password follows; `AAAA` is nothing but NULs in any mechanism. */
function hasNoPassword(text: string): boolean {
  return octetsOfBase64(text).at(-1) === 0
}

function isShown(session: Session, mechanism: string, answer: AuthText): boolean {
  const { text } = answer
  if (text === '*' || text === '=' || isHiddenSecret(text)) return false
  if (mechanism === 'PLAIN' ? hasNoPassword(text) : /^A+={0,2}$/.test(text)) return false
  const verb = text.slice(0, 100).split(/\s/, 1)[0]?.toUpperCase() ?? ''
  if (!answer.isInitial && commandFacts(verb) !== undefined) return false
  return isBase64(text) || isPlainText(session, answer)
}

function severityOf(kind: Secret['kind'], mechanism: string): Severity {
  if (kind !== 'proof') return 'warning'
  return mechanism.startsWith('SCRAM-') ? 'hint' : 'information'
}

/**
 * What an AUTH exchange shows of secrets. The user name of LOGIN is personal data, as the addresses of MAIL and RCPT
 * are, and no secret: it is named only beside a password.
 */
export function secretsIn(session: Session, dialogue: AuthDialogue): Secrets {
  const { mechanism } = dialogue
  if (mechanism !== '' && saslMechanismFacts(mechanism)?.carriesSecret === false) {
    return { secrets: [], userName: null }
  }
  const secrets: Secret[] = []
  let userName: Span | null = null
  for (const [index, answer] of authTexts(session, dialogue).entries()) {
    const kind = kindOf(session, mechanism, answer, index)
    if (kind === null || !isShown(session, mechanism, answer)) continue
    const { span } = answer
    if (kind === 'user name') userName ??= span
    else secrets.push({ kind, span, severity: severityOf(kind, mechanism) })
  }
  return { secrets, userName }
}
