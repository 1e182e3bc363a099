import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import { endsMessage, historyOf, isConfirmed, standingAt } from '../../transcript/history.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { nameOf } from '../evidence/names.ts'
import { relatedToReply } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Rule } from '../rule.ts'

/** Replies behind a message in the order in which they came, and how many of them were due. */
interface Behind {
  readonly replies: readonly Reply[]
  readonly due: number
}

/** Walks over the replies that nobody asked for, in the order of the text and once for the whole session. */
class Unasked {
  readonly #replies: readonly Reply[]
  #at = 0

  constructor({ unasked }: Session) {
    this.#replies = unasked
  }

  /** Those between two lines. */
  between(from: number, to: number): Reply[] {
    const found: Reply[] = []
    for (; this.#at < this.#replies.length; this.#at++) {
      const reply = this.#replies[this.#at]
      if (!reply || reply.line >= to) break
      if (reply.line > from) found.push(reply)
    }
    return found
  }
}

/** What came behind a message before the client went on; commands that it had sent already are due a reply each. */
function behind(session: Session, message: Exchange, unasked: Unasked): Behind | null {
  const [first] = message.replies
  if (!first) return null
  const answered: Reply[] = [first]
  let index = message.index + 1
  for (; ; index++) {
    const sent = session.exchanges[index]
    if (!sent || sent.line > first.line) break
    answered.push(...sent.replies)
  }
  const next = session.exchanges[index]?.line ?? session.texts.length
  const extra = unasked.between(first.line, next)
  const replies = [...answered, ...extra].sort((a, b) => a.line - b.line)
  return { replies, due: index - message.index }
}

/** A message that was answered once for each recipient. */
interface Answered {
  readonly message: Exchange
  readonly extra: readonly [Reply, ...Reply[]]
  readonly accepted: number
  /** The line of the last reply that is out of step because of it. */
  readonly lastLine: number
}

function* answeredForEach(session: Session): Generator<Answered> {
  const unasked = new Unasked(session)
  for (const transaction of historyOf(session).transactions) {
    const { message } = transaction
    if (!message || !endsMessage(message) || message.before.hello === 'unknown') continue
    const accepted = transaction.recipients.filter(isConfirmed).length
    const found = behind(session, message, unasked)
    if (!found || accepted < 2 || found.replies.length - found.due !== accepted - 1) continue
    const [first, ...rest] = found.replies.slice(1, accepted)
    const last = found.replies.at(-1)
    if (!first || !last) continue
    if ([first, ...rest].some(({ code }) => code === 421 || code === 221)) continue
    yield { message, extra: [first, ...rest], accepted, lastLine: endOfReply(last) }
  }
}

function fixesFor(
  session: Session,
  dialect: Dialect,
  all: readonly Answered[],
  hello: Exchange | null,
): Fix[] {
  const repair = new Repair(session, dialect)
  const fixes: Fix[] = []
  if (hello?.unit.kind === 'command') {
    const { verb, text } = hello.unit
    const command = { verb: 'LHLO', text: text.replace(/^\s*\S+/, 'LHLO') }
    fixes.push(repair.replaceCommand(l10n.t`Replace ${verb} by ${command.verb}`, hello, command))
  }
  if (dialect.name === 'smtp') {
    fixes.push(
      repair.removeReplies(
        l10n.t`Remove the replies that are too many`,
        all.flatMap(({ extra }) => extra),
      ),
    )
  }
  return fixes
}

const shown = 4

/**
 * SMTP: more than one reply to a message, as many as recipients were accepted, reported once. Other replies that nobody asked for are
 * not meant, nor the many lines of one reply.
 */
export const perRecipientRepliesInSmtp: Rule = {
  id: 'lmtp/per-recipient-replies-in-smtp',
  title: 'A reply for each recipient in SMTP',
  fault: 'server',
  severity: 'error',
  onlyWith: ['unasked'],
  references: [rfc(5321, '4.1.1.4'), rfc(2033, '4.2')],
  what: 'A message in SMTP that is answered once for each recipient, as only LMTP does it.',
  why: 'An SMTP client reads one reply. It takes the others for replies to what it sends next, and from there on everything is out of step.',
  remedy:
    'Answer a message with one reply in sessions that began with EHLO or HELO; or let the client speak LMTP, with LHLO.',
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: RCPT TO:<carol@mx.example>
S: 250 recipient ok
C: DATA
S: 354 send it
C: From: anna@client.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: hello
C: .
S: 250 delivered to bob
S: 250 delivered to carol
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: RCPT TO:<carol@mx.example>
S: 250 recipient ok
C: DATA
S: 354 send it
C: From: anna@client.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: hello
C: .
S: 250-delivered to bob
S: 250 delivered to carol
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    if (session.protocol === 'LMTP' || session.unasked.length === 0) return
    const all = [...answeredForEach(session)]
    const [first, ...others] = all
    const last = all.at(-1)
    if (!first || !last) return
    const { message, extra, accepted } = first
    const { hello } = standingAt(session, message)
    const verb = hello ? nameOf(hello) : 'EHLO'
    const [reply] = message.replies
    yield {
      span: extra[0].codeSpans[0],
      message: l10n.t`SMTP answers a message once; ${accepted} replies for ${accepted} recipients are LMTP, but the session began with ${verb}.`,
      related: [
        relatedToReply(reply, l10n.t`This reply is for all recipients.`),
        ...others.slice(0, shown).map(one => relatedToReply(one.extra[0], l10n.t`The same here.`)),
      ],
      fixes: () => fixesFor(session, dialect, all, hello),
      consequences: { first: extra[0].line, last: last.lastLine },
    }
  },
}
