import assert from 'node:assert/strict'
import {
  type NormalizedSessionAnswer,
  normalizedSessionRequest,
  type SessionChoice,
  sessionsRequest,
} from '../../server/lsp/messages.ts'
import { type LanguageServer, open, startServer, stopServer } from './languageServer.ts'
import { greylisted, nestedMail, swaksOutput } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'

describe('the comparison of sessions, asked for by a client', () => {
  let server: LanguageServer
  const sessions = (of: string) =>
    server.connection.sendRequest<SessionChoice[]>(sessionsRequest, { uri: of })
  const normalized = (line: number, of = uri) =>
    server.connection.sendRequest<NormalizedSessionAnswer>(normalizedSessionRequest, { uri: of, line })

  before(async () => {
    server = await startServer()
    await open(server, uri, greylisted + nestedMail)
    await open(server, 'file:///swaks.smtp', swaksOutput)
  })

  after(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('begins with the sessions and how they came out', async () => {
    assert.deepEqual(await sessions(uri), [
      { line: 0, title: 'Session 1', outcome: 'deferred at RCPT TO:<bob@example.org> (450 4.2.0)' },
      { line: 9, title: 'Session 2', outcome: 'given up' },
    ])
    assert.deepEqual(await sessions('file:///not/open.smtp'), [])
  })

  it('has each session without what is another in each, whatever the tool', async () => {
    const answer = await normalized(9)
    assert.ok('text' in answer)
    assert.deepEqual(answer.text.split('\n').slice(0, 6), [
      'S: 220 <host-1> ESMTP Postfix',
      'C: EHLO <host-2>',
      'S: 250-<host-1>',
      'S: 250 ENHANCEDSTATUSCODES',
      'C: MAIL FROM:<sender-1>',
      'S: 250 2.1.0 Ok',
    ])
    const swaks = await normalized(0, 'file:///swaks.smtp')
    assert.ok('text' in swaks)
    assert.match(swaks.text, /\nC: MAIL FROM:<sender-2>\nS: 503 5\.5\.1 Error: nested MAIL command\n/)
  })

  it('says what is wrong where there is no such session', async () => {
    assert.deepEqual(await normalized(4), { error: 'No session begins in line 5 any more.' })
    assert.deepEqual(await normalized(0, 'file:///not/open.smtp'), {
      error: 'No transcript with this address is open.',
    })
  })
})
