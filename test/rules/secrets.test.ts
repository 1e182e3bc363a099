import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

/** A password that is no word, in what the client may make of it. */
const password = 'Zx9kwQ7v'
const encoded = (text: string) => Buffer.from(text, 'latin1').toString('base64')

const hello = `S: 220 submit.example.org ESMTP
C: EHLO client.example.net
S: 250-submit.example.org
S: 250-STARTTLS
S: 250 AUTH PLAIN LOGIN XOAUTH2 CRAM-MD5 XOTHER`

const logins: readonly string[] = [
  `C: AUTH PLAIN ${encoded(`\0anna\0${password}`)}\nS: 535 5.7.8 failed`,
  `C: AUTH PLAIN ${encoded(`anna:${password}`)}\nS: 535 5.7.8 failed`,
  `C: AUTH PLAIN ${encoded(`\0anna\0${password}\n`)}\nS: 535 5.7.8 failed`,
  `C: AUTH PLAIN ${encoded(`\0anna\0${password}`)}=AA\nS: 501 5.5.2 cannot decode`,
  `C: AUTH PLAIN \\0anna\\0${password}\nS: 501 5.5.2 cannot decode`,
  `C: AUTH PLAIN\nS: 334\nC: ${encoded(`\0anna\0${password}`)}\nS: 535 5.7.8 failed`,
  `C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YW5uYQ==\nS: 334 UGFzc3dvcmQ6\nC: ${encoded(password)}\nS: 535 5.7.8 failed`,
  `C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: anna\nS: 334 UGFzc3dvcmQ6\nC: ${password}!\nS: 535 5.7.8 failed`,
  `C: AUTH LOGIN\nS: 454 not now\nC: YW5uYQ==\nS: 500 what\nC: ${encoded(password)}\nS: 500 what`,
  `C: AUTH XOAUTH2 ${encoded(`user=anna\x01auth=Bearer ${password}\x01\x01`)}\nS: 334 e30=\nC:\nS: 535 5.7.8 failed`,
  `C: AUTH CRAM-MD5 ${encoded(`anna ${password}`)}\nS: 501 5.7.0 no initial response`,
  `C: AUTH XOTHER ${encoded(password)}\nS: 535 5.7.8 failed`,
  `C: AUTH ${password} \nS: 504 5.5.4 unrecognized mechanism`,
  `C: AUTH ${password} !\nS: 501 5.5.2 cannot decode`,
  `C: AUTH ${encoded(password)}\nS: 504 5.5.4 unrecognized mechanism`,
]

describe('what the rules say', () => {
  for (const login of logins) {
    it(`repeats no secret of ${JSON.stringify(login.slice(0, 24))}`, () => {
      const text = `${hello}\n${login}\nC: QUIT\nS: 221 bye\n`
      const found = checkTranscript(readTranscript(text), { ...defaultSettings, profile: 'strict' })
      const said = found.flatMap(({ problems }) =>
        problems.flatMap(({ message, related, fixes }) => [
          message,
          ...related.map(one => one.message),
          ...fixes().flatMap(({ title, edits }) => [title, ...edits.map(edit => edit.newText)]),
        ]),
      )
      assert.ok(said.length > 0)
      for (const secret of [
        password,
        encoded(password).slice(0, 8),
        ...(login.match(/[\w+/=\\!]{11,}/g) ?? []),
      ]) {
        // What stands in the server's challenges is no secret.
        if (/^(?:VXNl|UGFz)/.test(secret)) continue
        for (const text of said) assert.ok(!text.includes(secret), text)
      }
    })
  }
})
