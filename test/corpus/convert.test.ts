import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conversionOf, conversionTargets } from '../../server/features/convert.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { expectSameSessions } from '../features/converting.ts'

const corpus = join('test', 'corpus')

/** Of mail data that the tool did not print only their reply tells; in these files none follows that could. */
const unclear = new Set([
  join('exim-v', 'data-end-421-sendmail-queue-unwritable.txt'),
  join('exim-v', 'multiline-550.txt'),
])

describe('every transcript of the corpus, converted, reads as the same sessions', () => {
  const folders = readdirSync(corpus, { withFileTypes: true }).filter(entry => entry.isDirectory())

  it('of forty tools', () => {
    assert.ok(folders.length >= 40)
  })

  for (const { name: folder } of folders) {
    const files = readdirSync(join(corpus, folder)).filter(name => !name.endsWith('.expect.json'))
    for (const { name: to } of conversionTargets) {
      it(`${folder} written as ${to}`, () => {
        for (const name of files.filter(file => !unclear.has(join(folder, file)))) {
          const text = readFileSync(join(corpus, folder, name), 'utf8')
          expectSameSessions(readTranscript(text), to, name)
        }
      })
    }
  }

  it('or the line that does not is named', () => {
    for (const name of unclear) {
      for (const { name: to } of conversionTargets) {
        const transcript = readTranscript(readFileSync(join(corpus, name), 'utf8'))
        assert.equal(conversionOf(transcript, to).unclear.length, 1, `${name} written as ${to}`)
      }
    }
  })
})
