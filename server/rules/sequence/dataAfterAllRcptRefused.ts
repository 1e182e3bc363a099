import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { isRefused, namedRecipients } from '../../transcript/history.ts'
import type { Exchange } from '../../transcript/session.ts'
import { causeRule } from '../causeRule.ts'
import { relatedToReply } from '../evidence/related.ts'
import { rcptTo, rset } from '../repair/missingSteps.ts'

function codesOf(refused: readonly Exchange[]): string {
  return [...new Set(refused.map(one => one.reply?.code))].join(', ')
}

function areTemporary(refused: readonly Exchange[]): boolean {
  return refused.every(one => (one.reply?.code ?? 0) < 500)
}

function messageOf(verb: string, refused: readonly Exchange[]): string {
  const codes = codesOf(refused)
  const count = refused.length
  if (areTemporary(refused)) {
    return count === 1
      ? l10n.t`The only recipient was refused (${codes}); ${verb} will get 503 or 554. The refusals are temporary: try the message again later, do not bounce it.`
      : l10n.t`All ${count} recipients were refused (${codes}); ${verb} will get 503 or 554. The refusals are temporary: try the message again later, do not bounce it.`
  }
  return count === 1
    ? l10n.t`The only recipient was refused (${codes}); ${verb} will get 503 or 554.`
    : l10n.t`All ${count} recipients were refused (${codes}); ${verb} will get 503 or 554.`
}

/** DATA, BDAT or BURL although the client had read that every recipient was refused. */
export const dataAfterAllRcptRefused = causeRule({
  cause: 'data-after-all-rcpt-refused',
  title: 'DATA after every recipient was refused',
  fault: 'client',
  severity: 'warning',
  references: [rfc(5321, '3.3'), rfc(2920, '3.1')],
  what: 'DATA or BDAT although every recipient was refused and the client had read that.',
  why: 'Nobody is left to deliver to. The 5yz that DATA gets says nothing about the message: whether to try again is in the replies to RCPT.',
  remedy:
    'Stop after the last refusal: RSET or QUIT. Try again later those that were refused with 4yz, bounce the others.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 451 4.3.0 The user database does not answer
C: DATA
S: 503 5.5.1 Bad command sequence
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 550 no such user
C: RCPT TO:<d@mx.example>
S: 250 ok
C: DATA
S: 354 go
C: From: a@c.example
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: hello
C: .
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, command, standing, repair }) {
    const { verb } = command
    const refused = namedRecipients(standing).filter(isRefused)
    const next = session.exchanges[exchange.index + 1]
    const hasContent = next?.unit.kind === 'message' || next?.unit.kind === 'chunk'
    return {
      message: messageOf(verb, refused),
      related: refused
        .slice(0, 10)
        .map(one => relatedToReply(one.reply, l10n.t`This recipient was refused.`)),
      fixes: () => [
        hasContent ? null : repair.replaceCommand(l10n.t`Replace ${verb} by RSET`, exchange, rset),
        repair.insertBefore(l10n.t`Insert another RCPT TO before ${verb}`, exchange, [rcptTo]),
      ],
    }
  },
})
