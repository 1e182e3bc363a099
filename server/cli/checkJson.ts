import { fixData } from '../features/fixData.ts'
import { explainOutcome, type Outcome, outcomesOf } from '../features/outcomes.ts'
import { rangeOf } from '../features/ranges.ts'
import { referenceUrl } from '../protocol/references.ts'
import type { Problem } from '../rules/rule.ts'
import { lineEndOf } from '../transcript/lines.ts'
import { lineInText, type PlacedSession } from '../transcript/transcript.ts'
import type { CheckedFile } from './checkedFile.ts'
import { summaryOf } from './summary.ts'

/** Lines and columns from 1, as editors show them. */
function fromOne({ start, end }: ReturnType<typeof rangeOf>) {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }
}

/** Trying a fix costs a look at its whole session; where that would take minutes, `fixes` is empty, and a note says so. */
const trialLimit = 2_000_000

function problemJson({ file, lineEnd, problem, placed, isAffordable }: Listed) {
  const { rule, severity, fault, message, fixes, related } = problem
  return {
    file,
    ...fromOne(rangeOf(problem.span, placed)),
    rule: rule.id,
    severity,
    fault,
    message,
    url: referenceUrl(rule.references[0]),
    related: related.map(one => ({ ...fromOne(rangeOf(one.span, placed)), message: one.message })),
    fixes: (isAffordable ? fixes() : []).map(fix => ({
      title: fix.title,
      edits: fixData(fix, placed, lineEnd).edits.map(({ range, newText }) => ({
        ...fromOne(range),
        newText,
      })),
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

interface Listed {
  readonly file: string
  readonly lineEnd: string
  readonly problem: Problem
  readonly placed: PlacedSession
  readonly isAffordable: boolean
}

function listProblems(checked: readonly CheckedFile[], limit: number): Listed[] {
  const all = checked.flatMap(({ file, found, transcript }) => {
    const lineEnd = lineEndOf(transcript.reading.lines)
    return found.flatMap(({ placed, problems }) => {
      const isAffordable = Math.min(problems.length, limit) * placed.lineCount <= trialLimit
      return problems.map(problem => ({ file, lineEnd, problem, placed, isAffordable }))
    })
  })
  return all.slice(0, limit)
}

function notesOn(listed: readonly Listed[]): { notes?: readonly string[] } {
  const count = listed.filter(one => !one.isAffordable).length
  if (count === 0) return {}
  return { notes: [`The fixes of ${count} problems were not worked out: there are too many in one session.`] }
}

/** The findings in the form of the command line's contract: one JSON object. At most `limit` problems are listed. */
export function checkJson(checked: readonly CheckedFile[], limit: number): string {
  const listed = listProblems(checked, limit)
  const outcomes = checked.flatMap(({ file, transcript }) =>
    transcript.sessions.flatMap((placed, index) =>
      outcomesOf(placed.session).map(outcome => outcomeJson(file, placed, index + 1, outcome)),
    ),
  )
  const problems = listed.map(problemJson)
  return `${JSON.stringify({ problems, outcomes, summary: summaryOf(checked), ...notesOn(listed) }, null, 2)}\n`
}
