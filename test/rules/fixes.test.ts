import assert from 'node:assert/strict'
import fc from 'fast-check'
import { checkTranscript } from '../../server/rules/check.ts'
import type { Fix } from '../../server/rules/rule.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import { wholeOf } from '../../server/transcript/reading.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { applyFix } from './applyFix.ts'
import { moves, sessionText } from './generatedSession.ts'

interface Offer {
  readonly id: string
  readonly fix: Fix
  readonly startLine: number
}

/** The rule ids found, and every command that some finding speaks of, as `line text`. */
function findingsIn(text: string, dialect: Dialect) {
  const transcript = readTranscript(text, dialect)
  const ids: string[] = []
  const offers: Offer[] = []
  const touched = new Set<string>()
  for (const { placed, problems } of checkTranscript(transcript)) {
    const { startLine } = placed
    for (const { rule, span, related, fixes } of problems) {
      // A gap that a fix leaves is filled in by whoever asked for the fix.
      if (!rule.mayFollowFix) ids.push(rule.id)
      for (const fix of fixes()) offers.push({ id: rule.id, fix, startLine })
      for (const place of [span, ...related.map(one => one.span)]) {
        touched.add(wholeOf(transcript.reading).texts[startLine + place.line] ?? '')
      }
    }
  }
  return { ids, offers, touched }
}

function count(ids: readonly string[], id: string): number {
  return ids.filter(one => one === id).length
}

/** What a fix must keep: its finding goes, and no command is found fault with that was innocent before. */
function checkOffer(text: string, dialect: Dialect, offer: Offer): void {
  const before = findingsIn(text, dialect)
  const fixed = applyFix(text, offer.startLine, offer.fix)
  const after = findingsIn(fixed, dialect)
  const story = `${offer.id}, "${offer.fix.title}"\n--- before\n${text}--- after\n${fixed}`
  assert.ok(count(after.ids, offer.id) < count(before.ids, offer.id), `the finding stays: ${story}`)
  assert.ok(after.ids.length < before.ids.length + 1, `more findings than before: ${story}`)
  const added = after.ids.filter(id => count(after.ids, id) > count(before.ids, id))
  assert.deepEqual(added, [], `a new finding: ${story}`)
}

describe('fixes over generated sessions', () => {
  for (const dialect of writableDialects) {
    for (const withReplies of [true, false]) {
      it(`remove their finding and add none (${dialect.name}, ${withReplies ? 'with replies' : 'client only'})`, () => {
        fc.assert(
          fc.property(moves, list => {
            const text = sessionText(list, dialect, withReplies)
            for (const offer of findingsIn(text, dialect).offers) checkOffer(text, dialect, offer)
          }),
          // The dialects differ only in how a line is written.
          { numRuns: dialect === smtp ? 300 : 60 },
        )
      })
    }
  }
})
