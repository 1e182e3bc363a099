import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wholeOf } from '../../server/transcript/reading.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { grammarPath, loadTokenizer, root, type Token } from './tokenize.ts'

const folder = join(root, 'examples')

const examples = readdirSync(folder)
  .filter(name => /\.(?:smtp|esmtp|lmtp)$/.test(name))
  .map(name => ({ name, lines: readFileSync(join(folder, name), 'utf8').split('\n') }))

/** The octets that a client sends for these lines of a transcript: CR and LF end each of them. */
const octets = (lines: readonly string[]) =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(line.replace(/^C: ?/, '')) + 2, 0)

describe('The examples', () => {
  for (const { name, lines } of examples) {
    describe(name, () => {
      const text = lines.join('\n')

      it('says at its head what to look at', () => {
        if (name.startsWith('swaks')) return assert.match(text, /^=== Trying /)
        const remarks = lines.findIndex(line => !line.startsWith('# ') || line.startsWith('# @'))
        assert.ok(remarks >= 1 && remarks <= 3)
      })

      it('names only hosts and addresses that belong to nobody', () => {
        const domains = text.match(/(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|de|edu|io)\b/g) ?? []
        assert.deepEqual(
          domains.filter(domain => !/(?:^|\.)example\.(?:com|net|org)$/.test(domain)),
          [],
        )
        const addresses = text.match(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g) ?? []
        assert.deepEqual(
          addresses.filter(address => !/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address)),
          [],
        )
      })

      it('announces the octets that it sends', () => {
        // There sizes are wrong on purpose.
        if (name === 'chunking-mistakes.smtp') return
        for (const [index, line] of lines.entries()) {
          const chunk = /^C: BDAT (\d+)/.exec(line)
          if (!chunk) continue
          const length = lines.slice(index + 1).findIndex(next => !next.startsWith('C:'))
          assert.equal(octets(lines.slice(index + 1, index + 1 + length)), Number(chunk[1]), line)
        }
        const size = / SIZE=(\d+)\nS: 250/.exec(text)
        if (!size) return
        const content = lines.slice(
          lines.findIndex(line => line.startsWith('S: 354')) + 1,
          lines.indexOf('C: .'),
        )
        assert.equal(octets(content.map(line => line.replace(/^C: \./, 'C: '))), Number(size[1]))
      })

      it('is painted on every line of its dialogue', async () => {
        const { reading } = readTranscript(text)
        const { dialect } = reading
        const { records } = wholeOf(reading)
        // In a log, remarks, mail data and base64 have no colour, and a summary tells in its own words what was said.
        const isLog = !['smtp', 'bare', 'swaks'].includes(dialect.name)
        const ofLog = ['note', 'message', 'auth-response', ...(dialect.isSummary ? ['command', 'reply'] : [])]
        // In our own dialect a note is a line without a label.
        const plainKinds = isLog ? ofLog : dialect.name === 'smtp' ? ['note'] : []
        const mayBePlain = (line: number) =>
          records[line]?.every(({ kind }) => plainKinds.includes(kind)) === true
        const tokenize = await loadTokenizer(readFileSync(grammarPath, 'utf8'))
        const painted = (tokens: readonly Token[]) => tokens.some(token => token.scopes.length > 1)
        const plain = tokenize(lines).flatMap((tokens, index) =>
          painted(tokens) || mayBePlain(index) ? [] : [lines[index]],
        )
        assert.deepEqual(
          plain.filter(line => line !== ''),
          [],
        )
      })
    })
  }
})
