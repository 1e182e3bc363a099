import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import type { Session } from '../../transcript/session.ts'
import { type Answer, answersIn } from '../evidence/replies.ts'
import { linesOfStrayContent, strayContentBehind, toEndOf } from '../evidence/strayContent.ts'
import type { LineRange, Rule } from '../rule.ts'

/** What a reply that asks for more says to a command that is complete: which command it belongs to, and what to do. */
function surplusAnswer(code: number, verb: string): string {
  if (code === 354)
    return l10n.t`${code} cannot answer ${verb}, which has no second half: it is the reply to DATA, so the replies are out of step with the commands; start again on a new connection.`
  if (code === 334)
    return l10n.t`${code} cannot answer ${verb}, which has no second half: it is a step of AUTH, so the replies are out of step with the commands; start again on a new connection.`
  return l10n.t`${code} cannot answer ${verb}, which has no second half: it is a reply that asks for more; start again on a new connection.`
}

function isIntermediate(code: number): boolean {
  return code >= 300 && code < 400
}

/** Whether a command may have a second half that its reply asks for. */
function hasSecondHalf({ verb, exchange: { unit } }: Answer): boolean {
  const facts = commandFacts(verb)
  if (!facts) return true
  const { success, intermediate, error } = facts.replies
  if (intermediate.length > 0) return true
  // The checkpoints of RFC 1845: MAIL with TRANSID may get 355.
  if (verb === 'MAIL' && unit.kind === 'command' && /\sTRANSID=/i.test(unit.argument)) return true
  return success.length + error.length === 0
}

/** What is wrong with the class of a reply, what it can mean and what to do; null where the class fits. */
function misfitOf(answer: Answer): string | null {
  const { verb, exchange, reply } = answer
  const { code } = reply
  if (verb === 'DATA' && code >= 200 && code < 300) {
    return l10n.t`${code} cannot answer DATA, which needs 354: the server does not wait for a message, or answers an earlier command; send nothing of the message and start again on a new connection.`
  }
  if (!isIntermediate(code)) return null
  if (verb === '.') {
    const isComplete = exchange.unit.kind === 'message' && exchange.unit.terminated
    return isComplete
      ? l10n.t`${code} cannot answer the final dot: it does not say whether the message was taken; close the connection and send the message again.`
      : null
  }
  if (hasSecondHalf(answer)) return null
  return surplusAnswer(code, verb)
}

/** What only follows: all that comes in a session that is out of step, or a message that was sent all the same. */
function consequencesOf(session: Session, { verb, exchange, reply }: Answer, shifted: boolean) {
  const first = reply.line
  if (shifted || verb === '.') return toEndOf(session, first)
  if (verb !== 'DATA') return undefined
  const content = strayContentBehind(session, exchange.index)
  return content ? linesOfStrayContent(session, first, content) : undefined
}

/** Whether the replies come a step late or early: one DATA has a reply that says "done", and 354 answers something else. */
function isOutOfStep(misfits: readonly Answer[]): boolean {
  return (
    misfits.some(({ verb }) => verb === 'DATA') &&
    misfits.some(({ verb, reply }) => verb !== 'DATA' && reply.code === 354)
  )
}

/**
 * A reply whose first digit makes the dialogue impossible: 2yz to DATA, or 3yz to what has no second half. Silent on
 * commands that nobody knows, and on replies in the middle of mail data, which have a rule of their own.
 */
export const unexpectedClass: Rule = {
  id: 'reply/unexpected-class',
  title: 'Reply of a class that cannot answer this command',
  fault: 'server',
  severity: 'error',
  references: [rfc(5321, '4.2.1'), rfc(5321, '4.3.2')],
  what: 'DATA answered with 2yz, or with 3yz a command that has no second half, or the end of the message.',
  why: 'The first digit tells a client what to do next. A client that gets "done" for DATA has no leave to send the message; one that gets "go on" for anything else waits for the server, and the server for it. Often the replies are shifted by one: a reply too many, or one too few, came before.',
  remedy:
    'The server has to answer DATA with 354 or a refusal, and to keep 3yz for DATA and AUTH. Look for a surplus or missing reply before this one. The client should give the connection up and try again.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 250 recipient ok
C: DATA
S: 250 ok
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDEyMy40NTZAbXguZXhhbXBsZS5vcmc+
C: *
S: 501 cancelled
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    const misfits: (Answer & { readonly message: string })[] = []
    for (const answer of answersIn(session)) {
      const message = misfitOf(answer)
      if (message !== null) misfits.push({ ...answer, message })
    }
    const shifted = isOutOfStep(misfits)
    for (const misfit of misfits) {
      const consequences: LineRange | undefined = consequencesOf(session, misfit, shifted)
      const report = { span: misfit.reply.codeSpans[0], message: misfit.message }
      yield consequences ? { ...report, consequences } : report
    }
  },
}
