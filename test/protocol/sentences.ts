import assert from 'node:assert/strict'

/** Fails unless a text of a table is one to `most` sentences that a reader can take as they are, without an RFC. */
export function assertSentences(text: string, most: number, where: string): void {
  assert.match(text, /^[A-Z\d].*[^.\s]\.$/, where)
  assert.doesNotMatch(text, /\bRFC\b|\s\s/, where)
  const sentences = text.split(/[.?!] (?=[A-Z])/).length
  assert.ok(sentences <= most, `${where}: ${sentences} sentences`)
}
