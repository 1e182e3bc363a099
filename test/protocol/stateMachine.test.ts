import assert from 'node:assert/strict'
import { judgement, play, stateAfter } from './playing.ts'
import { cells } from './transitionTable.ts'

/** Where the verdict is `server-dependent` although the table has a cross, and why. */
const departures: readonly {
  readonly states: readonly string[]
  readonly commands: readonly string[]
  readonly why: string
}[] = [
  {
    states: ['GREETED'],
    commands: ['STARTTLS', 'AUTH', 'ETRN'],
    why: 'no EHLO has announced the extension (CONTRACTS.md, `sequence`)',
  },
  {
    states: ['TLS_READY'],
    commands: ['STARTTLS'],
    why: 'the usual refusal is 502, since no EHLO has announced it (CONTRACTS.md, `sequence`)',
  },
  {
    states: ['MAIL', 'RCPT', 'DATA_REJECTED', 'BDAT'],
    commands: ['STARTTLS'],
    why: 'RFC 3207 is silent, Postfix allows it, OpenSMTPD answers 503 (section 5)',
  },
  {
    states: ['DATA_REJECTED'],
    commands: ['DATA'],
    why: 'the same refusal again, whatever its code was (section 3)',
  },
  {
    states: ['BDAT_FAILED'],
    commands: ['NOOP', 'HELP', 'VRFY', 'EXPN'],
    why: 'a server that answers with 250 there is fine too (section 3)',
  },
]

/** Where a refusal does not leave the state as it is: "the state stays unless noted below", which section 4 does. */
const notedBelow: Readonly<Record<string, string>> = {
  'BDAT DATA': 'bdat-failed', // DATA after BDAT: 503, then RSET (RFC 3030 section 2)
}

const replyClasses = [2, 3, 4, 5]

function departureAt(state: string, command: string) {
  return departures.find(one => one.states.includes(state) && one.commands.includes(command))
}

describe('the transition table', () => {
  it('is whole: nine states and eighteen commands', () => {
    assert.equal(new Set(cells.map(cell => cell.state)).size, 9)
    assert.equal(new Set(cells.map(cell => cell.command)).size, 18)
    assert.equal(cells.length, 9 * 18)
  })

  it('has a session that leads to each of its states', () => {
    for (const { road, phase } of cells) assert.equal(stateAfter(road).phase, phase, road)
  })

  for (const { state, phase, road, command, isAllowed, next } of cells) {
    if (isAllowed) {
      const ways = replyClasses.map(digit => `${digit}yz → ${next.get(digit) ?? phase}`).join(', ')
      it(`lets ${command} stand in ${state}: ${ways}`, () => {
        assert.equal(judgement(road, command), 'allowed')
        for (const digit of replyClasses) {
          const after = stateAfter(`${road}, ${command} ${digit}50`)
          assert.equal(after.phase, next.get(digit) ?? phase, `after ${digit}50`)
        }
      })
      continue
    }
    const departure = departureAt(state, command)
    const expected = departure ? 'server-dependent' : 'out-of-sequence'
    it(`holds ${command} in ${state} for ${expected}${departure ? `: ${departure.why}` : ''}`, () => {
      assert.equal(judgement(road, command).replace(/:.*/, ''), expected)
    })

    const left = notedBelow[`${state} ${command}`] ?? phase
    it(`is in ${left} when ${command} is refused in ${state}`, () => {
      for (const code of [450, 454, 500, 502, 503, 554]) {
        assert.equal(stateAfter(`${road}, ${command} ${code}`).phase, left, `after ${code}`)
      }
    })
  }

  it('is followed beyond its crosses where a server takes more than it must', () => {
    assert.equal(stateAfter('220, MAIL 250').phase, 'mail')
    assert.equal(stateAfter('220, EHLO 250, STARTTLS 220, handshake, MAIL 250').phase, 'mail')
    assert.equal(stateAfter('220, STARTTLS 220').phase, 'tls-handshake')
    const nested = stateAfter('220, EHLO 250, MAIL 250, RCPT 250, RCPT 450, MAIL 250')
    assert.equal(nested.phase, 'mail')
    assert.deepEqual([nested.accepted, nested.deferred, nested.refused], [0, 0, 0])
    assert.equal(stateAfter('220, EHLO 250, MAIL 250, DATA 354').phase, 'data-content')
    assert.equal(stateAfter('220, EHLO 250, MAIL 250, RCPT 250, STARTTLS 220').phase, 'tls-handshake')
  })
})

describe('the states without command columns', () => {
  it('CONNECTING: 220 leads to GREETED', () => {
    assert.equal(stateAfter('').phase, 'connecting')
    assert.equal(stateAfter('220').phase, 'greeted')
  })

  it('CONNECTING: 554, 521 and any other 5yz lead to REJECTED', () => {
    for (const code of [500, 521, 530, 550, 554]) assert.equal(stateAfter(`${code}`).phase, 'rejected')
  })

  it('CONNECTING: 421 and any other 4yz close the connection', () => {
    for (const code of [421, 450, 451, 454]) assert.equal(stateAfter(`${code}`).phase, 'closed')
  })

  it('CONNECTING: a text without greeting begins with a hello or QUIT, or else in mid-session', () => {
    // That the client has to wait for a greeting that the text does show is another rule's business.
    for (const hello of ['EHLO', 'HELO', 'LHLO', 'QUIT']) assert.equal(judgement('', hello), 'allowed')
    for (const command of ['MAIL', 'RCPT', 'DATA', 'AUTH', 'NOOP']) {
      assert.equal(judgement('', command), 'unknown')
    }
  })

  it('DATA_CONTENT: the dot leads to DATA_END, and nothing but 421 comes before it', () => {
    const content = '220, EHLO 250, MAIL 250, RCPT 250, DATA 354'
    assert.equal(stateAfter(content).phase, 'data-content')
    assert.equal(stateAfter(`${content}, 421`).phase, 'closed')
    assert.equal(stateAfter(`${content}, 451`).phase, 'data-content')
  })

  it('DATA_END: any reply but 421 leads to READY', () => {
    const content = '220, EHLO 250, MAIL 250, RCPT 250, DATA 354'
    for (const code of [250, 451, 452, 550, 554]) {
      const { phase, accepted } = stateAfter(`${content}, dot ${code}`)
      assert.deepEqual([phase, accepted], ['ready', 0], `after ${code}`)
    }
    assert.equal(stateAfter(`${content}, dot 421`).phase, 'closed')
  })

  it('AUTH_EXCHANGE: 334 stays, 235 leads to READY and authenticates, 4yz and 5yz lead to READY', () => {
    const exchange = '220, EHLO 250, AUTH 334'
    assert.equal(stateAfter(exchange).phase, 'auth-exchange')
    assert.equal(stateAfter(`${exchange}, response 334`).phase, 'auth-exchange')
    assert.equal(stateAfter(`${exchange}, response 334, response 334`).phase, 'auth-exchange')
    for (const [code, authenticated] of [
      [235, true],
      [454, false],
      [501, false],
      [535, false],
    ] as const) {
      const after = stateAfter(`${exchange}, response ${code}`)
      assert.deepEqual([after.phase, after.authenticated], ['ready', authenticated], `after ${code}`)
    }
  })

  it('TLS_HANDSHAKE: success leads to TLS_READY, failure closes', () => {
    const handshake = '220, EHLO 250, STARTTLS 220'
    assert.equal(stateAfter(handshake).phase, 'tls-handshake')
    assert.equal(stateAfter(`${handshake}, handshake`).phase, 'tls-ready')
    assert.equal(stateAfter(`${handshake}, lost`).phase, 'closed')
  })

  it('REVERSED: TURN and ATRN that succeed, and nothing is known of what follows', () => {
    for (const verb of ['TURN', 'ATRN']) {
      assert.equal(stateAfter(`220, EHLO 250, ${verb} 250`).phase, 'reversed')
      assert.equal(stateAfter(`220, EHLO 250, ${verb} 502`).phase, 'ready')
      assert.equal(judgement(`220, EHLO 250, ${verb} 250`, 'RCPT'), 'unknown')
    }
  })

  it('any: 421 closes, and so does a lost connection', () => {
    for (const { road } of cells) {
      const after = stateAfter(`${road}, NOOP 421`)
      assert.deepEqual([after.phase, after.closedBy], ['closed', '421'], road)
      const unasked = stateAfter(`${road}, 421`)
      assert.deepEqual([unasked.phase, unasked.closedBy], ['closed', '421'], road)
      const lost = stateAfter(`${road}, lost`)
      assert.deepEqual([lost.phase, lost.closedBy], ['closed', 'lost'], road)
      const closed = stateAfter(`${road}, server closes`)
      assert.deepEqual([closed.phase, closed.closedBy], ['closed', 'server'], road)
    }
  })

  it('CLOSING: nothing may follow QUIT, answered or not', () => {
    for (const { road } of cells) {
      assert.equal(play(`${road}, QUIT`).optimistic.phase, 'closing')
      assert.equal(judgement(`${road}, QUIT`, 'NOOP'), 'out-of-sequence: command-after-quit', road)
      assert.equal(judgement(`${road}, QUIT 221`, 'NOOP'), 'out-of-sequence: command-after-quit', road)
    }
  })
})
