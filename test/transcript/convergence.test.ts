import assert from 'node:assert/strict'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import type { Edit } from '../../server/transcript/lines.ts'
import { readText } from '../../server/transcript/reading.ts'
import { readTranscript, updateTranscript } from '../../server/transcript/transcript.ts'
import { updateReading } from '../../server/transcript/updateReading.ts'

const sessionLines = [
  'S: 220 mx.example ESMTP',
  'C: EHLO c.example',
  'S: 250-mx.example',
  'S: 250 PIPELINING',
  'C: MAIL FROM:<a@c.example>',
  'S: 250 ok',
  'C: RCPT TO:<b@mx.example>',
  'S: 250 ok',
  'C: DATA',
  'S: 354 go ahead',
  'C: Subject: x',
  'C:',
  'C: text',
  'C: .',
  'S: 250 queued',
  'C: QUIT',
  'S: 221 bye',
  '',
]
const count = 200
const text = sessionLines.join('\n').concat('\n').repeat(count)

function replaceLine(line: number, newText: string): Edit {
  const length = sessionLines[line % sessionLines.length]?.length ?? 0
  return { start: { line, character: 0 }, end: { line, character: length }, newText }
}

/**
 * Edits of one line of a session, and how many lines at most have to be read again:
 * those that know of a difference, and one that finds none.
 */
const edits: readonly (readonly [string, number, string, number])[] = [
  ['an address', 6, 'C: RCPT TO:<carol@mx.example>', 2],
  ['a line of the message', 12, 'C: another text', 2],
  ['a header that looks like a command', 10, 'C: QUIT', 2],
  ['the text of a reply', 7, 'S: 251 will forward', 2],
  ['two lines instead of one', 12, 'C: another\nC: text', 3],
  ['a recipient that is refused', 7, 'S: 550 no such user', 8],
  ['a MAIL that is refused', 5, 'S: 550 go away', 10],
  ['the keywords of EHLO', 3, 'S: 250 SIZE', 16],
  ['HELO instead of EHLO', 1, 'C: HELO c.example', 18],
]

/** Reads like the language's own dialect, and counts the lines that it is given. */
function countingDialect() {
  const counter = { lines: 0 }
  const read: typeof smtp.read = (line, expected) => {
    counter.lines += 1
    return smtp.read(line, expected)
  }
  return { counter, dialect: { ...smtp, read } }
}

describe('an edit in one of two hundred sessions', () => {
  for (const session of [0, 100, count - 1]) {
    for (const [what, line, newText, limit] of edits) {
      it(`of ${what} in session ${session + 1} reads at most ${limit} lines again`, () => {
        const { counter, dialect } = countingDialect()
        const before = readText(text, dialect)
        assert.ok(counter.lines >= sessionLines.length - 1, 'a fresh reading looks at each different line')
        counter.lines = 0
        const { reread } = updateReading(before, [replaceLine(session * sessionLines.length + line, newText)])
        assert.ok(counter.lines <= limit, `${counter.lines} lines were read again`)
        assert.ok(reread.inserted <= limit, `${reread.inserted} lines have changed`)
      })
    }
  }

  it('leaves all other sessions the same objects', () => {
    const before = readTranscript(text)
    assert.equal(before.sessions.length, count)
    for (const session of [0, 1, 100, count - 1]) {
      for (const [what, line, newText] of edits) {
        const after = updateTranscript(before, [replaceLine(session * sessionLines.length + line, newText)])
        assert.equal(after.sessions.length, count, what)
        for (const [index, placed] of before.sessions.entries()) {
          const isSame = after.sessions[index]?.body === placed.body
          assert.equal(
            isSame,
            index !== session,
            `session ${index + 1} after the edit of ${what} in ${session + 1}`,
          )
        }
      }
    }
  })

  it('moves the sessions behind it', () => {
    const before = readTranscript(text)
    const after = updateTranscript(before, [replaceLine(12, 'C: another\nC: text')])
    assert.equal(after.sessions[0]?.lineCount, (before.sessions[0]?.lineCount ?? 0) + 1)
    for (const [index, placed] of before.sessions.entries()) {
      if (index > 0) assert.equal(after.sessions[index]?.startLine, placed.startLine + 1)
    }
  })

  it('may make one session of two, or two of one', () => {
    const before = readTranscript(text)
    const joined = updateTranscript(before, [
      { start: { line: 15, character: 0 }, end: { line: 18 + 4, character: 0 }, newText: '' },
    ])
    assert.equal(joined.sessions.length, count - 1)
    const split = updateTranscript(before, [
      {
        start: { line: 4, character: 0 },
        end: { line: 4, character: 0 },
        newText: 'C: QUIT\nS: 221 bye\nS: 220 mx\n',
      },
    ])
    assert.equal(split.sessions.length, count + 1)
  })
})
