import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { differences, readCases } from './markedTranscript.ts'
import { complaintAbout, injectionPath, loadMarkdownTokenizer, root, type Tokenizer } from './tokenize.ts'

const fixtures = join(root, 'test', 'syntaxes', 'fixtures')
const embedded = 'meta.embedded.block.smtp'

describe('In Markdown', () => {
  let tokenize: Tokenizer

  before(async () => {
    tokenize = await loadMarkdownTokenizer(readFileSync(join(fixtures, 'markdown.tmLanguage.json'), 'utf8'))
  })

  for (const one of readCases(readFileSync(join(fixtures, 'markdown.txt'), 'utf8'))) {
    it(one.sentence, () => {
      const found = differences(one, tokenize)
      if (found.length > 0) assert.fail(`markdown.txt\n${found.join('\n')}`)
    })
  }

  it('the lines between the fences, and no others, are in the language smtp', () => {
    const lines = ['NOOP', '', '```smtp', 'C: DATA', '', 'C: x', '```', 'NOOP']
    const inside = tokenize(lines).flatMap((tokens, line) =>
      tokens.some(token => token.scopes.includes(embedded)) ? [line] : [],
    )
    assert.deepEqual(inside, [3, 4, 5])
  })

  it('a block has the scopes that VS Code gives to blocks of other languages', () => {
    const [, block] = tokenize(['```smtp', 'C: NOOP', '```'])
    assert.deepEqual(block?.[0]?.scopes.slice(0, 3), [
      ...['text.html.markdown', 'markup.fenced_code.block.markdown', embedded],
    ])
  })

  it('the injection is contributed under the names that it has', () => {
    const grammar = JSON.parse(readFileSync(injectionPath, 'utf8'))
    const contributed = manifest.contributes.grammars.find(({ scopeName }) => scopeName === grammar.scopeName)
    assert.deepEqual(contributed, {
      scopeName: 'markdown.smtp.codeblock',
      path: './syntaxes/markdown.smtp.injection.tmLanguage.json',
      injectTo: ['text.html.markdown'],
      embeddedLanguages: { [embedded]: 'smtp' },
    })
    assert.match(grammar.injectionSelector, /^L:text\.html\.markdown\b/)
  })

  it('no fence is refused by the engine', async () => {
    const source = readFileSync(injectionPath, 'utf8')
    const patterns = [...source.matchAll(/"(?:begin|end|while)": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, text = '']) => JSON.parse(text),
    )
    assert.equal(patterns.length, 4)
    // What the opening fence was is filled in before the engine sees an end.
    const fence = ['', ' ', '```', '`']
    const filled = patterns.map(pattern =>
      pattern.includes('\\2')
        ? pattern.replace(/\\(\d)/g, (_: string, group: string) => fence[Number(group)] ?? '')
        : pattern,
    )
    assert.deepEqual((await Promise.all(filled.map(complaintAbout))).filter(Boolean), [])
  })

  it('a line of 10,000 characters that may be a fence is read within a second', () => {
    for (const line of ['`', '~', ' ', '```smtp ', '```{', '```{#a ', '```{ ', '~~~smtp']) {
      const began = performance.now()
      const long = line.repeat(Math.ceil(10_000 / line.length))
      for (const before of [[], ['```smtp'], ['- ~~~smtp']]) {
        tokenize([...before, long, `  ${long}`, `~~~smtp${long}`])
      }
      assert.ok(performance.now() - began < 1000, line)
    }
  })
})
