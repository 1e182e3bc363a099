import assert from 'node:assert/strict'
import { expectJudgements, stateAfter, transactionAfter } from './playing.ts'

const ready = '220, EHLO 250'
const mail = `${ready}, MAIL 250`
const rcpt = `${mail}, RCPT 250`

describe('the greeting', () => {
  it('leaves QUIT alone behind a refusal', () => {
    expectJudgements(
      '554; QUIT: allowed',
      '554; EHLO: out-of-sequence: command-after-rejected-greeting',
      '521; MAIL: out-of-sequence: command-after-rejected-greeting',
      '521; RSET: out-of-sequence: command-after-rejected-greeting',
    )
  })

  it('of 421 closes, so that no command may follow', () => {
    expectJudgements('421; EHLO: out-of-sequence: command-after-421')
  })
})

describe('a hello', () => {
  it('that is accepted in mid-transaction drops the transaction and replaces the extensions', () => {
    for (const hello of ['EHLO', 'HELO', 'LHLO']) {
      assert.equal(transactionAfter(`${rcpt}, RCPT 450, RCPT 550, ${hello} 250`), 'ready 0 0 0')
    }
    assert.deepEqual(stateAfter(`${rcpt}, EHLO 250 ETRN`).keywords, ['ETRN'])
  })

  it('that is refused in mid-transaction changes nothing', () => {
    for (const code of [500, 501, 502, 503, 504, 550]) {
      const before = stateAfter(`${rcpt}, RCPT 450`)
      assert.equal(stateAfter(`${rcpt}, RCPT 450, EHLO ${code}`), before, `after ${code}`)
    }
  })

  it('that is refused may be said again, as EHLO or as HELO', () => {
    for (const code of [500, 501, 502, 504, 550, 554]) {
      expectJudgements(
        `220, EHLO ${code}; HELO: allowed`,
        `220, EHLO ${code}; EHLO: allowed`,
        `220, EHLO ${code}; QUIT: allowed`,
        `220, EHLO ${code}; MAIL: out-of-sequence: mail-after-refused-hello`,
        `220, EHLO ${code}, HELO 250; MAIL: allowed`,
      )
    }
  })

  it('as HELO after EHLO leaves no extension in force', () => {
    expectJudgements(
      `${ready}, HELO 250; STARTTLS: server-dependent`,
      `${ready}, HELO 250; AUTH: server-dependent`,
      `${ready}, HELO 250, MAIL 250, RCPT 250; BDAT: server-dependent`,
      `${ready}, HELO 250; MAIL: allowed`,
    )
  })

  it('may be repeated, and a refusal of the second leaves the first in force', () => {
    expectJudgements(`${ready}; EHLO: allowed`, `${ready}, EHLO 503; MAIL: allowed`)
    assert.equal(stateAfter(`${ready}, EHLO 503`), stateAfter(ready))
  })

  it('that is missing is held against MAIL, also where the server does not mind', () => {
    expectJudgements('220; MAIL: out-of-sequence: mail-before-hello', '220, MAIL 250; RCPT: allowed')
  })
})

describe('a refused MAIL', () => {
  it('leaves READY, and RCPT has nothing to belong to', () => {
    for (const code of [450, 452, 550, 553]) {
      assert.equal(transactionAfter(`${ready}, MAIL ${code}`), 'ready 0 0 0')
      expectJudgements(
        `${ready}, MAIL ${code}; RCPT: out-of-sequence: rcpt-after-refused-mail`,
        `${ready}, MAIL ${code}; MAIL: allowed`,
        `${ready}, MAIL ${code}; DATA: out-of-sequence: data-without-mail`,
      )
    }
  })

  it('is forgotten with the next RSET or hello', () => {
    expectJudgements(
      `${ready}, MAIL 550, RSET 250; RCPT: out-of-sequence: rcpt-without-mail`,
      `${ready}, MAIL 550, EHLO 250; RCPT: out-of-sequence: rcpt-without-mail`,
    )
  })

  it('inside a transaction leaves the transaction', () => {
    assert.equal(transactionAfter(`${rcpt}, MAIL 503`), 'rcpt 1 0 0')
    expectJudgements(`${rcpt}, MAIL 503; RCPT: allowed`, `${rcpt}, MAIL 503; DATA: allowed`)
  })
})

describe('the replies to RCPT', () => {
  it('accept with any 2yz', () => {
    for (const code of [250, 251, 252]) assert.equal(transactionAfter(`${mail}, RCPT ${code}`), 'rcpt 1 0 0')
  })

  it('refuse only the one recipient', () => {
    assert.equal(transactionAfter(`${mail}, RCPT 450`), 'mail 0 1 0')
    assert.equal(transactionAfter(`${mail}, RCPT 550`), 'mail 0 0 1')
    assert.equal(transactionAfter(`${mail}, RCPT 250, RCPT 450, RCPT 550, RCPT 251`), 'rcpt 2 1 1')
    expectJudgements(`${rcpt}, RCPT 550; DATA: allowed`, `${mail}, RCPT 550, RCPT 250; DATA: allowed`)
  })

  it('leave nobody to send to where all of them refuse, in SMTP and in LMTP', () => {
    for (const refusals of ['RCPT 450', 'RCPT 550', 'RCPT 450, RCPT 550']) {
      expectJudgements(
        `${mail}, ${refusals}; DATA: out-of-sequence: data-after-all-rcpt-refused`,
        `${mail}, ${refusals}; BDAT: out-of-sequence: data-after-all-rcpt-refused`,
        `220 LMTP, LHLO 250, MAIL 250, ${refusals}; DATA: out-of-sequence: data-after-all-rcpt-refused`,
      )
    }
    expectJudgements(
      `${mail}; DATA: out-of-sequence: data-without-rcpt`,
      `${mail}; BDAT LAST: out-of-sequence: data-without-rcpt`,
    )
  })

  it('may be followed by 354 all the same; the dot then ends the transaction', () => {
    assert.equal(transactionAfter(`${mail}, RCPT 550, DATA 354`), 'data-content 0 0 1')
    assert.equal(transactionAfter(`${mail}, RCPT 550, DATA 354, dot 554`), 'ready 0 0 0')
  })

  it('may be 452, and DATA 503 because of it', () => {
    assert.equal(transactionAfter(`${rcpt}, RCPT 452, DATA 503`), 'data-rejected 1 1 0')
  })
})

describe('a refused DATA', () => {
  it('clears the transaction where the reply to the dot refuses: MAIL may follow', () => {
    for (const code of [450, 451, 452, 550, 552, 554]) {
      assert.equal(transactionAfter(`${rcpt}, DATA 354, dot ${code}`), 'ready 0 0 0')
      expectJudgements(`${rcpt}, DATA 354, dot ${code}; MAIL: allowed`)
    }
  })

  it('keeps the transaction where it comes before 354', () => {
    for (const code of [450, 451, 503, 550, 554]) {
      const refused = `${rcpt}, DATA ${code}`
      assert.equal(transactionAfter(refused), 'data-rejected 1 0 0')
      expectJudgements(
        `${refused}; MAIL: out-of-sequence: mail-after-refused-data`,
        `${refused}; RSET: allowed`,
        `${refused}; QUIT: allowed`,
        `${refused}; EHLO: allowed`,
        `${refused}; RCPT: allowed`,
        `${refused}, RCPT 250; DATA: allowed`,
        `${refused}, RCPT 250; MAIL: out-of-sequence: nested-mail`,
        `${refused}, RSET 250; MAIL: allowed`,
        `${refused}, EHLO 250; MAIL: allowed`,
      )
    }
  })

  it('for want of recipients keeps the transaction too', () => {
    assert.equal(transactionAfter(`${mail}, RCPT 550, DATA 554`), 'mail 0 0 1')
    expectJudgements(
      `${mail}, DATA 503; MAIL: out-of-sequence: mail-after-refused-data`,
      `${mail}, DATA 503; RCPT: allowed`,
      `${mail}, DATA 503, RCPT 250; DATA: allowed`,
      `${mail}, DATA 503, RSET 250; MAIL: allowed`,
    )
  })
})

describe('421, QUIT and a lost connection', () => {
  it('421 ends the session; QUIT is the one command that may always come (RFC 5321 4.1.1.10)', () => {
    for (const road of [`${ready}, NOOP 421`, `${rcpt}, 421`, `${rcpt}, DATA 354, 421`]) {
      expectJudgements(`${road}; NOOP: out-of-sequence: command-after-421`, `${road}; QUIT: allowed`)
    }
  })

  it('a server that goes on after its 421 did not close: the session is where it was', () => {
    assert.equal(transactionAfter(`${rcpt}, NOOP 421, RCPT 250`), 'rcpt 2 0 0')
    assert.equal(stateAfter(`${ready}, NOOP 421, MAIL 250`).phase, 'mail')
    assert.equal(stateAfter(`${mail}, 421, RCPT 550`).phase, 'mail')
    expectJudgements(`${mail}, 421, RCPT 250; DATA: allowed`)
  })

  it('QUIT drops an open transaction with any 2yz, and a refused QUIT changes nothing', () => {
    for (const code of [221, 250]) assert.equal(transactionAfter(`${rcpt}, QUIT ${code}`), 'closed 0 0 0')
    assert.equal(stateAfter(`${rcpt}, QUIT 221`).closedBy, 'quit')
    assert.equal(stateAfter(`${rcpt}, QUIT 502`), stateAfter(rcpt))
    expectJudgements(`${rcpt}, QUIT 502; RCPT: allowed`)
  })

  it('a connection that is lost behind QUIT was closed by it', () => {
    assert.equal(stateAfter(`${ready}, QUIT, server closes`).closedBy, 'quit')
    assert.equal(stateAfter(`${ready}, QUIT, lost`).closedBy, 'quit')
  })
})
