import assert from 'node:assert/strict'
import { readingText } from '../../client/readingText.ts'
import type { DocumentRead } from '../../server/lsp/messages.ts'

const read: DocumentRead = {
  uri: 'file:///a.log',
  version: 1,
  dialect: { name: 'swaks', title: 'output of swaks' },
  chosen: false,
  sessions: 2,
}

describe('the status of a reading', () => {
  it('names the dialect and counts the sessions', () => {
    assert.deepEqual(readingText(read), { text: 'swaks · 2 sessions', detail: 'detected' })
  })

  it('knows that one session is singular', () => {
    assert.equal(readingText({ ...read, sessions: 1 }).text, 'swaks · 1 session')
  })

  it('tells that the person chose the dialect', () => {
    assert.equal(readingText({ ...read, chosen: true }).detail, 'chosen by you')
  })

  it('tells how sure the detection is, where that is known', () => {
    assert.equal(
      readingText({ ...read, sureness: 'by a line of its own' }).detail,
      'detected by a line of its own',
    )
  })

  it('says what failed first, and why', () => {
    const failure = { session: 2, outcome: 'refused at AUTH', reason: 'The password is wrong.' }
    assert.deepEqual(readingText({ ...read, failure }), {
      text: 'swaks · 2 sessions · session 2 refused at AUTH',
      detail: 'The password is wrong. (detected)',
    })
    assert.deepEqual(
      readingText({ ...read, sessions: 1, failure: { ...failure, session: 1, reason: null } }),
      {
        text: 'swaks · 1 session · refused at AUTH',
        detail: 'detected',
      },
    )
  })

  it('claims no detection where no session was found', () => {
    assert.deepEqual(readingText({ ...read, sessions: 0 }), {
      text: 'no session found',
      detail: 'read as swaks',
    })
  })

  it('names a chosen dialect also where no session was found', () => {
    assert.deepEqual(readingText({ ...read, sessions: 0, chosen: true }), {
      text: 'swaks · no session found',
      detail: 'chosen by you',
    })
  })
})
