import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Session, Span } from '../../transcript/session.ts'
import type { Rule } from '../rule.ts'

/** The first thing that is said: the greeting's code, or the verb of the first command. */
function firstSpan({ greeting, exchanges, unasked }: Session): Span | undefined {
  const [first] = exchanges
  const verb = first?.unit.kind === 'command' ? first.unit.verbSpan : undefined
  return greeting?.codeSpans[0] ?? verb ?? unasked[0]?.codeSpans[0]
}

/** Lines of several sessions that nothing tells apart. */
export const mixedSessions: Rule = {
  id: 'transcript/mixed-sessions',
  title: 'Sessions that cannot be told apart',
  fault: 'transcript',
  severity: 'warning',
  references: [rfc(5321, '4.1.1'), rfc(5321, '3.1')],
  what: 'Lines of several sessions mixed, with nothing that tells them apart.',
  why: 'Replies are counted off against commands, so that in mixed sessions every finding would be a guess. An id in front of each line, such as a process id, tells them apart.',
  remedy: 'Record with session ids, or cut out one session.',
  example: `
S: 220 mx.example ESMTP
C: EHLO a.example
S: 220 mx.example ESMTP
S: 250 mx.example
C: EHLO b.example
C: MAIL FROM:<a@a.example>
S: 250 mx.example
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO a.example
S: 250 mx.example
C: MAIL FROM:<a@a.example>
S: 250 ok
S: 220 mx.example ESMTP
C: EHLO b.example
S: 250 mx.example
C: QUIT
S: 221 bye`,
  isForMixtures: true,
  *check(session) {
    const span = firstSpan(session)
    if (!span) return
    yield {
      span,
      message: l10n.t`Lines of several sessions seem to be mixed from here on, and no id tells them apart; they are not checked.`,
      related: [],
      fixes: () => [],
    }
  },
}
