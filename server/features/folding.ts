import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types'
import { authDialogues } from '../transcript/authDialogues.ts'
import type { Block } from '../transcript/block.ts'
import { endOfExchange, endOfReply } from '../transcript/exchangeLines.ts'
import type { LineRecord, LineRecords } from '../transcript/lineRecord.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { ClientUnit, Reply, Session } from '../transcript/session.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { endOfPart, partsOf } from './navigation/sessionParts.ts'

/** How many folds a client gets that does not say how many it can show: as many as VS Code shows. */
export const usualFoldLimit = 5000

/** A text of more sessions is not looked into: each is folded as a whole. */
const sessionsLookedInto = 600

/** So many remarks of the tool stand one below the other before they are worth a fold. */
const remarksInFold = 3

/** Lines of a session from one up to another, as it counts them. */
interface Stretch {
  readonly first: number
  readonly last: number
  readonly kind?: FoldingRangeKind
}

/** The fold of a stretch; none where lines of other sessions stand within it, or where it has but one line. */
function foldOf(placed: PlacedSession, { first, last, kind }: Stretch): FoldingRange[] {
  const startLine = lineInText(placed, first)
  const endLine = lineInText(placed, last)
  if (last <= first || endLine - startLine !== last - first) return []
  return [{ startLine, endLine, ...(kind !== undefined && { kind }) }]
}

/** A transaction ends at the latest where the next begins, which a client may send before it has its replies. */
function transactionStretches(session: Session): Stretch[] {
  const parts = partsOf(session).filter(({ transaction }) => transaction !== null)
  return parts.map((part, index) => {
    const next = parts[index + 1]?.exchanges[0]?.line ?? Number.POSITIVE_INFINITY
    return { first: part.exchanges[0]?.line ?? 0, last: Math.min(endOfPart(part), next - 1) }
  })
}

/** Mail data up to the final dot, which stays in view. */
function contentStretches(unit: ClientUnit): Stretch[] {
  if ((unit.kind !== 'message' && unit.kind !== 'chunk') || unit.elided) return []
  const hasDot = unit.kind === 'message' && unit.terminated
  return [{ first: unit.firstLine, last: hasDot ? unit.lastLine - 1 : unit.lastLine }]
}

function dialogueStretches(session: Session): Stretch[] {
  return authDialogues(session).flatMap(({ auth, responses }) => {
    const last = responses.at(-1)
    return auth && last ? [{ first: auth.line, last: endOfExchange(last) }] : []
  })
}

function replyStretches({ greeting, exchanges, unasked }: Session): Stretch[] {
  const stretches: Stretch[] = []
  const add = (reply: Reply) => {
    if (reply.codeSpans.length > 1) stretches.push({ first: reply.line, last: endOfReply(reply) })
  }
  if (greeting) add(greeting)
  unasked.forEach(add)
  for (const { replies } of exchanges) replies.forEach(add)
  return stretches
}

function isAll(records: LineRecords | undefined, kind: LineRecord['kind']): boolean {
  if (records?.[0]?.kind !== kind) return false
  return records.length === 1 || records.every(one => one.kind === kind)
}

/** Lines one below the other, at least so many, for all of which something holds. */
function runsOf(count: number, isOne: (line: number) => boolean, least: number): Stretch[] {
  const runs: Stretch[] = []
  let first = -1
  for (let line = 0; line <= count; line++) {
    if (line < count && isOne(line)) {
      if (first < 0) first = line
    } else if (first >= 0) {
      if (line - first >= least) runs.push({ first, last: line - 1 })
      first = -1
    }
  }
  return runs
}

/** What the tool remarks, with blank lines in between. */
function remarkStretches({ records }: Session): Stretch[] {
  const isRemark = (line: number) => isAll(records[line], 'note')
  const runs = runsOf(records.length, line => isRemark(line) || isAll(records[line], 'blank'), remarksInFold)
  return runs.flatMap(run => {
    let { first, last } = run
    while (first <= last && !isRemark(first)) first += 1
    while (first <= last && !isRemark(last)) last -= 1
    return last - first + 1 >= remarksInFold ? [{ first, last, kind: FoldingRangeKind.Region }] : []
  })
}

function sessionFold(placed: PlacedSession): FoldingRange[] {
  return foldOf(placed, { first: 0, last: placed.lineCount - 1 })
}

/**
 * The folds of a session: all of it, its transactions, mail data, replies of several lines, AUTH with its answers, and
 * (as regions) what the tool remarks in between. Where lines of other sessions stand in such a stretch, it is left out.
 */
function sessionFolds(placed: PlacedSession): FoldingRange[] {
  const { session } = placed
  const stretches = [
    ...transactionStretches(session),
    ...session.exchanges.flatMap(({ unit }) => contentStretches(unit)),
    ...dialogueStretches(session),
    ...replyStretches(session),
    ...remarkStretches(session),
  ]
  return [...sessionFold(placed), ...stretches.flatMap(stretch => foldOf(placed, stretch))]
}

/** Whether there is a comment on any of the lines: in most blocks of a long log there is none. */
function hasComments({ records }: Block): boolean {
  for (const found of records) if (found[0]?.kind === 'comment') return true
  return false
}

const marker = /^#\s*(end)?region\b/

/** Comments one below the other, two or more; those that begin or end a region stand for themselves. */
function commentRuns({ texts, records }: Block): Stretch[] {
  const isOne = (line: number) => isAll(records[line], 'comment') && !marker.test(texts[line] ?? '')
  return runsOf(records.length, isOne, 2).map(run => ({ ...run, kind: FoldingRangeKind.Comment }))
}

/** What stands between `# region` and `# endregion`, with them; regions may stand in each other. */
function regions(blocks: readonly Block[], starts: readonly number[]): FoldingRange[] {
  const open: number[] = []
  const found: FoldingRange[] = []
  for (const [index, block] of blocks.entries()) {
    if (!hasComments(block)) continue
    const { texts, records } = block
    for (let line = 0; line < texts.length; line++) {
      const mark = isAll(records[line], 'comment') ? marker.exec(texts[line] ?? '') : null
      if (!mark) continue
      const at = (starts[index] ?? 0) + line
      const startLine = mark[1] === undefined ? undefined : open.pop()
      if (mark[1] === undefined) open.push(at)
      else if (startLine !== undefined) found.push({ startLine, endLine: at, kind: FoldingRangeKind.Region })
    }
  }
  return found
}

function commentFolds(blocks: readonly Block[], starts: readonly number[]): FoldingRange[] {
  return blocks.flatMap((block, index) =>
    (hasComments(block) ? commentRuns(block) : []).map(({ first, last, kind }) => ({
      startLine: (starts[index] ?? 0) + first,
      endLine: (starts[index] ?? 0) + last,
      ...(kind !== undefined && { kind }),
    })),
  )
}

/** The folds from the top, none across another and only one to a line, each with how many it stands in. */
function nested(folds: readonly FoldingRange[]): { fold: FoldingRange; depth: number }[] {
  const sorted = folds.toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
  const around: FoldingRange[] = []
  return sorted.flatMap(one => {
    while (around.length > 0 && (around.at(-1)?.endLine ?? 0) < one.startLine) around.pop()
    const outer = around.at(-1)
    const fold = outer && one.endLine > outer.endLine ? { ...one, endLine: outer.endLine } : one
    if (fold.endLine <= fold.startLine || outer?.startLine === fold.startLine) return []
    around.push(fold)
    return [{ fold, depth: around.length - 1 }]
  })
}

/** The outermost folds, at most so many; of those that stand equally deep the first. */
function outermost(folds: readonly FoldingRange[], limit: number): FoldingRange[] {
  const found = nested(folds)
  const counts: number[] = []
  for (const { depth } of found) counts[depth] = (counts[depth] ?? 0) + 1
  let deepest = 0
  let left = limit
  while (deepest < counts.length && (counts[deepest] ?? 0) <= left) {
    left -= counts[deepest] ?? 0
    deepest += 1
  }
  return found.flatMap(({ fold, depth }) => {
    if (depth > deepest) return []
    if (depth < deepest) return [fold]
    left -= 1
    return left >= 0 ? [fold] : []
  })
}

/** What there is to fold in a session, where there are so many in its text. */
export function foldsAmong(count: number): (placed: PlacedSession) => FoldingRange[] {
  return count > sessionsLookedInto ? sessionFold : sessionFolds
}

/**
 * The folds of a transcript: of its sessions, of comments one below the other, and of regions that comments mark.
 *
 * @param inSessions those of its sessions, of each as `foldsAmong` has it
 * @param limit how many the client can show; the outermost go first
 */
export function foldingRanges(
  { reading }: Transcript,
  inSessions: readonly (readonly FoldingRange[])[],
  limit: number,
): FoldingRange[] {
  const { blocks, starts } = reading
  const beside = [...regions(blocks, starts), ...commentFolds(blocks, starts)]
  return outermost([...inSessions.flat(), ...beside], limit)
}
