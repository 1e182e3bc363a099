import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Range } from 'vscode-languageserver-types'
import { type FileOptions, type FormatSettings, formatTranscript } from '../../server/features/formatting.ts'
import { checkTranscript } from '../../server/rules/check.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { wholeOf } from '../../server/transcript/reading.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { corpusOf, tools } from '../corpus/expectation.ts'
import { texts } from '../transcript/generatedText.ts'
import { sessionsTold } from './sessionsTold.ts'
import { applyTextEdits } from './textEdits.ts'

const keep: FormatSettings = { verbCase: 'keep' }
const upper: FormatSettings = { verbCase: 'upper' }

function formatted(
  text: string,
  settings: FormatSettings = keep,
  options: FileOptions = {},
  range: Range | null = null,
): string {
  return applyTextEdits(text, formatTranscript(readTranscript(text), settings, options, range))
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`
}

/** What is found, and on which line that is not blank: blank lines may go. */
function findings(transcript: Transcript): string[] {
  const { texts: all } = wholeOf(transcript.reading)
  const filled = (line: number) => all.slice(0, line).filter(text => text.trim() !== '').length
  return checkTranscript(transcript).flatMap(({ placed, problems }) =>
    problems.map(({ rule, span, severity, message }) => {
      const line = filled(lineInText(placed, span.line))
      return `${line} ${rule.id} ${severity} ${message}`
    }),
  )
}

/** That a formatted text says what the text said, and is formatted. */
function checkFormatted(text: string, settings: FormatSettings): void {
  const before = readTranscript(text)
  const result = formatted(text, settings)
  const after = readTranscript(result)
  const story = `\n--- before\n${text}\n--- after\n${result}`
  assert.equal(after.reading.dialect.name, before.reading.dialect.name, story)
  const same = settings.verbCase === 'upper' ? (told: string) => told.toUpperCase() : (told: string) => told
  assert.equal(same(sessionsTold(after)), same(sessionsTold(before)), story)
  assert.deepEqual(findings(after).map(same), findings(before).map(same), story)
  assert.equal(formatted(result, settings), result, `formatted twice: ${story}`)
}

describe('the style of a transcript', () => {
  it('has the labels at the beginning of the lines, with one space behind them', () => {
    const untidy = lines(
      '',
      '  S: 220 mx.example ESMTP',
      '  C:\tEHLO c.example',
      '\tS: 250 mx.example',
      'C:   MAIL FROM:<anna@c.example>',
      'S: 250   ok',
      'C: QUIT',
      'S: 221 bye',
    )
    const tidy = lines(
      'S: 220 mx.example ESMTP',
      'C: EHLO c.example',
      'S: 250 mx.example',
      'C: MAIL FROM:<anna@c.example>',
      'S: 250   ok',
      'C: QUIT',
      'S: 221 bye',
    )
    assert.equal(formatted(untidy), tidy)
  })

  it('has no white space at the end of what nobody said, and one blank line in the place of several', () => {
    const untidy = lines(
      '#a comment  ',
      'S: 220 mx',
      'C: QUIT',
      'S: 221 bye',
      ' ',
      '',
      '',
      '#: x',
      'S: 220 mx',
      'note  ',
    )
    const tidy = lines('# a comment', 'S: 220 mx', 'C: QUIT', 'S: 221 bye', '', '#: x', 'S: 220 mx', 'note')
    assert.equal(formatted(untidy), tidy)
  })

  it('leaves what was said as it is: white space at its end, and the message', () => {
    const text = lines(
      'S: 220 mx.example ESMTP ',
      'C: ehlo c.example ',
      'S: 250 mx.example',
      'C: mail from:<Anna@C.example>',
      'S: 250 ok',
      'C: RCPT TO:<b@mx.example>',
      'S: 250 ok',
      'C: DATA',
      'S: 354 go',
      '',
      'C: Subject: x  ',
      'C:',
      'C: ',
      '  C: what somebody quotes',
      '#no comment',
      '   ',
      '',
      '',
      'text  ',
      '.',
      'S: 250 ok',
      'C: QUIT',
      'S: 221 bye',
    )
    assert.equal(formatted(text), text)
  })

  it('moves the labels of a message with the others', () => {
    const rest = [
      'C: RCPT TO:<b@mx>',
      'S: 250 ok',
      'C: DATA',
      'S: 354 go',
      'C: Subject: x',
      'C:   y',
      'C: .',
      'S: 250 ok',
    ]
    const all = ['S: 220 mx', 'C: EHLO c', 'S: 250 mx', 'C: MAIL FROM:<a@c>', 'S: 250 ok', ...rest]
    assert.equal(formatted(lines(...all.map(line => `  ${line}`))), lines(...all))
  })

  it('writes verbs in upper case only where the settings ask for it, and never what stands behind them', () => {
    const text = lines(
      'S: 220 mx.example ESMTP',
      'C: ehlo c.example',
      'S: 250-mx.example',
      'S: 250 SIZE',
      'C: Mail From:<from@c.example> size=10',
      'S: 250 ok',
      'C: rcpt to:<data@mx.example>',
      'S: 250 ok',
      'C: data',
      'S: 354 go',
      'C: subject: quit',
      'C: .',
      'S: 250 ok',
      'C: frobnicate',
      'S: 500 what',
      'C: quit',
      'S: 221 bye',
    )
    const expected = text
      .replace('ehlo', 'EHLO')
      .replace('Mail From:', 'MAIL FROM:')
      .replace('rcpt to:', 'RCPT TO:')
      .replace('C: data', 'C: DATA')
      .replace('C: quit', 'C: QUIT')
    assert.equal(formatted(text), text)
    assert.equal(formatted(text, upper), expected)
  })

  it('never changes the credentials of a login', () => {
    const text = lines(
      'S: 220 mx',
      'C: EHLO c',
      'S: 250-mx',
      'S: 250 AUTH LOGIN',
      'C: auth login',
      'S: 334 VXNlcm5hbWU6',
      'C: ZGF0YQ==  ',
      'S: 334 UGFzc3dvcmQ6',
      'C: quit',
      'S: 235 ok',
    )
    assert.equal(formatted(text, upper), text.replace('auth login', 'AUTH login'))
  })

  it('is of the lines of a range alone', () => {
    const text = lines('  S: 220 mx', '  C: EHLO c', '  S: 250 mx', '  C: QUIT', '', '', '  S: 221 bye')
    const range = { start: { line: 1, character: 4 }, end: { line: 3, character: 0 } }
    assert.equal(
      formatted(text, keep, {}, range),
      text.replace('  C: EHLO', 'C: EHLO').replace('  S: 250', 'S: 250'),
    )
  })

  it('ends as the editor asks for it', () => {
    const text = 'S: 220 mx\r\nC: QUIT\r\nS: 221 bye'
    assert.equal(formatted(text), text)
    assert.equal(formatted(text, keep, { insertFinalNewline: true }), `${text}\r\n`)
    assert.equal(formatted(`${text}\r\n\r\n  \r\n`, keep, { trimFinalNewlines: true }), `${text}\r\n`)
    assert.equal(formatted(`${text}\r\n\r\n  `, keep, { trimFinalNewlines: true }), `${text}\r\n`)
    const untrimmed = lines('# x  ', 'S: 220 mx', 'C: QUIT')
    assert.equal(formatted(untrimmed, keep, { trimTrailingWhitespace: false }), untrimmed)
    assert.equal(formatted(untrimmed, keep, { trimTrailingWhitespace: true }), untrimmed.replace('  ', ''))
  })

  it('is one of the own dialect: what a tool printed, and text without labels, is left alone', () => {
    const swaks = [
      '=== Connected to mx.  ',
      '<-  220 mx',
      ' -> ehlo c',
      '<-  250 mx',
      '',
      '',
      ' -> quit',
      '<-  221 bye',
    ]
    const bare = ['220 mx.example ESMTP', 'ehlo c  ', '250 mx', '', '', 'quit', '221 bye']
    for (const all of [swaks, bare, bare.map(line => `> ${line}`)]) {
      const text = lines(...all)
      assert.notEqual(readTranscript(text).reading.dialect.name, 'smtp')
      assert.equal(formatted(text, upper), text)
    }
  })

  for (const settings of [keep, upper]) {
    it(`changes nothing that was said, nor what is found, in generated texts (verbs: ${settings.verbCase})`, () => {
      const margin = fc.constantFrom('', '', '  ', '\t')
      const untidy = fc.tuple(texts, margin).map(([text, in_]) => text.replaceAll(/^(?=[CS]:)/gm, in_))
      fc.assert(
        fc.property(untidy, text => checkFormatted(text, settings)),
        // An excerpt that begins with a dot, all of it indented: its label moves with those around it.
        {
          numRuns: 400,
          examples: [['\tS: 250 ok\\r\\n\n\tC: .\n\tC: DATA\n\tS: 354 go ahead\n\tC: .\n\tC: ..stuffed']],
        },
      )
    })
  }

  it('changes nothing that was said in the examples and in the corpus', () => {
    const examples = readdirSync('examples').map(name => readFileSync(join('examples', name), 'utf8'))
    const corpus = tools.flatMap(tool => corpusOf(tool).map(({ text }) => text))
    const golden = readdirSync(join('test', 'rules', 'golden')).map(name =>
      readFileSync(join('test', 'rules', 'golden', name), 'utf8'),
    )
    const own = [...examples, ...corpus, ...golden].filter(
      text => readTranscript(text).reading.dialect.name === 'smtp',
    )
    assert.ok(own.length > 20)
    for (const text of own) for (const settings of [keep, upper]) checkFormatted(text, settings)
  })

  it('is the style of the examples', () => {
    for (const name of readdirSync('examples')) {
      const text = readFileSync(join('examples', name), 'utf8')
      assert.equal(formatted(text), text, name)
    }
  })
})
