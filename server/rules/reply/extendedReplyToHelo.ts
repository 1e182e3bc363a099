import * as l10n from '@vscode/l10n'
import { extensionFacts } from '../../protocol/extensions.ts'
import { rfc } from '../../protocol/references.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import { replySaid, type SaidLine } from '../../transcript/saidText.ts'
import type { CommandUnit, Reply, Session, Span } from '../../transcript/session.ts'
import { separatorOf } from '../evidence/places.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Fix, Rule } from '../rule.ts'

function keywordSpan({ payload, spanOf }: SaidLine): Span | null {
  const word = /^[^\s=]*/.exec(payload.slice(4))?.[0] ?? ''
  return extensionFacts(word) !== undefined ? spanOf(4, 4 + word.length) : null
}

function fixesOf(session: Session, reply: Reply, { verbSpan }: CommandUnit): Fix[] {
  const { texts } = session
  const [first] = reply.codeSpans
  const last = endOfReply(reply)
  const rest = {
    start: { line: first.line, character: texts[first.line]?.length ?? 0 },
    end: { line: last, character: texts[last]?.length ?? 0 },
    newText: '',
    cursor: null,
  }
  return [
    fixOf(l10n.t`Replace HELO by EHLO`, replaceAt(verbSpan, 'EHLO')),
    fixOf(l10n.t`Reduce the reply to its first line`, replaceAt(separatorOf(session, first), ' '), rest),
  ]
}

/** HELO that is answered like EHLO. Silent on a reply of several lines that are mere words. */
export const extendedReplyToHelo: Rule = {
  id: 'reply/extended-reply-to-helo',
  title: 'HELO answered with a list of extensions',
  fault: 'server',
  severity: 'error',
  profile: 'standard',
  references: [rfc(5321, '3.2'), rfc(5321, '4.1.1.1')],
  what: 'A reply to HELO that lists extensions.',
  why: 'A client that says HELO does not know extensions and may expect a single line; one that does is led to use what HELO does not give it.',
  remedy: 'Answer HELO with one line, and list extensions only for EHLO.',
  example: `
S: 220 mx.example.org ESMTP
C: HELO client.example.net
S: 250-mx.example.org
S: 250-8BITMIME
S: 250 SIZE 20480000
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: HELO client.example.net
S: 250-mx.example.org at your service
S: 250 Pleased to meet you
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    for (const { reply, unit } of session.exchanges) {
      if (unit.kind !== 'command' || unit.verb !== 'HELO' || reply?.code !== 250) continue
      const span = replySaid(session, reply)
        .slice(1)
        .map(keywordSpan)
        .find(found => found !== null)
      if (!span) continue
      yield {
        span,
        message: l10n.t`The reply to HELO lists extensions, which only EHLO may bring.`,
        related: [{ span: unit.verbSpan, message: l10n.t`The client said HELO here.` }],
        fixes: () => fixesOf(session, reply, unit),
      }
    }
  },
}
