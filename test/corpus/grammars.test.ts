import assert from 'node:assert/strict'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { type CorpusFile, corpusOf, type Fact, foundIn } from './expectation.ts'
import { type Grammar, grammars, type Said } from './grammars.ts'

/** The marks of swaks, which every line of its dialogues has. */
const mark = /^(?:( [-~]> |\*[*~]> )|<(?:- {2}|~ {2}|\*\* |~\* ))/

/** What was said in a run of swaks; empty where an option hides some of it. */
function dialogueOf({ text, expected }: CorpusFile): readonly Said[] {
  const isInside = (line: number) => expected.dataRanges.some(([from, to]) => from <= line && line <= to)
  let isOpen = false
  return text.split(/\r?\n/).flatMap((line, index): Said[] => {
    const match = mark.exec(line)
    if (!match) return []
    const payload = line.slice(match[0].length)
    if (match[1] !== undefined) {
      isOpen = false
      return [{ who: isInside(index + 1) ? 'data' : 'client', text: payload, isFirst: true }]
    }
    const isFirst = !isOpen
    isOpen = payload[3] === '-'
    return [{ who: 'server', text: payload, isFirst }]
  })
}

const files = corpusOf('swaks').filter(
  ({ name, expected }) => expected.sessions === 1 && !/hide|no-|silent|raw/.test(name),
)

/** A dialogue as a tool would have printed it, and what stands on its lines. */
function written(dialogue: readonly Said[], grammar: Grammar): { text: string; facts: Fact[] } {
  const lines = [...(grammar.before ?? [])]
  const facts: Fact[] = []
  let isAuth = false
  let firstOfData = 0
  for (const [index, { who, text, isFirst }] of dialogue.entries()) {
    const isLast = dialogue[index + 1]?.who !== 'data'
    if (who === 'server') {
      lines.push(grammar.server(text, isFirst))
      isAuth = text.startsWith('334')
      if (isFirst) facts.push(`${lines.length} reply ${text.slice(0, 3)}`)
    } else if (who === 'client') {
      lines.push(grammar.client(text))
      if (!isAuth) facts.push(`${lines.length} command ${text.split(' ')[0]?.toUpperCase()}`)
    } else if (typeof grammar.data === 'function') {
      lines.push(grammar.data(text))
      if (dialogue[index - 1]?.who !== 'data') firstOfData = lines.length
      if (isLast) facts.push(`${firstOfData} data to ${lines.length}`)
    } else if (grammar.data === 'dot' && isLast) lines.push(grammar.client('.'))
  }
  return { text: [...lines, ...(grammar.behind ?? [])].join('\n'), facts }
}

describe('the dialogues of swaks in the grammar of another tool', () => {
  it('are many', () => assert.ok(files.length > 50, `${files.length}`))

  for (const [name, grammar] of Object.entries(grammars)) {
    it(`read the same: ${name}`, () => {
      for (const file of files) {
        const { text, facts } = written(dialogueOf(file), grammar)
        const transcript = readTranscript(text)
        const found = foundIn(transcript, file.expected).filter(
          fact => typeof grammar.data === 'function' || !fact.includes(' data to '),
        )
        assert.deepEqual(found.sort(), facts.sort(), `${file.name} as ${transcript.reading.dialect.name}`)
      }
    })
  }
})
