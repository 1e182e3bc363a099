import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseEnhancedStatusCode } from '../../server/protocol/enhancedStatusCodes.ts'
import { pieceFinder } from '../../server/protocol/replyWordings/pieces.ts'
import type { ReplyWording } from '../../server/protocol/replyWordings/replyWording.ts'
import {
  fixedPieces,
  normalised,
  type WordedReply,
  wordingFinder,
} from '../../server/protocol/replyWordings/wordingFinder.ts'
import { findReplyWording, replyWordings } from '../../server/protocol/replyWordings.ts'

/** A reply from its lines as they come over the wire. */
function replyOf(lines: string): WordedReply {
  let code = 0
  let enhancedCode: string | null = null
  const texts = lines.split('\n').map(line => {
    assert.match(line, /^\d{3}[- ]/)
    code = Number(line.slice(0, 3))
    const behind = line.slice(4)
    const found = parseEnhancedStatusCode(behind)?.text
    enhancedCode ??= found ?? null
    return behind.slice(found?.length ?? 0).trim()
  })
  return { code, enhancedCode, text: texts.join(' ') }
}

function found(lines: string): string | null {
  return findReplyWording(replyOf(lines))?.id ?? null
}

describe('the pieces of a list in a text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 })
  const lists = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 }),
    {
      maxLength: 12,
    },
  )

  it('are all found, by their ends and the longest first', () => {
    fc.assert(
      fc.property(lists, letters, (pieces, text) => {
        const hits: (readonly [number, number])[] = []
        pieceFinder(pieces).scan(text, (piece, end) => hits.push([piece, end]))
        const expected = [...text].flatMap((_, index) =>
          pieces
            .map((piece, number) => [number, index + 1, piece] as const)
            .filter(([, end, piece]) => text.slice(0, end).endsWith(piece))
            .sort(([, , one], [, , other]) => other.length - one.length)
            .map(([number, end]) => [number, end] as const),
        )
        assert.deepEqual(hits, expected)
      }),
    )
  })

  it('take at most two steps for a unit of the text, however many they are', () => {
    fc.assert(
      fc.property(lists, letters, (pieces, text) => {
        assert.ok(pieceFinder(pieces).scan(text, () => {}) <= 2 * text.length)
      }),
    )
    const text = 'the quick brown fox jumps over the lazy dog '.repeat(90)
    const words = ['quick brown', 'the lazy dog', 'fox jumped']
    const many = Array.from({ length: 5000 }, (_, index) => `${index} is said nowhere`)
    const count = (pieces: readonly string[]) => pieceFinder(pieces).scan(text, () => {})
    assert.equal(count([...words, ...many]), count(words))
  })
})

/** A row of which only what is looked for counts. */
function row(
  id: string,
  says: readonly [string, ...string[]],
  rest: Partial<ReplyWording> = {},
): ReplyWording {
  return { id, by: null, says, cause: '', next: '', fault: 'policy', references: [], example: '', ...rest }
}

describe('the row that fits a reply', () => {
  const reply = (text: string, code = 550, enhancedCode: string | null = '5.7.1'): WordedReply => ({
    code,
    enhancedCode,
    text,
  })
  const idIn = (rows: readonly ReplyWording[], one: WordedReply) => wordingFinder(rows)(one)?.id ?? null

  it('has all pieces of one alternative in the text, in their order and not one in the other', () => {
    const rows = [row('a', ['client host * blocked using *list.example', 'go away'])]
    assert.equal(idIn(rows, reply('Client host [192.0.2.1] blocked using bl.list.example; see')), 'a')
    assert.equal(idIn(rows, reply('please GO\t  Away now')), 'a')
    assert.equal(idIn(rows, reply('blocked using list.example client host here')), null)
    assert.equal(idIn([row('b', ['abcab*abc'])], reply('abcabc')), null)
    assert.equal(idIn([row('b', ['abcab*abc'])], reply('abcababc')), 'b')
  })

  it('is found where a log wrote all lines of the reply as one', () => {
    const rows = [row('a', ['blocked because it is late'])]
    assert.equal(idIn(rows, reply('it is blocked 550-5.7.1 because it is 550 5.7.1 late')), 'a')
    assert.equal(idIn(rows, reply('it is blocked 5.7.1 because it is late')), null)
  })

  it('has one of its codes', () => {
    const rows = (codes: readonly string[]) => [row('a', ['words'], { codes })]
    for (const code of ['550', '5', '5.7.1', '5.7.*']) assert.equal(idIn(rows([code]), reply('words')), 'a')
    for (const code of ['451', '4', '5.7.2', '5.1.*']) assert.equal(idIn(rows([code]), reply('words')), null)
    assert.equal(idIn(rows(['451', '550']), reply('words')), 'a')
    assert.equal(idIn(rows(['5.7.1']), reply('words', 550, null)), null)
  })

  it('has the most words, then a name, then the first place', () => {
    const rows = [
      row('short', ['try']),
      row('nameless', ['again later']),
      row('named', ['try later *!', 'again later'], { by: 'Somebody' }),
      row('named-too', ['again later'], { by: 'Somebody else' }),
      row('wrong-code', ['please try again later'], { codes: ['4'] }),
    ]
    assert.equal(idIn(rows, reply('please try again later')), 'named')
    assert.equal(idIn(rows, reply('please try it')), 'short')
    assert.equal(idIn(rows, reply('please try again later', 450, null)), 'wrong-code')
  })

  it('is not looked for behind the first 4000 units', () => {
    const rows = [row('a', ['words'])]
    assert.equal(idIn(rows, reply(`${'-'.repeat(3995)}words`)), 'a')
    assert.equal(idIn(rows, reply(`${'-'.repeat(3996)}words`)), null)
  })

  const says = fc
    .array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map(pieces => pieces.join('*'))
    .filter(one => fixedPieces(one).length > 0)
  const rowsOfLetters = fc
    .array(
      fc.record({
        says: fc.tuple(says, says),
        by: fc.constantFrom('Somebody', null),
        codes: fc.constantFrom(undefined, ['550'], ['4']),
      }),
      { maxLength: 8 },
    )
    .map(list =>
      list.map(({ says: alternatives, by, codes }, index) =>
        row(String(index), alternatives, codes ? { by, codes } : { by }),
      ),
    )
  const replies = fc.record({
    code: fc.constantFrom(450, 550),
    enhancedCode: fc.constantFrom('5.7.1', null),
    text: fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\t'), maxLength: 30 }),
  })

  /** The same by looking for every alternative by itself. */
  function naive(rows: readonly ReplyWording[], { text, code }: WordedReply): string | null {
    const plain = normalised(text)
    const fits = rows.flatMap((one, order) =>
      one.says.flatMap(alternative => {
        let end = 0
        let fixed = 0
        for (const piece of fixedPieces(alternative)) {
          const at = plain.indexOf(piece, end)
          if (at < 0) return []
          end = at + piece.length
          fixed += piece.length
        }
        const hasCode = !one.codes || one.codes.some(its => String(code).startsWith(its))
        return hasCode ? [{ id: one.id, fixed, named: one.by === null ? 0 : 1, order }] : []
      }),
    )
    fits.sort((a, b) => b.fixed - a.fixed || b.named - a.named || a.order - b.order)
    return fits[0]?.id ?? null
  }

  it('is the one that a search for each alternative by itself finds', () => {
    fc.assert(
      fc.property(rowsOfLetters, replies, (rows, one) => idIn(rows, one) === naive(rows, one)),
      {
        numRuns: 1000,
      },
    )
  })

  it('stays the same when rows come in that say other things', () => {
    const others = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', 'x'), minLength: 2, maxLength: 5 }).map(text => `${text}x`),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rowsOfLetters, others, replies, (rows, more, one) => {
        const added = more.map((text, index) => row(`other-${index}`, [text], { by: 'Somebody' }))
        return idIn([...added, ...rows, ...added], one) === idIn(rows, one)
      }),
    )
  })
})

describe('the table of what servers say', () => {
  it('names each row once, by who says it and what', () => {
    const ids = replyWordings.map(({ id }) => id)
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    )
    for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })

  it('looks for no piece of less than three characters', () => {
    const short = replyWordings.flatMap(({ id, says }) =>
      says.flatMap(alternative =>
        fixedPieces(alternative)
          .filter(piece => piece.trim().length < 3)
          .map(() => id),
      ),
    )
    assert.deepEqual(short, [])
  })

  for (const { id, example } of replyWordings) {
    it(`finds ${id} by its example, and no other row`, () => assert.equal(found(example), id))
  }
})
