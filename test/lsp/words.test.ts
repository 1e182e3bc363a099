import assert from 'node:assert/strict'
import type { Hover } from 'vscode-languageserver-protocol/node'
import { hover, type LanguageServer, open, startServer, stopServer } from './languageServer.ts'

const uri = 'file:///folder/session.smtp'

const text = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.net',
  'S: 250-mx.example.org',
  'S: 250-8BITMIME',
  'S: 250 AUTH LOGIN',
  'C: AUTH LOGIN YW5uYQ==',
  'S: 334 UGFzc3dvcmQ6',
  'C: c2VjcmV0LXdvcmQ=',
  'S: 235 2.7.0 Welcome',
  'C: MAIL FROM:<anna@example.net> BODY=8BITMIME',
  'S: 250 2.1.0 Ok',
  'C: RCPT TO:<bob@example.org>',
  'S: 550 5.1.1 <bob@example.org>: User unknown',
  'C: RCPT TO:<carol@example.org>',
  'S: 250 2.1.5 Ok',
  'C: DATA',
  'S: 354 go ahead',
  'C: hello',
  'C: .',
  'S: 250-2.0.0 queued',
  'S: 250 2.0.0 as 4711',
].join('\n')

/** A kind of word: where one stands, in which line from 1, and what its hover says in both languages. */
interface Kind {
  readonly name: string
  readonly line: number
  readonly word: string
  readonly english: RegExp
  readonly korean: RegExp
}

const kinds: readonly Kind[] = [
  { name: 'the greeting', line: 1, word: '220', english: /the greeting/, korean: /인사말/ },
  { name: 'a command', line: 2, word: 'EHLO', english: /When to use it/, korean: /수락/ },
  { name: 'a keyword', line: 4, word: '8BITMIME', english: /uses it: `MAIL`/, korean: /`MAIL`/ },
  {
    name: 'an offered mechanism',
    line: 5,
    word: 'LOGIN',
    english: /SASL mechanism/,
    korean: /SASL 메커니즘/,
  },
  { name: 'a mechanism in use', line: 6, word: 'LOGIN', english: /login succeeded/, korean: /로그인/ },
  {
    name: 'an initial response',
    line: 6,
    word: 'YW5u',
    english: /Credentials for LOGIN/,
    korean: /로그인 정보/,
  },
  { name: 'a challenge', line: 7, word: 'UGFz', english: /decoded: `Password:`/, korean: /`Password:`/ },
  { name: 'a response', line: 8, word: 'c2Vj', english: /never shown or decoded/, korean: /로그인 정보/ },
  { name: 'an address', line: 10, word: '<anna', english: /sender \(reverse-path\)/, korean: /발신자/ },
  { name: 'a parameter', line: 10, word: 'BODY', english: /parameter of MAIL/, korean: /매개변수/ },
  { name: 'a refused recipient', line: 12, word: '<bob', english: /Refused: 550/, korean: /거부/ },
  { name: 'a refusal', line: 13, word: '550', english: /What to do/, korean: /해결 방법/ },
  {
    name: 'its enhanced code',
    line: 13,
    word: '5.1.1',
    english: /When you see it/,
    korean: /이 코드를 보게 되는 경우/,
  },
  { name: 'the final dot', line: 19, word: '.', english: /End of the message/, korean: /메시지 끝/ },
  {
    name: 'the reply to a message',
    line: 20,
    word: '250',
    english: /Refused for good/,
    korean: /<carol@example\.org>/,
  },
  {
    name: 'its second line',
    line: 21,
    word: '250',
    english: /goes to `<carol@/,
    korean: /<carol@example\.org>/,
  },
]

function markdownOf(shown: Hover | null): string {
  assert.ok(shown && typeof shown.contents === 'object' && 'value' in shown.contents)
  return shown.contents.value
}

for (const locale of ['en', 'ko'] as const) {
  describe(`hovers of the language server for a reader of ${locale}`, () => {
    let server: LanguageServer

    before(async () => {
      server = await startServer({ locale })
      await open(server, uri, text)
    })

    after(async () => {
      assert.equal(await stopServer(server), 0)
      assert.deepEqual(server.errors, [])
    })

    for (const { name, line, word, english, korean } of kinds) {
      it(`tell about ${name}`, async () => {
        const character = text.split('\n')[line - 1]?.indexOf(word, 2) ?? -1
        const shown = await hover(server, uri, { line: line - 1, character })
        const markdown = markdownOf(shown)
        assert.match(markdown, locale === 'en' ? english : korean)
        assert.equal(/\p{Script=Hangul}/u.test(markdown), locale === 'ko')
        assert.doesNotMatch(markdown, /c2VjcmV0|secret-word|YW5uYQ/)
        assert.equal(shown?.range?.start.line, line - 1)
        assert.equal(shown?.range?.start.character, character)
      })
    }
  })
}
