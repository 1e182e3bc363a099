import * as l10n from '@vscode/l10n'
import { extensionFacts } from '../../protocol/extensions.ts'
import { rfc } from '../../protocol/references.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import type { Reply, Session } from '../../transcript/session.ts'
import { lastCodeOf, separatorOf, textAt } from '../evidence/places.ts'
import { answeredBy, type GivenReply, givenReplies, isGreeting, isToHello } from '../evidence/replies.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** Whether a reply that nobody asked for reads like one more line of the reply before it. */
function couldContinue(given: GivenReply, { texts }: Reply): boolean {
  if (isGreeting(given)) return true
  if (isToHello(given)) {
    const [word = ''] = /^[^\s=]*/.exec(texts[0] ?? '') ?? []
    return extensionFacts(word) !== undefined
  }
  return /^(?:HELP|EXPN|VRFY)$/.test(answeredBy(given))
}

/** The replies that nobody asked for and that stand, with the same code, directly behind one that was asked for. */
function surplusBehind(given: GivenReply, unaskedAt: ReadonlyMap<number, Reply>): Reply[] {
  const surplus: Reply[] = []
  let next = unaskedAt.get(endOfReply(given.reply) + 1)
  while (next && next.code === given.reply.code) {
    surplus.push(next)
    next = unaskedAt.get(endOfReply(next) + 1)
  }
  const [first] = surplus
  return first && couldContinue(given, first) ? surplus : []
}

/** Lines that are meant as one reply, of which each ends it. Silent where another text or code could be a reply of its own. */
export const multilineMissingHyphen: Rule = {
  id: 'reply/multiline-missing-hyphen',
  title: 'Reply of several lines without hyphens',
  fault: 'server',
  severity: 'error',
  onlyWith: ['unasked'],
  references: [rfc(5321, '4.2.1')],
  what: 'Several lines that are meant as one reply, with a space behind the code where the hyphen should stand.',
  why: 'A client reads the first of them as the whole reply, and each of the others as the reply to what it sends next: extensions get lost, and from here on every answer belongs to the wrong command.',
  remedy: 'Put a hyphen behind the code on all lines of a reply but the last.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
S: 250 8BITMIME
S: 250 SIZE 20480000
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<anna@example.net>
C: RCPT TO:<bob@example.org>
S: 250 ok
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing`,
  *check(session: Session) {
    if (session.unasked.length === 0) return
    const unaskedAt = new Map(session.unasked.map(reply => [reply.line, reply]))
    for (const given of givenReplies(session)) {
      const surplus = surplusBehind(given, unaskedAt)
      const end = surplus.at(-1)
      const code = lastCodeOf(given.reply)
      const [first] = surplus.flatMap(reply => reply.codeSpans)
      if (!end || !first) continue
      const separators = [given.reply, ...surplus.slice(0, -1)].map(reply =>
        separatorOf(session, lastCodeOf(reply)),
      )
      const span = separators[0] && textAt(session, separators[0]) === ' ' ? separators[0] : code
      yield {
        span,
        message: isGreeting(given)
          ? l10n.t`The greeting ends here, with a space behind its code, but it seems to go on: the lines behind it answer nothing.`
          : l10n.t`The reply to ${answeredBy(given)} ends here, with a space behind its code, but it seems to go on: the lines behind it answer nothing.`,
        related: [{ span: first, message: l10n.t`This looks like a part of the same reply.` }],
        fixes: () => [
          fixOf(
            l10n.t`Put a hyphen behind the code on all lines but the last`,
            ...separators.map(one => replaceAt(one, '-')),
          ),
        ],
        consequences: { first: first.line, last: endOfReply(end) },
      }
    }
  },
}
