import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { permanentWording, temporaryWording, type Wording } from '../../protocol/wordings.ts'
import { textOf } from '../../transcript/answered.ts'
import { couldStand } from '../../transcript/history.ts'
import { replySaid } from '../../transcript/saidText.ts'
import type { Reply, Session, Span } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { answersIn } from '../evidence/replies.ts'
import { withCode } from '../repair/withCode.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

/** The text of a reply as one, from its code on, and where its words stand. */
function wordsOf(session: Session, reply: Reply) {
  const lines = replySaid(session, reply)
  // A code in front of each line would stand in the middle of a phrase; a space of the same width keeps the offsets.
  const text = lines.map(({ payload }) => `    ${payload.slice(4)}`).join(' ')
  const spanAt = ({ start, end }: Wording): Span | null => {
    let from = 0
    for (const { payload, spanOf } of lines) {
      if (start < from + payload.length) return spanOf(start - from, Math.min(end - from, payload.length))
      from += payload.length + 1
    }
    return null
  }
  return { text, spanAt }
}

/** What the words say, as the place of them tells it. */
const meanings = {
  greylisting: () => l10n.t`The text speaks of greylisting.`,
  retry: () => l10n.t`The text asks the client to try again.`,
  temporary: () => l10n.t`The text calls the failure temporary.`,
  'no such user': () => l10n.t`The text says that there is no such user.`,
  'no retry': () => l10n.t`The text says that trying again is of no use.`,
} as const satisfies Record<Wording['kind'], () => string>

/** What the words say, and what the code makes of it. */
function describe(kind: Wording['kind'], code: number): string {
  switch (kind) {
    case 'greylisting':
      return l10n.t`The text speaks of greylisting, but ${code} refuses for good: the sender gets a bounce instead of a second try.`
    case 'retry':
      return l10n.t`The text asks the client to try again, but ${code} refuses for good: the sender gets a bounce instead of a second try.`
    case 'temporary':
      return l10n.t`The text calls the failure temporary, but ${code} refuses for good: the sender gets a bounce instead of a second try.`
    case 'no such user':
      return l10n.t`The text says that there is no such user, but ${code} means "later": the client keeps trying for days.`
    case 'no retry':
      return l10n.t`The text says that trying again is of no use, but ${code} means "later": the client keeps trying for days.`
  }
}

/** The usual codes of the other class. */
const opposites: Readonly<Record<number, number>> = {
  550: 450,
  450: 550,
  451: 554,
  554: 451,
  535: 454,
  421: 550,
}

function oppositeOf(code: number): number {
  return opposites[code] ?? (code < 500 ? 550 : 451)
}

/** Whether the reply is the server's own word on its own matter: 503 and a refused order quote and explain others. */
function* judgedReplies(session: Session): Generator<Reply> {
  if (session.greeting) yield session.greeting
  for (const { exchange, reply } of answersIn(session)) {
    if (couldStand(exchange) || exchange.verdict.sequence === 'unknown') yield reply
  }
  yield* session.unasked
}

/** What is found in a reply, and by which words. */
interface Contradiction {
  readonly kind: Wording['kind']
  readonly report: Report
}

function contradictionIn(session: Session, reply: Reply, context: RuleContext): Contradiction | null {
  const { code } = reply
  if (code < 400 || code > 599 || (code >= 500 && code <= 504)) return null
  // Most texts say neither; the places of the words are looked for only where there are any.
  const wordingOf = code >= 500 ? temporaryWording : permanentWording
  if (!wordingOf(textOf(reply))) return null
  const { text, spanAt } = wordsOf(session, reply)
  const wording = wordingOf(text)
  if (!wording) return null
  const { kind } = wording
  const words = spanAt(wording)
  const report: Report = {
    span: reply.codeSpans[0],
    message: describe(kind, code),
    related: words ? [{ span: words, message: meanings[kind]() }] : [],
    fixes: () => withCode(reply, oppositeOf(code), context),
  }
  return { kind, report }
}

/** What is found in the session, for each kind of words in the order of the first. */
function reportsByKind(session: Session, context: RuleContext): Iterable<Report[]> {
  const byKind = new Map<Wording['kind'], Report[]>()
  for (const reply of judgedReplies(session)) {
    const found = contradictionIn(session, reply, context)
    if (!found) continue
    const group = byKind.get(found.kind)
    if (group) group.push(found.report)
    else byKind.set(found.kind, [found.report])
  }
  return byKind.values()
}

/**
 * A refusal whose text and code say opposite things about a retry. Only for unmistakable words: silent on "temporarily
 * disabled", on full mailboxes and rate limits, on words within addresses and links, on "do not try again later", and on
 * an unknown user that the server has not been able to verify.
 */
export const textContradictsClass: Rule = {
  id: 'reply/text-contradicts-class',
  title: 'Text and code of a refusal contradict each other',
  fault: 'server',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(5321, '4.2.1'), rfc(6647, '5')],
  what: 'A 5yz reply whose text says that a later try will do, or a 4yz reply whose text says that none will.',
  why: 'Clients read the code, people the text. A greylisting that answers 550 turns mail away that should only have waited; an unknown user that gets 450 stays in the queue for days, and its sender hears of it when it is too late.',
  remedy:
    'Change the code to what the text means: 450 or 451 for what passes, 550 for what does not. Postfix answers 450 to unknown users while soft_bounce is set, which is meant for tests.',
  yieldsTo: ['reply/enhanced-class-mismatch', 'reply/too-many-recipients-code'],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 550 5.7.1 You are greylisted, try again later
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 450 4.7.1 You are greylisted, try again later
C: QUIT
S: 221 mx.example.org closing`,
  check(session, context) {
    return [...reportsByKind(session, context)].flatMap(reports =>
      asHabit(reports, l10n.t`The same contradiction.`),
    )
  },
}
