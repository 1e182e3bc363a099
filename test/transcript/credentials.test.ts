import assert from 'node:assert/strict'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { grammars } from '../corpus/grammars.ts'
import { dedent, expectListing } from './listing.ts'
import { expectHidden } from './margin.ts'

const opening = `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250-PIPELINING
      S: 250 AUTH PLAIN LOGIN XOAUTH2`

/** Fails where a secret of the text is in the model of its sessions, but for the text itself. */
function expectNoSecrets(text: string): void {
  expectHidden(readTranscript(dedent(text)))
}

describe('credentials are not in the model', () => {
  it('as the initial response of AUTH', () => {
    for (const command of [
      'AUTH PLAIN AGFubmEAc2VjcmV0',
      'auth plain AGFubmEAc2VjcmV0',
      'AUTH  PLAIN\tAGFubmEAc2VjcmV0 ',
      'AUTH XOAUTH2 dG9rZW4xMjM=',
      'AUTH PLAIN anna hunter2',
      ' AUTH PLAIN AGFubmEAc2VjcmV0',
    ]) {
      for (const reply of ['235 ok', '535 no', '504 unknown mechanism', '503 not now']) {
        expectNoSecrets(`${opening}\n      C: ${command}\n      S: ${reply}\n`)
      }
      expectNoSecrets(`${opening}\n      C: ${command}\n`)
      expectNoSecrets(`C: ${command}\n`)
    }
  })

  it('and the command shows that something was there', () => {
    const texts = (command: string) =>
      readTranscript(`S: 220 mx.example ESMTP\nC: ${command}`).sessions[0]?.session.exchanges.map(one =>
        one.unit.kind === 'command' ? [one.unit.text, one.unit.argument] : [],
      )
    assert.deepEqual(texts('AUTH PLAIN AGFubmEAc2VjcmV0'), [['AUTH PLAIN ********', 'PLAIN']])
    assert.deepEqual(texts('auth PLAIN AGFubmEAc2VjcmV0'), [['auth PLAIN ********', 'PLAIN']])
    assert.deepEqual(texts('AUTH LOGIN'), [['AUTH LOGIN', 'LOGIN']])
    assert.deepEqual(texts('AUTH'), [['AUTH', '']])
  })

  it('as the answers in an AUTH exchange', () => {
    expectNoSecrets(`${opening}
      C: AUTH LOGIN
      S: 334 VXNlcm5hbWU6
      C: YW5uYQ==
      S: 334 UGFzc3dvcmQ6
      C: c2VjcmV0cw==
      S: 235 ok
      `)
    expectNoSecrets(`${opening}
      C: AUTH LOGIN
      S: 334 Username:
      C: anna
      S: 334 Password:
      C: hunter2 with a space
      S: 535 no
      `)
  })

  it('as answers that the client sent ahead of the challenges', () => {
    expectNoSecrets(`${opening}
      C: AUTH LOGIN
      C: YW5uYQ==
      C: c2VjcmV0cw==
      S: 334 VXNlcm5hbWU6
      S: 334 UGFzc3dvcmQ6
      S: 235 ok
      `)
    expectNoSecrets(
      'C: EHLO c.example\nC: AUTH LOGIN\nC: YW5uYQ==\nC: c2VjcmV0cw==\nC: MAIL FROM:<a@c.example>',
    )
    expectNoSecrets('C: EHLO c.example\nC: AUTH PLAIN\nC: AGFubmEAc2VjcmV0\nC: MAIL FROM:<a@c.example>')
  })

  it('as answers that the client sent although AUTH had been refused', () => {
    for (const code of [502, 503, 504, 530, 535]) {
      expectNoSecrets(`${opening}
      C: AUTH LOGIN
      S: ${code} no
      C: YW5uYQ==
      S: 500 what?
      C: c2VjcmV0cw==
      S: 500 what?
      C: QUIT
      `)
    }
  })

  it('where the text begins with the challenge', () => {
    expectNoSecrets('S: 334 UGFzc3dvcmQ6\nC: c2VjcmV0cw==\nS: 235 ok')
    expectNoSecrets('334 UGFzc3dvcmQ6\nc2VjcmV0cw==\n235 ok')
    expectNoSecrets('<-  334 UGFzc3dvcmQ6\n -> c2VjcmV0cw==\n<-  235 ok')
  })

  it('while the exchange is still told from commands', () => {
    expectListing(
      `${opening}
      C: AUTH LOGIN
      S: 504 no
      C: YW5uYQ==
      S: 500 what?
      C: AUTH PLAIN
      C: AGFubmEAc2VjcmV0
      S: 334
      S: 535 no
      C: NOOP
      S: 250 ok
      `,
      `
      session 1-15 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      6 AUTH ready allowed -> 504
      8 auth-response ready allowed -> 500
      10 AUTH ready allowed -> 334
      11 auth-response ready allowed -> 535
      14 NOOP ready allowed -> 250
      `,
    )
  })

  it('and are no commands either when the dialect is swaks or bare', () => {
    expectNoSecrets(`
      === Connected to mx.example.
      <-  220 mx.example ESMTP
       -> EHLO c.example
      <-  250-mx.example
      <-  250 AUTH LOGIN PLAIN
       -> AUTH PLAIN \u0000anna\u0000hunter2
      <** 535 no
       -> AUTH LOGIN
      <-  334 Username:
       -> anna
      <-  334 Password:
       -> hunter2
      <-  235 ok
      `)
    expectNoSecrets(`
      220 mx.example ESMTP
      ehlo c.example
      250-mx.example
      250 AUTH LOGIN PLAIN
      auth login
      334 VXNlcm5hbWU6
      YW5uYQ==
      334 UGFzc3dvcmQ6
      c2VjcmV0cw==
      235 ok
      `)
  })

  const dialogue = [
    ...['220 mx.example ESMTP', 'EHLO c.example', '250-mx.example', '250 AUTH PLAIN LOGIN XOAUTH2'],
    ...['AUTH PLAIN AGFubmEAc2VjcmV0', '535 no', 'AUTH XOAUTH2 dG9rZW4xMjM=', '334 e30=', '', '535 no'],
    ...['AUTH LOGIN', '334 VXNlcm5hbWU6', 'YW5uYQ==', '334 UGFzc3dvcmQ6', 'c2VjcmV0cw==', '535 no'],
    ...['AUTH LOGIN', '504 no', 'anna', '500 what?', 'hunter2', '500 what?', 'QUIT', '221 bye'],
  ]
  for (const [name, { before = [], client, server, behind = [] }] of Object.entries(grammars)) {
    it(`in whatever way a tool prints them: ${name}`, () => {
      const lines = dialogue.map((text, index) =>
        /^[2-5]\d\d[ -]/.test(text) ? server(text, dialogue[index - 1]?.[3] !== '-') : client(text),
      )
      const transcript = readTranscript([...before, ...lines, ...behind].join('\n'))
      const verbs = transcript.sessions.flatMap(({ session }) =>
        session.exchanges.flatMap(({ unit }) => (unit.kind === 'command' ? [unit.verb] : [])),
      )
      assert.deepEqual(verbs, ['EHLO', 'AUTH', 'AUTH', 'AUTH', 'AUTH', 'QUIT'])
      expectHidden(transcript)
    })
  }
})
