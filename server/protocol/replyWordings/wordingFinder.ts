import { pieceFinder } from './pieces.ts'
import type { ReplyWording } from './replyWording.ts'

/** What a server replied. */
export interface WordedReply {
  readonly code: number
  /** As in `4.7.1`; null where the reply has none. */
  readonly enhancedCode: string | null
  /** What stands behind the codes on all lines, joined by spaces. */
  readonly text: string
}

/** Finds the row that fits a reply; null where none does. */
export type WordingFinder = (reply: WordedReply) => ReplyWording | null

/** One alternative of what a row says: its pieces by their numbers, in their order. */
interface Alternative {
  readonly row: ReplyWording
  readonly order: number
  readonly pieces: readonly number[]
  /** How many characters of the text it fixes. */
  readonly fixed: number
}

/** An alternative of which some pieces have been found, the last of them up to `end`. */
interface Begun {
  readonly alternative: Alternative
  readonly found: number
  readonly end: number
}

const longestText = 4000

/**
 * @param rows what servers say
 * @returns a finder whose work grows with the text but not with the number of rows of which nothing stands in it
 */
export function wordingFinder(rows: readonly ReplyWording[]): WordingFinder {
  const numbers = new Map<string, number>()
  const alternatives = rows.flatMap((row, order) =>
    row.says.map(says => alternativeOf(row, order, says, numbers)),
  )
  const byFirstPiece = listsBy(alternatives, ({ pieces }) => pieces[0])
  const pieces = [...numbers.keys()]
  const finder = pieceFinder(pieces)

  return reply => {
    const begun = new Map<number, Begun[]>()
    const opened = new Set<number>()
    let best: Alternative | null = null

    const goOn = (alternative: Alternative, found: number, end: number) => {
      const next = alternative.pieces[found]
      if (next !== undefined) addTo(begun, next, { alternative, found, end })
      else if (fitsCodes(alternative.row, reply) && isBetter(alternative, best)) best = alternative
    }

    finder.scan(normalised(reply.text.slice(0, longestText)), (piece, end) => {
      const start = end - (pieces[piece]?.length ?? 0)
      const waiting = begun.get(piece) ?? []
      begun.delete(piece)
      for (const one of waiting) {
        if (one.end <= start) goOn(one.alternative, one.found + 1, end)
        else goOn(one.alternative, one.found, one.end)
      }
      if (opened.has(piece)) return
      opened.add(piece)
      for (const alternative of byFirstPiece.get(piece) ?? []) goOn(alternative, 1, end)
    })
    return (best as Alternative | null)?.row ?? null
  }
}

function addTo<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function listsBy<T>(values: readonly T[], keyOf: (value: T) => number | undefined): Map<number, T[]> {
  const lists = new Map<number, T[]>()
  for (const value of values) addTo(lists, keyOf(value) ?? -1, value)
  return lists
}

function alternativeOf(
  row: ReplyWording,
  order: number,
  says: string,
  numbers: Map<string, number>,
): Alternative {
  const pieces = fixedPieces(says).map(piece => {
    const number = numbers.get(piece) ?? numbers.size
    numbers.set(piece, number)
    return { number, length: piece.length }
  })
  return {
    row,
    order,
    pieces: pieces.map(({ number }) => number),
    fixed: pieces.reduce((sum, { length }) => sum + length, 0),
  }
}

/** @returns the fixed pieces of an alternative as they stand in a normalised text, in their order. */
export function fixedPieces(says: string): readonly string[] {
  return normalised(says)
    .split('*')
    .filter(piece => piece !== '')
}

/** The codes with which further lines of the reply begin, where a log writes all lines as one. */
const codesInside = / [245]\d\d[- ][245]\.\d{1,3}\.\d{1,3}(?= )/g

/** @returns the text in lower case, with one space for every run of white space, without codes of further lines. */
export function normalised(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').replace(codesInside, '')
}

function isBetter(one: Alternative, other: Alternative | null): boolean {
  if (other === null || one.fixed !== other.fixed) return one.fixed > (other?.fixed ?? -1)
  const oneIsNamed = one.row.by !== null
  return oneIsNamed === (other.row.by !== null) ? one.order < other.order : oneIsNamed
}

function fitsCodes({ codes }: ReplyWording, { code, enhancedCode }: WordedReply): boolean {
  if (!codes) return true
  const itsCodes = [String(code), String(code).charAt(0)]
  if (enhancedCode !== null) itsCodes.push(enhancedCode, enhancedCode.replace(/\d+$/, '*'))
  return codes.some(one => itsCodes.includes(one))
}
