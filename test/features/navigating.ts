import type { Range } from 'vscode-languageserver-types'
import { splitLines } from '../../server/transcript/lines.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { cursorIn } from './hovering.ts'

/** A text with a cursor mark, read, and the place of the mark. */
export function pointed(marked: string): {
  text: string
  transcript: Transcript
  line: number
  character: number
} {
  const { text, position } = cursorIn(marked)
  return { text, transcript: readTranscript(text), ...position }
}

/** What stands in a range of one line with its line from 1, as in `7 RCPT`; several lines as `7-9`. */
export function toldRange(text: string, { start, end }: Range): string {
  if (start.line !== end.line) return `${start.line + 1}-${end.line + 1}`
  const line = splitLines(text).texts[start.line] ?? ''
  return `${start.line + 1} ${line.slice(start.character, end.character)}`
}

/** Sessions in the own dialect: bob is refused, then greylisted elsewhere. */
export const twoSessions = `S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org greets client.example.net
C: MAIL FROM:<anna@example.net>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 550-5.1.1 <bob@example.org>: unknown, see
S: 550 5.1.1 the list at mx.example.org
C: RCPT TO:<carol@Example.ORG>
S: 250 2.1.5 Ok
C: DATA
S: 354 go
C: From: Anna <anna@example.net>
C: To: bob@example.org, carol@example.org
C:
C: Hello bob@example.organic, nobob@example.org
C: .
S: 250 2.0.0 queued
C: QUIT
S: 221 bye
S: 220 mx2.example.org ESMTP
C: EHLO client.example.net
S: 250 mx2.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 450 4.2.0 Greylisted
C: QUIT
S: 221 bye
`

/** A text with the mark `|` in front of the n-th place of a word. */
export function mark(text: string, word: string, nth = 1): string {
  let at = -1
  for (let count = 0; count < nth; count++) at = text.indexOf(word, at + 1)
  if (at < 0) throw new Error(`no ${word}`)
  return `${text.slice(0, at)}|${text.slice(at)}`
}
