import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { CompletionItem } from 'vscode-languageserver-types'
import { completionsAt, resolveCompletion } from '../../server/features/completion.ts'
import { checkTranscript } from '../../server/rules/check.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { accepted, editOf, fullEditor, plainEditor } from './completing.ts'

/** The rules of some families that find something on line `from` of a text, counted from 0, or below. */
function findings(text: string, from: number, dialect: Dialect, families: RegExp): readonly string[] {
  const checked = checkTranscript(readTranscript(text, dialect), {
    profile: 'strict',
    severities: new Map(),
    language: 'en',
  })
  return checked.flatMap(({ placed, problems }) =>
    problems
      .filter(({ rule, span }) => families.test(rule.id) && lineInText(placed, span.line) >= from)
      .map(({ rule }) => rule.id),
  )
}

/** What is found in what was accepted on the last line of a text, and was not there before. */
function added(text: string, item: CompletionItem, dialect: Dialect, families: RegExp): readonly string[] {
  const line = editOf(item).range.start.line
  const before = [...findings(text, line, dialect, families)]
  return findings(accepted(text, item), line, dialect, families).filter(id => {
    const known = before.indexOf(id)
    if (known >= 0) before.splice(known, 1)
    return known < 0
  })
}

/** What somebody may have typed of a line before its first word is complete. */
const beginnings = [
  '',
  'C: ',
  'S: ',
  'C:',
  'C: ma',
  'C: r',
  'S: 2',
  'S: 5',
  ' -> ',
  '<-  ',
  ' -> mai',
  'r',
  '2',
]

/** What somebody may have typed of words behind. */
const words = [
  ...[
    'S: 250-',
    'S: 250 ',
    'S: 550 ',
    '250 ',
    'C: MAIL ',
    'C: MAIL FROM:',
    'C: MAIL FROM:<',
    'C: RCPT TO:<x@',
  ],
  ...['C: RCPT to:<b@mx.example> ', 'C: MAIL FROM:<a@c.example> ', 'C: MAIL FROM:<a@c.example> body='],
  ...['C: AUTH ', 'C: EHLO ', ' -> RCPT TO:', 'MAIL FROM:<', 'C: BDAT 12 ', '# ', '# smtp-disable '],
]

/** A text up to some line, which ends in one of these; without codes of which nobody can say what they answer. */
function textsTyped(endings: readonly string[]): fc.Arbitrary<string> {
  const readable = texts.filter(text => !text.includes('999'))
  return fc.tuple(readable, fc.nat(40), fc.constantFrom(...endings)).map(([text, lines, typed]) => {
    const head = text.split(/\r\n|\n|\r/).slice(0, lines)
    return [...head, typed].join('\n')
  })
}

const dialects = ['smtp', 'swaks', 'bare'].map(name => {
  const dialect = dialectNamed(name)
  assert.ok(dialect)
  return dialect
})

function itemsAtEnd(text: string, dialect: Dialect): readonly CompletionItem[] {
  const lines = text.split(/\r\n|\n|\r/)
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
  return completionsAt(readTranscript(text, dialect), position, plainEditor).items
}

/** What rules say of the form of a reply; others say what it does to its command. */
const formsOfReplies =
  /^reply\/(?:malformed|code|multiline-code|missing-text|enhanced-(?:class|mal|unreg|unusual)|text-contra|line-too|non-ascii|ehlo|greeting|unknown-code)/

function isReply({ label }: CompletionItem): boolean {
  return /^(?:S: |<[-~] {2})?(?:\d{3}[ -]|[245]\.\d)/.test(label)
}

describe('whatever is offered', () => {
  for (const dialect of dialects) {
    it(`is no mistake of form once it is accepted (${dialect.name})`, () => {
      fc.assert(
        fc.property(textsTyped([...beginnings, ...words]), text => {
          for (const item of itemsAtEnd(text, dialect)) {
            if (isReply(item) && /^[23]/.test(item.sortText ?? '')) continue
            const found = added(text, item, dialect, isReply(item) ? formsOfReplies : /^syntax\//)
            assert.deepEqual(found, [], `${JSON.stringify(item.label)} in\n${text}`)
          }
        }),
        { numRuns: 150 },
      )
    })

    it(`is in sequence where it is a command, unless it says that it is not (${dialect.name})`, () => {
      fc.assert(
        fc.property(textsTyped(beginnings), text => {
          for (const item of itemsAtEnd(text, dialect)) {
            if (isReply(item) || /^[23]/.test(item.sortText ?? '')) continue
            const found = added(text, item, dialect, /^sequence\//)
            assert.deepEqual(found, [], `${JSON.stringify(item.label)} in\n${text}`)
          }
        }),
        { numRuns: 150 },
      )
    })
  }
})

/** Asks at a position, and checks that what is offered can be put there and documented. */
function assertAnswers(transcript: Transcript, line: number, character: number, length: number): void {
  for (const trigger of [null, ' ']) {
    for (const item of completionsAt(transcript, { line, character }, { ...fullEditor, trigger }).items) {
      assert.ok(item.textEdit && 'insert' in item.textEdit)
      const { insert, replace } = item.textEdit
      assert.deepEqual(insert.end, { line, character })
      assert.deepEqual(insert.start, replace.start)
      assert.ok(insert.start.character <= character && replace.end.character <= length)
      resolveCompletion(item, fullEditor)
    }
  }
}

describe('completion', () => {
  it('has an answer for every position of every text', () => {
    fc.assert(
      fc.property(texts, text => {
        const transcript = readTranscript(text)
        for (const [line, { length }] of text.split(/\r\n|\n|\r/).entries()) {
          for (let column = 0; column <= length; column++) assertAnswers(transcript, line, column, length)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('has one for every transcript of the corpus, at many of its positions', () => {
    const files = readdirSync('test/corpus', { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:txt|log|mbox)$/.test(name))
      .map(name => readFileSync(join('test/corpus', name), 'utf8'))
    assert.ok(files.length > 300)
    for (const text of files) {
      const transcript = readTranscript(text)
      const lines = text.split(/\r\n|\n|\r/)
      const step = Math.ceil(lines.length / 12)
      for (let line = 0; line < lines.length; line += step) {
        const { length } = lines[line] ?? ''
        for (const column of [0, Math.min(4, length), Math.floor(length / 2), length])
          assertAnswers(transcript, line, column, length)
      }
    }
  })

  it('has none for a position that the text has not', () => {
    const transcript = readTranscript('C: NOOP')
    for (const [line, character] of [
      [0, 8],
      [1, 0],
      [-1, 0],
      [0, -1],
    ] as const) {
      assert.deepEqual(completionsAt(transcript, { line, character }, fullEditor).items, [])
    }
  })
})
