import * as l10n from '@vscode/l10n'
import { greetingCodes } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Reply, Session } from '../../transcript/session.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** Whether a reply begins with the name of a server, as greetings do. */
function isNamed({ texts, enhancedCode }: Reply): boolean {
  return enhancedCode === null && /^(?:[a-z0-9-]+\.)+[a-z0-9-]+(?:\s|$)/i.test(texts[0] ?? '')
}

/** Whether a reply at the very beginning of the text can only be a greeting: a name, and then the client's first words. */
function looksLikeGreeting({ exchanges }: Session, reply: Reply): boolean {
  const [first] = exchanges
  const column = first && columnOfExchange(first)
  const isFirst = first !== undefined && first.line > endOfReply(reply)
  return reply.code < 400 && isNamed(reply) && isFirst && (column === 'hello' || column === 'QUIT')
}

/** The greeting; also a first reply that the reader takes for the rest of an earlier exchange, where that is hardly so. */
function greetingOf(session: Session): Reply | undefined {
  // Some tools greet by themselves and print only the end of what came of it.
  if (session.greeting)
    return session.greeting.code >= 400 || isNamed(session.greeting) ? session.greeting : undefined
  const [first] = session.unasked
  return first?.line === 0 && looksLikeGreeting(session, first) ? first : undefined
}

function replacementOf(code: number): number {
  if (code < 400) return 220
  return code < 500 ? 421 : 554
}

/**
 * A greeting with a code that none has. Mild on a refusal, which clients understand all the same. Silent on a text that
 * may begin in mid-session.
 */
export const greetingUnexpectedCode: Rule = {
  id: 'reply/greeting-unexpected-code',
  title: 'Greeting with an unusual code',
  fault: 'server',
  severity: 'warning',
  references: [rfc(5321, '3.1'), rfc(5321, '4.3.2'), rfc(7504, '3')],
  what: 'A connection that the server opens with a code other than 220, 554, 521 or 421.',
  why: 'Only 220 lets a client begin. What it makes of another code is up to it: it may go on, retry for days, or bounce the mail.',
  remedy: 'Greet with 220, refuse for good with 554 or 521 and for now with 421.',
  example: `
S: 250 mx.example.org at your service
C: EHLO client.example.net
S: 250 mx.example.org
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 421 mx.example.org too many connections`,
  *check(session) {
    const greeting = greetingOf(session)
    if (!greeting || greetingCodes.has(greeting.code)) return
    const {
      code,
      codeSpans: [span, ...others],
    } = greeting
    const replacement = replacementOf(code)
    yield {
      span,
      message:
        code < 400
          ? l10n.t`The server greets with ${code} instead of 220.`
          : l10n.t`The server refuses the connection with ${code}; clients expect ${replacement} there.`,
      severity: code < 400 ? 'warning' : 'information',
      fixes: () =>
        others.length > 0
          ? []
          : [fixOf(l10n.t`Replace ${code} by ${replacement}`, replaceAt(span, String(replacement)))],
    }
  },
}
