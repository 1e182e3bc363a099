import { commandFacts, commandVerbs } from '../../protocol/commands.ts'

/** What somebody probably meant; replaces a stretch of the command line, offsets from its first character. */
export interface LikelyCommand {
  readonly verb: string
  /** Where the words that were meant as the verb end. */
  readonly verbEnd: number
  readonly start: number
  readonly end: number
  readonly newText: string
}

const candidates = commandVerbs.filter(verb => {
  const status = commandFacts(verb)?.status
  return status === 'base' || status === 'extension' || status === 'lmtp'
})

const synonyms: ReadonlyMap<string, string> = new Map([
  ['EXIT', 'QUIT'],
  ['BYE', 'QUIT'],
  ['LOGOUT', 'QUIT'],
  ['STLS', 'STARTTLS'],
])

/** Words that run together or stand apart, as patterns of the line, with what to write in place of a group. */
const joints: readonly (readonly [pattern: RegExp, verb: string, newText: string])[] = [
  [/^MAIL()FROM(?=[:\s<]|$)/di, 'MAIL FROM', ' '],
  [/^RCPT()TO(?=[:\s<]|$)/di, 'RCPT TO', ' '],
  [/^MAIL(\s?:)(?=\s?<)/di, 'MAIL FROM', ' FROM:'],
  [/^RCPT(\s?:)(?=\s?<)/di, 'RCPT TO', ' TO:'],
  [/^()FROM(?=:<)/di, 'MAIL FROM', 'MAIL '],
  [/^()TO(?=:<)/di, 'RCPT TO', 'RCPT '],
  [/^(?:EHLO|HELO|LHLO)(:?)(?=\[)/di, 'EHLO', ' '],
  [/^START( )TLS$/di, 'STARTTLS', ''],
]

function joined(line: string): LikelyCommand | null {
  for (const [pattern, verb, newText] of joints) {
    const found = pattern.exec(line)
    const at = found?.indices?.[1]
    if (at) return { verb, verbEnd: found[0].length, start: at[0], end: at[1], newText }
  }
  return null
}

/** Insertions, omissions, replacements and swaps of neighbours that make one word of the other; above `most` any number. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = last
    last = current
  }
  return last[other.length] ?? 0
}

/** The verb that a word is nearest to: one slip of the finger away, two in a long word. */
function nearest(word: string): string | undefined {
  if (word.length < 3 || word.length > 12) return undefined
  const near = candidates.map(verb => {
    const most = verb.length > 5 ? 2 : 1
    const slips = distance(word, verb, most)
    return { verb, slips: slips > most ? Number.POSITIVE_INFINITY : slips }
  })
  const best = near.reduce((a, b) => (b.slips < a.slips ? b : a))
  return best.slips === Number.POSITIVE_INFINITY ? undefined : best.verb
}

/**
 * What is probably meant by a command line that begins with a verb that nobody knows: a misspelt one, one that runs into
 * the next word, or another word for it. Null where nothing comes near; a header field is never a command.
 */
export function likelyCommand(line: string): LikelyCommand | null {
  const found = joined(line)
  if (found) return found
  const word = /^\S+/.exec(line)?.[0] ?? ''
  if (word.endsWith(':') || word.length > 20) return null
  const letters = word.replace(/^[^a-z]+|[^a-z]+$/gi, '').toUpperCase()
  const verb = synonyms.get(letters) ?? (candidates.includes(letters) ? letters : nearest(letters))
  return verb === undefined ? null : { verb, verbEnd: word.length, start: 0, end: word.length, newText: verb }
}
