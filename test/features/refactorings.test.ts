import assert from 'node:assert/strict'
import type { CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver-types'
import { clientLines } from '../../server/features/refactorings/clientLines.ts'
import { hideCredentials } from '../../server/features/refactorings/hideCredentials.ts'
import { refactoringsAt, splitEdit } from '../../server/features/refactorings.ts'
import { checkTranscript } from '../../server/rules/check.ts'
import { authDialogues, authTexts, isHiddenSecret } from '../../server/transcript/authDialogues.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { lineCountOf } from '../../server/transcript/reading.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { corpusOf, tools } from '../corpus/expectation.ts'
import { sessionsTold } from './sessionsTold.ts'
import { applyTextEdits } from './textEdits.ts'

const uri = 'file:///folder/session.smtp'
const support = { snippets: false, versions: true, creates: true }

/** A text with `|` at the cursor, or one at each end of the selection. */
function marked(source: string): { text: string; range: Range } {
  const places: { line: number; character: number }[] = []
  const lines = source.split('\n').map((line, number) => {
    const parts = line.split('|')
    let character = 0
    for (const part of parts.slice(0, -1)) {
      character += part.length
      places.push({ line: number, character })
    }
    return parts.join('')
  })
  const [start, end = start] = places
  assert.ok(start && end)
  return { text: lines.join('\n'), range: { start, end } }
}

function offered(source: string, options: Partial<typeof support> & { asked?: boolean; at?: string } = {}) {
  const { text, range } = marked(source)
  const { asked = false, at = uri, ...others } = options
  const document = { uri: at, version: 3, transcript: readTranscript(text) }
  return { text, document, actions: refactoringsAt(document, range, { ...support, ...others }, asked) }
}

function titles(source: string, options: Parameters<typeof offered>[1] = {}): string[] {
  return offered(source, options).actions.map(({ title }) => title)
}

function rewritten(source: string, title: string | RegExp): string {
  const { text, actions } = offered(source)
  const action = actions.find(one =>
    typeof title === 'string' ? one.title === title : title.test(one.title),
  )
  assert.ok(action, actions.map(one => one.title).join('; ') || 'none')
  const [edit] = action.edit?.documentChanges ?? []
  assert.ok(edit && 'edits' in edit)
  assert.equal(edit.textDocument.version, 3)
  return applyTextEdits(
    text,
    edit.edits.filter(one => 'newText' in one),
  )
}

/** The files that an action creates, with what is written into each. */
function files({ edit }: Pick<CodeAction, 'edit'>): [string, string][] {
  const changes = edit?.documentChanges ?? []
  return changes.flatMap((change, index): [string, string][] => {
    if (!('kind' in change) || change.kind !== 'create') return []
    assert.deepEqual(change.options, { overwrite: false, ignoreIfExists: false })
    const [written] = (changes[index + 1] as TextDocumentEdit).edits
    assert.ok(written && 'newText' in written)
    return [[change.uri, written.newText]]
  })
}

const start = ['S: 220 mx.example ESMTP', 'C: EHLO c.example', 'S: 250-mx.example', 'S: 250 AUTH PLAIN LOGIN']
const envelope = [
  'C: MAIL FROM:<a@c.example>',
  'S: 250 ok',
  'C: RCPT TO:<b@mx.example>',
  'S: 250 ok',
  'C: DATA',
  'S: 354 go ahead',
]
const bye = ['C: QUIT', 'S: 221 bye']
const text = (...lines: readonly (string | readonly string[])[]) => `${lines.flat().join('\n')}\n`
/** The same in the output of swaks, and without prefixes. */
const swaks = (lines: string) => lines.replaceAll(/^S:/gm, '<- ').replaceAll(/^C:/gm, ' ->')
const bare = (lines: string) => lines.replaceAll(/^[CS]: ?/gm, '')

describe('doubling the dots of a message', () => {
  const message = (mark: string) =>
    text(start, envelope, `C: Sub${mark}ject: x`, 'C: .a', 'C: ..b', 'C: .c', 'C: .', 'S: 250 ok', bye)

  it('is of the message at the cursor, in whatever line of it', () => {
    const expected = message('').replace('C: .a', 'C: ..a').replace('C: .c', 'C: ..c')
    assert.equal(rewritten(message('|'), 'Double the dots of 2 lines'), expected)
    assert.equal(rewritten(swaks(message('|')), 'Double the dots of 2 lines'), swaks(expected))
    assert.equal(rewritten(bare(message('|')), 'Double the dots of 2 lines'), bare(expected))
  })

  it('is of the selected lines, also where a lone dot ended the message too soon', () => {
    const pasted = text(start, envelope, 'Subject: x', '|.a', '..b', '.', 'rest', '.|', 'S: 250 ok', bye)
    const expected = text(start, envelope, 'Subject: x', '..a', '...b', '..', 'rest', '.', 'S: 250 ok', bye)
    assert.equal(rewritten(pasted, 'Double the dots of 3 lines'), expected)
    const { sessions } = readTranscript(expected)
    assert.deepEqual(sessions[0]?.session.exchanges.map(({ unit }) => unit.kind).slice(-2), [
      'message',
      'command',
    ])
  })

  it('is not offered outside of a message, nor where no dot stands alone, nor for what a tool prints undone', () => {
    const isOffered = (source: string) => titles(source).some(title => title.startsWith('Double'))
    assert.ok(isOffered(message('|')))
    assert.ok(!isOffered(message('').replace('C: DATA', 'C: DA|TA')))
    assert.ok(!isOffered(message('|').replaceAll('C: .', 'C: x')))
    const postfix = (line: string) => `Mar  2 10:15:00 mx postfix/smtpd[77]: ${line}`
    assert.ok(
      !isOffered(text(postfix('< c.example[192.0.2.7]: DA|TA'), postfix('> c.example[192.0.2.7]: 354 go'))),
    )
  })
})

describe('hiding the credentials of a login', () => {
  const login = text(
    start,
    'C: AUTH LOGIN',
    'S: 334 VXNlcm5hbWU6',
    'C: YW5u|YUBjLmV4YW1wbGU=',
    'S: 334 UGFzc3dvcmQ6',
    'C: c2VjcmV0LXBhc3N3b3Jk',
    'S: 235 ok',
    bye,
  )
  const plain = text(start, 'C: AUTH PLAIN AGFubmEAc2VjcmV0LXBhc3N3b3Jk', 'S: 23|5 ok', bye)

  it('puts stars in the place of all that the client says of itself', () => {
    const stars = login
      .replace('|', '')
      .replace('YW5uYUBjLmV4YW1wbGU=', '********')
      .replace('c2VjcmV0LXBhc3N3b3Jk', '********')
    assert.equal(rewritten(login, /^Replace all credentials/), stars)
    assert.equal(rewritten(swaks(login), /^Replace all credentials/), swaks(stars))
    assert.equal(rewritten(bare(login), /^Replace all credentials/), bare(stars))
  })

  it('is offered on the reply, too, and not elsewhere, nor twice', () => {
    const stars = plain.replace('|', '').replace('AGFubmEAc2VjcmV0LXBhc3N3b3Jk', '********')
    assert.equal(rewritten(plain, /^Replace all credentials/), stars)
    assert.deepEqual(titles(stars.replace('AUTH PLAIN', 'AUTH PL|AIN')), [])
    assert.deepEqual(titles(plain.replace('|', '').replace('QUIT', 'QU|IT')), [])
  })

  /** Every login hidden, one after the other. */
  function allHidden(source: string): string {
    let now = source
    for (let times = 0; times < 20; times++) {
      const transcript = readTranscript(now)
      const last = lineCountOf(transcript.reading) - 1
      const done = hideCredentials({ transcript, first: 0, last, isCursor: false })
      if (!done) return now
      now = applyTextEdits(now, done.edits)
    }
    return assert.fail('there is always something to hide')
  }

  function secretsIn({ sessions }: Transcript): string[] {
    return sessions
      .flatMap(({ session }) => authDialogues(session).flatMap(dialogue => authTexts(session, dialogue)))
      .filter(({ isCut }) => !isCut)
      .map(one => one.text)
      .filter(one => one.length > 3 && !isHiddenSecret(one))
  }

  it('leaves every session of the corpus what it was, and none of its credentials', () => {
    let count = 0
    for (const tool of tools) {
      for (const { name, text: source } of corpusOf(tool)) {
        const before = readTranscript(source)
        const secrets = secretsIn(before)
        if (secrets.length === 0 || before.reading.dialect.isDoubled) continue
        const hiddenText = allHidden(source)
        const after = readTranscript(hiddenText)
        assert.equal(after.reading.dialect.name, before.reading.dialect.name, `${tool}/${name}`)
        assert.equal(sessionsTold(after), sessionsTold(before), `${tool}/${name}`)
        assert.deepEqual(secretsIn(after), [], `${tool}/${name}`)
        const exposed = checkTranscript(after).flatMap(({ placed, problems }) =>
          problems
            .filter(({ rule }) => rule.id === 'privacy/credentials-exposed')
            .map(({ span }) => lineInText(placed, span.line) + 1),
        )
        assert.deepEqual(exposed, [], `${tool}/${name}`)
        count += 1
      }
    }
    assert.ok(count > 15, `${count}`)
  })
})

describe('writing sessions to files of their own', () => {
  const one = text(start, bye)
  const two = text('# the second', start.slice(0, 1), 'C: NOOP', 'S: 250 ok', bye)

  it('parts a file at its sessions; what stands in front of one goes with it', () => {
    const { document } = offered(`|# for both\n${one}\n\n${two}`)
    const made = splitEdit(document)
    assert.deepEqual(made && files({ edit: made }), [
      ['file:///folder/session-1.smtp', `# for both\n${one}`],
      ['file:///folder/session-2.smtp', two],
    ])
  })

  it('gives the parts what holds for the whole file: its dialect, and what its comments switch off', () => {
    const off = '# smtp-disable-file sequence/missing-quit'
    const { document } = offered(`|${off}\n# @dialect bare\n${bare(one)}\n${bare(two)}`)
    const made = splitEdit(document)
    const [first, second] = made ? files({ edit: made }) : []
    assert.equal(first?.[1], `${off}\n# @dialect bare\n${bare(one)}`)
    assert.ok(second?.[1].startsWith(`${off}\n`) || second?.[1].includes(`\n${off}\n`))
    assert.equal(readTranscript(second?.[1] ?? '').reading.dialect.name, 'bare')
  })

  it('tells sessions apart that a tool printed in between each other', () => {
    const line = (id: number, said: string) => `Mar  2 10:15:0${id} mx postfix/smtpd[${id}]: ${said}`
    const log = text(
      line(1, 'connect from c.example[192.0.2.7]'),
      line(2, 'connect from d.example[192.0.2.8]'),
      line(1, '> c.example[192.0.2.7]: 220 mx.example ESMTP'),
      line(2, '> d.example[192.0.2.8]: 220 mx.example ESMTP'),
      line(1, '< c.example[192.0.2.7]: QUIT'),
      line(1, '> c.example[192.0.2.7]: 221 bye'),
    )
    const made = splitEdit({ uri, version: 1, transcript: readTranscript(log) })
    const texts = made ? files({ edit: made }).map(([, written]) => written) : []
    assert.deepEqual(
      texts.map(written => written.match(/smtpd\[\d\]/g)),
      [Array(4).fill('smtpd[1]'), Array(2).fill('smtpd[2]')],
    )
  })

  it('is offered where a session begins, for a selection of several, and where it is asked for', () => {
    const title = 'Write the 2 sessions to files of their own'
    assert.ok(titles(`|${one}\n${two}`).includes(title))
    assert.ok(!titles(`${one.replace('QUIT', 'QU|IT')}\n${two}`).includes(title))
    assert.ok(titles(`${one.replace('QUIT', 'QU|IT')}\n${two}`, { asked: true }).includes(title))
    assert.ok(titles(`${one.replace('QUIT', 'QU|IT')}\n${two.replace('QUIT', 'QU|IT')}`).includes(title))
  })

  it('is not offered for one session, for a client that creates no files, nor beside what is in no folder', () => {
    const both = `|${one}\n${two}`
    const isOffered = (source: string, options: Parameters<typeof offered>[1] = {}) =>
      titles(source, options).some(title => title.startsWith('Write'))
    assert.ok(isOffered(both))
    assert.ok(!titles(`|${one}`).some(title => title.includes('sessions')))
    assert.ok(!isOffered(both, { creates: false }))
    assert.ok(!isOffered(both, { at: 'untitled:Untitled-1' }))
    assert.ok(!titles(`|${one.repeat(60)}`).some(title => title.includes('sessions')))
  })
})

describe('the lines of the client', () => {
  const title = "Write the client's lines of this session to a new file"

  function script(source: string): string | null {
    const { actions } = offered(source)
    const action = actions.find(found => found.title === title)
    return action ? (files(action)[0]?.[1] ?? null) : null
  }

  const session = text(
    start,
    'C: AUTH PLAIN AGFubmEAc2VjcmV0',
    'S: 235 ok',
    envelope,
    'C: Subject: x',
    'C:',
    'C: ..dots',
    'C: .',
    'S: 250 ok',
    bye,
  )
  const expected = text(
    'C: EHLO c.example',
    'C: AUTH PLAIN ********',
    'C: MAIL FROM:<a@c.example>',
    'C: RCPT TO:<b@mx.example>',
    'C: DATA',
    'C: Subject: x',
    'C:',
    'C: ..dots',
    'C: .',
    'C: QUIT',
  )

  it('are a script in the own dialect, without credentials, whatever the session was written in', () => {
    for (const source of [session, swaks(session), bare(session)])
      assert.equal(script(`|${source}`), expected)
  })

  it('are without a DATA that was refused', () => {
    const refused = text(start, 'C: DATA', 'S: 503 no', bye)
    assert.equal(script(`|${refused}`), 'C: EHLO c.example\nC: QUIT\n')
  })

  it('are in a file that is named by the session', () => {
    const { actions } = offered(`${session}\n|${session}`)
    const action = actions.find(found => found.title === title)
    assert.deepEqual(action && files(action).map(([name]) => name), ['file:///folder/session-2-client.smtp'])
  })

  it('are not offered where the tool did not print the message', () => {
    const log = (line: string) => `Mar  2 10:15:00 mx postfix/smtpd[77]: ${line}`
    const said = [
      '> c.example[192.0.2.7]: 220 mx ESMTP',
      '< c.example[192.0.2.7]: EHLO c',
      '> c.example[192.0.2.7]: 250 mx',
      '< c.example[192.0.2.7]: MAIL FROM:<a@c>',
      '> c.example[192.0.2.7]: 250 ok',
      '< c.example[192.0.2.7]: RCPT TO:<b@mx>',
      '> c.example[192.0.2.7]: 250 ok',
    ]
    const data = [
      '< c.example[192.0.2.7]: DATA',
      '> c.example[192.0.2.7]: 354 go',
      '> c.example[192.0.2.7]: 250 ok',
    ]
    const begin = log('connect from c.example[192.0.2.7]')
    assert.equal(script(`|${text(begin, said.map(log))}`)?.split('\n').length, 4)
    assert.equal(script(`|${text(begin, [...said, ...data].map(log))}`), null)
  })

  it('of the corpus read to the commands and messages of their sessions', () => {
    let count = 0
    for (const tool of tools) {
      for (const { name, text: source } of corpusOf(tool)) {
        for (const placed of readTranscript(source).sessions) {
          const written = clientLines(placed)
          if (written === null) continue
          const [again, ...others] = readTranscript(written).sessions
          assert.ok(again && others.length === 0, `${tool}/${name}`)
          assert.equal(again.session.serverSpoke, false)
          count += 1
        }
      }
    }
    assert.ok(count > 100, `${count}`)
  })
})
