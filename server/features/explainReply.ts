import * as l10n from '@vscode/l10n'
import { commandAction } from '../protocol/clientAction.ts'
import { faultByCodes } from '../protocol/faultByCodes.ts'
import { judge } from '../protocol/judge.ts'
import { rfc } from '../protocol/references.ts'
import { findReplyWording } from '../protocol/replyWordings.ts'
import { tellingFacts } from '../protocol/statusFacts.ts'
import { textOf } from '../transcript/answered.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import { askedSentence, readChallenge, refusesToken, tokenAdvice } from './challengeText.ts'
import { explain450 } from './explain450.ts'
import { explain503 } from './explain503.ts'
import type { Explanation, LineName } from './explanation.ts'
import type { ReplyPlace } from './replyPlace.ts'

/** What the words of a reply say, where they are those of a known server or provider. */
function byWording({ reply }: ReplyPlace): Explanation | null {
  const { code, enhancedCode } = reply
  const found = findReplyWording({ code, enhancedCode, text: textOf(reply) })
  if (!found) return null
  return {
    cause: found.id,
    here: [l10n.t(found.cause)],
    next: l10n.t(found.next),
    // Words that many servers use tell less than what somebody means by words of their own.
    isGuess: found.by === null,
    fault: found.fault,
    references: found.references,
  }
}

/** A server that refuses an OAuth token says so in a challenge first (RFC 7628 3.2.2). */
function byChallenge({ session, reply }: ReplyPlace): Explanation | null {
  const challenge = readChallenge(session, reply)
  if (!challenge || !refusesToken(challenge)) return null
  return {
    cause: 'token-refused',
    here: [askedSentence(challenge)],
    next: tokenAdvice(),
    isGuess: false,
    fault: 'client',
    references: [rfc(7628, '3.2.2')],
  }
}

/** AUTH refused for want of TLS by a server that had offered it without (RFC 4954 4): it invites to send a password in clear. */
function byOffer({ exchange, reply }: ReplyPlace): Explanation | null {
  if (exchange?.unit.kind !== 'command' || exchange.unit.verb !== 'AUTH') return null
  const { tls, keywords } = exchange.before
  const wantsTls = reply.code === 538 || (reply.code === 530 && /TLS|SSL|encrypt/i.test(textOf(reply)))
  if (!wantsTls || tls || keywords?.includes('AUTH') !== true) return null
  return {
    cause: 'auth-offered-outside-tls',
    here: [
      l10n.t`The server wants TLS before AUTH, and yet it offers AUTH outside TLS, so that clients send their password in the clear.`,
    ],
    next: l10n.t`The server should offer AUTH only inside TLS. The client sends STARTTLS and another EHLO before AUTH, and the password has to be changed if others could read it.`,
    isGuess: false,
    fault: 'server',
    references: [rfc(4954, '4'), rfc(3207, '4.2')],
  }
}

/** What only its codes say: the enhanced status code tells more than the reply code. */
function byCodes({ reply }: ReplyPlace): Explanation | null {
  const facts = tellingFacts(reply.code, reply.enhancedCode)
  if (!facts) return null
  return {
    cause: facts.code,
    here: [],
    next: facts.clientFix,
    isGuess: true,
    fault: faultByCodes(reply.code, reply.enhancedCode),
    references: facts.references,
  }
}

/** What the place of a 450 or 503 tells, and of another refusal of a command that could not stand there. */
function byPlace(
  sessions: readonly PlacedSession[],
  place: ReplyPlace,
  name: (placed: PlacedSession) => LineName,
): Explanation | null {
  const { reply, exchange } = place
  if (reply.code === 450) return explain450(sessions, place, name)
  if (reply.code === 503) return explain503(place, name(place.placed))
  if (reply.code < 500 || exchange?.unit.kind !== 'command') return null
  // What was refused before this reply counts, also what a pipelining client could not know of when it sent the command.
  if (judge(reply.before, commandAction(exchange.unit.verb)).sequence !== 'out-of-sequence') return null
  const explained = explain503(place, name(place.placed))
  return explained.isGuess ? null : explained
}

/**
 * Why a refusal stands where it stands: by what the session proves, then by its words, its enhanced status code, its
 * reply code. Null for a reply that refuses nothing.
 *
 * @param sessions those of the text, in their order; a retry is looked for in them
 * @param name names the lines of a session for the reader
 */
export function explainReply(
  sessions: readonly PlacedSession[],
  place: ReplyPlace,
  name: (placed: PlacedSession) => LineName,
): Explanation | null {
  const { code } = place.reply
  if (code < 400) return byChallenge(place)
  const own = byPlace(sessions, place, name) ?? byOffer(place)
  if (own?.isGuess === false) return own
  const wording = byWording(place)
  if (!wording) return own ?? byCodes(place)
  // The table for 450 goes by words that many use as well, and by the command and the enhanced status code besides.
  if (own && code === 450 && wording.isGuess) return own
  return { ...wording, here: [...wording.here, ...(own?.here.slice(1) ?? [])] }
}
