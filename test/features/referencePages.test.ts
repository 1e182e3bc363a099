import assert from 'node:assert/strict'
import { expectFile } from '../expectFile.ts'
import { anchorOf, referencePages } from './referencePages.ts'

const pages = referencePages()

/** The headings of a page as they are read, without the marks of Markdown. */
function headingsIn(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(match => (match[1] ?? '').replaceAll('\\', ''))
}

function anchorsIn(path: string): ReadonlySet<string> {
  const page = pages.find(page => page.path === path)
  assert.ok(page, path)
  return new Set(headingsIn(page.text).map(anchorOf))
}

describe('the pages of the reference', () => {
  for (const { path, text } of pages) {
    it(`are current: ${path}`, () => expectFile(path, text))

    it(`link to entries that are there: ${path}`, () => {
      const links = [...text.matchAll(/\]\(([\w-]+\.md)?(?:#([^)]+))?\)/g)]
      assert.ok(links.length > 50)
      for (const [link, page = path.slice('docs/'.length), anchor] of links) {
        const anchors = anchorsIn(`docs/${page}`)
        assert.ok(anchor === undefined || anchors.has(anchor), `${path}: ${link}`)
      }
    })

    it(`have an entry once, and a link from the overview for each: ${path}`, () => {
      const entries = [...text.matchAll(/^### (.*)$/gm)].map(match => (match[1] ?? '').replaceAll('\\', ''))
      assert.equal(new Set(entries).size, entries.length)
      for (const heading of entries) assert.ok(text.includes(`](#${anchorOf(heading)})`), heading)
    })
  }

  it('anchor a heading as GitHub does', () => {
    assert.equal(anchorOf('220 <domain> Service ready'), '220-domain-service-ready')
    assert.equal(anchorOf('X.5.6 A: b, c_d'), 'x56-a-b-c_d')
  })
})
