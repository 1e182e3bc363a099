import * as l10n from '@vscode/l10n'
import { findReply503Cause } from '../protocol/causes/reply503.ts'
import type { Placeholder } from '../protocol/causes/replyCause.ts'
import { answeredBy, textOf } from '../transcript/answered.ts'
import { isRefused, namedRecipients } from '../transcript/history.ts'
import type { Exchange } from '../transcript/session.ts'
import { conditions503, type Place503, type Proof } from './conditions503.ts'
import { type Explanation, fillFirst, type LineName } from './explanation.ts'
import type { ReplyPlace } from './replyPlace.ts'

type Values = Partial<Record<Placeholder, string | number>>

function verbOf(exchange: Exchange): string {
  return exchange.unit.kind === 'command' ? exchange.unit.verb : l10n.t`the end of the message`
}

function blamedValues(blamed: Exchange | null, name: LineName): Values {
  if (!blamed) return {}
  const code = blamed.reply?.code
  const line = blamed.unit.kind === 'message' ? blamed.unit.lastLine : blamed.line
  return { verb: verbOf(blamed), line: name(line), ...(code !== undefined && { code }) }
}

function recipientValues({ standing }: Place503): Values {
  const refusals = namedRecipients(standing).filter(isRefused)
  const codes = [...new Set(refusals.map(one => one.reply?.code))].join(', ')
  const deferred = refusals.filter(one => (one.reply?.code ?? 0) < 500).length
  return { n: refusals.length, n4: deferred, n5: refusals.length - deferred, ...(codes !== '' && { codes }) }
}

/** The places of the refusals, where the sentence only counts them. */
function refusalsAt({ standing }: Place503, name: LineName): string {
  const lines = namedRecipients(standing)
    .filter(isRefused)
    .slice(0, 10)
    .map(one => name(one.reply?.line ?? one.line))
  return lines.length === 1 ? l10n.t`See line ${lines[0] ?? ''}.` : l10n.t`See lines ${lines.join(', ')}.`
}

function placeOf({ session, exchange, standing, reply }: ReplyPlace): Place503 | null {
  if (exchange?.unit.kind !== 'command' || !standing) return null
  return { session, exchange, unit: exchange.unit, standing, state: reply.before }
}

/** Why a 503 stands where it stands. `name` names a line of the session for the reader. */
export function explain503(place: ReplyPlace, name: LineName): Explanation {
  const here = placeOf(place)
  const isKnown = here !== null && here.state.phase !== 'unknown'
  let proof: Proof | null = null
  const holds = isKnown
    ? (condition: keyof typeof conditions503) => {
        proof = conditions503[condition](here)
        return proof !== null
      }
    : null
  const answered = answeredBy(place)
  const found = findReply503Cause({ answered, text: textOf(place.reply), holds })
  const { cause, provenBy } = found
  const { greeting } = place.session
  const values: Values = {
    command: here?.unit.verb ?? l10n.t`the command`,
    hello: place.session.protocol === 'LMTP' ? 'LHLO' : 'EHLO',
    ...(greeting && { greetingLine: name(greeting.line), greetingCode: greeting.code }),
    ...(here && recipientValues(here)),
    ...blamedValues((proof as Proof | null)?.blamed ?? null, name),
  }
  const isForOne = values.n === 1 && cause.hereForOne !== undefined
  const told =
    provenBy === 'session'
      ? [isForOne ? cause.hereForOne : cause.here, cause.plain]
      : [cause.plain, cause.here]
  return {
    cause: cause.id,
    here: [
      fillFirst(told, values),
      ...(here && cause.id.startsWith('data-all-rcpt') ? [refusalsAt(here, name)] : []),
    ],
    next: fillFirst(provenBy === 'text' ? [cause.plainNext, cause.next] : [cause.next], values),
    isGuess: cause.isGuess === true,
    fault: cause.fault,
    references: cause.references,
  }
}
