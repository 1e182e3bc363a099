import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { standingAt } from '../../transcript/history.ts'
import { commandSaid } from '../../transcript/saidText.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type JudgedParameter, pathParameters } from '../evidence/pathParameters.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import { removeParameter } from '../repair/parameterFixes.ts'
import type { Fix, FixEdit, Rule } from '../rule.ts'

/** The command of the same transaction that the parameter belongs to: its MAIL, or its first RCPT behind. */
function rightCommand(session: Session, { exchange, verb }: JudgedParameter['line']): Exchange | null {
  if (verb === 'RCPT') return standingAt(session, exchange).transaction?.mail ?? null
  const next = session.exchanges[exchange.index + 1]
  return next?.unit.kind === 'command' && next.unit.verb === 'RCPT' ? next : null
}

function move(session: Session, judged: JudgedParameter): Fix | null {
  const { line, parameter } = judged
  const target = rightCommand(session, line)
  const said = target && commandSaid(session, target)
  if (!said || target.unit.kind !== 'command') return null
  const end = said.payload.trimEnd().length
  const edits: FixEdit[] = [
    replaceAt(said.spanOf(end, end), ` ${parameter.text}`),
    ...removeParameter(judged).edits,
  ]
  return fixOf(
    l10n.t`Move ${parameter.keyword} to ${target.unit.verb}`,
    ...edits.sort((a, b) => a.start.line - b.start.line),
  )
}

/** A parameter of RCPT in MAIL, or of MAIL in RCPT. */
export const parameterOnWrongCommand: Rule = {
  id: 'syntax/parameter-on-wrong-command',
  title: 'Parameter on the wrong command',
  what: 'A parameter in MAIL that belongs into RCPT, such as NOTIFY and ORCPT, or one in RCPT that belongs into MAIL, such as SIZE, BODY, RET and ENVID.',
  why: 'What concerns the message stands in MAIL, what concerns one recipient in RCPT. In the wrong place the server answers 501 or 555, or does not heed it.',
  remedy: 'Move the parameter to the other command.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['parameters', 'odd-path'],
  standsAlone: true,
  references: [rfc(5321, '4.1.1.11'), rfc(3461, '2')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 DSN
C: MAIL FROM:<anna@example.net> NOTIFY=NEVER
S: 555 5.5.4 Unsupported option: NOTIFY=NEVER
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 DSN
C: MAIL FROM:<anna@example.net> RET=HDRS
S: 250 ok
C: RCPT TO:<bob@example.org> NOTIFY=NEVER
S: 550 no such user
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const judged of pathParameters(session, context)) {
      if (judged.fault !== 'wrong-command') continue
      const { line, parameter } = judged
      const { keyword, start, end } = parameter
      const right = line.verb === 'MAIL' ? 'RCPT TO' : 'MAIL FROM'
      yield {
        span: line.said.spanOf(start, end),
        ...unlessTaken(line.exchange, l10n.t`${keyword} belongs to ${right}, not to ${line.verb}`),
        fixes: () => [move(session, judged), removeParameter(judged)],
      }
    }
  },
}
