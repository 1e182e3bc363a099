import * as l10n from '@vscode/l10n'
import { rfc } from '../references.ts'
import type { Consequences, ReplyClass, ReplyCodeRow } from './replyCodeRow.ts'

/** The class in the words of RFC 5321 4.2.1, for a reader. */
export function replyClassName(kind: ReplyClass): string {
  switch (kind) {
    case 'positive completion':
      return l10n.t`positive completion`
    case 'positive intermediate':
      return l10n.t`positive intermediate`
    case 'transient negative completion':
      return l10n.t`transient negative completion`
    case 'permanent negative completion':
      return l10n.t`permanent negative completion`
  }
}

/** @returns what follows from a reply of that class, if its code says no more. */
export function classConsequences(kind: ReplyClass): Consequences {
  switch (kind) {
    case 'positive completion':
      return {
        whoActs: l10n.t`Nobody; the client goes on.`,
        sessionState: l10n.t`The command took effect.`,
        forTheMessage: l10n.t`Nothing stands in its way so far.`,
      }
    case 'positive intermediate':
      return {
        whoActs: l10n.t`The client, which sends what the server waits for.`,
        sessionState: l10n.t`The server waits for the rest of the command and reads everything as that.`,
        forTheMessage: l10n.t`Nothing is decided yet; the reply that follows decides.`,
      }
    case 'transient negative completion':
      return {
        whoActs: l10n.t`The client, by waiting and trying again; the receiving side, if the cause does not pass by itself.`,
        sessionState: l10n.t`The command had no effect; the session is where it was.`,
        forTheMessage: l10n.t`It stays in the queue and is sent again later; it goes back to the sender only after days of trying (4 to 5 as a rule).`,
      }
    case 'permanent negative completion':
      return {
        whoActs: l10n.t`The client or the sender, who must change something before the next try.`,
        sessionState: l10n.t`The command had no effect; the session is where it was.`,
        forTheMessage: l10n.t`It cannot be delivered as it is; it goes back to the sender unless something is changed.`,
      }
  }
}

type Told = Omit<ReplyCodeRow, 'status' | keyof Consequences>

/** What the digits of a code without a row say (RFC 5321 4.2 and 4.2.1). */
export function factsByDigits(code: number, kind: ReplyClass): Told {
  return {
    name: l10n.t`Unregistered code, ${replyClassName(kind)} by its first digit`,
    meaning: [
      l10n.t`No RFC that this program knows defines ${code}.`,
      firstDigit(kind),
      secondDigit(Math.floor(code / 10) % 10),
    ].join(' '),
    whenYouSeeIt: [
      l10n.t`From servers and gateways that use codes of their own; the text of the reply is the best source.`,
    ],
    clientFix: clientFix(kind),
    serverFix: l10n.t`Use a registered code of the same class instead; clients read ${code} by its first digit only.`,
    chooseWhen: null,
    retry: retry(kind),
    affects: l10n.t`The command that it answers.`,
    references: [rfc(5321, '4.2'), rfc(5321, '4.2.1')],
  }
}

function firstDigit(kind: ReplyClass): string {
  switch (kind) {
    case 'positive completion':
      return l10n.t`The first digit, 2, says that the command succeeded.`
    case 'positive intermediate':
      return l10n.t`The first digit, 3, says that the command was understood and that the server waits for more.`
    case 'transient negative completion':
      return l10n.t`The first digit, 4, says that the command failed for now and may succeed later.`
    case 'permanent negative completion':
      return l10n.t`The first digit, 5, says that the command failed and will fail again in the same form.`
  }
}

function secondDigit(digit: number): string {
  switch (digit) {
    case 0:
      return l10n.t`The second digit, 0, stands for syntax: the form of the command, or a command that is not known or not implemented.`
    case 1:
      return l10n.t`The second digit, 1, stands for information: help or status.`
    case 2:
      return l10n.t`The second digit, 2, stands for the connection.`
    case 3:
      return l10n.t`The second digit, 3, stands for no fixed category (AUTH and its relatives use it).`
    case 4:
      return l10n.t`The second digit, 4, stands for no fixed category.`
    case 5:
      return l10n.t`The second digit, 5, stands for the mail system: the requested transfer or another mail action.`
    default:
      return l10n.t`A second digit of ${digit} is outside the grammar, which knows 0 to 5.`
  }
}

function clientFix(kind: ReplyClass): string {
  switch (kind) {
    case 'positive completion':
      return l10n.t`Treat it as success.`
    case 'positive intermediate':
      return l10n.t`Send what the command still needs; after a command that has no continuation treat it as an error and end the transaction.`
    case 'transient negative completion':
      return l10n.t`Keep the message in the queue and retry later.`
    case 'permanent negative completion':
      return l10n.t`Do not repeat the command unchanged; read the text for the reason.`
  }
}

function retry(kind: ReplyClass): ReplyCodeRow['retry'] {
  switch (kind) {
    case 'positive completion':
      return { advice: 'not needed', note: l10n.t`The command succeeded.` }
    case 'positive intermediate':
      return { advice: 'not needed', note: l10n.t`The command is not finished yet.` }
    case 'transient negative completion':
      return {
        advice: 'later',
        note: l10n.t`The first digit decides: the same command may work later.`,
      }
    case 'permanent negative completion':
      return { advice: 'never', note: l10n.t`The first digit decides: the same command will fail again.` }
  }
}
