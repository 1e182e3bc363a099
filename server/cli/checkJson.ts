import { explainOutcome, type Outcome, outcomesOf } from '../features/outcomes.ts'
import { referenceUrl } from '../protocol/references.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { CheckRun } from './checkRun.ts'
import { fixesOf, type ListedProblem, listProblems, noteOnFixes, placeOf, placeOfRange } from './listing.ts'
import { summaryOf } from './summary.ts'

function problemJson(listed: ListedProblem) {
  const { file, placed } = listed
  const { rule, span, severity, fault, message, related } = listed.problem
  return {
    file,
    ...placeOf(span, placed),
    rule: rule.id,
    severity,
    fault,
    message,
    url: referenceUrl(rule.references[0]),
    related: related.map(one => ({ ...placeOf(one.span, placed), message: one.message })),
    fixes: fixesOf(listed).map(({ title, edits }) => ({
      title,
      edits: edits.map(({ range, newText }) => ({ ...placeOfRange(range), newText })),
    })),
  }
}

function outcomeJson(file: string, placed: PlacedSession, session: number, outcome: Outcome) {
  const { reply, result, transaction } = outcome
  return {
    file,
    session,
    transaction,
    result,
    line: reply ? lineInText(placed, reply.line) + 1 : null,
    code: reply?.code ?? null,
    enhancedCode: reply?.enhancedCode ?? null,
    explanation: explainOutcome(placed, outcome),
  }
}

/** The findings in the form of the command line's contract: one JSON object. */
export function checkJson(run: CheckRun): string {
  const listing = listProblems(run)
  const outcomes = run.checked.flatMap(({ file, transcript }) =>
    transcript.sessions.flatMap((placed, index) =>
      outcomesOf(placed.session).map(outcome => outcomeJson(file, placed, index + 1, outcome)),
    ),
  )
  const problems = listing.listed.map(problemJson)
  const note = noteOnFixes(listing)
  const notes = note === null ? {} : { notes: [note] }
  return `${JSON.stringify({ problems, outcomes, summary: summaryOf(run.checked), ...notes }, null, 2)}\n`
}
