import { bare } from './dialects/bare.ts'
import type { Dialect } from './dialects/dialect.ts'
import { doubled, isDoubled } from './dialects/doubled.ts'
import { framed, frameOf, unframed } from './dialects/framed.ts'
import { signatureWeight } from './dialects/marked.ts'
import { dialectNamed, dialects } from './dialects/registry.ts'
import { smtp } from './dialects/smtp.ts'
import { type Inference, inferDialect, surveyed } from './inference/infer.ts'
import { senseOf } from './inference/sense.ts'
import type { Damage } from './lines.ts'
import { isWhollyOwn, readsOwnMarks } from './whollyOwn.ts'

/** How many lines are looked at together: the first stretch that shows a sign of a dialect decides. */
export const detectionLines = 400

const directive = /^#\s*@dialect\s+(\S+)/

/** What every line has that is of interest here: a verb, a reply code, or a word of a tool that speaks SMTP. */
const hint =
  /(?:^|[^\w.])(?:[2-5][0-5]\d(?:[ -]|$)|EHLO|HELO|LHLO|MAIL|RCPT|DATA|QUIT|RSET|AUTH|STARTTLS)|smtp|@dialect|^(?:===|\*\*\*) |^Trying |^\s*[CSR]:|^ [-~]> |^<[-~] /i

/** The dialect that a directive among these lines names. */
function namedDialect(lines: readonly string[]): Dialect | undefined {
  for (const line of lines) {
    const name = directive.exec(line)?.[1]
    const named = name === undefined ? undefined : dialectNamed(name)
    if (named) return named
  }
  return undefined
}

/** A described dialect, and how many lines are of it. */
interface Described {
  readonly dialect: Dialect
  readonly score: number
}

/** The described dialect that most lines are of; null where none is. */
function describedDialect(lines: readonly string[], choice: readonly Dialect[]): Described | null {
  let best: Described | null = null
  for (const dialect of choice) {
    const score = dialect.recognize(lines)
    if (score > (best?.score ?? 0)) best = { dialect, score }
  }
  return best
}

/** Whether a dialect was recognized by lines that no other tool prints. */
function isSigned(described: Described | null): boolean {
  return described !== null && described.score >= signatureWeight / 2
}

/** How much more sense than a described dialect has to make what the reader has found out by itself. */
const advantage = 1.25

/** How much more sense than the language's own dialect, where all lines have its marks. */
const clearAdvantage = 2

/** How many stretches are looked at for a dialogue behind one that only tells of single exchanges. */
const patience = 20

/** The described or inferred dialect that a stretch of lines shows. `behind` are those that are surveyed from there on. */
function dialectIn(
  lines: readonly string[],
  behind: readonly string[],
  choice: readonly Dialect[],
): { dialect: Dialect; isCertain: boolean } | null {
  if (choice.includes(smtp) && isWhollyOwn(smtp, lines)) {
    // All of these lines are of a dialogue, if of one at all: there is no need to look further.
    const inference = inferDialect(lines, bare)
    const isBetter = inference !== null && isWorthMoreThanOwn(inference, lines)
    return { dialect: isBetter ? inference.dialect : smtp, isCertain: !isBetter }
  }
  // Much can stand between the lines that count, so that more have to be looked at than show the first of them.
  const near = describedDialect(lines, choice)
  const described = isSigned(near) ? near : describedDialect(behind, choice)
  const isCertain = isSigned(described)
  if (described && isCertain && !described.dialect.isSummary) return { dialect: described.dialect, isCertain }
  const inference = inferDialect(behind, bare)
  if (described && isCertain) {
    const isDialogue = inference && inference.dialect.inferred?.sureness !== 'guess'
    if (!isDialogue) return { dialect: described.dialect, isCertain }
    // What a server is quoted to have said can be a reply in a dialogue.
    const dialogue = describedDialect(
      behind,
      choice.filter(one => !one.isSummary),
    )
    return { dialect: betterOf(dialogue, inference, behind), isCertain }
  }
  if (!inference) return described && { dialect: described.dialect, isCertain: false }
  return { dialect: betterOf(described, inference, behind), isCertain: false }
}

/** What was inferred, if it makes so much more sense than a described dialect that it is believed. */
function betterOf(described: Described | null, inference: Inference, behind: readonly string[]): Dialect {
  const { dialect, sense } = inference
  if (!described) return dialect
  if (described.dialect === smtp && foundNothingElse(dialect, behind)) return smtp
  const other = senseOf(described.dialect, behind).score
  // Whatever has no marks of its own is read as bare text, so that little is enough against it.
  if (described.dialect === bare) return sense.score >= other ? dialect : bare
  return isAhead(sense.score, other) ? dialect : described.dialect
}

function isAhead(score: number, other: number): boolean {
  return score >= other + 1 && score > other * advantage
}

/** Whether only the language's own marks were inferred: that leaves out what is not as it should be, and no more. */
function foundNothingElse(dialect: Dialect, behind: readonly string[]): boolean {
  return dialect.isUnstuffed !== true && readsOwnMarks(smtp, dialect, behind)
}

/** Whether what was inferred is believed although all lines have the language's own marks. */
function isWorthMoreThanOwn({ dialect, sense }: Inference, behind: readonly string[]): boolean {
  const own = senseOf(smtp, behind).score
  if (dialect.isUnstuffed) return isAhead(sense.score, own)
  return !foundNothingElse(dialect, behind) && sense.score > Math.max(own, 1) * clearAdvantage
}

/** The dialect that a stretch of lines shows, or null where it shows none. `behind` are those that are surveyed from there on. */
function dialectOf(
  lines: readonly string[],
  behind: readonly string[],
  choice: readonly Dialect[],
): Dialect | null {
  const named = namedDialect(lines)
  if (named) return named
  const plain = dialectIn(lines, behind, choice)
  const frame = plain?.isCertain ? null : frameOf(lines)
  if (frame) {
    const inside = describedDialect(unframed(lines, frame), choice)
    const inFrame = inside && framed(inside.dialect, frame)
    const sense = (dialect: Dialect | undefined) => (dialect ? senseOf(dialect, behind).score : 0)
    if (inFrame && sense(inFrame) >= sense(plain?.dialect)) return inFrame
  }
  if (!plain) return null
  return isDoubled(lines) ? doubled(plain.dialect) : plain.dialect
}

/**
 * The dialect that a text is written in, judged by the first lines that show any; a directive `# @dialect NAME` among
 * them settles it. Where no described dialect fits, one is inferred from the text. A text that shows no sign of any is
 * `bare`.
 *
 * @param choice the described dialects to choose from
 */
export function detectDialect(texts: readonly string[], choice: readonly Dialect[] = dialects): Dialect {
  let summary: { dialect: Dialect; from: number } | null = null
  for (let from = 0; from < texts.length; from += detectionLines) {
    if (summary && from > summary.from + patience * detectionLines) break
    const lines = texts.slice(from, from + detectionLines)
    if (!lines.some(line => hint.test(line))) continue
    const dialect = dialectOf(lines, surveyed(texts, from), choice)
    if (dialect && !dialect.isSummary) return dialect
    if (dialect) summary ??= { dialect, from }
  }
  return summary?.dialect ?? bare
}

/**
 * Whether a text keeps its dialect after an edit. It does as long as something in it still shows that dialect, so that
 * what somebody types or pastes into a transcript does not turn it into another; unless a directive says so, or most
 * of the text is new.
 *
 * @param text the first lines of the text (`detectionLines`), and how many it has
 * @param damage the first line that an edit touched, and how many lines edits have brought
 */
export function keepsDialect(
  dialect: Dialect,
  { head, count }: { readonly head: readonly string[]; readonly count: number },
  { start, inserted }: Pick<Damage, 'start' | 'inserted'>,
): boolean {
  const isTouched = start < detectionLines
  if (!isTouched) return true
  if (inserted * 2 > count) return false
  const named = namedDialect(head)
  return named ? named === dialect : dialect.recognize(head) > 0
}
