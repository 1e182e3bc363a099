import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Edit } from '../../server/transcript/lines.ts'
import { readText } from '../../server/transcript/reading.ts'
import { updateReading } from '../../server/transcript/updateReading.ts'
import { corpusOf } from '../corpus/expectation.ts'

const own = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.net',
  'S: 250 mx.example.org',
  'C: NOOP',
  'S: 250 ok',
  'C: NOOP',
  'S: 250 ok',
  'C: QUIT',
  'S: 221 bye',
  '',
].join('\n')
const swaks = [
  '=== Trying mx.example.org:25...',
  '=== Connected to mx.example.org.',
  '<-  220 mx.example.org ESMTP',
  ' -> QUIT',
  '<-  221 bye',
  '',
].join('\n')

function insert(line: number, newText: string): Edit {
  const start = { line, character: 0 }
  return { start, end: start, newText }
}

const all: Edit = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 }, newText: '' }

function dialectAfter(text: string, ...edits: Edit[]): string {
  return updateReading(readText(text), edits).reading.dialect.name
}

describe('the dialect of a text that is edited', () => {
  it('stays what it is when something of another tool is pasted into it', () => {
    assert.equal(readText(swaks + own).dialect.name, 'swaks')
    assert.equal(dialectAfter(own, insert(0, swaks.split('\n').slice(0, 4).join('\n'))), 'smtp')
  })

  it('is detected anew where nothing of it is left', () => {
    assert.equal(dialectAfter(own, { ...all, newText: swaks }), 'swaks')
  })

  it('is detected anew where most of the text is new', () => {
    assert.equal(dialectAfter('S: 220 mx\n', insert(1, swaks)), 'swaks')
  })

  it('is detected when something is pasted into an empty text', () => {
    assert.equal(dialectAfter('', insert(0, swaks)), 'swaks')
  })

  it('follows a directive that is typed', () => {
    assert.equal(dialectAfter(own, insert(0, '# @dialect bare\n')), 'bare')
  })

  it('stays when it was chosen, whatever comes', () => {
    const chosen = readText(own).dialect
    const { reading } = updateReading(readText(own, chosen), [{ ...all, newText: swaks }])
    assert.equal(reading.dialect, chosen)
  })

  it('is the same object while any single line of a real transcript is edited', () => {
    const files = ['swaks', 'curl', 'nodemailer', 'javamail', 'qpsmtpd-log'].flatMap(tool =>
      corpusOf(tool).slice(0, 4),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(400),
        fc.string({ maxLength: 12 }),
        ({ text }, line, typed) => {
          const reading = readText(text)
          const edit = { start: { line, character: 0 }, end: { line, character: 3 }, newText: typed }
          assert.equal(updateReading(reading, [edit]).reading.dialect, reading.dialect)
        },
      ),
    )
  })
})
