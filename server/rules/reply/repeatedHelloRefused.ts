import * as l10n from '@vscode/l10n'
import { isTransactionOpen } from '../../protocol/phases.ts'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, couldStand, standingAt } from '../../transcript/history.ts'
import type { Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { relatedTo } from '../evidence/related.ts'
import { type Answer, answersIn } from '../evidence/replies.ts'
import type { Report, Rule } from '../rule.ts'

const pythons = "Python's smtpd"

/** Servers that are known for it, by the words with which they refuse, or by what they call themselves. */
const byRefusal: readonly (readonly [RegExp, string])[] = [
  [/^(?:invalid command: )?already identified\b/i, 'OpenSMTPD'],
  [/\byou already said [EH]/i, 'qpsmtpd'],
  [/^duplicate HELO\/EHLO\b/i, pythons],
  [/^command (?:EHLO|HELO) is out of sequence\b/i, 'Inbucket'],
]
const byGreeting: readonly (readonly [RegExp, string])[] = [
  [/\bOpenSMTPD\b/, 'OpenSMTPD'],
  [/\bqpsmtpd\b/i, 'qpsmtpd'],
  [/\bPython SMTP\b/i, pythons],
  [/\bInbucket\b/i, 'Inbucket'],
]

function nameIn(text: string, names: readonly (readonly [RegExp, string])[]): string | undefined {
  return names.find(([pattern]) => pattern.test(text))?.[1]
}

function whoRefuses({ greeting }: Session, { reply }: Answer): string | undefined {
  const name = nameIn(reply.texts[0] ?? '', byRefusal) ?? nameIn(greeting?.texts.join(' ') ?? '', byGreeting)
  return name === pythons ? l10n.t`Python's smtpd` : name
}

function describe(session: Session, answer: Answer): string {
  const { verb, reply } = answer
  const isOpen = isTransactionOpen(reply.before.phase)
  const name = whoRefuses(session, answer)
  if (name === undefined)
    return isOpen
      ? l10n.t`The server, like OpenSMTPD and qpsmtpd, refuses a second ${verb}, which is legal and should only reset the session; the open transaction goes on.`
      : l10n.t`The server, like OpenSMTPD and qpsmtpd, refuses a second ${verb}, which is legal and should only reset the session.`
  return isOpen
    ? l10n.t`${name} refuses a second ${verb}, which is legal and should only reset the session; the open transaction goes on.`
    : l10n.t`${name} refuses a second ${verb}, which is legal and should only reset the session.`
}

/** Whether the hello is refused because it is not the first. */
function isRefusedAsRepeated({ exchange, reply }: Answer): boolean {
  const { code, texts, before } = reply
  if (!couldStand(exchange) || before.phase.startsWith('bdat')) return false
  if (before.hello === 'none' || before.hello === 'unknown') return false
  return code === 503 || (code >= 500 && /\balready\b|\bduplicate\b/i.test(texts.join(' ')))
}

function* reports(session: Session): Generator<Report> {
  for (const answer of answersIn(session)) {
    const { exchange, reply } = answer
    if (columnOfExchange(exchange) !== 'hello' || !isRefusedAsRepeated(answer)) continue
    const { hello } = standingAt(session, exchange)
    yield {
      span: reply.codeSpans[0],
      message: describe(session, answer),
      related: [relatedTo(hello, l10n.t`The hello before.`)],
    }
  }
}

/**
 * A legal second hello that the server refuses. Silent among chunks, where nothing but BDAT is expected, and on a hello
 * after STARTTLS, which is the first one of its kind.
 */
export const repeatedHelloRefused: Rule = {
  id: 'reply/repeated-hello-refused',
  title: 'Second EHLO or HELO refused',
  fault: 'server',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(5321, '4.1.4'), rfc(5321, '4.1.1.1')],
  what: 'A second EHLO, HELO or LHLO in a session, answered with 503.',
  why: 'A hello may be said again at any time and then does what RSET does. Where it is refused, a client that uses it to start over keeps its old transaction and its old extensions without knowing it.',
  remedy:
    'Treat a second hello as RSET and answer it like the first. A client does without it: RSET resets the transaction everywhere. OpenSMTPD, qpsmtpd, Inbucket and the smtpd module of Python are known for it.',
  example: `
S: 220 mx.example.org ESMTP OpenSMTPD
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 550 5.7.1 not from you
C: EHLO client.example.net
S: 503 5.5.1 Invalid command: Already identified
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 550 5.7.1 not from you
C: EHLO client.example.net
S: 250 mx.example.org
C: QUIT
S: 221 mx.example.org closing`,
  check(session) {
    return asHabit(reports(session), l10n.t`Refused again.`)
  },
}
