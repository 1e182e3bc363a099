import type { Dialect } from './dialect.ts'
import { readExcerpt } from './excerpts.ts'
import { readRemark } from './marked.ts'

/** A reply with an enhanced status code, which nothing else looks like; up to the quote that it stands in. */
const quoted = [
  /(["'])(?<reply>[245]\d\d[ -](?!\1)[245]\.\d{1,3}\.\d{1,3}\b(?:(?!\1).)*)\1/d,
  /(?<![\w.])(?<reply>[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3}\b.*)$/d,
]

/** An error message, a ticket or a mail in which somebody quotes what a server said. */
export const prose: Dialect = {
  name: 'prose',
  title: 'text that quotes replies',
  example: ['Our newsletter came back. The log says "450 4.2.0 Greylisted, try again later".'],
  read(line) {
    const told = readExcerpt(line, quoted)
    return told.length > 0 ? told : readRemark(line)
  },
  // Whatever else a line may be, it is that rather than prose.
  recognize: lines => lines.filter(line => readExcerpt(line, quoted).length > 0).length / 2,
  write: null,
  isSummary: true,
}
