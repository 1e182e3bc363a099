import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { textsInSources } from './sourceTexts.ts'
import { textsInTables } from './tableTexts.ts'

const bundle: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/bundle.l10n.ko.json', 'utf8'))
const pairs = Object.entries(bundle)

/** What stands in a text once or more, sorted. */
function foundIn(text: string, pattern: RegExp): string {
  return [...new Set(text.match(pattern) ?? [])].sort().join(' ')
}

/** The pairs of which both sides do not have the same of something. */
function unlike(pattern: RegExp): string[] {
  return pairs
    .filter(([english, korean]) => foundIn(english, pattern) !== foundIn(korean, pattern))
    .map(pair => pair.join(' => '))
}

/** The translations that have something. */
function translationsWith(pattern: RegExp): string[] {
  return pairs.filter(([, korean]) => pattern.test(korean)).map(([, korean]) => korean)
}

describe('the Korean texts', () => {
  let expected: ReadonlySet<string>

  before(async function () {
    this.timeout(120_000)
    expected = new Set([...(await textsInSources()), ...textsInTables()])
  })

  it('are there for every text of the sources and the tables', () => {
    assert.ok(expected.size > 2000)
    assert.deepEqual(
      [...expected].filter(text => !(text in bundle)),
      [],
    )
  })

  it('are there for no other', () => {
    assert.deepEqual(
      Object.keys(bundle).filter(text => !expected.has(text)),
      [],
    )
  })

  it('are in the order of the English, so that a change is seen where it is', () => {
    // JavaScript puts keys that are numbers first.
    const keys = Object.keys(bundle).filter(key => !/^\d+$/.test(key))
    assert.deepEqual(keys, keys.toSorted())
  })

  it('have the same places for what is put in', () => {
    assert.deepEqual(unlike(/\{\w+\}/g), [])
  })

  it('have the same code', () => {
    assert.deepEqual(unlike(/`[^`]*`/g), [])
  })

  it('have the same reply codes and enhanced status codes', () => {
    assert.deepEqual(unlike(/(?<![\d.])(?:\d{3}|[245]\.\d+\.\d+)(?![\d.]?\d)/g), [])
  })

  it('have no particle behind what is put in, whose form nobody knows before', () => {
    assert.deepEqual(
      translationsWith(/\}[`"'”’]?(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이라|라)(?![가-힣])/),
      [],
    )
    assert.deepEqual(translationsWith(/[은이을과]\([는가를와]\)|\(으\)로/), [])
  })

  it('are Korean, where the English has a sentence', () => {
    const untranslated = pairs.filter(
      ([english, korean]) => /[a-z]{3,} [a-z]{3,}/.test(english) && !/\p{Script=Hangul}/u.test(korean),
    )
    assert.deepEqual(untranslated, [])
  })
})
