import type { Mark, Role } from './roles.ts'
import { commonParts } from './shape.ts'
import type { Survey } from './survey.ts'

/** A mark that the reader has found. */
export interface LearnedMark {
  /** Anchored to the line's beginning. */
  readonly pattern: RegExp
  readonly role: Role
  /** The quote in which the payload stands; empty without one. */
  readonly quote: string
  /** The prefix as it stood in the text. */
  readonly example: string
}

/** What the reader has found out about how a text is written. */
export interface Format {
  /** The longest first. */
  readonly marks: readonly LearnedMark[]
  /** What stands in front of both sides' marks. */
  readonly head: RegExp
  /** Which of the head's groups names the session; null where none does. */
  readonly idGroup: number | null
  /** Lines that announce who speaks on the next. */
  readonly announcers: ReadonlyMap<string, 'client' | 'server'>
  /** Line ends are spelled out behind what is said. */
  readonly spellsLineEnds: boolean
  readonly isHtml: boolean
  readonly isUnstuffed: boolean
  /** Of mail data only the final dot is printed. */
  readonly elidesContent: boolean
  /** Mail data have no mark of the client's. */
  readonly printsUnmarkedData: boolean
  /** The text makes little sense as a session: only what can open one begins one. */
  readonly isCalm: boolean
  readonly sureness: 'sure' | 'likely' | 'guess'
}

/** What a line is as an announcement: its words without what varies. */
export function announcementOf(line: string): string {
  return line
    .trim()
    .slice(0, 60)
    .replace(/\b(?:0x[0-9a-f]+|[0-9a-f]*\d[0-9a-f]*)\b/gi, '0')
}

function learned({ tally, role }: Mark): LearnedMark {
  const { shape, example } = tally
  return { pattern: new RegExp(shape.source), role, quote: shape.quote, example }
}

/** What the marks of both sides begin with. */
export function headOf(marks: readonly Mark[]): RegExp {
  const [first, ...rest] = marks.map(({ tally }) => tally.shape)
  if (!first) return /^/
  // A mark of both sides is all head; one of a single side has its own part, which nothing shows.
  if (rest.length === 0 && marks[0]?.role !== 'both') return /^/
  const parts = rest.reduce((common, shape) => commonParts(common, shape.parts), first.parts)
  return new RegExp(`^${parts.join('')}`)
}

/** The group of the head that names the session: it has several values, each of them in a whole dialogue. */
export function idGroupIn(head: RegExp, { lines, sightings }: Survey): number | null {
  const rows = sightings.flatMap(one => {
    const groups = one && head.exec(lines[one.line] ?? '')
    return one && groups ? [{ kind: one.anchor.kind, groups }] : []
  })
  const count = rows[0]?.groups.length ?? 1
  let best: { group: number; values: number } | null = null
  for (let group = 1; group < count; group++) {
    const dialogues = new Map<string, { command: number; reply: number }>()
    for (const { kind, groups } of rows) {
      const value = (groups[group] ?? '').replace(/\.\d+$/, '')
      const dialogue = dialogues.get(value) ?? { command: 0, reply: 0 }
      dialogue[kind] += 1
      dialogues.set(value, dialogue)
    }
    const whole = [...dialogues.values()].filter(one => one.command > 0 && one.reply > 0).length
    if (whole < 2 || whole < dialogues.size * 0.8) continue
    if (!best || whole > best.values) best = { group, values: whole }
  }
  return best?.group ?? null
}

/** Lines in front of what is said that tell who says it. */
function announcersIn({ lines, sightings }: Survey, marks: readonly Mark[]): Format['announcers'] {
  const none: Format['announcers'] = new Map()
  if (!marks.some(mark => mark.role === 'both')) return none
  const counts = new Map<string, { command: number; reply: number }>()
  for (const sighting of sightings) {
    if (!sighting || sightings[sighting.line - 1]) continue
    const before = lines[sighting.line - 1] ?? ''
    if (before.trim() === '') continue
    const key = announcementOf(before)
    const count = counts.get(key) ?? { command: 0, reply: 0 }
    count[sighting.anchor.kind] += 1
    counts.set(key, count)
  }
  const announcers = new Map<string, 'client' | 'server'>()
  for (const [key, { command, reply }] of counts) {
    if (command >= 2 && reply === 0) announcers.set(key, 'client')
    if (reply >= 2 && command === 0) announcers.set(key, 'server')
  }
  return new Set(announcers.values()).size === 2 ? announcers : none
}

/** What stands behind a client's mark on a line; undefined where it has none. */
function clientPayload(line: string, marks: readonly LearnedMark[]): string | undefined {
  const mark = marks.find(({ pattern }) => pattern.test(line))
  if (!mark || mark.role === 'server') return undefined
  return line.slice(mark.pattern.exec(line)?.[0].length)
}

/** Whether lone dots stand inside of mail data: behind one the client goes on with what is no command. */
function hasInnerDots({ lines, sightings }: Survey, marks: readonly LearnedMark[]): boolean {
  const marked = marks.filter(({ example }) => example.trim() !== '')
  return lines.some((line, index) => {
    if (clientPayload(line, marked)?.trim() !== '.') return false
    const next = clientPayload(lines[index + 1] ?? '', marked)
    return next !== undefined && next.trim() !== '' && sightings[index + 1] === undefined
  })
}

const messageLine =
  /^(?:\.|(?:From|To|Cc|Subject|Date|Received|Message-ID|MIME-Version|Content-\w[\w-]*|Reply-To): ?.*)$/i

/** Whether mail data are printed without a client's mark: lines of a header, or a lone dot, behind a 354. */
function printsUnmarkedData(
  { lines, sightings }: Survey,
  marks: readonly LearnedMark[],
  head: RegExp,
): boolean {
  let isInside = false
  for (const [index, line] of lines.entries()) {
    const sighting = sightings[index]
    if (sighting?.anchor.kind === 'reply') isInside = sighting.anchor.word === '354'
    if (!isInside || clientPayload(line, marks) !== undefined) continue
    const start = head.exec(line)?.[0].length
    if (start !== undefined && messageLine.test(line.slice(start))) return true
  }
  return false
}

/** Whether of mail data nothing is printed but the dot behind them, however often. */
function elidesContent({ lines, sightings }: Survey, marks: readonly LearnedMark[]): boolean {
  const dots = lines.flatMap((line, index) => (clientPayload(line, marks)?.trim() === '.' ? [index] : []))
  return dots.length > 0 && dots.every(dot => isBehindGoAhead(dot, lines, sightings, marks))
}

function isBehindGoAhead(
  dot: number,
  lines: readonly string[],
  sightings: Survey['sightings'],
  marks: readonly LearnedMark[],
): boolean {
  for (let line = dot - 1; line >= 0; line--) {
    const sighting = sightings[line]
    if (sighting) return sighting.anchor.word === '354'
    if (clientPayload(lines[line] ?? '', marks) !== undefined) return false
  }
  return false
}

function isMostly(lines: readonly string[], pattern: RegExp): boolean {
  return lines.length > 0 && lines.filter(line => pattern.test(line)).length * 2 > lines.length
}

/**
 * How a text is written if these are its marks.
 *
 * @param first the marks of which the common beginning is the head of a log
 */
export function formatOf(
  marks: readonly Mark[],
  first: readonly Mark[],
  found: Survey,
  sureness: Format['sureness'],
): Format {
  const learnedMarks = marks
    .map(learned)
    .sort((one, other) => other.pattern.source.length - one.pattern.source.length)
  const head = headOf(first)
  const anchored = found.sightings.flatMap(one => (one ? [found.lines[one.line] ?? ''] : []))
  return {
    marks: learnedMarks,
    head,
    idGroup: idGroupIn(head, found),
    announcers: announcersIn(found, marks),
    spellsLineEnds: isMostly(anchored, /\\r\\n\s*$|\\n\s*$/),
    isHtml: isMostly(anchored, /<br ?\/?>\s*$/),
    isUnstuffed: hasInnerDots(found, learnedMarks),
    elidesContent: elidesContent(found, learnedMarks),
    printsUnmarkedData: printsUnmarkedData(found, learnedMarks, head),
    isCalm: false,
    sureness,
  }
}

/** The format of a text in which lines stand that look like SMTP, and make no sense as a session. */
export const calmFormat: Format = {
  marks: [{ pattern: /^/, role: 'both', quote: '', example: '' }],
  head: /^/,
  idGroup: null,
  announcers: new Map(),
  spellsLineEnds: false,
  isHtml: false,
  isUnstuffed: false,
  elidesContent: false,
  printsUnmarkedData: false,
  isCalm: true,
  sureness: 'guess',
}
