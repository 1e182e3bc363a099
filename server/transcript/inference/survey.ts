import { type Anchor, anchorsIn } from './anchors.ts'
import { type Shape, shapeOf } from './shape.ts'

/** A line with what a payload would be if it began at an anchor. */
export interface Sighting {
  /** Index of the line. */
  readonly line: number
  readonly anchor: Anchor
  readonly shape: Shape
  readonly payload: string
}

/** What stands behind prefixes of one shape. */
export interface Tally {
  readonly shape: Shape
  /** A prefix as it stands in the text. */
  readonly example: string
  readonly commands: Sighting[]
  readonly replies: Sighting[]
  readonly verbs: Set<string>
  /** Reply codes. */
  readonly codes: Set<string>
}

/** What was found in a text: one sighting for each line that has any, and the tally of each shape. */
export interface Survey {
  readonly lines: readonly string[]
  /** For each line, or undefined. */
  readonly sightings: readonly (Sighting | undefined)[]
  /** Those with most behind them first. */
  readonly tallies: readonly Tally[]
}

const quoteOrSpace = /^["'`\s]$/

/** What is said, without the quotes and line ends behind it that a tool may print. */
function bareText(payload: string): string {
  let end = payload.length
  while (end > 0) {
    const last = payload[end - 1] ?? ''
    const isLineEnd = (last === 'n' || last === 'r') && payload[end - 2] === '\\'
    if (isLineEnd) end -= 2
    else if (quoteOrSpace.test(last)) end -= 1
    else break
  }
  return payload.slice(0, end)
}

function sightingsOn(text: string, line: number): Sighting[] {
  return anchorsIn(text).map(anchor => ({
    line,
    anchor,
    shape: shapeOf(text.slice(0, anchor.start)),
    payload: bareText(text.slice(anchor.start)),
  }))
}

function addTo(tallies: Map<string, Tally>, sighting: Sighting, text: string): void {
  const { shape, anchor } = sighting
  let tally = tallies.get(shape.source)
  if (!tally) {
    const example = text.slice(0, anchor.start)
    tally = { shape, example, commands: [], replies: [], verbs: new Set(), codes: new Set() }
    tallies.set(shape.source, tally)
  }
  tally[anchor.kind === 'command' ? 'commands' : 'replies'].push(sighting)
  tally[anchor.kind === 'command' ? 'verbs' : 'codes'].add(anchor.word)
}

/** How much speaks for a shape being a mark: how often, and how many different things stand behind it. */
export function weightOf({ commands, replies, verbs, codes }: Tally): number {
  return commands.length + replies.length + 2 * (verbs.size + codes.size)
}

/**
 * Finds, in each line, the place where a payload most likely begins: of all places at which one could, the one with
 * the prefix that does so most often in the whole text.
 */
export function survey(lines: readonly string[]): Survey {
  const all = lines.map(sightingsOn)
  const every = new Map<string, Tally>()
  for (const [line, sightings] of all.entries()) {
    for (const sighting of sightings) addTo(every, sighting, lines[line] ?? '')
  }
  const weight = ({ shape }: Sighting) => {
    const tally = every.get(shape.source)
    return tally ? weightOf(tally) : 0
  }
  const best = all.map(sightings =>
    sightings.reduce<Sighting | undefined>(
      (chosen, one) => (chosen && weight(chosen) >= weight(one) ? chosen : one),
      undefined,
    ),
  )
  const tallies = new Map<string, Tally>()
  for (const sighting of best) if (sighting) addTo(tallies, sighting, lines[sighting.line] ?? '')
  const sorted = [...tallies.values()].sort((one, other) => weightOf(other) - weightOf(one))
  return { lines, sightings: best, tallies: sorted }
}
