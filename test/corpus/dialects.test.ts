import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { detectDialect } from '../../server/transcript/detectDialect.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { dialects } from '../../server/transcript/dialects/registry.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { expectFile } from '../expectFile.ts'
import { expectListing } from '../transcript/listing.ts'
import { dialectsPage } from './dialectsPage.ts'
import { corpusOf, tools } from './expectation.ts'
import { outbox } from './outboxDialect.ts'

const files = tools.flatMap(corpusOf).map(({ text }) => {
  const { texts } = splitLines(text)
  return { texts, dialect: detectDialect(texts) }
})

/** Dialects whose example is not from the corpus but from RFCs and documentation: there is no such output in it. */
const documented = new Set([
  'smtp-cli',
  ...['smtp', 'mailkit', 'smtpd-python', 'exchange', 'sendmail-log', 'prose', 'rfc821'],
])

/** The only tool that prints what one side says, and nothing of the other. */
const oneSided = new Set(['smtpd-python'])

function exampleOf({ example }: Dialect): string {
  return example.map(line => `${line}\n`).join('')
}

function countsIn({ sessions }: Transcript): { commands: number; replies: number } {
  const found = sessions.map(({ session: { greeting, unasked, exchanges } }) => ({
    commands: exchanges.filter(({ unit }) => unit.kind === 'command').length,
    replies: (greeting ? 1 : 0) + unasked.length + exchanges.flatMap(({ replies }) => replies).length,
  }))
  const sum = (of: (one: { commands: number; replies: number }) => number) =>
    found.reduce((total, one) => total + of(one), 0)
  return { commands: sum(one => one.commands), replies: sum(one => one.replies) }
}

describe('every described dialect', () => {
  it('has a name of its own, which can stand behind --dialect', () => {
    const names = dialects.map(({ name }) => name)
    assert.deepEqual([...new Set(names)], names)
    assert.deepEqual(
      names.filter(name => !/^[a-z][\w-]*$/.test(name)),
      [],
    )
  })

  for (const dialect of dialects) {
    it(`is known by its example: ${dialect.name}`, () => {
      assert.ok(dialect.example.length <= 6)
      assert.equal(detectDialect(dialect.example).name, dialect.name)
    })

    it(`reads what client and server say in its example: ${dialect.name}`, () => {
      const { commands, replies } = countsIn(readTranscript(exampleOf(dialect)))
      const isPart = dialect.isSummary === true || oneSided.has(dialect.name)
      if (isPart) assert.ok(commands + replies > 0)
      else assert.ok(commands > 0 && replies > 0, `${commands} commands, ${replies} replies`)
    })

    if (documented.has(dialect.name)) continue
    it(`has an example that the tool has printed: ${dialect.name}`, () => {
      const printed = new Set(
        files.filter(file => file.dialect.name === dialect.name).flatMap(({ texts }) => texts),
      )
      const invented = dialect.example.filter(line => !printed.has(line))
      assert.deepEqual(invented, [])
    })
  }
})

describe('docs/dialects.md', () => {
  it('is current', () => {
    const counts = new Map<string, number>()
    for (const { dialect } of files) counts.set(dialect.name, (counts.get(dialect.name) ?? 0) + 1)
    const worked = readFileSync('test/corpus/outboxDialect.ts', 'utf8')
    expectFile('docs/dialects.md', dialectsPage({ dialects, files: counts, worked }))
  })

  it('teaches with a dialect that works', () => {
    assert.equal(detectDialect(outbox.example, [...dialects, outbox]), outbox)
    expectListing(
      `
      [w1] connected to mx.example.org:25
      [w2] connected to mx.example.com:25
      [w1] in: 220 mx.example.org ESMTP
      [w2] in: 220 mx.example.com ESMTP
      [w1] out: EHLO client.example.net
      [w2] out: EHLO client.example.net
      [w1] in: 250 mx.example.org
      [w2] peer went away
      [w1] out: DATA
      [w1] in: 503 5.5.1 need RCPT
      `,
      `
      session 1-10 outbox ESMTP open
      3 greeting 220
      5 EHLO greeted allowed -> 250
      9 DATA ready out-of-sequence: data-without-mail -> 503
      session 2-8 outbox unknown lost
      4 greeting 220
      6 EHLO greeted allowed
      `,
      outbox,
    )
  })
})
