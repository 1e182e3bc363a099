import assert from 'node:assert/strict'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import { type Case503, helloAndMail503, recipients503 } from './cases503.ts'
import { content503 } from './contentCases503.ts'
import { extensions503, groups503 } from './extensionCases503.ts'
import { headings, inDialect, linkedLines, markdownIn, sectionOf } from './hovering.ts'

const cases = [...helloAndMail503, ...recipients503, ...content503, ...extensions503, ...groups503]

function assertTells(markdown: string, { here, links, todo, never }: Case503, context: string): void {
  const told = sectionOf(markdown, headings[0])
  for (const part of [here].flat()) assert.match(told, part, context)
  if (never) assert.doesNotMatch(markdown, never, context)
  assert.match(sectionOf(markdown, headings[1]), todo, context)
  assert.match(markdown, /503 Bad sequence of commands/, context)
  if (!links) return
  const linked = linkedLines(told)
  assert.equal(linked.length, links.length, context)
  for (const [index, wanted] of links.entries()) {
    assert.ok([wanted].flat().includes(linked[index] ?? 0), context)
  }
}

describe('the hover on 503 tells what happened in this session', () => {
  for (const one of cases) {
    it(one.name, () => {
      for (const dialect of writableDialects) {
        const text = inDialect(one.lines, dialect)
        const markdown = markdownIn(text, dialect)
        assertTells(markdown, one, `${text}\n\nas ${dialect.name}:\n${sectionOf(markdown, headings[0])}`)
      }
    })
  }
})
