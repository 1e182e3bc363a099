// What a person learns by pointing: each kind of word of a transcript, in English and in Korean.
import assert from 'node:assert/strict'
import { startedWorkbench } from './session.ts'
import type { Workbench } from './workbench.ts'

const file = 'everything.smtp'

/** A word to point at, and what its hover says in both languages. */
interface Pointed {
  readonly at: string
  readonly title: string
  readonly english: RegExp
  readonly korean: RegExp
}

const words: readonly Pointed[] = [
  { at: '220 mx', title: '220', english: /calls itself mx\.example\.org/, korean: /mx\.example\.org/ },
  { at: 'EHLO client', title: 'EHLO', english: /What it means/, korean: /설명/ },
  { at: 'SIZE 10485760', title: 'SIZE', english: /at most 10485760 octets/, korean: /10485760/ },
  { at: 'LOGIN', title: 'LOGIN', english: /SASL mechanism/, korean: /SASL/ },
  { at: 'UGFzc3dvcmQ6', title: 'LOGIN', english: /decoded: Password:/, korean: /Password:/ },
  { at: 'anna@example.net> SIZE', title: 'anna@example.net', english: /sender/, korean: /발신자/ },
  { at: 'SIZE=1200', title: 'SIZE', english: /parameter of MAIL/, korean: /매개변수/ },
  { at: 'carol@example.org>', title: 'carol@example.org', english: /Refused: 550/, korean: /거부/ },
  { at: '550 5.1.1', title: '550', english: /What to do/, korean: /해결 방법/ },
  { at: '5.1.1 <carol', title: '5.1.1', english: /When you see it/, korean: /이 코드를 보게 되는 경우/ },
  { at: '250 2.0.0', title: '250', english: /goes to <bob@example\.org>/, korean: /<bob@example\.org>/ },
]

describe('A person who points at words in VS Code', () => {
  let vscode: Workbench

  before(async () => {
    vscode = await startedWorkbench()
    await vscode.openFile(file)
    await vscode.hidePanel()
  })

  for (const { at, title, english } of words) {
    it(`reads what it is about: ${at}`, async () => assert.match(await vscode.hoverOver(at, title), english))
  }

  it('reads it in a dark theme, too', async () => {
    await vscode.setTheme('dark')
    await vscode.hoverOver('550 5.1.1', 'In this session')
    await vscode.screenshot('hover on 550, dark')
    await vscode.hoverOver('SIZE 10485760', 'at most 10485760 octets')
    await vscode.screenshot('hover on SIZE, dark')
    await vscode.setTheme('light')
  })

  it('reads the whole page of a word behind its hover', async () => {
    await vscode.followLinkInHover('RCPT TO:<bob', 'All about RCPT')
    const text = await vscode.renderedText('RCPT command')
    for (const heading of ['What it means', 'Syntax', 'Replies', 'References']) {
      assert.ok(text.includes(heading), `The page has nothing under "${heading}":\n${text}`)
    }
    await vscode.screenshot('page of a command')
    await vscode.runCommand('View: Close Editor')
  })

  it('finds the page of a word by the command', async () => {
    await vscode.runCommand('SMTP: Explain Code, Command or Keyword…')
    await vscode.pick('5.7.26')
    await vscode.renderedText('5.7.26')
    await vscode.runCommand('View: Close Editor')
  })
})

describe('A person who reads Korean in VS Code', () => {
  let vscode: Workbench

  before(async () => {
    vscode = await startedWorkbench()
    await vscode.openFile(file)
    await vscode.changeSetting('smtp.locale', 'ko')
    await vscode.openFile(file)
    await vscode.hidePanel()
  })

  after(() => vscode.runCommand('View: Close All Editors'))

  for (const { at, title, korean } of words) {
    it(`reads it there, too: ${at}`, async () => assert.match(await vscode.hoverOver(at, title), korean))
  }

  it('has a hover under the same headings', async () => {
    const text = await vscode.hoverOver('550 5.1.1', '550')
    for (const heading of ['이 세션에서', '해결 방법', '설명', '이 코드를 보게 되는 경우']) {
      assert.ok(text.includes(heading), `The hover has nothing under "${heading}":\n${text}`)
    }
    await vscode.screenshot('hover on 550, Korean')
  })

  it('has the findings in Korean without a language pack', async () => {
    await vscode.openFile('nested-again.smtp')
    await vscode.problems('Korean findings', ({ rows }) =>
      rows.some(row => /[가-힣].*sequence\/nested-mail/.test(row)),
    )
    await vscode.screenshot('findings, Korean')
  })

  it('repairs with Korean titles', async () => {
    await vscode.openFile('nested-again.smtp')
    const titles = await vscode.fixesByKeyboard('MAIL FROM:<carla')
    assert.ok(
      titles.some(title => title.includes('RSET') && /[가-힣]/.test(title)),
      titles.join(', '),
    )
  })

  it('compares two codes in Korean', async () => {
    await vscode.runCommand('SMTP: Compare Reply Codes')
    await vscode.pick('450')
    await vscode.pick('503')
    const text = await vscode.renderedText('주요 차이점')
    assert.ok(text.includes('언제 어떤 것을 사용할지'), text)
    await vscode.screenshot('comparison, Korean')
    await vscode.runCommand('View: Close Editor')
  })

  it('is back in English as soon as the setting says so', async () => {
    await vscode.changeSetting('smtp.locale', 'en')
    await vscode.openFile('nested-again.smtp')
    assert.match(await vscode.hoverOver('503 5.5.1', 'What to do'), /In this session/)
    const titles = await vscode.fixesByKeyboard('MAIL FROM:<carla')
    assert.ok(titles.includes('Insert RSET before MAIL'), titles.join(', '))
  })
})
