import type { TextEdit } from 'vscode-languageserver-types'
import { checkTranscript } from '../rules/check.ts'
import type { Fix, Problem, Rule } from '../rules/rule.ts'
import { canFixTogether, type SessionProblems } from '../rules/sessionFindings.ts'
import type { RuleSettings } from '../rules/settings.ts'
import { editsTogether, type Repaired } from '../rules/soundFixes.ts'
import { lineInText } from '../transcript/placedSession.ts'
import { lineEndOf, wholeOf } from '../transcript/reading.ts'
import type { SessionBody } from '../transcript/sessionBody.ts'
import { type Transcript, updateTranscript } from '../transcript/transcript.ts'
import { fixData } from './fixData.ts'
import { editsBetween, editTraced, type TracedLines, unedited } from './lineOrigins.ts'

/** Which findings are repaired: all that have a safe fix, or all of one rule. */
export type FixChoice = { readonly kind: 'safe' } | { readonly kind: 'rule'; readonly rule: string }

/** A finding that was repaired. */
export interface Repair {
  readonly rule: Rule
  /** The title of the fix. */
  readonly title: string
  /** The line of the text as it was, from 0. */
  readonly line: number
}

/** What was repaired in a text. */
export interface FixedText {
  /** All edits, made to the text as it was; in its order. */
  readonly edits: readonly TextEdit[]
  readonly repairs: readonly Repair[]
  /** The transcript with the edits made. */
  readonly transcript: Transcript
}

/** Fixes that are made to a text, round by round. */
export interface FixingInProgress {
  /** Goes on until `isOver` says that it is time for something else; true when nothing is left to repair. */
  readonly goOn: (isOver: () => boolean) => boolean
  /** What has been repaired so far. */
  readonly fixed: () => FixedText
}

/** As many rounds as other checkers make: a fix that brings up its finding again and again comes to an end. */
const rounds = 10

/** A session with more findings has the rest repaired in the next round. */
const atATime = 100
const oneByOne = 20

interface Candidate extends Repaired {
  readonly problem: Problem
}

function isWanted({ rule }: Problem, choice: FixChoice): boolean {
  return choice.kind === 'safe' || rule.id === choice.rule
}

function fits(fix: Fix | undefined, choice: FixChoice): fix is Fix {
  return fix !== undefined && (choice.kind === 'rule' || fix.isSafe === true)
}

/** The fixes of the findings of a session that do not touch each other. */
function candidatesIn({ problems }: SessionProblems, choice: FixChoice): readonly Candidate[] {
  const chosen: Candidate[] = []
  for (const problem of problems) {
    const [fix] = isWanted(problem, choice) ? problem.proposals() : []
    if (!fits(fix, choice) || editsTogether([...chosen.map(one => one.fix), fix]) === null) continue
    if (chosen.push({ problem, rule: problem.rule, fix }) >= atATime) break
  }
  return chosen
}

/** Those that can be made together. */
function soundIn(found: SessionProblems, choice: FixChoice): readonly Candidate[] {
  const all = candidatesIn(found, choice)
  if (all.length === 0 || canFixTogether(found.placed, all)) return all
  const kept: Candidate[] = []
  for (const { problem, rule } of all.slice(0, oneByOne)) {
    const [fix] = problem.fixes()
    if (!fits(fix, choice)) continue
    const next = { problem, rule, fix }
    if (kept.length === 0 || canFixTogether(found.placed, [...kept, next])) kept.push(next)
  }
  return kept
}

/** What changes while fixes are made. */
interface Progress {
  transcript: Transcript
  lines: TracedLines
  round: number
  /** The findings of this round, and the edits that come of them. */
  left: Iterator<SessionProblems>
  edits: TextEdit[]
  readonly repairs: Repair[]
}

function originOf({ origins }: TracedLines, line: number): number {
  for (let at = line; at >= 0; at--) {
    const origin = origins[at]
    if (typeof origin === 'number') return origin
  }
  return 0
}

/** Repairs a session, unless that was tried before. */
function repair(progress: Progress, found: SessionProblems, choice: FixChoice, end: string): boolean {
  const chosen = soundIn(found, choice)
  for (const { fix, rule, problem } of chosen) {
    const { edits } = fixData(fix, found.placed, end)
    progress.edits.push(...edits.map(({ range, newText }) => ({ range, newText })))
    const line = originOf(progress.lines, lineInText(found.placed, problem.span.line))
    progress.repairs.push({ rule, title: fix.title, line })
  }
  return chosen.length > 0
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  )
}

/** Makes the edits of a round, and begins the next. */
function nextRound(progress: Progress, settings: RuleSettings): void {
  const edits = inOrder(progress.edits)
  progress.lines = editTraced(progress.lines, edits)
  // Each edit is made to the result of those before it, so the last goes first.
  const reversed = edits.toReversed().map(({ range, newText }) => ({ ...range, newText }))
  progress.transcript = updateTranscript(progress.transcript, reversed)
  progress.edits = []
  progress.round += 1
  progress.left = checkTranscript(progress.transcript, settings)[Symbol.iterator]()
}

/**
 * Begins to make all fixes of a kind that go together: round after round on what came of the round before, until
 * nothing more is found. What comments switch off is left as it is, and so is what a fix would not improve.
 */
export function beginFixing(
  transcript: Transcript,
  settings: RuleSettings,
  choice: FixChoice,
): FixingInProgress {
  const before = wholeOf(transcript.reading).texts
  const end = lineEndOf(transcript.reading)
  const inVain = new WeakSet<SessionBody>()
  const isPossible = transcript.reading.dialect.write !== null
  const progress: Progress = {
    transcript,
    lines: unedited(before),
    round: 1,
    left: (isPossible ? checkTranscript(transcript, settings) : [])[Symbol.iterator](),
    edits: [],
    repairs: [],
  }
  function goOn(isOver: () => boolean): boolean {
    for (;;) {
      const { done, value: found } = progress.left.next()
      if (done === true) {
        if (progress.edits.length === 0 || progress.round === rounds) return true
        nextRound(progress, settings)
      } else if (found.problems.length > 0 && !inVain.has(found.placed.body)) {
        if (!repair(progress, found, choice, end)) inVain.add(found.placed.body)
        if (isOver()) return false
      }
    }
  }
  return {
    goOn,
    fixed() {
      if (progress.edits.length > 0) nextRound(progress, settings)
      const { lines, repairs, transcript: now } = progress
      return { edits: editsBetween(before, lines, end), repairs, transcript: now }
    },
  }
}
