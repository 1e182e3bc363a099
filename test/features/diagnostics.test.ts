import assert from 'node:assert/strict'
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-types'
import { diagnosticsOf } from '../../server/features/diagnostics.ts'
import { rules } from '../../server/rules/registry.ts'
import { defaultSettings, type RuleSettings } from '../../server/rules/settings.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

const uri = 'file:///folder/session.smtp'
const hello = ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org']
const mail = ['C: MAIL FROM:<anna@example.net>', 'S: 250 OK']
const quit = ['C: QUIT', 'S: 221 bye']

type Severities = RuleSettings['severities']

function diagnosticsIn(lines: readonly string[], severities: Severities = new Map()): readonly Diagnostic[] {
  const document = { uri, version: 3, transcript: readTranscript(lines.join('\n')) }
  return diagnosticsOf(document, { settings: { ...defaultSettings, severities } })
}

function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } }
}

/** A session with this many commands that are each a problem. */
function repeated(count: number, ...problem: readonly string[]): readonly string[] {
  return Array.from({ length: count }, () => problem).flat()
}

describe('diagnostics', () => {
  it('stand in the lines of the text, in whichever session', () => {
    const nested = [...hello, ...mail, 'C: MAIL FROM:<news@example.net>', 'S: 503 nested', ...quit]
    const before = ['# a comment', ...hello, ...quit, '', '# another']
    const [found, ...others] = diagnosticsIn([...before, ...nested])
    assert.deepEqual(others, [])
    const line = before.length
    assert.deepEqual(found?.range, range(line + 5, 3, 7))
    assert.deepEqual(
      found.relatedInformation?.map(({ location }) => location),
      [{ uri, range: range(line + 3, 3, 7) }],
    )
    assert.ok(found.relatedInformation?.every(({ message }) => message.endsWith('.')))
  })

  it('underline the word that is wrong in every dialect', () => {
    for (const [lines, wanted] of [
      [['220 mx ESMTP', 'EHLO c', '250 mx', '  DATA', '503 no'], range(3, 2, 6)],
      [['<-  220 mx ESMTP', ' -> EHLO c', '<-  250 mx', ' -> DATA', '<** 503 no'], range(3, 4, 8)],
      [['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx', '  C: \tdata', 'S: 503 no'], range(3, 6, 10)],
    ] as const) {
      assert.deepEqual(
        diagnosticsIn(lines).map(one => one.range),
        [wanted],
      )
    }
  })

  it('count columns in UTF-16 units', () => {
    const lines = [...hello, 'C: DATA', 'S: 503 no']
    const odd = lines.map(line => line.replace('mx.example.org', '\u{1f4ee}\u00fc'))
    const found = diagnosticsIn(odd).find(({ code }) => code === 'sequence/data-without-mail')
    assert.deepEqual(found?.range, range(3, 3, 7))
  })

  for (const rule of rules) {
    it(`of ${rule.id} name the rule, its source and its severity`, () => {
      const severities: Severities = new Map([[rule.id, 'warning']])
      const found = diagnosticsIn(rule.example.trim().split('\n'), severities)
      const [own] = found.filter(({ code }) => code === rule.id)
      assert.ok(own)
      assert.match(own.source ?? '', /^smtp:(?:client|server|middlebox|policy|transcript)$/)
      assert.equal(own.severity, DiagnosticSeverity.Warning)
      assert.match(
        own.codeDescription?.href ?? '',
        /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-\d+/,
      )
      assert.match(String(own.message), /^[A-Z\d"][^\n]*\.$/)
      assert.ok(own.range.end.character > own.range.start.character)
      assert.equal(own.range.start.line, own.range.end.line)
    })
  }

  it('leave a rule out that is off, and have the severity that is asked for', () => {
    const lines = [...hello, 'C: EHLO client.example.net', 'S: 250 mx.example.org', ...quit]
    const severity = (severities?: Severities) => diagnosticsIn(lines, severities).map(one => one.severity)
    assert.deepEqual(severity(), [DiagnosticSeverity.Hint])
    assert.deepEqual(severity(new Map([['sequence/hello-repeated', 'error']])), [DiagnosticSeverity.Error])
    assert.deepEqual(severity(new Map([['sequence/hello-repeated', 'information']])), [
      DiagnosticSeverity.Information,
    ])
    assert.deepEqual(severity(new Map([['sequence/hello-repeated', 'off']])), [])
  })

  it('carry no secret', () => {
    const secret = Buffer.from('\0anna\0correct-horse').toString('base64')
    const lines = [
      ...hello,
      ...mail,
      `C: AUTH PLAIN ${secret}`,
      'S: 503 no',
      `C: AUTH PLAIN ${secret}`,
      ...quit,
    ]
    assert.ok(diagnosticsIn(lines).length > 0)
    assert.ok(!JSON.stringify(diagnosticsIn(lines)).includes(secret))
  })
})

describe('too many diagnostics', () => {
  const hints = repeated(1_100, 'C: EHLO client.example.net', 'S: 250 mx.example.org')
  const lines = [...hello, ...hints, 'C: DATA', 'S: 503 no', ...quit]

  it('are all there up to a thousand; of more there are five hundred, and one of them says how many were found', () => {
    const most = repeated(1_000, 'C: EHLO client.example.net', 'S: 250 mx.example.org')
    assert.equal(diagnosticsIn([...hello, ...most, ...quit]).length, 1_000)
    const found = diagnosticsIn(lines)
    assert.equal(found.length, 500)
    const own = found.filter(({ code }) => code === undefined)
    assert.equal(own.length, 1)
    assert.match(String(own[0]?.message), /1,?101/)
    assert.match(String(own[0]?.message), /499/)
  })

  it('keep the most severe, wherever it stands', () => {
    assert.ok(diagnosticsIn(lines).some(({ code }) => code === 'sequence/data-without-mail'))
  })
})
