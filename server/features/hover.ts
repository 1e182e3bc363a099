import * as l10n from '@vscode/l10n'
import type { Hover, Position } from 'vscode-languageserver-types'
import { checkTranscript } from '../rules/check.ts'
import type { Problem } from '../rules/rule.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import { sessionAt, type Transcript } from '../transcript/transcript.ts'
import { commandLink } from './commandLink.ts'
import type { LineName } from './explanation.ts'
import { announcementHover } from './hovers/announcementHover.ts'
import { authHover } from './hovers/authHover.ts'
import { challengeHover } from './hovers/challengeHover.ts'
import { commandHover } from './hovers/commandHover.ts'
import { endOfDataHover } from './hovers/endOfDataHover.ts'
import type { HoverOptions, HoverPlace } from './hovers/hoverPlace.ts'
import { type HoverText, hoverMarkdown } from './hovers/hoverText.ts'
import { pathHover } from './hovers/pathHover.ts'
import { quotedReplyHover } from './hovers/quotedReplyHover.ts'
import { replyHover } from './hovers/replyHover.ts'
import { rangeOf } from './ranges.ts'

/** The document that hovers are for. */
export interface HoveredDocument {
  readonly uri: string
  readonly transcript: Transcript
}

/** The kinds of words that have a hover; no two of them claim the same word. */
const kinds: readonly ((hover: HoverPlace, options: HoverOptions) => HoverText | null)[] = [
  replyHover,
  announcementHover,
  challengeHover,
  commandHover,
  pathHover,
  authHover,
  endOfDataHover,
]

function lineNames(uri: string): (placed: PlacedSession) => LineName {
  return placed => line => {
    const number = lineInText(placed, line) + 1
    return `[${number}](${uri}#L${number})`
  }
}

function placeAt(
  { uri, transcript }: HoveredDocument,
  { line, character }: Position,
  { settings }: HoverOptions,
): HoverPlace | null {
  const at = sessionAt(transcript, line)
  if (!at) return null
  const { placed } = at
  const lineNameIn = lineNames(uri)
  let problems: readonly Problem[] | undefined
  return {
    transcript,
    placed,
    session: placed.session,
    line: at.line,
    character,
    problems() {
      problems ??= checkTranscript(transcript, settings).find(one => one.placed === placed)?.problems ?? []
      return problems
    },
    lineName: lineNameIn(placed),
    lineNameIn,
  }
}

/**
 * The hover at a position (line and UTF-16 column from 0): what a word is about, first in terms of this session, then in
 * general. Null where no word stands that there is something to say of.
 */
export function hoverAt(document: HoveredDocument, position: Position, options: HoverOptions): Hover | null {
  const hover = placeAt(document, position, options)
  const said = hover && firstOf(hover, options)
  if (said) return { contents: markdown(withPage(said, options)), range: rangeOf(said.span, hover.placed) }
  const quoted = quotedReplyHover(document.transcript, position)
  if (!quoted) return null
  const { line, start, end } = quoted.span
  return {
    contents: markdown(quoted),
    range: { start: { line, character: start }, end: { line, character: end } },
  }
}

function firstOf(hover: HoverPlace, options: HoverOptions): HoverText | null {
  for (const kind of kinds) {
    const found = kind(hover, options)
    if (found) return found
  }
  return null
}

/** With a link to the page that tells all of its word. */
function withPage(text: HoverText, { commandLinks }: HoverOptions): HoverText {
  const { word, links } = text
  if (!commandLinks || word === undefined) return text
  return {
    ...text,
    links: [`[${l10n.t`All about ${word}`}](${commandLink('smtp.explainWord', [word])})`, ...links],
  }
}

function markdown(text: HoverText) {
  return { kind: 'markdown', value: hoverMarkdown(text) } as const
}
