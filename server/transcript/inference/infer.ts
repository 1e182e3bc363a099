import type { Dialect } from '../dialects/dialect.ts'
import { announcementOf, type Format, inferredDialect, type LearnedMark } from './inferredDialect.ts'
import { candidatesIn, type Mark, purity } from './roles.ts'
import { type Sense, senseOf } from './sense.ts'
import { commonParts, endsInWord } from './shape.ts'
import { type Survey, survey } from './survey.ts'

/** The lines that are looked at to find out how a text is written. */
export function surveyed(texts: readonly string[]): readonly string[] {
  return texts.slice(0, 2000)
}

/** No text has more marks. */
const mostMarks = 16

function learned({ tally, role }: Mark): LearnedMark {
  const { shape, example } = tally
  return { pattern: new RegExp(shape.source), role, quote: shape.quote, example }
}

/** What the marks of both sides begin with. */
function headOf(marks: readonly Mark[]): RegExp {
  const [first, ...rest] = marks.map(({ tally }) => tally.shape)
  if (!first) return /^/
  // A mark of both sides is all head; one of a single side has its own part, which nothing shows.
  if (rest.length === 0 && marks[0]?.role !== 'both') return /^/
  const parts = rest.reduce((common, shape) => commonParts(common, shape.parts), first.parts)
  return new RegExp(`^${parts.join('')}`)
}

/** The group of the head that names the session: it has several values, each of them in a whole dialogue. */
function idGroupIn(head: RegExp, { lines, sightings }: Survey): number | null {
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

/** The dialect that a text is written in if these are its marks. */
function dialectWith(
  marks: readonly Mark[],
  first: readonly Mark[],
  found: Survey,
  sureness: Format['sureness'],
) {
  const learnedMarks = marks
    .map(learned)
    .sort((one, other) => other.pattern.source.length - one.pattern.source.length)
  const head = headOf(first)
  const anchored = found.sightings.flatMap(one => (one ? [found.lines[one.line] ?? ''] : []))
  return inferredDialect({
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
  })
}

function surenessOf({ commands, replies, misfits }: Sense): Format['sureness'] {
  const share = 1 - misfits / Math.max(1, replies)
  if (commands >= 3 && replies >= 3 && share >= 0.9) return 'sure'
  return commands + replies >= 4 && (replies === 0 || share >= 0.6) ? 'likely' : 'guess'
}

/** Whether what was found is a session, or a side of one, rather than single commands and replies that somebody quotes. */
function isDialogue(
  { commands, replies, fitting, score }: Sense,
  marks: readonly Mark[],
  found: Survey,
): boolean {
  const verbs = new Set(marks.flatMap(({ tally }) => [...tally.verbs]))
  const codes = new Set(marks.flatMap(({ tally }) => [...tally.codes]))
  const isWordless = marks.some(({ tally }) => !endsInWord(tally.example))
  if (commands === 0) {
    const isTold = marks.some(({ tally }) => purity(tally, found) >= 0.5)
    return replies > 0 && isTold && (isWordless || codes.size >= 3)
  }
  if (replies === 0) return verbs.size >= 2 && score >= commands * 0.6
  // Without any mark there has to be what a session begins with.
  const isMarked = marks.some(({ tally }) => tally.example !== '')
  const isOpened = codes.has('220') || openingVerbs.some(verb => verbs.has(verb))
  return (isMarked || isOpened) && fitting >= 1 && fitting * 3 >= commands && score >= 1
}

const openingVerbs = ['EHLO', 'HELO', 'LHLO']

/** The dialect of a text in which lines stand that look like SMTP, and make no sense as a session. */
function calm(found: Survey): Inference {
  const dialect = inferredDialect({
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
  })
  return { dialect, sense: senseOf(dialect, found.lines) }
}

/** The same text with the lines of each session together, where ids tell them apart: an echo stands near its original. */
function apart(found: Survey): Survey {
  const head = headOf(candidatesIn(found).first)
  const group = idGroupIn(head, found)
  if (group === null) return found
  const sessions = new Map<string, string[]>()
  let current = ''
  for (const line of found.lines) {
    current = head.exec(line)?.[group] ?? current
    const lines = sessions.get(current)
    if (lines) lines.push(line)
    else sessions.set(current, [line])
  }
  return survey([...sessions.values()].flat())
}

/** What a text shows of itself, and how much sense that makes. */
export interface Inference {
  readonly dialect: Dialect
  readonly sense: Sense
}

/**
 * Finds out how a text is written: splits each line into a prefix and what could be a payload, and sees behind which
 * prefixes commands stand and behind which replies. Arrows are not believed: what is said shows who says it. A prefix
 * counts as a mark if more of the dialogue makes sense with it than without.
 *
 * @param unmarked the dialect for texts without marks
 * @returns a dialect made for this text; null where nothing looks like SMTP, or where `unmarked` makes as much sense of it
 */
export function inferDialect(texts: readonly string[], unmarked: Dialect): Inference | null {
  const found = apart(survey(surveyed(texts)))
  const { first, others } = candidatesIn(found)
  if (first.length === 0) return null
  const marks = [...first]
  const make = (list: readonly Mark[], sureness: Format['sureness'] = 'guess') =>
    dialectWith(list, first, found, sureness)
  let sense = senseOf(make(marks), found.lines)
  // A mark of one side may make sense only with one of the other's.
  for (let isBetter = true, left = others.slice(0, mostMarks); isBetter; ) {
    isBetter = false
    for (const other of left) {
      const tried = senseOf(make([...marks, other]), found.lines)
      if (tried.score <= sense.score) continue
      marks.push(other)
      sense = tried
      isBetter = true
    }
    left = left.filter(other => !marks.includes(other))
  }
  const plain = senseOf(unmarked, found.lines)
  if (!isDialogue(sense, marks, found)) return plain.score < 0 ? calm(found) : null
  if (marks.every(({ tally }) => tally.example === '') && plain.score >= sense.score) return null
  return { dialect: make(marks, surenessOf(sense)), sense }
}
