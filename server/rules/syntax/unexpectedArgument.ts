import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { parseCommandLine } from '../../transcript/commandLine.ts'
import { couldStand } from '../../transcript/history.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type SaidCommand, saidCommands } from '../evidence/saidCommands.ts'
import { fixOf, replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Report, Rule } from '../rule.ts'

/** White space at the end, where it may be all that the server did not understand. */
function spaceFinding({ exchange, command, said }: SaidCommand, end: number): Report | null {
  const code = exchange.reply?.code
  const wasNotUnderstood = (code === 500 || code === 501) && couldStand(exchange)
  if (!wasNotUnderstood || said.payload.length === end) return null
  const span = said.spanOf(end, said.payload.length)
  return {
    span,
    severity: 'warning',
    message: l10n.t`White space behind ${command.verb} may be why the server did not understand it.`,
    fixes: () => [safeFixOf(l10n.t`Remove the space`, replaceAt(span, ''))],
  }
}

/**
 * DATA, RSET, QUIT, STARTTLS or TURN with something behind it. White space at the end counts only where the server
 * refused the command; tools add it when they print.
 */
export const unexpectedArgument: Rule = {
  id: 'syntax/unexpected-argument',
  title: 'Argument of a command that has none',
  what: 'DATA, RSET, QUIT, STARTTLS or TURN with an argument.',
  why: 'These commands stand alone. Servers answer an argument with 501, or overlook it.',
  remedy: 'Send the command by itself.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['wrong-argument', 'objection'],
  standsAlone: true,
  references: [rfc(5321, '4.1.1'), rfc(5321, '4.3.2'), rfc(3207, '4')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: RSET now
S: 501 5.5.4 Syntax: RSET
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP now
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const line of saidCommands(session, context)) {
      const { exchange, command, said } = line
      if (commandFacts(command.verb)?.argument !== null) continue
      const { verbEnd, argument, argumentStart } = parseCommandLine(said.payload, 0)
      if (argument === '') {
        const found = spaceFinding(line, verbEnd)
        if (found) yield found
        continue
      }
      const end = argumentStart + argument.length
      yield {
        span: said.spanOf(argumentStart, end),
        ...unlessTaken(exchange, l10n.t`${command.verb} takes no argument`),
        fixes: () => [
          fixOf(l10n.t`Remove the argument`, replaceAt(said.spanOf(verbEnd, said.payload.length), '')),
        ],
      }
    }
  },
}
