import { explainOutcome, type Outcome, outcomesOf } from '../features/outcomes.ts'
import { referenceUrl } from '../protocol/references.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { CheckReport, CheckRun } from './checkReport.ts'
import { jsonItem, printArray } from './jsonPieces.ts'
import { fixesOf, type ListedProblem, noteOnFixes, placeOf, placeOfRange } from './listing.ts'

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

/**
 * The findings in the form of the command line's contract: one JSON object. Problems are printed as they come; outcomes,
 * which stand behind all of them, are held as the texts that they become.
 */
export function checkJson({ print }: CheckRun): CheckReport {
  const outcomes: string[] = []
  let problems = 0
  print('{\n  "problems": [')
  return {
    session: ({ file, placed, number, listed }) => {
      for (const one of listed) {
        print(`${problems === 0 ? '' : ','}${jsonItem(problemJson(one), 2)}`)
        problems += 1
      }
      for (const outcome of outcomesOf(placed.session)) {
        outcomes.push(jsonItem(outcomeJson(file, placed, number, outcome), 2))
      }
    },
    fileEnd: () => {},
    unread: () => {},
    end: ({ summary, withoutFixes }) => {
      const note = noteOnFixes(withoutFixes)
      const notes = note === null ? {} : { notes: [note] }
      print(`${problems === 0 ? '' : '\n  '}],\n  "outcomes": `)
      printArray(print, outcomes, 1)
      // The rest of the object, behind its opening brace.
      print(`,${JSON.stringify({ summary, ...notes }, null, 2).slice(1)}\n`)
    },
  }
}
