import assert from 'node:assert/strict'
import { expectJudgements, judgement, stateAfter, transactionAfter } from './playing.ts'

const ready = '220, EHLO 250'
const mail = `${ready}, MAIL 250`
const rcpt = `${mail}, RCPT 250`

describe('BDAT (RFC 3030)', () => {
  it('needs CHUNKING; whoever uses it without depends on the server', () => {
    const plain = '220, EHLO 250 none, MAIL 250, RCPT 250'
    expectJudgements(`${plain}; BDAT: server-dependent`, `${plain}; BDAT LAST: server-dependent`)
    assert.equal(
      stateAfter(`${plain}, BDAT 502`).phase,
      'rcpt',
      'a server that knows no BDAT has lost no chunk',
    )
    expectJudgements(`${plain}, BDAT 502; DATA: allowed`)
  })

  it('is answered chunk by chunk, and LAST ends the transaction', () => {
    assert.equal(transactionAfter(`${rcpt}, BDAT 250, BDAT 250`), 'bdat 1 0 0')
    assert.equal(transactionAfter(`${rcpt}, BDAT 250, BDAT LAST 250`), 'ready 0 0 0')
    expectJudgements(
      `${rcpt}, BDAT 250; BDAT: allowed`,
      `${rcpt}, BDAT 250; BDAT LAST: allowed`,
      `${rcpt}, BDAT LAST 250; MAIL: allowed`,
    )
  })

  it('needs RSET once a chunk has failed', () => {
    for (const failed of [
      `${rcpt}, BDAT 452`,
      `${rcpt}, BDAT 250, BDAT 552`,
      `${rcpt}, BDAT LAST 451`,
      `${rcpt}, BDAT 250, BDAT LAST 554`,
    ]) {
      assert.equal(stateAfter(failed).phase, 'bdat-failed', failed)
      for (const command of ['MAIL', 'RCPT', 'DATA', 'BDAT', 'BDAT LAST', 'AUTH', 'STARTTLS']) {
        expectJudgements(`${failed}; ${command}: out-of-sequence: command-after-failed-bdat`)
      }
      expectJudgements(`${failed}; RSET: allowed`, `${failed}; QUIT: allowed`, `${failed}; EHLO: allowed`)
      expectJudgements(`${failed}, RSET 250; MAIL: allowed`)
    }
  })

  it('drops everything with RSET between chunks', () => {
    assert.equal(transactionAfter(`${rcpt}, BDAT 250, RSET 250`), 'ready 0 0 0')
    expectJudgements(`${rcpt}, BDAT 250, RSET 250; MAIL: allowed`)
  })

  it('cannot be followed by DATA or RCPT in its transaction', () => {
    expectJudgements(
      `${rcpt}, BDAT 250; DATA: out-of-sequence: data-after-bdat`,
      `${rcpt}, BDAT 250; RCPT: out-of-sequence: rcpt-after-bdat`,
      `${rcpt}, BDAT 250; MAIL: out-of-sequence: nested-mail`,
      `${rcpt}, BDAT LAST 250, MAIL 250, RCPT 250; DATA: allowed`,
    )
  })

  it('needs RSET when DATA came after it, since the state is indeterminate (RFC 3030 section 2)', () => {
    assert.equal(stateAfter(`${rcpt}, BDAT 250, DATA 503`).phase, 'bdat-failed')
  })

  it('after LAST is out of sequence, and needs RSET before MAIL (RFC 3030 section 2)', () => {
    const last = `${rcpt}, BDAT LAST 250`
    expectJudgements(
      `${last}; BDAT: out-of-sequence: bdat-after-last`,
      `${last}; BDAT LAST: out-of-sequence: bdat-after-last`,
      `${last}, BDAT 503; RSET: allowed`,
      `${last}, BDAT 503, RSET 250; MAIL: allowed`,
    )
    assert.notEqual(judgement(`${last}, BDAT 503`, 'MAIL'), 'allowed')
  })

  it('is what BODY=BINARYMIME needs: DATA gets 503 and then needs RSET (RFC 3030 section 3)', () => {
    const binary = `${ready}, MAIL BINARYMIME 250, RCPT 250`
    expectJudgements(
      `${binary}; DATA: out-of-sequence: data-after-bdat`,
      `${binary}; BDAT: allowed`,
      `${binary}, RSET 250, MAIL 250, RCPT 250; DATA: allowed`,
    )
    assert.equal(stateAfter(`${binary}, DATA 503`).phase, 'bdat-failed')
  })

  it('is as BURL, which stands for chunks that the server fetches (RFC 4468)', () => {
    assert.equal(stateAfter(`${rcpt}, BURL 250`).phase, 'bdat')
    assert.equal(stateAfter(`${rcpt}, BURL LAST 250`).phase, 'ready')
    assert.equal(stateAfter(`${rcpt}, BURL 554`).phase, 'bdat-failed')
  })
})

describe('STARTTLS (RFC 3207)', () => {
  const secured = `${ready}, STARTTLS 220, handshake`

  it('makes hello, extensions and authentication void, and no second greeting comes', () => {
    expectJudgements(
      `${secured}; EHLO: allowed`,
      `${secured}; MAIL: out-of-sequence: hello-missing-after-starttls`,
      `${secured}; RCPT: out-of-sequence: hello-missing-after-starttls`,
      `${secured}; AUTH: out-of-sequence: hello-missing-after-starttls`,
      `${secured}, EHLO 250; MAIL: allowed`,
      `${secured}, EHLO 250; AUTH: allowed`,
      `${ready}, AUTH 235, STARTTLS 220, handshake, EHLO 250; AUTH: allowed`,
    )
  })

  it('may be refused: the session stays in READY and in clear', () => {
    for (const code of [454, 501, 502, 503]) {
      assert.equal(stateAfter(`${ready}, STARTTLS ${code}`), stateAfter(ready), `after ${code}`)
      expectJudgements(
        `${ready}, STARTTLS ${code}; MAIL: allowed`,
        `${ready}, STARTTLS ${code}; STARTTLS: allowed`,
      )
    }
  })

  it('is not for a session that is under TLS already', () => {
    expectJudgements(`${secured}, EHLO 250 AUTH; STARTTLS: server-dependent`)
    assert.notEqual(judgement(`${secured}, EHLO 250 STARTTLS`, 'STARTTLS'), 'allowed')
  })

  it('drops the transaction where a server takes it inside one', () => {
    assert.equal(transactionAfter(`${rcpt}, STARTTLS 220, handshake`), 'tls-ready 0 0 0')
  })

  it('shows its handshake by the next command where nobody mentions it', () => {
    expectJudgements(
      `${ready}, STARTTLS 220; EHLO: allowed`,
      `${ready}, STARTTLS 220; MAIL: out-of-sequence: hello-missing-after-starttls`,
      `${ready}, STARTTLS 220, EHLO 250; MAIL: allowed`,
    )
  })
})

describe('AUTH (RFC 4954)', () => {
  it('stands between transactions only', () => {
    for (const road of [mail, rcpt, `${rcpt}, DATA 451`, `${rcpt}, BDAT 250`]) {
      expectJudgements(`${road}; AUTH: out-of-sequence: auth-inside-transaction`)
    }
    expectJudgements(`${rcpt}, RSET 250; AUTH: allowed`, `${rcpt}, DATA 354, dot 250; AUTH: allowed`)
  })

  it('succeeds once in a session', () => {
    for (const success of ['AUTH 235', 'AUTH 334, response 235']) {
      expectJudgements(
        `${ready}, ${success}; AUTH: out-of-sequence: already-authenticated`,
        `${ready}, ${success}, EHLO 250; AUTH: out-of-sequence: already-authenticated`,
        `${ready}, ${success}, RSET 250; AUTH: out-of-sequence: already-authenticated`,
        `${ready}, ${success}; MAIL: allowed`,
      )
    }
  })

  it('may be tried again after a failure', () => {
    for (const failure of ['AUTH 504', 'AUTH 334, response 535', 'AUTH 334, response 334, response 454']) {
      expectJudgements(`${ready}, ${failure}; AUTH: allowed`, `${ready}, ${failure}; MAIL: allowed`)
    }
  })

  it('is cancelled by `*`, which gets 501', () => {
    assert.equal(stateAfter(`${ready}, AUTH 334, response 501`).phase, 'ready')
    expectJudgements(`${ready}, AUTH 334, response 501; MAIL: allowed`)
  })

  it('goes back to where it began, where a server takes it in a wrong place', () => {
    assert.equal(transactionAfter(`${rcpt}, AUTH 334, response 235`), 'rcpt 1 0 0')
    assert.equal(transactionAfter(`${rcpt}, AUTH 334, response 535`), 'rcpt 1 0 0')
    assert.equal(stateAfter('220, AUTH 334, response 334, response 235').phase, 'greeted')
  })
})

describe('XCLIENT, XFORWARD and ETRN', () => {
  it('XCLIENT goes back to the greeting and keeps TLS; another may follow at once', () => {
    const again = `${ready}, STARTTLS 220, handshake, EHLO 250, XCLIENT 220`
    const { phase, tls, hello } = stateAfter(again)
    assert.deepEqual([phase, tls, hello], ['greeted', true, 'none'])
    expectJudgements(
      `${again}; XCLIENT: allowed`,
      `${again}; EHLO: allowed`,
      `${again}; MAIL: out-of-sequence: mail-before-hello`,
      `${ready}, XCLIENT 501; MAIL: allowed`,
    )
  })

  it('XFORWARD and ETRN change nothing', () => {
    for (const verb of ['XFORWARD', 'ETRN']) {
      expectJudgements(`${ready}; ${verb}: allowed`)
      for (const code of [250, 251, 253, 458, 501]) {
        assert.equal(stateAfter(`${ready}, ${verb} ${code}`), stateAfter(ready))
      }
    }
  })

  it('none of them stands inside a transaction', () => {
    for (const verb of ['XCLIENT', 'XFORWARD', 'ETRN', 'ATRN']) {
      for (const road of [mail, rcpt, `${rcpt}, BDAT 250`]) {
        expectJudgements(`${road}; ${verb}: out-of-sequence: verb-inside-transaction`)
      }
    }
  })

  it('each depends on the server where it was not announced', () => {
    for (const verb of ['STARTTLS', 'AUTH', 'ETRN', 'ATRN', 'XCLIENT', 'XFORWARD']) {
      expectJudgements(`220, EHLO 250 none; ${verb}: server-dependent`)
    }
  })
})

describe('NOOP, HELP, VRFY and EXPN (RFC 5321 4.1.4)', () => {
  it('change nothing, whatever the answer', () => {
    for (const road of ['220', ready, mail, rcpt, `${rcpt}, DATA 451`, `${rcpt}, BDAT 250`]) {
      for (const verb of ['NOOP', 'HELP', 'VRFY', 'EXPN']) {
        for (const code of [214, 250, 252, 450, 502, 550]) {
          assert.equal(stateAfter(`${road}, ${verb} ${code}`), stateAfter(road), `${road}, ${verb} ${code}`)
        }
      }
    }
  })
})
