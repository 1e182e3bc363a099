import { type Block, opensSession, type StreamId } from './block.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Damage } from './lines.ts'
import { apart, lineInText, type PlacedSession, place } from './placedSession.ts'
import { bodyOf, countToLast, isTrailing } from './sessionBody.ts'

/** The lines of each session of a text; lines in front of all sessions are of none. */
function sessionLines({ records, streams }: Block): { id: StreamId; lines: number[] }[] {
  const sessions: { id: StreamId; lines: number[] }[] = []
  const open = new Map<StreamId, number[]>()
  for (let line = 0; line < records.length; line++) {
    const id = streams?.[line] ?? null
    if (opensSession(records[line])) {
      const lines = [line]
      open.set(id, lines)
      sessions.push({ id, lines })
    } else {
      open.get(id)?.push(line)
    }
  }
  return sessions
}

/** Puts one session together from its lines; undefined where nobody speaks on them. */
function placeOwn(
  block: Block,
  dialect: Dialect,
  id: StreamId,
  lines: readonly number[],
): PlacedSession | undefined {
  const own = lines.slice(
    0,
    countToLast(lines.length, index => block.records[lines[index] ?? 0]),
  )
  const of = <T>(all: readonly T[]): T[] => {
    return own.flatMap(line => {
      const item = all[line]
      return item === undefined ? [] : [item]
    })
  }
  const { texts, ends, records, states } = block
  const body = bodyOf({ texts: of(texts), ends: of(ends), records: of(records), states: of(states) }, dialect)
  return body && place(body, own[0] ?? 0, id, apart(own))
}

/** The sessions of a text on whose lines a tool prints ids, in the order of their first lines. */
export function placeInterleaved(block: Block, dialect: Dialect): PlacedSession[] {
  return sessionLines(block).flatMap(({ id, lines }) => placeOwn(block, dialect, id, lines) ?? [])
}

/** The sessions after an edit: one of which no line was read again stays what it was. */
export function updateInterleaved(
  sessions: readonly PlacedSession[],
  block: Block,
  dialect: Dialect,
  reread: Damage,
): PlacedSession[] {
  const shift = reread.inserted - reread.removed
  const rereadEnd = reread.start + reread.inserted
  const isBefore = (line: number) => line < reread.start
  const isUntouched = (lines: readonly number[]) => lines.every(line => isBefore(line) || line >= rereadEnd)
  const known = new Map(sessions.map(placed => [placed.startLine, placed]))
  return sessionLines(block).flatMap(({ id, lines }) => {
    const [start = 0] = lines
    const same = isUntouched(lines) ? known.get(isBefore(start) ? start : start - shift) : undefined
    const then = same && Array.from({ length: same.lineCount }, (_, line) => lineInText(same, line))
    const isSame = then?.every((line, index) => lines[index] === (isBefore(line) ? line : line + shift))
    if (!same || !isSame || !sameEnd(block, lines, same)) return placeOwn(block, dialect, id, lines) ?? []
    const own = lines.slice(0, same.lineCount)
    const isInPlace = shift === 0 || own.every(isBefore)
    return isInPlace ? same : place(same.body, start, id, apart(own))
  })
}

/** Whether nothing but blank lines and comments has come behind the end of a session that was known. */
function sameEnd({ records }: Block, lines: readonly number[], { lineCount }: PlacedSession): boolean {
  return lines.slice(lineCount).every(line => isTrailing(records[line]))
}
