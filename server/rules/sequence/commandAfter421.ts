import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Reply, Session } from '../../transcript/session.ts'
import { causeRule } from '../causeRule.ts'
import { relatedToReply } from '../evidence/related.ts'
import { repliesIn } from '../evidence/replies.ts'

function farewellOf(session: Session, line: number): Reply | undefined {
  return [...repliesIn(session)]
    .filter(reply => reply.code === 421 && reply.line < line)
    .sort((a, b) => b.line - a.line)[0]
}

/** A command other than QUIT after the server said with 421 that it closes the connection. */
export const commandAfter421 = causeRule({
  cause: 'command-after-421',
  title: 'Command after 421',
  fault: 'client',
  severity: 'warning',
  references: [rfc(5321, '3.8'), rfc(5321, '4.3.2')],
  what: 'A command after the server has announced with 421 that it closes the connection.',
  why: 'With 421 the server closes the connection, whatever was asked. The client has to connect again, later.',
  remedy: 'Close the connection and come back later.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
S: 421 4.4.2 mx.example timeout
C: NOOP`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: NOOP
S: 421 4.4.2 mx.example timeout`,
  describe({ session, exchange, followers, repair }) {
    const farewell = farewellOf(session, exchange.line)
    return {
      message: l10n.t`The server announced that it closes the connection (421); connect again later.`,
      related: [relatedToReply(farewell, l10n.t`The server said goodbye here.`)],
      fixes: () => [repair.remove(l10n.t`Remove what follows 421`, [exchange, ...followers])],
    }
  },
})
