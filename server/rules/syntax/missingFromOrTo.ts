import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type PathFinding, type PathLine, pathFindings } from '../evidence/pathFindings.ts'
import { fixOf, replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Fix, Rule } from '../rule.ts'

function describe({ verb, keyword, parts, said }: PathLine, found: PathFinding): string {
  if (found.name === 'no-keyword') return l10n.t`${verb} needs ${keyword}: in front of the address`
  const written = said.payload.slice(found.start, found.end)
  if (!parts.keyword) return l10n.t`${verb} needs ${keyword}:, and not "${written}:"`
  return l10n.t`${verb} goes with ${keyword}:, not with ${written.toUpperCase()}:`
}

/** What stands behind the verb becomes `FROM:` and the path, with brackets where they are missing. */
function insertKeyword({ verb, keyword, parts, said }: PathLine, found: PathFinding): Fix {
  const { path, opens, closes } = parts
  const title = l10n.t`Insert ${keyword}: behind ${verb}`
  const text = ` ${keyword}:`
  if (!path) return fixOf(title, replaceAt(said.spanOf(found.end, found.end), `${text}<>`, text.length + 1))
  const space = replaceAt(said.spanOf(found.end, path.start), opens || closes ? text : `${text}<`)
  const isBare = !opens && !closes
  return safeFixOf(title, space, ...(isBare ? [replaceAt(said.spanOf(path.end, path.end), '>')] : []))
}

/**
 * MAIL without FROM, RCPT without TO, or the two mixed up. What else is wrong behind them is left alone, as long as
 * nobody can tell what it is meant to be.
 */
export const missingFromOrTo: Rule = {
  id: 'syntax/missing-from-or-to',
  title: 'MAIL without FROM, RCPT without TO',
  what: 'MAIL that does not go on with `FROM:`, or RCPT that does not go on with `TO:`.',
  why: 'The two words belong to the commands. Without them a server answers 501, and there is no transaction, or one recipient fewer.',
  remedy: 'Write `MAIL FROM:<address>` and `RCPT TO:<address>`.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['odd-path'],
  standsAlone: true,
  references: [rfc(5321, '4.1.1.2'), rfc(5321, '4.1.1.3')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL <anna@example.net>
S: 501 5.5.4 Syntax: MAIL FROM:<address>
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: mail from:<anna@example.net>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, found } of pathFindings(session, context, 'no-keyword', 'wrong-keyword')) {
      const { exchange, said, keyword } = line
      const span = said.spanOf(found.start, found.end)
      const written = said.payload.slice(found.start, found.end)
      yield {
        span,
        ...unlessTaken(exchange, describe(line, found)),
        fixes: () =>
          found.name === 'no-keyword'
            ? [insertKeyword(line, found)]
            : [fixOf(l10n.t`Replace ${written} by ${keyword}`, replaceAt(span, keyword))],
      }
    }
  },
}
