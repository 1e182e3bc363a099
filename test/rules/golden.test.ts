import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeActionsFor } from '../../server/features/codeActions.ts'
import { diagnosticsOf } from '../../server/features/diagnostics.ts'
import { openDocuments } from '../../server/lsp/openDocument.ts'
import { applyTextEdits } from '../features/textEdits.ts'

const folder = join('test', 'rules', 'golden')
const isUpdate = process.env['UPDATE_SNAPSHOTS'] === '1'

/** The fixes for the output of tools, which know no comments; others name theirs in the first line. */
const fixesForTools: Readonly<Record<string, string>> = {
  'swaks-rset-before-nested-mail': 'Insert RSET before MAIL',
  'swaks-ehlo-after-starttls': 'Insert EHLO before MAIL FROM',
  'swaks-removing-data-for-nobody': 'Remove DATA, which cannot work here',
  'smtplib-rcpt-before-data': 'Insert RCPT TO before DATA',
  'quoted-rset-before-nested-mail': 'Insert RSET before MAIL',
  'phpmailer-rset-before-nested-mail': 'Insert RSET before MAIL',
  'a-password-replaced-by-stars-smtplib': 'Replace the password by ********',
}

const names = readdirSync(folder)
  .filter(name => name.endsWith('.smtp') && !name.endsWith('.fixed.smtp'))
  .map(name => name.slice(0, -'.smtp'.length))
  .sort()

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

/** The text after the first fix of that title that an editor is offered. */
function fixed(text: string, title: string): string {
  const uri = 'file:///golden.smtp'
  const document = openDocuments.create(uri, 'smtp', 1, text)
  const support = { snippets: false, versions: false }
  const actions = codeActionsFor(diagnosticsOf(document), document, support)
  const action = actions.find(one => one.title === title)
  assert.ok(action, `offered were: ${actions.map(one => one.title).join('; ') || 'none'}`)
  return applyTextEdits(text, action.edit?.changes?.[uri] ?? [])
}

describe('a fix writes what somebody would have written', () => {
  for (const name of names) {
    const text = read(`${name}.smtp`)
    const title = /^# fix: (.+)$/m.exec(text)?.[1] ?? fixesForTools[name] ?? 'no title'
    const file = `${name}.fixed.smtp`

    it(isUpdate ? `${file} is written anew, nothing is compared` : `${name}: ${title}`, () => {
      if (isUpdate) writeFileSync(join(folder, file), fixed(text, title))
      else assert.equal(fixed(text, title), read(file))
    })

    it(`${name}, in a file with CRLF`, () => {
      const withCrlf = (lines: string) => lines.replaceAll('\n', '\r\n')
      assert.equal(fixed(withCrlf(text), title), withCrlf(read(file)))
    })
  }

  it('without a line end behind the last line', () => {
    const text = read('appending-quit.smtp').split('\n\n')[0] ?? ''
    const expected = read('appending-quit.fixed.smtp').split('\n\n')[0]
    assert.equal(fixed(text, 'Append QUIT'), expected)
  })
})
