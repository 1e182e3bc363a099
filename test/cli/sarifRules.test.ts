import assert from 'node:assert/strict'
import { referenceUrl } from '../../server/protocol/references.ts'
import { rules } from '../../server/rules/registry.ts'
import { applyTextEdits } from '../features/textEdits.ts'
import { lines, temporaryFolder } from './running.ts'
import { checkedSarif, type Region, type Result } from './sarif.ts'

function rangeOf({ startLine, startColumn, endLine, endColumn }: Region) {
  return {
    start: { line: startLine - 1, character: startColumn - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  }
}

/** The text after each fix of a result. */
function fixed(text: string, { fixes = [] }: Result): readonly string[] {
  return fixes.map(({ artifactChanges: [{ replacements }] }) => {
    const edits = replacements.map(({ deletedRegion, insertedContent }) => ({
      range: rangeOf(deletedRegion),
      newText: insertedContent.text,
    }))
    return applyTextEdits(text, edits)
  })
}

/** Whether a region lies in a text: on its lines, and not behind their ends. */
function assertInside(text: string, { startLine, startColumn, endLine, endColumn }: Region): void {
  const texts = text.split('\n')
  for (const [line, column] of [
    [startLine, startColumn],
    [endLine, endColumn],
  ] as const) {
    assert.ok(column <= (texts[line - 1] ?? '').length + 1 && line <= texts.length, `${line}:${column}`)
  }
}

describe('SARIF describes', () => {
  const folder = temporaryFolder()
  const strict = (text: string) =>
    checkedSarif('--profile', 'strict', folder.file('example.smtp', text)).runs[0].results
  const clean = folder.file('clean.smtp', lines('S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye'))
  const described = checkedSarif(clean).runs[0].tool.driver.rules

  it('every rule, in the order of the registry', () => {
    assert.deepEqual(
      described.map(({ id }) => id),
      rules.map(({ id }) => id),
    )
    const names = described.map(({ name }) => name)
    assert.ok(names.includes('SequenceDataWithoutRcpt'))
    assert.equal(new Set(names).size, names.length)
    for (const name of names) assert.match(name, /^(?:[A-Z][a-z0-9]*)+$/)
  })

  for (const [index, rule] of rules.entries()) {
    it(`${rule.id} with all that its file says`, () => {
      const descriptor = described[index]
      assert.ok(descriptor)
      const { title, what, why, remedy, references, fault } = rule
      assert.equal(descriptor.shortDescription.text, title)
      assert.equal(descriptor.fullDescription.text, `${what} ${why}`)
      assert.equal(descriptor.helpUri, referenceUrl(references[0]))
      const { text, markdown } = descriptor.help
      for (const part of [title, what, why, remedy, rule.example.trim(), rule.instead.trim()]) {
        assert.ok(text.includes(part), part)
      }
      assert.ok(markdown.includes(`\n\`\`\`smtp\n${rule.example.trim()}\n\`\`\`\n`))
      assert.ok(markdown.includes(`\n\`\`\`smtp\n${rule.instead.trim()}\n\`\`\`\n`))
      for (const reference of references) {
        for (const help of [text, markdown]) assert.ok(help.includes(referenceUrl(reference)))
      }
      const { tags, profile, ...properties } = descriptor.properties
      assert.deepEqual(tags, [rule.id.split('/')[0], `fault:${fault}`])
      assert.equal(properties.fault, fault)
      assert.equal(descriptor.defaultConfiguration.enabled, profile !== 'strict')
    })

    it(`what ${rule.id} finds in its example, and how to repair it`, () => {
      for (const text of [rule.example.trim(), `${rule.example.trim()}\n`]) {
        const results = strict(text).filter(({ ruleId }) => ruleId === rule.id)
        assert.ok(results.length > 0)
        for (const result of results) {
          for (const { physicalLocation } of [...result.locations, ...(result.relatedLocations ?? [])]) {
            assertInside(text, physicalLocation.region)
          }
          for (const { artifactChanges } of result.fixes ?? []) {
            for (const { deletedRegion } of artifactChanges[0].replacements) assertInside(text, deletedRegion)
          }
          for (const repaired of fixed(text, result)) {
            assert.ok(!strict(repaired).some(({ ruleId }) => ruleId === rule.id), repaired)
          }
        }
      }
    })
  }
})

describe('the fingerprint of a result', () => {
  const folder = temporaryFolder()
  const start = ['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250-mx', 'S: 250 AUTH PLAIN']
  const data = ['C: DATA', 'S: 503 no']
  const end = ['C: QUIT', 'S: 221 bye']
  const printsOf = (...said: readonly string[]) => {
    const [{ results }] = checkedSarif(folder.file('prints.smtp', lines(...said))).runs
    return results.map(({ partialFingerprints }) => partialFingerprints['ruleAndLine/v1'] ?? '')
  }

  it('stays when lines come and go elsewhere', () => {
    const before = printsOf(...start, ...data, ...end)
    assert.equal(before.length, 1)
    assert.match(before[0] ?? '', /^[0-9a-f]{32}$/)
    assert.deepEqual(printsOf('# a comment', ...start, 'C: NOOP', 'S: 250 ok', ...data, ...end), before)
  })

  it('differs for equal lines, of which the first keep theirs when another follows', () => {
    const one = printsOf(...start, ...data, ...end)
    const two = printsOf(...start, ...data, ...end, ...start, ...data, ...end)
    assert.equal(new Set(two).size, 2)
    assert.equal(two[0], one[0])
  })

  it('differs for another line and another rule', () => {
    const said = [...start, ...data, ...end]
    assert.notDeepEqual(printsOf(...said.map(line => line.replace('DATA', 'data'))), printsOf(...said))
    const rcpt = printsOf(...start, 'C: RCPT TO:<b@x>', 'S: 503 no', ...end)
    assert.equal(rcpt.length, 1)
    assert.notDeepEqual(rcpt, printsOf(...said))
  })

  it('is made without the secrets of AUTH, so that no guess can be tried on it', () => {
    const signIn = (secret: string) => {
      const auth = `C: AUTH PLAIN ${secret}`
      return printsOf(...start, auth, 'S: 235 ok', auth, 'S: 503 already signed in', ...end)
    }
    const prints = signIn('AGFubmEAc2VjcmV0')
    assert.ok(prints.length > 0)
    assert.deepEqual(signIn('AGFubmEAaHVudGVyMg=='), prints)
  })
})
