import assert from 'node:assert/strict'
import { rules } from '../../server/rules/registry.ts'
import { defaultSettings, type RuleSettings } from '../../server/rules/settings.ts'
import { expectFile } from '../expectFile.ts'
import { comparisonPage, pageFile, tellingSessions } from './comparisonPage.ts'
import { type Comparison, comparisonsOf } from './covers.ts'
import { type Recorded, readRecording, recordedSessions } from './recording.ts'
import { type ComparedSession, comparedSessions, sources } from './sessions.ts'

function told({ session, finding }: Comparison): string {
  return `${session.source} ${session.name}, line ${finding.line + 1}: ${finding.summary}`
}

function unanswered(sessions: readonly Recorded[], settings: RuleSettings = defaultSettings): string[] {
  return comparisonsOf(sessions, settings)
    .filter(one => one.answer === null)
    .map(told)
}

const recording = readRecording()

describe('what tshark reports', () => {
  let all: readonly ComparedSession[] = []
  let sessions: readonly Recorded[] = []
  let comparisons: readonly Comparison[] = []
  before(function () {
    this.timeout(60_000)
    all = comparedSessions()
    sessions = recordedSessions(recording, all)
    comparisons = comparisonsOf(sessions, defaultSettings)
  })

  const withFindings = () => sessions.filter(one => one.recorded.findings)

  it('was recorded of sessions that are still the same; npm run compare records them anew', () => {
    for (const source of sources) {
      const recorded = Object.keys(recording.sessions[source]).length
      const same = sessions.filter(one => one.source === source).length
      const least = source === 'constructed' ? recorded : recorded * 0.8
      assert.ok(same >= least, `${source}: ${same} of ${recorded} are the same`)
    }
    assert.ok(sessions.length > 500)
  })

  it('was asked with each reply as one segment, and a connection of its own behind STARTTLS', () => {
    for (const { name, segments, placed } of all.filter(one => one.source === 'rules')) {
      const { greeting, unasked, exchanges } = placed.session
      const replies = [...(greeting ? [greeting] : []), ...unasked, ...exchanges.flatMap(one => one.replies)]
      assert.equal(segments.filter(({ from }) => from === 'server').length, replies.length, name)
      const handshakes = exchanges.filter(({ unit, reply }) => {
        return unit.kind === 'command' && unit.verb === 'STARTTLS' && reply?.code === 220
      })
      assert.equal(segments.filter(one => one.isFirstUnderTls).length, handshakes.length, name)
    }
  })

  for (const { field } of recording.kinds) {
    it(`is brought out by a session of each kind: ${field}`, () => {
      assert.ok(comparisons.some(one => one.matter === 'mistake' && one.finding.field === field))
    })
  }

  it('of base64 is not about the session: told to decode, it says nothing even of what is not base64', () => {
    const ofBase64 = comparisons.filter(one => one.finding.field === 'smtp.base64_decode')
    assert.deepEqual(new Set(ofBase64.map(one => one.matter)), new Set(['preference', 'mistake']))
    assert.ok(ofBase64.every(one => one.finding.decoding === 'off'))
  })

  it('is found or explained here, too, at the same command or reply', () => {
    assert.deepEqual(unanswered(withFindings()), [])
  })

  it('would not be, if the rules were off: where somebody made a mistake, a finding is asked for', () => {
    const severities = new Map(rules.map(({ id }) => [id, 'off' as const]))
    const left = unanswered(withFindings(), { ...defaultSettings, severities })
    assert.deepEqual(left, comparisons.filter(one => one.matter === 'mistake').map(told))
    assert.ok(left.length >= 11)
  })

  it('would not be, if it stood elsewhere: the greeting is no answer to the credentials', () => {
    const moved = withFindings().map(one => {
      const findings = one.recorded.findings?.map(finding => ({ ...finding, line: 0 })) ?? []
      return { ...one, recorded: { ...one.recorded, findings } }
    })
    const atGreeting = (one: Recorded) => one.placed.session.greeting?.line === 0
    const elsewhere = moved.filter(one => atGreeting(one) && !/greeting/.test(one.name))
    assert.ok(elsewhere.length > 10)
    assert.equal(
      unanswered(elsewhere).length,
      elsewhere.reduce((sum, one) => sum + one.recorded.findings.length, 0),
      'the greeting answers for what stands elsewhere',
    )
  })

  it('is told on the page by sessions that there are', () => {
    const names = new Set(all.map(({ name }) => name))
    assert.deepEqual(
      tellingSessions.filter(name => !names.has(name)),
      [],
    )
  })

  it('is shown beside what is found here in docs/comparison.md', () => {
    expectFile(pageFile, comparisonPage(recording, sessions))
  })
})
