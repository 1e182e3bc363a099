import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { textOf } from '../../transcript/answered.ts'
import { columnOfExchange, isAccepted } from '../../transcript/history.ts'
import type { CommandUnit, Exchange, Session } from '../../transcript/session.ts'
import { relatedToReply } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Related, Rule } from '../rule.ts'

interface WrongHello {
  readonly exchange: Exchange
  readonly command: CommandUnit
  /** What this server wants. */
  readonly right: 'LHLO' | 'EHLO'
}

/** What the greeting says that it is; null where it says nothing of that. */
function greetedAs({ greeting }: Session): 'LMTP' | 'SMTP' | null {
  const text = greeting?.texts[0] ?? ''
  const isLmtp = /\bLMTP\b/.test(text)
  const isSmtp = /\bE?SMTP\b/.test(text)
  return isLmtp === isSmtp ? null : isLmtp ? 'LMTP' : 'SMTP'
}

function refusalOf({ reply }: Exchange): string | null {
  return reply && reply.code >= 500 && reply.code !== 554 ? textOf(reply) : null
}

/** The hello that this server would have taken; null where `exchange` is the right one, or nobody knows. */
function rightHello(session: Session, exchange: Exchange, verb: string): WrongHello['right'] | null {
  const refusal = refusalOf(exchange)
  const greeted = greetedAs(session)
  if (verb === 'LHLO') {
    const isUnknown = refusal !== null && (greeted === 'SMTP' || /^50[02]$/.test(`${exchange.reply?.code}`))
    return isUnknown && greeted !== 'LMTP' ? 'EHLO' : null
  }
  if (refusal !== null && /\bLHLO\b/i.test(refusal)) return 'LHLO'
  return greeted === 'LMTP' && exchange.reply !== null ? 'LHLO' : null
}

function firstWrong(session: Session): WrongHello | null {
  for (const exchange of session.exchanges) {
    if (exchange.unit.kind !== 'command' || columnOfExchange(exchange) !== 'hello') continue
    const right = rightHello(session, exchange, exchange.unit.verb)
    if (right) return { exchange, command: exchange.unit, right }
  }
  return null
}

function describe({ exchange, command: { verb }, right }: WrongHello): string {
  const isTaken = isAccepted(exchange)
  if (right === 'LHLO') {
    return isTaken
      ? l10n.t`${verb} is not for an LMTP server, which wants LHLO, although this one takes it.`
      : l10n.t`${verb} is not for an LMTP server, which wants LHLO.`
  }
  return isTaken
    ? l10n.t`${verb} is not for an SMTP server, which wants EHLO, although this one takes it.`
    : l10n.t`${verb} is not for an SMTP server, which wants EHLO.`
}

function relatedToGreeting(session: Session, { right }: WrongHello): Related | null {
  const message =
    right === 'LHLO' ? l10n.t`It greets as an LMTP server.` : l10n.t`It greets as an SMTP server.`
  return greetedAs(session) === null ? null : relatedToReply(session.greeting, message)
}

/** The line in front of which a hello puts things right; the line behind the last where none does. */
function rightedAt(session: Session, { exchange, right }: WrongHello): number {
  const later = session.exchanges.find(
    one =>
      one.index > exchange.index &&
      one.unit.kind === 'command' &&
      (one.unit.verb === right || (columnOfExchange(one) === 'hello' && isAccepted(one))),
  )
  return later?.line ?? session.texts.length
}

/**
 * EHLO or HELO to an LMTP server, or LHLO to an SMTP server. What the server is shows in its greeting or in its refusal;
 * where neither says it, this is silent. Reported once: a client that tries HELO next has not understood yet.
 */
export const wrongHello: Rule = {
  id: 'lmtp/wrong-hello',
  title: 'Hello of the other protocol',
  fault: 'client',
  severity: 'error',
  onlyWith: ['lmtp', 'refusal'],
  references: [rfc(2033, '4.1')],
  what: 'EHLO or HELO in a session with an LMTP server, or LHLO in one with an SMTP server.',
  why: 'The hello tells the two protocols apart, which answer a message differently: LMTP once for each recipient, SMTP once. Each has to refuse the hello of the other.',
  remedy: 'Set the client to the protocol that this port speaks: LHLO for LMTP, EHLO for SMTP.',
  example: `
S: 220 store.example LMTP here
C: EHLO client.example
S: 500 5.5.1 Say LHLO
C: QUIT
S: 221 2.0.0 closing`,
  instead: `
S: 220 store.example LMTP here
C: LHLO client.example
S: 250-store.example
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: QUIT
S: 221 2.0.0 closing`,
  *check(session, { dialect }) {
    const found = firstWrong(session)
    if (!found) return
    const { exchange, command, right } = found
    const text = command.text.replace(/^\s*\S+/, right)
    const repair = new Repair(session, dialect)
    yield {
      span: command.verbSpan,
      message: describe(found),
      severity: isAccepted(exchange) ? 'warning' : 'error',
      related: [relatedToGreeting(session, found)],
      fixes: () => [
        repair.replaceCommand(l10n.t`Replace ${command.verb} by ${right}`, exchange, { verb: right, text }),
        ...(rightedAt(session, found) < session.texts.length
          ? [repair.remove(l10n.t`Remove this ${command.verb}`, [exchange])]
          : []),
      ],
      consequences: { first: exchange.line, last: rightedAt(session, found) - 1 },
    }
  },
}
