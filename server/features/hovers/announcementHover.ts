import * as l10n from '@vscode/l10n'
import { extensionFacts } from '../../protocol/extensions.ts'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { type Announcement, acceptedHellos, announcedBy } from '../../transcript/announcements.ts'
import type { Exchange } from '../../transcript/session.ts'
import { headings } from '../headings.ts'
import { markdownCode } from '../markdown.ts'
import { type HoverPlace, pointsAt } from './hoverPlace.ts'
import { type HoverText, linksTo, sentences } from './hoverText.ts'
import { mechanismText } from './mechanismText.ts'
import { wordAt } from './wordAt.ts'

interface Offer {
  readonly hello: Exchange
  readonly offer: Announcement
}

/** The keyword of an EHLO reply on the line that somebody points at. */
function offerAt(hover: HoverPlace): Offer | null {
  const { session, line } = hover
  for (const hello of acceptedHellos(session)) {
    if (!hello.reply?.codeSpans.some(span => span.line === line)) continue
    const offer = announcedBy(session, hello).find(({ span }) => pointsAt(hover, span))
    if (offer) return { hello, offer }
  }
  return null
}

/** The first command or parameter behind the offer, up to the next hello, that makes use of it. */
function useOf({ session }: HoverPlace, { hello, offer }: Offer): Exchange | undefined {
  const facts = extensionFacts(offer.keyword)
  const verbs = facts?.verbs ?? []
  const parameters = facts?.parameters.map(({ keyword }) => keyword) ?? []
  for (const exchange of session.exchanges.slice(hello.index + 1)) {
    const { unit } = exchange
    if (unit.kind !== 'command') continue
    if (unit.verb === 'EHLO' || unit.verb === 'HELO' || unit.verb === 'LHLO') return undefined
    if (verbs.includes(unit.verb)) return exchange
    const words = unit.argument.toUpperCase().split(/\s+/).slice(1)
    if (words.some(word => parameters.includes(word.split('=', 1)[0] ?? ''))) return exchange
  }
  return undefined
}

function hereOf(hover: HoverPlace, found: Offer): string[] {
  const { hello, offer } = found
  const use = useOf(hover, found)
  const offered = hello.before.tls ? l10n.t`The server offers it inside TLS.` : l10n.t`The server offers it.`
  const facts = extensionFacts(offer.keyword)
  const canBeUsed = (facts?.verbs.length ?? 0) + (facts?.parameters.length ?? 0) > 0
  if (use?.unit.kind === 'command') {
    return [
      offered,
      l10n.t`The client uses it: ${markdownCode(use.unit.verb)} in line ${hover.lineName(use.line)}.`,
    ]
  }
  return [offered, ...(canBeUsed ? [l10n.t`Nothing in this session makes use of it.`] : [])]
}

/** What a limit behind a keyword says: octets of SIZE. */
function limitSentence({ keyword, parameters }: Announcement): string | null {
  if (keyword !== 'SIZE' || !/^\d{1,20}$/.test(parameters)) return null
  const octets = Number(parameters)
  if (octets === 0) return l10n.t`0 means: no fixed limit.`
  const megabytes = (octets / 1_000_000).toFixed(1)
  return l10n.t`Messages of at most ${octets} octets (${megabytes} MB), headers and line ends included.`
}

/** The hover on a keyword of the reply to EHLO, and on the SASL mechanisms behind AUTH. */
export function announcementHover(hover: HoverPlace): HoverText | null {
  const found = offerAt(hover)
  if (!found) return null
  const { offer } = found
  const word = wordAt(hover, offer.span)
  const isKeyword = pointsAt(hover, offer.keywordSpan)
  const mechanism = isKeyword || offer.keyword !== 'AUTH' ? undefined : saslMechanismFacts(word.text)
  if (mechanism) return { span: word.span, ...mechanismText(hover, mechanism, null) }
  const facts = extensionFacts(offer.keyword)
  return {
    span: isKeyword ? offer.keywordSpan : offer.span,
    title: facts ? `${offer.keyword}: ${l10n.t(facts.name)}` : l10n.t`Unknown keyword`,
    about: [],
    here: hereOf(hover, found),
    sections: [
      sentences(
        headings.meaning,
        facts
          ? l10n.t(facts.summary)
          : l10n.t`No extension that this program knows has this keyword; a client may ignore it.`,
        limitSentence(offer),
      ),
      sentences(headings.whenUsed, facts ? l10n.t(facts.useful) : null),
    ],
    links: facts ? linksTo(facts.references) : [],
    ...(facts && { word: offer.keyword }),
  }
}
