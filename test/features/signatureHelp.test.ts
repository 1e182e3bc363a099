import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { SignatureHelp } from 'vscode-languageserver-types'
import { type SignatureSupport, signatureHelpAt } from '../../server/features/signatureHelp.ts'
import { argumentForms } from '../../server/protocol/commandArguments.ts'
import { commandFacts, commandVerbs } from '../../server/protocol/commands.ts'
import { bare } from '../../server/transcript/dialects/bare.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import { swaks } from '../../server/transcript/dialects/swaks.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { cursorIn, helloWith, inDialect } from './hovering.ts'

const plain: SignatureSupport = { markdown: false, labelOffsets: false }
const full: SignatureSupport = { markdown: true, labelOffsets: true }

function helpIn(marked: string, dialect: Dialect | null = null, support = plain): SignatureHelp | null {
  const { text, position } = cursorIn(marked)
  return signatureHelpAt(readTranscript(text, dialect), position, support)
}

/** The active signature with its active argument in square marks; null where there is no help. */
function shownIn(marked: string, dialect: Dialect | null = null): string | null {
  const help = helpIn(marked, dialect)
  const signature = help?.signatures[help.activeSignature ?? 0]
  if (!signature) return null
  const active = signature.parameters?.[help.activeParameter ?? 0]?.label
  return typeof active === 'string' ? signature.label.replace(active, `«${active}»`) : signature.label
}

const hello = helloWith('SIZE 1000', '8BITMIME', 'DSN', 'CHUNKING')

for (const dialect of [smtp, swaks, bare]) {
  const shown = (line: string) => shownIn(inDialect([...hello, line], dialect), dialect)

  describe(`signature help in ${dialect.name}`, () => {
    it('shows the form of a command with the argument that is being typed', () => {
      assert.equal(shown('C: MAIL |'), 'MAIL FROM:«<reverse-path>» [parameters]')
      assert.equal(shown('C: mail from:<ann|a@example.net>'), 'MAIL FROM:«<reverse-path>» [parameters]')
      assert.equal(shown('C: MAIL FROM:<anna@example.net> |'), 'MAIL FROM:<reverse-path> «[parameters]»')
      assert.equal(shown('C: RCPT TO:<bob@example.org> NOT|'), 'RCPT TO:<forward-path> «[parameters]»')
      assert.equal(shown('C: BDAT 12|'), 'BDAT «octets» [LAST]')
      assert.equal(shown('C: BDAT 12 |'), 'BDAT octets «[LAST]»')
      assert.equal(shown('C: AUTH PLAIN |'), 'AUTH mechanism «[initial-response]»')
    })

    it('shows the form of a parameter once its value begins', () => {
      assert.equal(shown('C: MAIL FROM:<anna@example.net> SIZE=|'), 'SIZE=«1*20DIGIT»')
      assert.equal(shown('C: MAIL FROM:<a@example.net> RET=HDRS BODY=8|'), 'BODY=«( "7BIT" / "8BITMIME" )»')
    })
  })
}

describe('signature help', () => {
  it('tells that a command stands alone', () => {
    const help = helpIn([...hello, 'C: RSET |'].join('\n'))
    assert.equal(help?.signatures[0]?.label, 'RSET')
    assert.match(String(help?.signatures[0]?.documentation), /stands alone/)
    assert.deepEqual(help?.signatures[0]?.parameters, [])
  })

  it('is none before the verb is complete, on a line of the server’s, in mail data and in a login', () => {
    assert.equal(helpIn([...hello, 'C: MAIL|'].join('\n')), null)
    assert.equal(helpIn([...hello, 'C: XYZZY |'].join('\n')), null)
    assert.equal(helpIn([...hello, 'C: RSET', 'S: 250 |'].join('\n')), null)
    const content = [
      ...hello,
      'C: MAIL FROM:<a@example.net>',
      'S: 250 ok',
      'C: RCPT TO:<b@example.org>',
      'S: 250 ok',
    ]
    assert.equal(helpIn([...content, 'C: DATA', 'S: 354 go', 'C: MAIL |'].join('\n')), null)
    assert.equal(
      helpIn([...helloWith('AUTH LOGIN'), 'C: AUTH LOGIN', 'S: 334 ', 'C: MAIL |'].join('\n')),
      null,
    )
  })

  it('links to the section, and names the place of an argument where the editor takes it', () => {
    const help = helpIn([...hello, 'C: MAIL |'].join('\n'), null, full)
    const [signature] = help?.signatures ?? []
    assert.ok(signature && typeof signature.documentation === 'object')
    assert.match(signature.documentation.value, /rfc5321#section-4\.1\.1\.2/)
    assert.deepEqual(
      signature.parameters?.map(({ label }) =>
        typeof label === 'string' ? label : signature.label.slice(...label),
      ),
      ['<reverse-path>', '[parameters]'],
    )
  })

  it('knows a form for every command that has an argument', () => {
    for (const verb of commandVerbs) {
      const { status, argument } = commandFacts(verb) ?? {}
      if (status === 'vendor' || status === 'deprecated' || argument === null) continue
      assert.ok(argumentForms[verb]?.start.startsWith(verb), verb)
    }
  })

  it('has an answer for every position of every text, and of every example', () => {
    const everywhere = (text: string) => {
      const transcript = readTranscript(text)
      for (const [line, { length }] of text.split(/\r\n|\n|\r/).entries()) {
        for (let character = 0; character <= length; character++) {
          const help = signatureHelpAt(transcript, { line, character }, full)
          const signature = help?.signatures[help.activeSignature ?? 0]
          const count = signature?.parameters?.length ?? 0
          if (help) assert.ok((help.activeParameter ?? 0) < Math.max(1, count))
        }
      }
    }
    fc.assert(fc.property(texts, everywhere), { numRuns: 50 })
    for (const name of readdirSync('examples')) everywhere(readFileSync(join('examples', name), 'utf8'))
  })
})
