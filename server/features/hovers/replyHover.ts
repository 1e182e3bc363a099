import * as l10n from '@vscode/l10n'
import { counterpartOf } from '../../protocol/counterpart.ts'
import { type StatusFacts, statusFacts } from '../../protocol/statusFacts.ts'
import { answeredBy } from '../../transcript/answered.ts'
import type { Exchange } from '../../transcript/session.ts'
import { commandLink } from '../commandLink.ts'
import { faultSentence } from '../faultText.ts'
import { headings } from '../headings.ts'
import { markdownCode } from '../markdown.ts'
import { type ReplyPlace, replyPlaceAt } from '../replyPlace.ts'
import { accountOfReply } from './account.ts'
import { findingSentences, findingsOnUnanswered } from './findings.ts'
import type { HoverOptions, HoverPlace } from './hoverPlace.ts'
import { bullets, type HoverSection, type HoverText, linksTo, sentences } from './hoverText.ts'
import { impatience, replyContext } from './replyContext.ts'

function answerToNothing({ reply, session }: ReplyPlace): string {
  if (reply === session.greeting) return l10n.t`the greeting`
  return reply.before.phase === 'unknown' || !session.clientSpoke
    ? l10n.t`its command is not in the text`
    : l10n.t`nobody asked for it`
}

/** The last line of what a reply answers. */
function endOfAsking({ line, unit }: Exchange): number {
  return unit.kind === 'message' || unit.kind === 'chunk' ? unit.lastLine : line
}

/** What a reply answers; with its line and its words where pipelining has put them apart. */
function answerTo(place: ReplyPlace, hover: HoverPlace): string {
  const { exchange, reply } = place
  if (exchange === null) return answerToNothing(place)
  const asked = endOfAsking(exchange)
  const isApart = reply.line !== asked + 1
  const line = hover.lineName(asked)
  if (answeredBy(place) === '.') {
    return isApart ? l10n.t`answer to the message that ends in line ${line}` : l10n.t`answer to the message`
  }
  const { unit } = exchange
  if (unit.kind !== 'command') {
    return isApart ? l10n.t`answer to an AUTH response in line ${line}` : l10n.t`answer to an AUTH response`
  }
  return isApart
    ? l10n.t`answer to ${markdownCode(unit.text)} in line ${line}`
    : l10n.t`answer to ${markdownCode(unit.verb)}`
}

function classSection({ code, retry }: StatusFacts): HoverSection {
  const word = code.startsWith('4') ? l10n.t`Transient.` : l10n.t`Permanent, for this command at this place.`
  return sentences(headings.class, word, retry.note)
}

function comparison(code: string): string {
  const pair = [code, counterpartOf(code)].sort()
  const [first = '', second = ''] = pair
  return `[${l10n.t`Compare ${first} and ${second}`}](${commandLink('smtp.compareReplyCodes', pair)})`
}

/** What the other code of the reply adds to the one that somebody points at. */
function otherMeaning({ reply, pointedAt }: ReplyPlace): string | null {
  const other = pointedAt === 'code' ? reply.enhancedCode : `${reply.code}`
  const facts = other === null ? undefined : statusFacts(other)
  return facts ? `${markdownCode(facts.code)} ${facts.name}. ${facts.meaning}` : null
}

function refusalSections(facts: StatusFacts, next: string, meaning: HoverSection): HoverSection[] {
  return [
    sentences(headings.todo, next),
    meaning,
    bullets(headings.whenSeen, facts.whenYouSeeIt),
    classSection(facts),
  ]
}

/** The hover on a reply code or an enhanced status code. */
export function replyHover(hover: HoverPlace, { commandLinks }: HoverOptions): HoverText | null {
  const place = replyPlaceAt(hover.placed, hover.line, hover.character)
  if (!place) return null
  const { reply, span } = place
  const code = place.pointedAt === 'code' ? `${reply.code}` : (reply.enhancedCode ?? '')
  const facts = statusFacts(code)
  if (!facts) return null
  const { explained, found, next, ...account } = accountOfReply(hover, place)
  const fault = account.fault ?? (impatience(place) ? 'client' : null)
  const context = reply.code === 450 || reply.code === 503 ? [] : replyContext(place, hover.lineName)
  const meaning = sentences(headings.meaning, facts.meaning, otherMeaning(place))
  return {
    span,
    title: `${facts.code} ${facts.name}`,
    about: [fault === null ? answerTo(place, hover) : `${answerTo(place, hover)} · ${faultSentence(fault)}`],
    here: [
      ...(explained?.here ?? []),
      ...findingSentences(hover, [...new Set([...found, ...findingsOnUnanswered(hover, place.exchange)])]),
      ...context,
    ],
    sections: next === null ? [meaning] : refusalSections(facts, next, meaning),
    word: facts.code,
    links: [
      ...(commandLinks ? [comparison(facts.code)] : []),
      ...linksTo([...(explained?.references ?? []), ...facts.references]).slice(0, 4),
    ],
  }
}
