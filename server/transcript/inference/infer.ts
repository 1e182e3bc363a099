import type { Dialect } from '../dialects/dialect.ts'
import { calmFormat, type Format, formatOf, headOf, idGroupIn } from './format.ts'
import { inferredDialect } from './inferredDialect.ts'
import { candidatesIn, type Mark, purity } from './roles.ts'
import { type Sense, senseOf } from './sense.ts'
import { endsInWord } from './shape.ts'
import { type Survey, survey } from './survey.ts'

/** How many lines are looked at to find out how a text is written. */
const surveyedLines = 2000

/** The lines, from line `from` on, that are looked at to find out how a text is written. */
export function surveyed(texts: readonly string[], from = 0): readonly string[] {
  return texts.slice(from, from + surveyedLines)
}

/** No text has more marks. */
const mostMarks = 16

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

/** Single commands and replies in a text that makes no sense as a session: only what can open one begins one. */
function calm(found: Survey): Inference {
  const dialect = inferredDialect(calmFormat)
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
 * @param texts as many lines as are `surveyed`
 * @param unmarked the dialect for texts without marks
 * @returns a dialect made for this text; null where nothing looks like SMTP, or where `unmarked` makes as much sense of it
 */
export function inferDialect(texts: readonly string[], unmarked: Dialect): Inference | null {
  const found = apart(survey(texts))
  const { first, others } = candidatesIn(found)
  if (first.length === 0) return null
  const marks = [...first]
  const make = (list: readonly Mark[], sureness: Format['sureness'] = 'guess') =>
    inferredDialect(formatOf(list, first, found, sureness))
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
