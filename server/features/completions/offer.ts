import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
  type Range,
} from 'vscode-languageserver-types'
import type { About } from './about.ts'
import type { CursorPlace } from './cursorPlace.ts'
import { hasHoles, type Insertion, plainText, snippetText } from './insertion.ts'

/** How well an offer fits: the usual next, what may stand there, what has a drawback, what cannot stand there. */
export type Fit = 'usual' | 'possible' | 'doubtful' | 'misplaced'

/** Something that may be written at the cursor. */
export interface Offer {
  readonly label: string
  readonly kind: CompletionItemKind
  readonly insertion: Insertion
  /** The columns that it replaces; the cursor stands at or behind `start`. `end` is that of the word under the cursor. */
  readonly start: number
  readonly end: number
  readonly fit: Fit
  /** What speaks against it, or a word or two on what it is. */
  readonly detail?: string
  /** What is compared with what has been typed, where that is not the label. */
  readonly filter?: string
  /** What its documentation is about, made when somebody looks. */
  readonly about?: About
}

/** What the editor can do with completions. */
export interface CompletionSupport {
  readonly snippets: boolean
  /** It lets the person choose whether the rest of a word is replaced. */
  readonly insertReplace: boolean
  readonly markdown: boolean
  /** It takes care of the indentation of several lines, unless it is told not to. */
  readonly insertTextModes: boolean
}

/** A completion with what its documentation is about. */
export interface OfferedItem extends CompletionItem {
  readonly data?: About
}

const fits: readonly Fit[] = ['usual', 'possible', 'doubtful', 'misplaced']

function sortText(fit: Fit, index: number): string {
  return `${fits.indexOf(fit)}${String(index).padStart(4, '0')}`
}

function rangeBetween(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } }
}

/** An offer as the editor is told of it; `index` is its place among all. */
function itemOf(
  { line, character }: CursorPlace,
  offer: Offer,
  index: number,
  isFirst: boolean,
  support: CompletionSupport,
): OfferedItem {
  const { label, kind, insertion, start, end, fit, detail, filter, about } = offer
  const isSnippet = support.snippets && hasHoles(insertion)
  const newText = isSnippet ? snippetText(insertion) : plainText(insertion)
  const insert = rangeBetween(line, start, character)
  const replace = rangeBetween(line, start, Math.max(character, end))
  const isLong = newText.includes('\n')
  return {
    label,
    kind,
    sortText: sortText(fit, index),
    filterText: filter ?? label,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: support.insertReplace ? { newText, insert, replace } : { newText, range: replace },
    ...(isLong && support.insertTextModes && { insertTextMode: InsertTextMode.asIs }),
    ...(detail !== undefined && { detail }),
    ...(isFirst && fit === 'usual' && { preselect: true }),
    ...(about && { data: about }),
  }
}

/** Offers as completions, the best first. */
export function itemsOf(
  place: CursorPlace,
  offers: readonly Offer[],
  support: CompletionSupport,
): OfferedItem[] {
  const sorted = fits.flatMap(fit => offers.filter(offer => offer.fit === fit))
  return sorted.map((offer, index) => itemOf(place, offer, index, index === 0, support))
}

/** Text in Markdown as the editor takes it. */
export function documentation(markdown: string, support: CompletionSupport): MarkupContent | string {
  if (support.markdown) return { kind: 'markdown', value: markdown }
  return markdown.replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2').replace(/\\(?=[^\w\s])|`/g, '')
}
