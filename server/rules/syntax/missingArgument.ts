import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { parseCommandLine } from '../../transcript/commandLine.ts'
import type { Session } from '../../transcript/session.ts'
import { unlessTaken, wasTaken } from '../evidence/liberties.ts'
import { pathFindings } from '../evidence/pathFindings.ts'
import { saidCommands } from '../evidence/saidCommands.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

function* verbsAlone(session: Session, context: RuleContext): Generator<Report> {
  for (const { exchange, command, said } of saidCommands(session, context)) {
    const what = commandFacts(command.verb)?.argument
    if (typeof what !== 'string' || parseCommandLine(said.payload, 0).argument !== '') continue
    // A server that goes on with AUTH was told a mechanism, which the tool did not print.
    if (command.verb === 'AUTH' && wasTaken(exchange)) continue
    const sentence = l10n.t`${command.verb} needs ${l10n.t(what)}`
    yield { span: command.verbSpan, ...unlessTaken(exchange, sentence) }
  }
}

function* pathsMissing(session: Session, context: RuleContext): Generator<Report> {
  for (const { line, found } of pathFindings(session, context, 'no-path')) {
    const { exchange, verb, said, parts } = line
    const rest = said.spanOf(found.end, said.payload.length)
    const text = `${parts.colon ? '' : ':'}<>`
    yield {
      span: said.spanOf(found.start, found.end),
      ...unlessTaken(
        exchange,
        verb === 'MAIL'
          ? l10n.t`MAIL FROM names no address; a sender that is empty is written <>`
          : l10n.t`RCPT TO names no address`,
      ),
      fixes: () => [fixOf(l10n.t`Insert an empty path`, replaceAt(rest, text, text.length - 1))],
    }
  }
}

/** A command without the argument that it cannot do without. MAIL and RCPT alone are told by `syntax/missing-from-or-to`. */
export const missingArgument: Rule = {
  id: 'syntax/missing-argument',
  title: 'Command without its argument',
  what: 'VRFY, EXPN, AUTH, BDAT, ETRN, BURL, XCLIENT or XFORWARD with nothing behind it, or `MAIL FROM:` and `RCPT TO:` without an address.',
  why: 'The server cannot know what is wanted, and answers 501.',
  remedy: 'Send the command with its argument; look for a variable that was empty.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['wrong-argument', 'odd-path', 'login', 'bdat'],
  standsAlone: true,
  references: [
    rfc(5321, '4.1.1.6'),
    rfc(5321, '4.1.1.7'),
    rfc(5321, '4.1.1.2'),
    rfc(4954, '4'),
    rfc(3030, '2'),
    rfc(1985, '5'),
  ],
  yieldsTo: ['data/bdat-syntax'],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY
S: 501 5.5.4 Syntax: VRFY address
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: HELP
S: 214 see the manual
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    yield* verbsAlone(session, context)
    yield* pathsMissing(session, context)
  },
}
