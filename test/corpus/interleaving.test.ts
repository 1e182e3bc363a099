import assert from 'node:assert/strict'
import fc from 'fast-check'
import { checkTranscript } from '../../server/rules/check.ts'
import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { mixedSessions } from '../../server/transcript/mixed.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { type CorpusFile, corpusOf, expectedDialogue, foundIn } from './expectation.ts'
import {
  bearsId,
  heads,
  idTools,
  linesOf,
  sessionIds,
  type WovenLine,
  weave,
  withIds,
} from './interleaving.ts'

/** What there is of each session: its lines, and what was made of them. Lines of remarks alone are of no session. */
function sessionsOf(transcripts: readonly Transcript[]): unknown[] {
  return transcripts
    .flatMap(({ sessions }) => sessions)
    .map(({ id, session }) => {
      const { texts, greeting, exchanges, unasked, protocol, ending } = session
      return { id, texts, greeting, exchanges, unasked, protocol, ending }
    })
    .sort((one, other) => (`${one.id} ${one.texts[0]}` < `${other.id} ${other.texts[0]}` ? -1 : 1))
}

const turns = fc.array(fc.nat(5), { minLength: 1, maxLength: 40 })

/** Whether each of two dialogues goes on after the other has begun. */
function areEntangled(files: readonly CorpusFile[], woven: readonly WovenLine[]): boolean {
  const [first, second] = files.map(({ expected }, from) => {
    const said = new Set([...expected.commands, ...expected.replies].map(([line]) => line - 1))
    const places = woven.flatMap((one, place) => (one.from === from && said.has(one.line) ? [place] : []))
    return { begin: places[0] ?? 0, end: places.at(-1) ?? 0 }
  })
  return first !== undefined && second !== undefined && first.begin < second.end && second.begin < first.end
}

/** Files with one session that both sides take part in. */
function dialogues(tool: string, names: RegExp): CorpusFile[] {
  return corpusOf(tool).filter(({ name, expected }) => {
    const { kind, sessions, commands } = expected
    return kind === 'dialog' && sessions === 1 && commands.length >= 3 && names.test(name)
  })
}

describe('interleaved sessions', () => {
  for (const tool of idTools) {
    const files = corpusOf(tool.tool)
    const dialect = dialectNamed(tool.dialect) ?? null

    it(`separate into exactly the originals: ${tool.tool}`, () => {
      const picks = fc.array(fc.constantFrom(...files), { minLength: 2, maxLength: 4 })
      fc.assert(
        fc.property(picks, turns, (picked, order) => {
          const texts = picked.map((file, index) => withIds(file, tool, index))
          const woven = weave(texts, order, bearsId(tool.dialect))
          const alone = texts.map(lines => readTranscript(`${lines.join('\n')}\n`, dialect))
          const transcript = readTranscript(`${woven.map(line => line.text).join('\n')}\n`)
          assert.equal(transcript.reading.dialect, dialect)
          assert.ok(dialect?.id, 'without ids the sessions would only stand one behind the other')
          assert.deepEqual(sessionsOf([transcript]), sessionsOf(alone))
        }),
        { numRuns: 60 },
      )
    })
  }

  const undescribed: readonly (readonly [string, RegExp])[] = [
    ['swaks', /^(?!.*(?:no-|hide-|silent|show-))/],
    ['curl', /^(?!trace|verbose)/],
    ['msmtp', /./],
    ['ruby-net-smtp', /./],
    ['telnet', /./],
    ['s-nail-v', /./],
    ['sendmail-v', /./],
    ['phpmailer', /^debug2-(?!html)/],
    ['python-smtplib', /^debug1/],
    ['mutt-debug', /./],
  ]
  for (const [tool, names] of undescribed) {
    const files = dialogues(tool, names)

    it(`separate by ids that nobody has described: ${tool} behind the head of a log`, () => {
      const picks = fc.tuple(...sessionIds.map(() => fc.constantFrom(...files)))
      fc.assert(
        fc.property(picks, turns, fc.constantFrom(...heads), (picked, order, head) => {
          const lines = picked.map(({ text }, index) =>
            linesOf(text).map(line => head(sessionIds[index] ?? '') + line),
          )
          const woven = weave(lines, order, () => true)
          const transcript = readTranscript(`${woven.map(line => line.text).join('\n')}\n`)
          for (const [index, { expected }] of picked.entries()) {
            const place = new Map(
              woven.flatMap((one, line) => (one.from === index ? [[line + 1, one.line + 1]] : [])),
            )
            const found = foundIn(transcript, { ...expected, duplicates: {} }).flatMap(fact => {
              const line = place.get(Number.parseInt(fact, 10))
              return line === undefined ? [] : [fact.replace(/^\d+/, `${line}`)]
            })
            const missing = expectedDialogue(expected).filter(fact => !found.includes(fact))
            assert.deepEqual(missing, [], `${tool}: ${picked.map(({ name }) => name).join(', ')}`)
          }
        }),
        { numRuns: 25 },
      )
    })
  }

  /** How many of the weavings without ids have to be noticed: now and then two sessions fit into each other. */
  const noticed = 0.93

  it('are not guessed at where no ids tell them apart: the reader says that it cannot', () => {
    const names = ['swaks', 'curl', 'msmtp', 'ruby-net-smtp', 'telnet', 'sendmail-v', 'python-smtplib']
    let said = 0
    let all = 0
    for (const tool of names) {
      const files = dialogues(tool, /^(?!trace|verbose|debug2)/)
      const pairs = fc.tuple(fc.constantFrom(...files), fc.constantFrom(...files), turns)
      for (const [one, other, order] of fc.sample(pairs, { numRuns: 60, seed: 5321 })) {
        const woven = weave([linesOf(one.text), linesOf(other.text)], order, () => true)
        if (!areEntangled([one, other], woven)) continue
        const transcript = readTranscript(`${woven.map(line => line.text).join('\n')}\n`)
        all += 1
        if (mixedSessions(transcript.sessions).size === 0) continue
        said += 1
        const found = checkTranscript(transcript).flatMap(({ problems }) => problems)
        assert.ok(found.some(({ rule }) => rule.id === 'transcript/mixed-sessions'))
        for (const { placed, problems } of checkTranscript(transcript)) {
          if (!mixedSessions(transcript.sessions).has(placed)) continue
          assert.ok(problems.every(({ rule }) => rule.id === 'transcript/mixed-sessions'))
        }
      }
    }
    assert.ok(all > 300, `${all}`)
    assert.ok(said >= all * noticed, `${said} of ${all}`)
  })
})
