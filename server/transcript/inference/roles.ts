import { endsInWord, isProse, isSpace } from './shape.ts'
import type { Sighting, Survey, Tally } from './survey.ts'

/** Whose a mark is; `both`: what stands behind it shows it. */
export type Role = 'client' | 'server' | 'both'

/** A shape of prefixes that is a mark, or may be one. */
export interface Mark {
  readonly tally: Tally
  readonly role: Role
}

function isPositive(code: string): boolean {
  return code < '4'
}

function isServer({ commands, replies }: Tally): boolean {
  return replies.length > commands.length
}

/** Mail data behind a client's mark can look like replies, but then the replies stand behind another mark. */
function isMixed(tally: Tally, tallies: readonly Tally[]): boolean {
  const { commands, replies, verbs, codes } = tally
  if (verbs.size >= 3 && codes.size >= 3) return !hasRival(tally, tallies)
  const less = Math.min(commands.length, replies.length)
  if (less === 0 || less * 8 < Math.max(commands.length, replies.length)) return false
  return !hasRival(tally, tallies)
}

/** Whether what one side says stands behind another mark almost as much. */
function hasRival(tally: Tally, tallies: readonly Tally[]): boolean {
  const variety = (one: Tally) => (isServer(tally) ? one.verbs.size : one.codes.size)
  return tallies.some(other => isServer(other) !== isServer(tally) && variety(other) >= variety(tally))
}

/** Of the lines with this prefix, the share of those behind it that say anything. */
export function purity({ shape, commands, replies }: Tally, { lines }: Survey): number {
  const pattern = new RegExp(shape.source)
  const all = lines.filter(line => pattern.test(line)).length
  return (commands.length + replies.length) / Math.max(1, all)
}

/** How far apart an echo can be from what it echoes, in lines. */
const echoDistance = 120

/** Whether the other side speaks between two lines. */
function isParted(one: Sighting, other: Sighting, { sightings }: Survey): boolean {
  const from = Math.min(one.line, other.line)
  const to = Math.max(one.line, other.line)
  if (to - from > echoDistance) return true
  for (let line = from + 1; line < to; line++) {
    const between = sightings[line]
    if (between && between.anchor.kind !== one.anchor.kind) return true
  }
  return false
}

/** Whether what one mark has behind it stands behind the other, too, with nothing of the other side between them. */
export function echoes(tally: Tally, of: Tally, survey: Survey): boolean {
  const own = isServer(tally) ? tally.replies : tally.commands
  const originals = isServer(tally) ? of.replies : of.commands
  if (own.length > originals.length * 1.5) return false
  const unused = new Set(originals)
  let found = 0
  for (const sighting of own) {
    for (const original of unused) {
      if (original.payload !== sighting.payload || isParted(sighting, original, survey)) continue
      unused.delete(original)
      found += 1
      break
    }
  }
  return own.length >= 1 && found >= own.length * 0.9
}

/** Whether a shape can be a mark beside the first of its side: a remark can quote a command or a reply, too. */
function isBelievable(tally: Tally, leader: Tally, survey: Survey): boolean {
  if (tally.example.endsWith('="')) return false
  // What was seen but once has to look like a mark, and not like words.
  const isSingle = tally.commands.length + tally.replies.length === 1
  if (isSingle && (leader.example === '' || endsInWord(tally.example))) return false
  if ((isServer(tally) ? tally.codes.size : tally.verbs.size) >= 2) return true
  return purity(tally, survey) >= 0.5
}

/**
 * The shapes of prefixes that may be marks, and whose they are: the first of the client's and the first of the
 * server's, which are what most stands behind, and those that may be marks beside them.
 */
export function candidatesIn(survey: Survey): { first: readonly Mark[]; others: readonly Mark[] } {
  const tallies = survey.tallies.filter(({ example }) => !isProse(example))
  const mixed = tallies.find(tally => isMixed(tally, tallies))
  const client = mostVaried(tallies.filter(one => !isServer(one)))
  const servers = tallies.filter(one => isServer(one) && !isIndentation(one))
  const positive = servers.filter(one => [...one.codes].some(isPositive))
  const server = mostVaried(positive.length > 0 ? positive : servers)
  const first: Mark[] = []
  if (mixed && mixed === mostVaried(tallies)) first.push({ tally: mixed, role: 'both' })
  else {
    if (client) first.push({ tally: client, role: 'client' })
    if (server) first.push({ tally: server, role: 'server' })
  }
  const others = tallies.flatMap((tally): Mark[] => {
    if (first.some(mark => mark.tally === tally)) return []
    const role = isMixed(tally, tallies) ? 'both' : isServer(tally) ? 'server' : 'client'
    const leader = first.find(mark => mark.role === role) ?? first[0]
    if (!leader || isIndentation(tally) || !isBelievable(tally, leader.tally, survey)) return []
    if (first.some(mark => isPartOf(tally, mark) || isInside(tally, role, mark))) return []
    return first.some(mark => echoes(tally, mark.tally, survey)) ? [] : [{ tally, role }]
  })
  return { first, others }
}

/** The tally with the most different things behind its shape; of several the one with most. */
function mostVaried(tallies: readonly Tally[]): Tally | undefined {
  const variety = ({ verbs, codes }: Tally) => verbs.size + codes.size
  return tallies.reduce<Tally | undefined>(
    (best, one) => (best && variety(best) >= variety(one) ? best : one),
    undefined,
  )
}

/** Space alone is no mark: further lines of a reply can be indented. */
function isIndentation({ example }: Tally): boolean {
  return example !== '' && example.trim() === ''
}

/**
 * Whether a shape is only the beginning of a mark, as the head of a log is: remarks, mail data and, indented, further
 * lines of a reply stand behind it.
 */
function isPartOf({ shape }: Tally, { tally }: Mark): boolean {
  const end = shape.parts.findLastIndex(part => !isSpace(part)) + 1
  const own = shape.parts.slice(0, end)
  return tally.shape.source !== shape.source && own.every((part, index) => part === tally.shape.parts[index])
}

/** Whether a shape begins with the other side's mark: somebody said what looks like a mark. */
function isInside({ shape, example }: Tally, role: Role, { tally, role: other }: Mark): boolean {
  return (
    role !== other &&
    shape.source !== tally.shape.source &&
    new RegExp(tally.shape.source).test(example) &&
    tally.example !== ''
  )
}
