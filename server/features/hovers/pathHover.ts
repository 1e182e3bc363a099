import * as l10n from '@vscode/l10n'
import { extensionFacts, type NamedParameter, parameterFor } from '../../protocol/extensions.ts'
import { rfc } from '../../protocol/references.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import { isRefused, transactionOf } from '../../transcript/history.ts'
import { type PathParameter, parsePathCommand } from '../../transcript/pathCommand.ts'
import { commandSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Exchange } from '../../transcript/session.ts'
import { headings } from '../headings.ts'
import { markdownCode } from '../markdown.ts'
import { accountOfExchange } from './account.ts'
import { addressOf, codesIn, fateSentence } from './fateText.ts'
import { findingSentences, findingsOn } from './findings.ts'
import { exchangesOnLine, type HoverPlace, pointsAt } from './hoverPlace.ts'
import { type HoverText, linksTo, sentences } from './hoverText.ts'

/** How many other places of the same address are listed. */
const placesShown = 8

type PathVerb = 'MAIL' | 'RCPT'

/** Whether an extension that has a parameter was offered; null where the text does not tell. */
function offerSentence(hover: HoverPlace, exchange: Exchange, { extensions }: NamedParameter): string | null {
  const offered = extensionsAt(hover.session, exchange)
  if (!offered) return null
  const found = extensions.map(one => offered.find(one)).find(one => one !== undefined)
  return found
    ? l10n.t`The server offers ${found.keyword} in line ${hover.lineName(found.span.line)}.`
    : l10n.t`The server does not offer ${extensions.join(', ')} here, so a client must not send it.`
}

/** What the value says: the meanings of a list of fixed words, each by itself. */
function valueSentences({ values }: NamedParameter, value: string): string[] {
  return value
    .toUpperCase()
    .split(/[,;]/)
    .flatMap(word => {
      const meaning = values?.[word]
      return meaning === undefined ? [] : [`${markdownCode(word)}: ${l10n.t(meaning)}`]
    })
}

function parameterHover(
  hover: HoverPlace,
  exchange: Exchange,
  verb: PathVerb,
  said: SaidLine,
  parameter: PathParameter,
): HoverText {
  const value = parameter.value?.text ?? null
  const facts = parameterFor(verb, parameter.keyword, value)
  const found = findingsOn(hover, exchange, null).filter(({ span }) => pointsAt(hover, span))
  const span = said.spanOf(parameter.start, parameter.end)
  if (!facts) {
    return {
      span,
      title: l10n.t`Unknown parameter`,
      about: [],
      here: findingSentences(hover, found),
      sections: [
        sentences(
          headings.meaning,
          l10n.t`No extension that this program knows adds such a parameter to ${verb}.`,
        ),
      ],
      links: [],
    }
  }
  return {
    span,
    title: facts.keyword,
    about: [l10n.t`parameter of ${verb}`],
    here: [
      ...[offerSentence(hover, exchange, facts)].flatMap(one => one ?? []),
      ...findingSentences(hover, found),
    ],
    sections: [
      sentences(
        headings.meaning,
        l10n.t(facts.summary),
        ...(value === null ? [] : valueSentences(facts, value)),
      ),
      sentences(headings.syntax, markdownCode(facts.syntax)),
    ],
    word: facts.keyword,
    links: linksTo(facts.extensions.flatMap(one => extensionFacts(one)?.references ?? [])),
  }
}

/** The other commands of the session with the same address, and what they got. */
function otherPlaces({ session, lineName }: HoverPlace, exchange: Exchange): string | null {
  const own = addressOf(exchange).toLowerCase()
  const others = session.exchanges.filter(one => one !== exchange && addressOf(one).toLowerCase() === own)
  if (others.length === 0 || own === markdownCode('<>')) return null
  const list = others
    .slice(0, placesShown)
    .map(({ line, reply }) => (reply ? `${lineName(line)} (${reply.code})` : lineName(line)))
  return l10n.t`The same address stands in these lines, too: ${list.join(', ')}.`
}

function senderSentences(hover: HoverPlace, exchange: Exchange, address: string): string[] {
  const { session, lineName } = hover
  if (address === '') {
    return [
      l10n.t`The null sender: this message is a bounce or another automatic one, and no bounce may come back for it.`,
    ]
  }
  const transaction = transactionOf(session, exchange)
  const count = transaction?.recipients.length ?? 0
  const recipients =
    count === 0
      ? []
      : count === 1
        ? [l10n.t`The transaction has one recipient.`]
        : [l10n.t`The transaction has ${count} recipients.`]
  const reply = exchange.reply
  const answered = reply
    ? [
        isRefused(exchange)
          ? l10n.t`Refused: ${codesIn(reply, lineName)}.`
          : l10n.t`Accepted: ${codesIn(reply, lineName)}.`,
      ]
    : []
  return [...answered, ...recipients]
}

function recipientSentences({ session, lineName }: HoverPlace, exchange: Exchange): string[] {
  const { reply } = exchange
  if (!reply) return [l10n.t`Whether this recipient is accepted, the text does not tell.`]
  if (isRefused(exchange)) return [l10n.t`Refused: ${codesIn(reply, lineName)}.`]
  return [fateSentence(session, exchange, lineName)].flatMap(one => one ?? [])
}

function addressHover(
  hover: HoverPlace,
  exchange: Exchange,
  verb: PathVerb,
  address: string,
): Omit<HoverText, 'span'> {
  const isSender = verb === 'MAIL'
  const { explained, found, next } = accountOfExchange(hover, exchange)
  return {
    title: address === '' ? '`<>`' : markdownCode(address),
    about: [isSender ? l10n.t`sender (reverse-path)` : l10n.t`recipient (forward-path)`],
    here: [
      ...(isSender ? senderSentences(hover, exchange, address) : recipientSentences(hover, exchange)),
      ...(explained?.here.slice(0, 1) ?? []),
      ...findingSentences(hover, found),
      ...[otherPlaces(hover, exchange)].flatMap(one => one ?? []),
    ],
    sections: [
      sentences(headings.todo, next),
      sentences(
        headings.meaning,
        isSender
          ? l10n.t`The address that bounces go to. It need not be that of the From field of the message.`
          : l10n.t`An address that the message is to be delivered to. It need not stand in the message itself.`,
      ),
    ],
    links: linksTo([rfc(5321, isSender ? '4.1.1.2' : '4.1.1.3'), ...(explained?.references ?? [])]),
  }
}

/** The hover on the address and on the parameters of MAIL and RCPT. */
export function pathHover(hover: HoverPlace): HoverText | null {
  for (const exchange of exchangesOnLine(hover)) {
    const { unit } = exchange
    const said = commandSaid(hover.session, exchange)
    if (unit.kind !== 'command' || !said || (unit.verb !== 'MAIL' && unit.verb !== 'RCPT')) continue
    const { path, address, parameters } = parsePathCommand(said.payload)
    const parameter = parameters.find(({ start, end }) => pointsAt(hover, said.spanOf(start, end)))
    if (parameter) return parameterHover(hover, exchange, unit.verb, said, parameter)
    const span = path && said.spanOf(path.start, path.end)
    if (span && pointsAt(hover, span)) {
      return { span, ...addressHover(hover, exchange, unit.verb, address?.text ?? '') }
    }
  }
  return null
}
