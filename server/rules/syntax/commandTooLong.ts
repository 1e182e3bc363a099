import * as l10n from '@vscode/l10n'
import { commandLineLimit, extensionKeywords } from '../../protocol/extensions.ts'
import { rfc } from '../../protocol/references.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import { octetsOf, offsetBeyond } from '../../transcript/octets.ts'
import type { Session } from '../../transcript/session.ts'
import { unlessTaken, wasTaken } from '../evidence/liberties.ts'
import { type SaidCommand, saidCommands } from '../evidence/saidCommands.ts'
import type { Rule } from '../rule.ts'

const lineEnd = 2

/** What the line may measure; as much as it ever may where nobody knows what the server announced. */
function limitFor(session: Session, { exchange, command }: SaidCommand): number {
  const extensions = extensionsAt(session, exchange)
  const keywords = extensions?.announcements.map(one => one.keyword) ?? extensionKeywords
  return commandLineLimit(command.verb, keywords)
}

/** A command line longer than servers have to take: 512 octets with its line end, and what extensions add for MAIL and RCPT. */
export const commandTooLong: Rule = {
  id: 'syntax/command-too-long',
  title: 'Command line that is too long',
  what: 'A command line above 512 octets with its line end, or above what the announced extensions add for MAIL and RCPT.',
  why: 'No server has to read more. Some answer 500, some close the connection; few take a line of a thousand octets.',
  remedy: 'Send less: of AUTH the response after the 334, of the rest what belongs into the message.',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['long-line'],
  references: [rfc(5321, '4.5.3.1.4'), rfc(5321, '4.3.2'), rfc(4954, '4')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP ${'0123456789'.repeat(52)}
S: 500 5.5.2 Line too long
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP ${'0123456789'.repeat(50)}
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const line of saidCommands(session, context)) {
      const { exchange, command, said } = line
      // Nothing to look up for what is not even half as long in characters.
      if (said.payload.length * 3 + lineEnd <= commandLineLimit(command.verb, [])) continue
      const octets = octetsOf(said.payload) + lineEnd
      const limit = limitFor(session, line)
      if (octets <= limit) continue
      const message = l10n.t`The command line has ${octets} octets with its line end, and ${limit} are the limit here`
      yield {
        span: said.spanOf(offsetBeyond(said.payload, limit - lineEnd), said.payload.length),
        ...unlessTaken(exchange, message),
        // Tokens of OAuth are so long, and servers that offer it take them.
        ...(command.verb === 'AUTH' && wasTaken(exchange) ? { severity: 'hint' as const } : {}),
      }
    }
  },
}
