import type { Token, Tokenizer } from './tokenize.ts'

/*
 * A fixture: cases that begin with `@@ a sentence`, each a document of its own. Under a line of the transcript
 * stand the marks of what is expected in it:
 *
 *   C: DATA
 *   ^^ entity.name.tag.client.smtp
 *      ^^^^ keyword.control.verb.smtp
 *
 * The scopes named are the last ones of the token, and its span is exact. Whatever is painted on a marked line
 * must be marked; a line without marks is context. `source.smtp` says that a stretch stays plain.
 */

type Mark = { readonly start: number; readonly end: number; readonly scopes: readonly string[] }
type MarkedLine = { readonly text: string; readonly number: number; readonly marks: readonly Mark[] }

export type Case = { readonly sentence: string; readonly lines: readonly MarkedLine[] }

const markPattern =
  /^( *)(\^+) ([a-z][\w.-]*\.(?:smtp|markdown|html)(?: [a-z][\w.-]*\.(?:smtp|markdown|html))*)$/

/** Reads a fixture; line numbers count from 1. A mark with no line above it, or a line with no case, is an error. */
export function readCases(fixture: string): readonly Case[] {
  const cases: { sentence: string; lines: { text: string; number: number; marks: Mark[] }[] }[] = []
  const source = fixture.replace(/\n$/, '').split('\n')
  for (const [index, text] of source.entries()) {
    const current = cases.at(-1)
    const mark = markPattern.exec(text)
    if (text.startsWith('@@ ')) {
      cases.push({ sentence: text.slice(3), lines: [] })
    } else if (!current) {
      if (text !== '') throw new Error(`line ${index + 1} stands before the first case`)
    } else if (mark) {
      const [, indent = '', carets = '', scopes = ''] = mark
      const line = current.lines.at(-1)
      if (!line) throw new Error(`the mark in line ${index + 1} has no line above it`)
      line.marks.push({ start: indent.length, end: indent.length + carets.length, scopes: scopes.split(' ') })
    } else {
      current.lines.push({ text, number: index + 1, marks: [] })
    }
  }
  return cases
}

/** What is wrong in a case, each with its line and the place marked; empty if all is as expected. */
export function differences(one: Case, tokenize: Tokenizer): readonly string[] {
  const tokens = tokenize(one.lines.map(line => line.text))
  return one.lines.flatMap((line, index) => (line.marks.length > 0 ? compare(line, tokens[index] ?? []) : []))
}

function compare(line: MarkedLine, tokens: readonly Token[]): string[] {
  const missing = line.marks.filter(mark => !tokens.some(token => answers(token, mark)))
  const unexpected = tokens.filter(
    token => isPainted(token, line.text) && !line.marks.some(mark => answers(token, mark)),
  )
  if (missing.length === 0 && unexpected.length === 0) return []
  return [
    [
      `line ${line.number} of the fixture`,
      line.text,
      ...missing.map(mark => `${show(mark)} <- expected`),
      ...unexpected.map(token => `${show(token)} <- found`),
    ].join('\n'),
  ]
}

function answers(token: Token, mark: Mark): boolean {
  return (
    token.start === mark.start &&
    token.end === mark.end &&
    token.scopes.slice(-mark.scopes.length).join(' ') === mark.scopes.join(' ')
  )
}

/** Spaces and what has no scope but the grammar's and a region's are not painted by any theme. */
function isPainted(token: Token, line: string): boolean {
  const last = token.scopes.at(-1) ?? ''
  return (
    last !== 'source.smtp' && !last.startsWith('meta.') && line.slice(token.start, token.end).trim() !== ''
  )
}

function show({ start, end, scopes }: Token | Mark): string {
  return `${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))} ${scopes.join(' ')}`
}
