import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

/** First line (from 1) and ending of each session, and the ids of all findings. */
function connectionsIn(...lines: string[]) {
  const transcript = readTranscript(`${lines.join('\n')}\n`)
  return {
    sessions: transcript.sessions.map(({ startLine, session }) => `${startLine + 1} ${session.ending}`),
    ids: checkTranscript(transcript).flatMap(({ problems }) => problems.map(({ rule }) => rule.id)),
  }
}

describe('one connection and the next', () => {
  it('are parted by a greeting that answers nothing', () => {
    const first = ['S: 220 mx.example.org ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: MAIL FROM:<a@c>', 'S: 250 ok']
    const second = ['S: 220 mx2.example.org ESMTP', 'C: EHLO c', 'S: 250 mx']
    const { sessions, ids } = connectionsIn(...first, 'C: RCPT TO:<b@x>', '', '# again', ...second)
    assert.deepEqual(sessions, ['1 open', '9 open'])
    assert.deepEqual(ids, [])
  })

  it('are parted by QUIT and a hello, where no greeting is printed', () => {
    const session = ['C: EHLO c', 'S: 250 mx', 'C: QUIT', 'S: 221 bye']
    const { sessions, ids } = connectionsIn(...session, '', ...session)
    assert.deepEqual(sessions, ['1 quit', '6 quit'])
    assert.deepEqual(ids, ['transcript/no-greeting', 'transcript/no-greeting'])
  })

  it('are parted by what telnet says', () => {
    const telnet = ['Trying 192.0.2.1...', 'Connected to mx.example.org.', "Escape character is '^]'."]
    const session = ['220 mx.example.org ESMTP', 'EHLO c', '250 mx', 'MAIL FROM:<a@c>']
    const closed = 'Connection closed by foreign host.'
    const { sessions, ids } = connectionsIn(...telnet, ...session, closed, ...telnet, ...session, closed)
    assert.deepEqual(sessions, ['1 closed', '9 closed'])
    assert.deepEqual(ids, [])
  })

  it('end with the server, where its 221 came without QUIT', () => {
    const lines = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO c',
      'S: 250 mx',
      'C: NOOP',
      'S: 250 ok',
      'S: 221 timeout',
      'C: NOOP',
    ]
    assert.deepEqual(connectionsIn(...lines), { sessions: ['1 closed'], ids: [] })
  })

  it('are not troubled by an empty line of the client', () => {
    const lines = ['S: 220 mx.example.org ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: QUIT', 'S: 221 bye', 'C:']
    assert.deepEqual(connectionsIn(...lines).ids, [])
  })
})
