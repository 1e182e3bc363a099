import assert from 'node:assert/strict'
import { detectDialect } from '../../server/transcript/detectDialect.ts'
import { bare } from '../../server/transcript/dialects/bare.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { dialects } from '../../server/transcript/dialects/registry.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { type CorpusFile, corpusOf, expectedDialogue, foundIn, swapped, tools } from './expectation.ts'

/** How a file reads when only `choice` is described. */
function readWith(choice: readonly Dialect[], { text, expected }: CorpusFile) {
  const dialect = detectDialect(splitLines(text).texts, choice)
  const found = foundIn(readTranscript(text, dialect), expected)
  const wanted = expectedDialogue(expected)
  // Where reporting nothing is right, what is not reported is not missing.
  const missing = expected.ambiguous ? [] : wanted.filter(fact => !found.includes(fact))
  return { dialect, wanted: wanted.length, missing: missing.length, swapped: swapped(found, expected) }
}

/** The described dialects without the one that a file is detected to be in. */
function withoutOwn({ text }: CorpusFile): readonly Dialect[] {
  const { dialect } = readTranscript(text).reading
  return dialects.filter(one => one !== dialect || one === bare)
}

const ways: readonly (readonly [string, (file: CorpusFile) => readonly Dialect[]])[] = [
  ['its dialect switched off', withoutOwn],
  ['no dialect described at all', () => [bare]],
]

describe('what nobody has described', () => {
  for (const [way, choiceFor] of ways) {
    for (const tool of tools) {
      it(`is read by inference alone: ${tool} with ${way}`, () => {
        let wanted = 0
        let missing = 0
        for (const file of corpusOf(tool)) {
          const read = readWith(choiceFor(file), file)
          wanted += read.wanted
          missing += read.missing
          assert.deepEqual(read.swapped, [], `${file.name} as ${read.dialect.name}`)
        }
        assert.ok(missing <= wanted * 0.08, `${missing} of ${wanted} lines are missing`)
      })
    }
  }

  it('is read in nearly all of its lines, and none of them swapped', () => {
    let wanted = 0
    let missing = 0
    for (const file of tools.flatMap(corpusOf)) {
      const read = readWith([bare], file)
      wanted += read.wanted
      missing += read.missing
    }
    assert.ok(missing <= wanted * 0.01, `${missing} of ${wanted} lines are missing`)
  })
})
