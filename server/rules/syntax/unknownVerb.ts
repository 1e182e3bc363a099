import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { opensContent } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { hasMaskedGreeting, isMaskedVerb } from '../evidence/firewall.ts'
import { wasTaken } from '../evidence/liberties.ts'
import { type LikelyCommand, likelyCommand } from '../evidence/likelyCommand.ts'
import { type SaidCommand, saidCommands } from '../evidence/saidCommands.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule, RuleContext, Severity } from '../rule.ts'

/** A command that nobody knows, and what was probably meant. */
interface UnknownCommand extends SaidCommand {
  /** Where in the line the verb begins. */
  readonly start: number
  readonly line: string
  readonly likely: LikelyCommand | null
}

const headerField = /^[!-9;-~]+:/

/** What a command looks like, even one that nobody knows: not a sentence. */
const commandForm = /^[a-z][a-z\d-]*(?:\s+\S+){0,2}$|<.*>/i

/** Whether a line that follows DATA or a message is rather mail data than a command that somebody misspelt. */
function looksLikeContent(before: Exchange | undefined, { line, likely }: UnknownCommand): boolean {
  if (headerField.test(line) && !likely) return true
  const isBehindData = before !== undefined && opensContent(before)
  if (!isBehindData && before?.unit.kind !== 'message' && before?.unit.kind !== 'chunk') return false
  return likely
    ? /[,.;!?]$/.test(line)
    : before?.unit.kind !== 'command' || !/^[a-z]{3,12}(?: \S+)?$/i.test(line)
}

/** Whether the line can be taken for a command at all, and not for what the reader did not understand. */
function isCertain(
  { exchange, likely, line }: UnknownCommand,
  session: Session,
  context: RuleContext,
): boolean {
  if (/[^\t -~\u00a0-\ufffc]/.test(line)) return false
  if (likely || exchange.reply) return true
  return !session.serverSpoke && context.dialect.inferred?.sureness !== 'guess'
}

/**
 * The unknown commands of a session: of several lines in a row that do not look like commands only the first, and of mail data
 * that were sent as commands none, unless they come where DATA was to come.
 */
function* unknownCommands(session: Session, context: RuleContext): Generator<UnknownCommand> {
  let runEnd = -1
  let isContent = false
  for (const said of saidCommands(session, context)) {
    const { exchange, command } = said
    if (commandFacts(command.verb) || (isMaskedVerb(command.verb) && hasMaskedGreeting(session))) continue
    const line = said.said.payload.trim()
    const start = said.said.payload.length - said.said.payload.trimStart().length
    const found = { ...said, start, line, likely: likelyCommand(line) }
    const isInRun = runEnd === exchange.index
    runEnd = exchange.index + 1
    if (isInRun && (isContent || !commandForm.test(line))) continue
    isContent = looksLikeContent(session.exchanges[exchange.index - 1], found)
    if ((!isContent || comesBeforeData(exchange)) && isCertain(found, session, context)) yield found
  }
}

/** Whether recipients were named and DATA has not come. */
function comesBeforeData({ before }: Exchange): boolean {
  return before.phase === 'rcpt'
}

/** The word that is no command. Around AUTH any word may be a password, so that it is not shown; null then. */
function shownWord({ command, exchange, likely, line }: UnknownCommand): string | null {
  const isShown = likely !== null || (!exchange.before.authSeen && command.verb.length <= 20)
  return isShown ? line.slice(0, likely?.verbEnd ?? command.verb.length) : null
}

function describe(unknown: UnknownCommand): string {
  const { command, exchange, likely, line } = unknown
  const word = shownWord(unknown)
  if (wasTaken(exchange)) {
    return word === null
      ? l10n.t`No RFC has this command, but this server knows it.`
      : l10n.t`No RFC has a command "${word}", but this server knows it.`
  }
  if (isMaskedVerb(command.verb)) {
    return l10n.t`A firewall between client and server has written ${command.verb} over EHLO (as the SMTP inspection of Cisco PIX and ASA does), and so hides the extensions.`
  }
  if (likely && word !== null) {
    return l10n.t`There is no SMTP command "${word}"; ${likely.verb} is meant, it seems.`
  }
  if (isPrivate(command.verb)) {
    return word === null
      ? l10n.t`This server does not know this private command.`
      : l10n.t`This server does not know the private command "${word}".`
  }
  return headerField.test(line) && comesBeforeData(exchange) ? contentTooEarly(word) : noCommand(word)
}

function contentTooEarly(word: string | null): string {
  return word === null
    ? l10n.t`This is no SMTP command; mail data come after DATA and its 354.`
    : l10n.t`There is no SMTP command "${word}"; mail data come after DATA and its 354.`
}

function noCommand(word: string | null): string {
  return word === null ? l10n.t`This is no SMTP command.` : l10n.t`There is no SMTP command "${word}".`
}

/** Names with X in front are for whoever wants them (RFC 5321 4.1.5). */
function isPrivate(verb: string): boolean {
  return verb.startsWith('X')
}

function severityOf({ command, exchange, likely }: UnknownCommand): Severity {
  if (wasTaken(exchange)) return 'information'
  if (isMaskedVerb(command.verb)) return 'warning'
  return isPrivate(command.verb) && !likely ? 'hint' : 'warning'
}

/**
 * A verb that no RFC and no manufacturer known to us defines. Silent on what is rather mail data, credentials or binary, and
 * where nobody answered it and it is near no command: that may be a line that was read wrongly.
 */
export const unknownVerb: Rule = {
  id: 'syntax/unknown-verb',
  title: 'Unknown command',
  what: 'A command line whose first word is no command of SMTP; upper and lower case are the same.',
  why: 'The server answers 500 and does nothing: what should have happened has not.',
  remedy: 'Correct the word; look for text that is sent where the server expects a command.',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['unknown-verb'],
  references: [rfc(5321, '4.1.1'), rfc(5321, '4.2.4'), rfc(5321, '4.1.5')],
  yieldsTo: [
    'transcript/not-smtp',
    'transcript/wrong-direction',
    'data/sent-without-354',
    'data/premature-end',
    'auth/command-during-exchange',
    'sequence/command-after-quit',
    'sequence/command-after-421',
    'sequence/command-after-rejected-greeting',
  ],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MIAL FROM:<anna@example.net>
S: 500 5.5.1 Command unrecognized
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
    for (const unknown of unknownCommands(session, context)) {
      const { command, said, start, likely } = unknown
      yield {
        span: likely ? said.spanOf(start, start + likely.verbEnd) : command.verbSpan,
        message: describe(unknown),
        severity: severityOf(unknown),
        ...(isMaskedVerb(command.verb) && { fault: 'middlebox' }),
        fixes: () => {
          if (!likely) return []
          const span = said.spanOf(start + likely.start, start + likely.end)
          return [fixOf(l10n.t`Replace by ${likely.verb}`, replaceAt(span, likely.newText))]
        },
      }
    }
  },
}
