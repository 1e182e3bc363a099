import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { placeOf } from '../evidence/places.ts'
import { serverName } from '../repair/plausibleReplies.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Rule } from '../rule.ts'

/** The greeting that is missing, for whoever writes a transcript. */
function insertGreeting(session: Session, dialect: Dialect, first: Exchange): Fix[] {
  if (dialect.name !== 'smtp') return []
  const greeting = `220 ${serverName(session)} ${session.protocol === 'LMTP' ? 'LMTP' : 'ESMTP'}`
  const said = [['server', greeting]] as const
  return [new Repair(session, dialect).insertSaid(l10n.t`Insert a greeting`, first.line, said, first)]
}

/**
 * A session that begins with a hello, with the server's replies but without its greeting: a hint, since an excerpt is no
 * mistake, and some tools do not print it. Silent on scripts of the client's side alone.
 */
export const noGreeting: Rule = {
  id: 'transcript/no-greeting',
  title: 'No greeting in the text',
  fault: 'transcript',
  severity: 'hint',
  references: [rfc(5321, '3.1'), rfc(5321, '4.3.1')],
  what: "A session from its hello on, in which the server's greeting is not in the text.",
  why: 'The greeting tells what the server is, whether it takes the session at all, and whether the client waited for it. A client that seems to hang at once may be waiting for it.',
  remedy: 'Record the session from the moment of the connection.',
  example: `
C: EHLO client.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    const { greeting, serverSpoke, exchanges, unasked } = session
    const [first] = exchanges
    if (greeting !== null || !serverSpoke || !first || columnOfExchange(first) !== 'hello') return
    if (unasked.some(reply => reply.line < first.line)) return
    yield {
      span: placeOf(first),
      message: l10n.t`The text begins without the server's greeting.`,
      fixes: () => insertGreeting(session, dialect, first),
    }
  },
}
