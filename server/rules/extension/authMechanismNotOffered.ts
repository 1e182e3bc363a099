import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { type Announcement, extensionsAt } from '../../transcript/announcements.ts'
import { parseCommandLine } from '../../transcript/commandLine.ts'
import { isRefused } from '../../transcript/history.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { listed } from '../evidence/names.ts'
import { type SaidCommand, saidCommands } from '../evidence/saidCommands.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** AUTH with a mechanism that is not on the list. */
interface NotOffered {
  readonly mechanism: string
  readonly span: Span
  readonly offered: readonly string[]
  readonly lists: readonly Announcement[]
  /** Nothing stands behind the mechanism, so that another could stand in its place. */
  readonly isBare: boolean
}

function notOffered(session: Session, { exchange, command, said }: SaidCommand): NotOffered | null {
  const { argument: mechanism } = command
  if (command.verb !== 'AUTH' || mechanism === '') return null
  const lists =
    extensionsAt(session, exchange)?.announcements.filter(({ keyword }) => keyword === 'AUTH') ?? []
  const offered = [...new Set(lists.flatMap(({ parameters }) => parameters.split(/\s+/)))].filter(
    name => name !== '',
  )
  if (offered.length === 0 || offered.includes(mechanism.toUpperCase())) return null
  const { argument, argumentStart } = parseCommandLine(said.payload, 0)
  const span = said.spanOf(argumentStart, argumentStart + mechanism.length)
  return { mechanism, span, offered, lists, isBare: argument === mechanism }
}

/** Names the mechanism only where it is one: what is none may be a secret in the wrong place. */
function describe({ mechanism, offered }: NotOffered): string {
  return saslMechanismFacts(mechanism)
    ? l10n.t`${mechanism.toUpperCase()} is not offered; the server offers ${listed(offered)}`
    : l10n.t`This mechanism is not offered; the server offers ${listed(offered)}`
}

function titleOf({ mechanism }: NotOffered, other: string): string {
  return saslMechanismFacts(mechanism)
    ? l10n.t`Replace ${mechanism} by ${other}`
    : l10n.t`Replace the mechanism by ${other}`
}

/** AUTH with a mechanism that the announcement of AUTH does not list, in either spelling of it (`AUTH` and `AUTH=`). */
export const authMechanismNotOffered: Rule = {
  id: 'extension/auth-mechanism-not-offered',
  title: 'AUTH mechanism that is not offered',
  what: 'AUTH with a mechanism that is not in the list behind AUTH in the last reply to EHLO.',
  why: 'The server answers 504 or 535. The list can differ before and after STARTTLS, so that it has to be read anew.',
  remedy: 'Choose a mechanism from the list; many programs choose by themselves where none is set.',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['login'],
  references: [rfc(4954, '3'), rfc(4954, '4')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 AUTH PLAIN
C: AUTH CRAM-MD5
S: 504 5.5.4 Unrecognized authentication type
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 AUTH PLAIN CRAM-MD5
C: AUTH cram-md5
S: 334 PDE3ODkzLjEzMjA2NzkxMjNAbXguZXhhbXBsZS5vcmc+
C: *
S: 501 5.7.0 cancelled
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const said of saidCommands(session, context)) {
      const found = notOffered(session, said)
      if (!found) continue
      const { span, offered, lists, isBare } = found
      const { exchange } = said
      const [first] = offered
      yield {
        span,
        ...unlessTaken(exchange, describe(found)),
        related: lists.map(one => ({ span: one.span, message: l10n.t`These mechanisms are offered.` })),
        fixes: () =>
          first !== undefined && isBare && isRefused(exchange)
            ? [fixOf(titleOf(found, first), replaceAt(span, first))]
            : [],
      }
    }
  },
}
