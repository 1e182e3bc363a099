import assert from 'node:assert/strict'
import fc from 'fast-check'
import { passOver, receive, type SessionView, send } from '../../server/protocol/sessionView.ts'
import { actionNamed, everyKeyword, expectJudgements, judgement, play } from './playing.ts'

const ready = '220, EHLO 250'

/** The causes, or else the verdicts, of commands that are sent one after the other while nothing is answered. */
function verdictsInGroup(names: readonly string[], from: SessionView): string[] {
  let view = from
  return names.map(name => {
    const sent = send(view, actionNamed(name))
    view = sent.view
    return sent.verdict.cause ?? sent.verdict.sequence
  })
}

/** What a server answers that takes everything that may stand where it stands. */
const successes: Readonly<Record<string, number>> = { DATA: 354, QUIT: 221, AUTH: 235, XCLIENT: 220 }

/** The same for a client that reads each reply before it goes on. */
function verdictsOneByOne(names: readonly string[], from: SessionView): string[] {
  let view = from
  return names.map(name => {
    const sent = send(view, actionNamed(name))
    const code = sent.verdict.sequence === 'out-of-sequence' ? 503 : (successes[name] ?? 250)
    view = receive(sent.view, { code, keywords: everyKeyword }).view
    return sent.verdict.cause ?? sent.verdict.sequence
  })
}

const groups = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(['MAIL'], ['RCPT'], ['DATA', 'dot'], ['RSET']) },
      fc.constantFrom(['NOOP'], ['BDAT'], ['BDAT LAST'], ['AUTH'], ['ETRN'], ['EHLO'], ['XCLIENT'], ['QUIT']),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map(parts => parts.flat())

describe('a pipelined group (RFC 2920)', () => {
  it('is judged as if everything in it succeeded', () => {
    assert.deepEqual(verdictsInGroup(['MAIL', 'RCPT', 'RCPT', 'DATA'], play(ready)), Array(4).fill('allowed'))
  })

  it('has the verdicts of a client that waits for each reply, while none is refused', () => {
    const toFirstMistake = (verdicts: string[]) => {
      const mistake = verdicts.findIndex(one => one !== 'allowed' && one !== 'server-dependent')
      return mistake < 0 ? verdicts : verdicts.slice(0, mistake + 1)
    }
    fc.assert(
      fc.property(groups, names => {
        const waiting = toFirstMistake(verdictsOneByOne(names, play(ready)))
        assert.deepEqual(toFirstMistake(verdictsInGroup(names, play(ready))), waiting)
      }),
      { numRuns: 500 },
    )
  })

  it('is held to the order of its own commands', () => {
    assert.deepEqual(verdictsInGroup(['MAIL', 'MAIL'], play(ready)), ['allowed', 'nested-mail'])
    assert.deepEqual(verdictsInGroup(['RCPT', 'MAIL'], play(ready)), ['rcpt-without-mail', 'allowed'])
    assert.deepEqual(verdictsInGroup(['MAIL', 'DATA'], play(ready)), ['allowed', 'data-without-rcpt'])
    assert.deepEqual(verdictsInGroup(['QUIT', 'NOOP'], play(ready)), ['allowed', 'command-after-quit'])
    assert.deepEqual(verdictsInGroup(['MAIL', 'RCPT'], play('220')), [
      'mail-before-hello',
      'rcpt-without-mail',
    ])
  })

  it('keeps the confirmed state apart from the one that is hoped for', () => {
    const view = play(`${ready}, MAIL, RCPT`)
    assert.equal(view.confirmed.phase, 'ready')
    assert.equal(view.optimistic.phase, 'rcpt')
    assert.equal(play('MAIL, 250', view).confirmed.phase, 'mail')
  })

  it('falls like dominoes when its MAIL is refused, and nobody is to blame', () => {
    const sent = play(`${ready}, MAIL, RCPT, DATA`)
    const view = play('550, 503, 503', sent)
    assert.equal(view.confirmed.phase, 'ready')
    assert.deepEqual(view.outstanding, [])
    assert.deepEqual(verdictsInGroup(['MAIL'], view), ['allowed'])
  })
})

describe('a refusal in a pipelined group', () => {
  it('makes a consequence of what is sent before all replies have come', () => {
    expectJudgements(
      `${ready}, MAIL, RCPT, 550; DATA: consequence`,
      `${ready}, MAIL, RCPT, 550; RCPT: consequence`,
      `${ready}, MAIL, RCPT, 250, RCPT, 550; DATA: allowed`,
      `${ready}, MAIL, RCPT, RCPT, 250, 550; DATA: allowed`,
      `${ready}, MAIL, RCPT, NOOP, 250, 550; DATA: consequence`,
    )
  })

  it('is held against what is sent when all replies have come', () => {
    expectJudgements(
      `${ready}, MAIL, RCPT, 550, 503; DATA: out-of-sequence: data-without-mail`,
      `${ready}, MAIL, RCPT, 550, 503; RCPT: out-of-sequence: rcpt-after-refused-mail`,
      `${ready}, MAIL, RCPT, 250, 550; DATA: out-of-sequence: data-after-all-rcpt-refused`,
      `${ready}, MAIL, RCPT, DATA, 250, 250, 451; MAIL: out-of-sequence: mail-after-refused-data`,
    )
  })

  it('excuses nothing that was wrong without it', () => {
    expectJudgements(
      `${ready}, MAIL, RCPT, 250; MAIL: out-of-sequence: nested-mail`,
      `${ready}, RSET, MAIL, 250; DATA: out-of-sequence: data-without-rcpt`,
      `${ready}, MAIL, NOOP, 550; DATA: out-of-sequence: data-without-mail`,
      `${ready}, QUIT; MAIL: out-of-sequence: command-after-quit`,
    )
  })

  it('is over with the group: the next one starts afresh', () => {
    const view = play(`${ready}, MAIL, RCPT, DATA, 550, 503, 503`)
    assert.deepEqual(verdictsInGroup(['MAIL', 'RCPT', 'DATA'], view), ['allowed', 'allowed', 'allowed'])
    assert.equal(judgement(`${ready}, MAIL, RCPT, 550, 503, NOOP`, 'RCPT').split(':')[0], 'out-of-sequence')
  })
})

describe('the replies to a pipelined group', () => {
  it('are counted off, whatever they say', () => {
    const views: readonly (readonly [string, string, number])[] = [
      ['MAIL, RCPT, DATA, 250, 550, 354', 'data-content', 0],
      ['MAIL, VRFY, RCPT, 250, 252, 550', 'mail', 0],
      ['MAIL, VRFY, RCPT, 250, 550, 252', 'rcpt', 1],
      ['NOOP, MAIL, RCPT, 214, 250, 250', 'rcpt', 1],
      ['MAIL, RCPT, NOOP, 250, 250, 214', 'rcpt', 1],
      ['MAIL, RCPT, NOOP, 250, 250, 221', 'closed', 1],
      ['RSET, MAIL, 503, 250', 'mail', 0],
      ['MAIL, RCPT, RCPT, 250, 354, 250', 'rcpt', 1],
    ]
    for (const [script, phase, accepted] of views) {
      const { confirmed, outstanding } = play(`${ready}, ${script}`)
      assert.deepEqual(
        [confirmed.phase, confirmed.accepted, outstanding.length],
        [phase, accepted, 0],
        script,
      )
    }
  })

  it('lead where the same replies lead a client that waits for each', () => {
    const exchanges = fc.array(
      fc.record({
        name: fc.constantFrom('MAIL', 'RCPT', 'RCPT', 'RSET', 'NOOP', 'VRFY', 'EHLO', 'BDAT', 'BDAT LAST'),
        code: fc.constantFrom(250, 251, 354, 450, 503, 550),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(exchanges, fc.nat(), (list, seed) => {
        const waiting = play(`${ready}, ${list.map(one => `${one.name} ${one.code}`).join(', ')}`)
        let view = play(ready)
        let sent = 0
        for (const [index, { code }] of list.entries()) {
          const ahead = index + 1 + ((seed + index * index) % 5)
          for (; sent < Math.min(ahead, list.length); sent++) {
            view = send(view, actionNamed(list[sent]?.name ?? '')).view
          }
          const asked = list[index]?.name === 'EHLO' ? everyKeyword : []
          const received = receive(view, { code, keywords: asked })
          assert.equal(received.answers, actionNamed(list[index]?.name ?? ''))
          view = received.view
        }
        assert.equal(view.confirmed, waiting.confirmed)
        assert.equal(view, waiting, 'nothing is outstanding any more')
      }),
    )
  })

  it('may be a thousand', () => {
    let view = send(play(ready), actionNamed('MAIL')).view
    for (let count = 0; count < 1000; count++) {
      const sent = send(view, actionNamed('RCPT'))
      assert.equal(sent.verdict.sequence, 'allowed')
      view = sent.view
    }
    assert.equal(view.optimistic.accepted, 1000)
    view = receive(send(view, actionNamed('DATA')).view, { code: 250, keywords: null }).view
    for (let count = 0; count < 1000; count++) {
      const code = [250, 450, 550, 251][count % 4] ?? 250
      view = receive(view, { code, keywords: null }).view
    }
    const { accepted, deferred, refused } = view.confirmed
    assert.deepEqual([accepted, deferred, refused], [500, 250, 250])
    assert.equal(view.confirmed.phase, 'rcpt')
    assert.equal(receive(view, { code: 354, keywords: null }).view.confirmed.phase, 'data-content')
  })

  it('may end with 421 in their middle', () => {
    const cut = play(`${ready}, MAIL, RCPT, DATA, 250, 421`)
    assert.deepEqual([cut.confirmed.phase, cut.confirmed.closedBy], ['closed', '421'])
    assert.notEqual(send(cut, actionNamed('RCPT')).verdict.sequence, 'allowed')
  })

  it('may go on behind a 421, when the server did not close', () => {
    const view = play(`${ready}, MAIL, RCPT, RCPT, DATA, 250, 421, 250, 354`)
    assert.deepEqual([view.confirmed.phase, view.confirmed.accepted], ['data-content', 1])
    assert.deepEqual(view.outstanding, [])
  })

  it('may be more than was asked for: those answer nothing', () => {
    const { view, answers } = receive(play(`${ready}, MAIL, 250`), { code: 250, keywords: null })
    assert.equal(answers, null)
    assert.equal(view, play(`${ready}, MAIL 250`))
  })
})

describe('a reply that never came', () => {
  const skipping = (story: string, code: number) => passOver(play(`${ready}, ${story}`), code)

  it('is noticed by a code that only a later command can get', () => {
    for (const [story, code, passed] of [
      ['MAIL, RCPT, DATA, 250', 354, 1],
      ['NOOP, QUIT', 221, 1],
      ['NOOP, RSET, STARTTLS', 220, 2],
      ['NOOP, AUTH', 334, 1],
      ['MAIL 250, RCPT 250, DATA 354, dot, QUIT', 221, 1],
    ] as const) {
      assert.equal(skipping(story, code).passed, passed, story)
    }
  })

  it('is not thought of where the code may answer the first, or nothing that was sent', () => {
    for (const [story, code] of [
      ['NOOP, QUIT', 250],
      ['MAIL, RCPT', 354],
      ['MAIL, QUIT', 421],
      ['AUTH, QUIT', 334],
      ['QUIT', 221],
    ] as const) {
      assert.equal(skipping(story, code).passed, 0, story)
    }
  })

  it('counts as if the server had taken the command', () => {
    const { view } = skipping('MAIL, RCPT, DATA, 250', 354)
    const { confirmed } = receive(view, { code: 354, keywords: null }).view
    assert.deepEqual([confirmed.phase, confirmed.accepted], ['data-content', 1])
  })
})

describe('a client whose server is not in the text', () => {
  it('is judged as if everything succeeded, message after message', () => {
    const script = ['EHLO', 'MAIL', 'RCPT', 'DATA', 'dot', 'MAIL', 'RCPT', 'DATA', 'dot', 'QUIT']
    assert.deepEqual(verdictsInGroup(script, play('')), Array(10).fill('allowed'))
    const nested = ['EHLO', 'MAIL', 'RCPT', 'MAIL', 'DATA']
    assert.deepEqual(verdictsInGroup(nested, play('')).slice(3), ['nested-mail', 'allowed'])
  })

  it('has sent its mail data before the next command, also where it is not shown', () => {
    const script = ['EHLO', 'MAIL', 'RCPT', 'DATA', 'MAIL', 'RCPT', 'DATA', 'QUIT']
    assert.deepEqual(verdictsInGroup(script, play('')), Array(8).fill('allowed'))
  })
})
