import type { Hover, Position } from 'vscode-languageserver-types'
import { enhancedStatusCodeFacts, parseEnhancedStatusCode } from '../protocol/enhancedStatusCodes.ts'
import { referenceLabel, referenceUrl } from '../protocol/references.ts'
import { statusFacts } from '../protocol/statusFacts.ts'
import { answeredBy } from '../transcript/answered.ts'
import { lineInText, type PlacedSession, type Transcript } from '../transcript/transcript.ts'
import { commandLink } from './commandLink.ts'
import { explain450 } from './explain450.ts'
import { explain503 } from './explain503.ts'
import type { Explanation, LineName } from './explanation.ts'
import { markdownCode } from './markdown.ts'
import { rangeOf } from './ranges.ts'
import { replyCodeHeadings } from './replyCodeArticle.ts'
import { type ReplyPlace, replyPlaceAt } from './replyPlace.ts'

/** The document that hovers are for. */
export interface HoveredDocument {
  readonly uri: string
  readonly transcript: Transcript
}

/** The heading of what happened here; the others are those of the articles about codes. */
export const hereHeading = 'In this session'

function answerToNothing({ reply, session }: ReplyPlace): string {
  if (reply === session.greeting) return 'the greeting'
  return reply.before.phase === 'unknown' || !session.clientSpoke
    ? 'its command is not in the text'
    : 'nobody asked for it'
}

function answerTo(place: ReplyPlace): string {
  const answered = answeredBy(place)
  if (place.exchange === null) return answerToNothing(place)
  if (answered === '.') return 'answer to the message'
  const { unit } = place.exchange
  return unit.kind === 'command' ? `answer to ${markdownCode(unit.verb)}` : 'answer to an AUTH response'
}

function lineNames(uri: string): (placed: PlacedSession) => LineName {
  return placed => line => {
    const number = lineInText(placed, line) + 1
    return `[${number}](${uri}#L${number})`
  }
}

function section(heading: string, text: string): string {
  return `**${heading}**: ${text}`
}

/** The code that a person who reads this one is most likely to mix it up with. */
function counterpart(code: string): string {
  return code === '503' ? '450' : '503'
}

function links(code: string, explained: Explanation, commandLinks: boolean): string {
  const pair = [code, counterpart(code)]
  const link = commandLink('smtp.compareReplyCodes', pair)
  const compare = `[Compare ${[...pair].sort().join(' and ')}](${link})`
  const references = explained.references.map(one => `[${referenceLabel(one)}](${referenceUrl(one)})`)
  return [...(commandLinks ? [compare] : []), ...references].join(' · ')
}

function enhancedSentence(code: string | null): string[] {
  const parsed = code === null ? undefined : parseEnhancedStatusCode(code)
  if (!parsed) return []
  const facts = enhancedStatusCodeFacts(parsed)
  return [`${markdownCode(parsed.text)} ${facts.name}. ${facts.meaning}`]
}

function explain(document: HoveredDocument, place: ReplyPlace): Explanation | undefined {
  const name = lineNames(document.uri)
  switch (place.reply.code) {
    case 450:
      return explain450(document.transcript, place, name)
    case 503:
      return explain503(place, name(place.placed))
    default:
      return undefined
  }
}

/** A reply that has a table of causes: first what happened here, then the general. */
function explainedHover(
  document: HoveredDocument,
  place: ReplyPlace,
  commandLinks: boolean,
): string | undefined {
  const explained = explain(document, place)
  const facts = statusFacts(`${place.reply.code}`)
  if (!explained || !facts) return undefined
  return [
    `#### ${facts.code} ${facts.name}\n${answerTo(place)}`,
    section(hereHeading, explained.here.join(' ')),
    section(replyCodeHeadings.todo, explained.next),
    section(
      replyCodeHeadings.meaning,
      [facts.meaning, ...enhancedSentence(place.reply.enhancedCode)].join(' '),
    ),
    section(replyCodeHeadings.when, `\n${facts.whenYouSeeIt.map(one => `- ${one}`).join('\n')}`),
    section(replyCodeHeadings.class, `${severityWord(facts.code)}. ${facts.retry.note}`),
    links(facts.code, explained, commandLinks),
  ].join('\n\n')
}

function severityWord(code: string): string {
  return code.startsWith('4') ? 'Transient' : 'Permanent, for this command at this place'
}

/** Any other code: what it means and what to do. */
function generalHover(place: ReplyPlace): string | undefined {
  const { reply, pointedAt } = place
  const code = pointedAt === 'code' ? `${reply.code}` : reply.enhancedCode
  const facts = code === null ? undefined : statusFacts(code)
  if (!facts) return undefined
  return [
    `#### ${facts.code} ${facts.name}\n${answerTo(place)}`,
    section(replyCodeHeadings.meaning, facts.meaning),
    ...(facts.clientFix === '' ? [] : [section(replyCodeHeadings.todo, facts.clientFix)]),
    facts.references.map(one => `[${referenceLabel(one)}](${referenceUrl(one)})`).join(' · '),
  ].join('\n\n')
}

/**
 * The hover at a position (line and UTF-16 column from 0): a reply code or enhanced status code explained, first in
 * terms of this session. `commandLinks` where links to the editor's own commands work.
 */
export function hoverAt(document: HoveredDocument, position: Position, commandLinks: boolean): Hover | null {
  const place = replyPlaceAt(document.transcript, position.line, position.character)
  if (!place) return null
  const isExplained = place.pointedAt === 'code'
  const value =
    (isExplained ? explainedHover(document, place, commandLinks) : undefined) ?? generalHover(place)
  if (value === undefined) return null
  return { contents: { kind: 'markdown', value }, range: rangeOf(place.span, place.placed) }
}
