import * as l10n from '@vscode/l10n'
import { challengeOf, dialogueWith } from '../transcript/authDialogues.ts'
import { isBase64, octetsOfBase64 } from '../transcript/base64.ts'
import type { Reply, Session, Span } from '../transcript/session.ts'

/** A 334 that asks for something, and what may be shown of it. */
export interface Challenge {
  readonly span: Span
  /** Upper case; empty where it is not known. */
  readonly mechanism: string
  readonly isEmpty: boolean
  /** Decoded; null where it is binary or no base64, and where it is part of a proof. */
  readonly text: string | null
}

/** In octets; a longer challenge is shown up to here. */
const shown = 300

/** Mechanisms whose challenges are no part of a secret: prompts, time stamps, and why a token was refused. */
const openMechanisms: ReadonlySet<string> = new Set([
  'LOGIN',
  'CRAM-MD5',
  'DIGEST-MD5',
  'XOAUTH2',
  'OAUTHBEARER',
])

const prompt = /^(?:user|pass|log ?in)/i
const jsonError = /^\{\s*"(?:status|error|schemes|scope)"/i

function decode(text: string): string | null {
  if (text.length > 4000 || !isBase64(text)) return null
  const octets = octetsOfBase64(text).slice(0, shown)
  const isPrintable = octets.length > 0 && octets.every(octet => octet >= 0x20 && octet < 0x7f)
  return isPrintable ? String.fromCharCode(...octets) : null
}

function mechanismOf(session: Session, reply: Reply): string {
  return dialogueWith(session, reply)?.mechanism ?? ''
}

/** The challenge of a reply; null for one that is no 334. */
export function readChallenge(session: Session, reply: Reply): Challenge | null {
  const challenge = challengeOf(session, reply)
  if (!challenge) return null
  const mechanism = mechanismOf(session, reply)
  const text = decode(challenge.text)
  const isOpen =
    text !== null &&
    (openMechanisms.has(mechanism) || (mechanism === '' && (prompt.test(text) || jsonError.test(text))))
  return {
    span: challenge.span,
    mechanism,
    isEmpty: challenge.text === '',
    text: isOpen ? text : null,
  }
}

/** Whether a challenge is the JSON by which a server refuses an OAuth token (RFC 7628 3.2.2). */
export function refusesToken({ text }: Challenge): boolean {
  return text !== null && jsonError.test(text)
}

/** What to do about a challenge that refuses the token. */
export function tokenAdvice(): string {
  return l10n.t`Get a fresh token with the scope for SMTP. To this challenge the client answers with an empty line, and the server then sends its error reply.`
}

/** What a challenge asks of the client. */
export function askedSentence(challenge: Challenge): string {
  const { text, mechanism, isEmpty } = challenge
  if (isEmpty) return l10n.t`The server waits for what the mechanism sends first.`
  if (text === null) return l10n.t`The client answers it as its mechanism says.`
  if (/^user|^log ?in/i.test(text)) return l10n.t`The server asks for the user name.`
  if (/^pass/i.test(text)) return l10n.t`The server asks for the password.`
  if (refusesToken(challenge)) return l10n.t`The server refused the OAuth token and tells why in JSON.`
  if (mechanism === 'CRAM-MD5') {
    return l10n.t`A text for this login alone: the client answers with a digest of it that only the password can make.`
  }
  return l10n.t`The client answers it as its mechanism says.`
}
