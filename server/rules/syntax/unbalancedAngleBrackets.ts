import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type PathFinding, type PathLine, pathFindings } from '../evidence/pathFindings.ts'
import { replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Fix, FixEdit, Rule } from '../rule.ts'

function isClosing({ said }: PathLine, { start }: PathFinding): boolean {
  return said.payload[start] === '>'
}

function describe(line: PathLine, found: PathFinding): string {
  if (found.name === 'bracket-left-over') return l10n.t`The path has a bracket too many`
  return isClosing(line, found)
    ? l10n.t`The path is closed by > and not opened by <`
    : l10n.t`The path is opened by < and not closed by >`
}

function addMissing(line: PathLine, found: PathFinding): Fix {
  const { path } = line.parts
  const at = isClosing(line, found) ? (path?.start ?? found.start) : (path?.end ?? found.end)
  const bracket = isClosing(line, found) ? '<' : '>'
  return safeFixOf(l10n.t`Add the missing ${bracket}`, replaceAt(line.said.spanOf(at, at), bracket))
}

/** Takes out the surplus bracket, and where every bracket is doubled its counterpart. */
function removeSurplus({ said, parts }: PathLine, found: PathFinding): Fix {
  const edits: FixEdit[] = [replaceAt(said.spanOf(found.start, found.end), '')]
  const end = parts.path?.end ?? found.end
  if (found.start < end && said.payload[end] === '>') edits.push(replaceAt(said.spanOf(end, end + 1), ''))
  return safeFixOf(l10n.t`Remove what is too many`, ...edits)
}

/** A path of MAIL or RCPT with one bracket, or with one too many; brackets in a quoted string do not count. */
export const unbalancedAngleBrackets: Rule = {
  id: 'syntax/unbalanced-angle-brackets',
  title: 'Angle brackets that do not match',
  what: 'A path in MAIL or RCPT that is opened and not closed, closed and not opened, or has a bracket too many.',
  why: "Where the address ends is anybody's guess: a server answers 501, or takes the parameters for a part of the address.",
  remedy: 'Write exactly one `<` before the address and one `>` behind it.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['odd-path'],
  standsAlone: true,
  references: [rfc(5321, '4.1.2')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net
S: 501 5.1.7 Bad sender address syntax
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<"anna>carol"@example.net>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, found } of pathFindings(session, context, 'bracket-missing', 'bracket-left-over')) {
      yield {
        span: line.said.spanOf(found.start, found.end),
        ...unlessTaken(line.exchange, describe(line, found)),
        fixes: () => [
          found.name === 'bracket-left-over' ? removeSurplus(line, found) : addMissing(line, found),
        ],
      }
    }
  },
}
