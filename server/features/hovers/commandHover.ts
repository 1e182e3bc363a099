import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import type { Exchange } from '../../transcript/session.ts'
import { headings } from '../headings.ts'
import { markdownCode } from '../markdown.ts'
import { accountOfExchange } from './account.ts'
import { codesIn } from './fateText.ts'
import { findingSentences } from './findings.ts'
import { exchangesOnLine, type HoverPlace, pointsAt } from './hoverPlace.ts'
import { bullets, type HoverText, linksTo, sentences } from './hoverText.ts'

/** What the server made of a command. */
function answerSentence({ session, lineName }: HoverPlace, { reply, isAnswered }: Exchange): string {
  if (!reply) {
    return isAnswered || !session.serverSpoke
      ? l10n.t`Its reply is not in the text.`
      : l10n.t`No reply to it stands in the text.`
  }
  const codes = codesIn(reply, lineName)
  if (reply.code < 300) return l10n.t`The server accepted it: ${codes}.`
  if (reply.code < 400) return l10n.t`The server waits for what belongs to it: ${codes}.`
  return reply.code < 500
    ? l10n.t`The server refused it for now: ${codes}.`
    : l10n.t`The server refused it: ${codes}.`
}

/** The hover on the verb of a command: what came of it, what it does, where it stands. */
export function commandHover(hover: HoverPlace): HoverText | null {
  const exchange = exchangesOnLine(hover).find(
    ({ unit }) => unit.kind === 'command' && pointsAt(hover, unit.verbSpan),
  )
  if (exchange?.unit.kind !== 'command') return null
  const { verb, verbSpan } = exchange.unit
  const facts = commandFacts(verb)
  const { explained, found, next } = accountOfExchange(hover, exchange)
  return {
    span: verbSpan,
    title: facts ? verb : l10n.t`Unknown command`,
    about: [],
    here: [
      answerSentence(hover, exchange),
      ...(explained?.here.slice(0, 1) ?? []),
      ...findingSentences(hover, found),
    ],
    sections: [
      sentences(headings.todo, next),
      sentences(
        headings.meaning,
        facts ? l10n.t(facts.summary) : l10n.t`No standard that this program knows has this verb.`,
      ),
      sentences(headings.whenUsed, facts ? l10n.t(facts.whenToUse) : null),
      bullets(headings.mistakes, explained && facts ? facts.mistakes.map(one => l10n.t(one)) : []),
      sentences(headings.syntax, facts ? markdownCode(facts.syntax) : null),
    ],
    links: facts ? linksTo(facts.references) : [],
    ...(facts && { word: verb }),
  }
}
