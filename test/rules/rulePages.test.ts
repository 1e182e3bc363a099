import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { rules } from '../../server/rules/registry.ts'
import { expectFile } from '../expectFile.ts'
import { rulePage, rulePagePath, rulesIndex } from './rulePages.ts'

describe('the pages of the rules', () => {
  for (const rule of rules) {
    it(`are current: ${rule.id}`, () => expectFile(rulePagePath(rule), rulePage(rule)))
  }

  it('are listed as they are', () => expectFile('docs/rules/README.md', rulesIndex()))

  it('are those of the rules and no others', () => {
    const pages = readdirSync('docs/rules', { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md') && name !== 'README.md')
      .map(name => posix.join('docs/rules', name.replaceAll(sep, '/')))
    assert.deepEqual(pages.sort(), rules.map(rulePagePath).sort())
  })
})
