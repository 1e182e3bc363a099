import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, isAccepted, standingAt } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { relatedTo } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Rule } from '../rule.ts'

/** STARTTLS and the hello behind it, in front of the AUTH that they made void. */
function moveUp(session: Session, startTls: Exchange, auth: Exchange | null, repair: Repair): Fix[] {
  const next = session.exchanges.slice(startTls.index + 1).find(({ unit }) => unit.kind !== 'tls')
  if (!auth || !next || columnOfExchange(next) !== 'hello' || !isAccepted(next)) return []
  return [repair.move(l10n.t`Move STARTTLS and the hello before AUTH`, [startTls, next], auth.line)]
}

/** STARTTLS after a login that succeeded. Silent where STARTTLS is refused: then nothing is lost. */
export const lostByStarttls: Rule = {
  id: 'auth/lost-by-starttls',
  title: 'Login made void by STARTTLS',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['tls'],
  references: [rfc(3207, '4.2')],
  what: 'STARTTLS after AUTH has succeeded.',
  why: 'TLS begins the session anew: the server forgets the login, and wants another. What was sent for the first went over the wire without TLS, and for nothing.',
  remedy: 'Send STARTTLS right after the first EHLO, and log in after the second.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250-STARTTLS
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3OTU0QHN1Ym1pdC5leGFtcGxlPg==
C: ********
S: 235 ok
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH CRAM-MD5
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3OTU0QHN1Ym1pdC5leGFtcGxlPg==
C: ********
S: 235 ok
C: QUIT
S: 221 submit.example bye`,
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { unit, before, reply } = exchange
      if (columnOfExchange(exchange) !== 'STARTTLS' || unit.kind !== 'command') continue
      if (!before.authenticated || reply === null || !isAccepted(exchange)) continue
      const { auth } = standingAt(session, exchange)
      yield {
        span: unit.verbSpan,
        message: l10n.t`STARTTLS begins the session anew: the login before it is lost.`,
        related: [relatedTo(auth, l10n.t`This login is lost.`)],
        fixes: () => moveUp(session, exchange, auth, new Repair(session, dialect)),
      }
    }
  },
}
