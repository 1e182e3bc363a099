import assert from 'node:assert/strict'
import fc from 'fast-check'
import { renamable, renameAt } from '../../server/features/rename.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { corpusTexts } from './corpusTexts.ts'
import { mark, pointed, toldRange, twoSessions } from './navigating.ts'
import { applyTextEdits } from './textEdits.ts'

/** The text with what is at the mark renamed. */
function renamed(marked: string, newName: string): string {
  const { text, transcript, ...position } = pointed(marked)
  const found = renameAt(transcript, position, newName)
  assert.ok(found.kind === 'edits', found.kind === 'refused' ? found.reason : '')
  return applyTextEdits(text, found.edits)
}

function refusal(marked: string, newName: string): string {
  const { transcript, ...position } = pointed(marked)
  const found = renameAt(transcript, position, newName)
  assert.equal(found.kind, 'refused')
  return found.kind === 'refused' ? found.reason : ''
}

function offered(marked: string): string | null {
  const { text, transcript, ...position } = pointed(marked)
  const found = renamable(transcript, position)
  if (!found) return null
  assert.equal(toldRange(text, found.range), `${position.line + 1} ${found.placeholder}`)
  return found.placeholder
}

/** The lines that differ, from 1. */
function changedLines(one: string, other: string): number[] {
  const [before, after] = [splitLines(one).texts, splitLines(other).texts]
  assert.equal(before.length, after.length)
  return before.flatMap((line, index) => (line === after[index] ? [] : [index + 1]))
}

describe('renaming', () => {
  it('is offered for addresses, domains and hosts, with their exact ranges', () => {
    assert.equal(offered(mark(twoSessions, 'ob@example.org>')), 'bob@example.org')
    assert.equal(offered(mark(twoSessions, 'xample.org>')), 'example.org')
    assert.equal(offered(mark(twoSessions, 'lient.example.net')), 'client.example.net')
    assert.equal(offered(mark(twoSessions, 'x2.example.org', 2)), 'mx2.example.org')
    assert.equal(offered('220 mx ESMTP\nHELO |c\n250 ok'), 'c')
    assert.equal(offered('220 |mx ESMTP\nHELO c\n250 ok'), 'mx')
    assert.equal(offered('C: MAIL FROM:<"an|na b"@example.net>'), '"anna b"@example.net')
    assert.equal(offered('C: RCPT TO:<bo|b@[192.0.2.1]>'), 'bob@[192.0.2.1]')
    assert.equal(offered("C: NOOP\nS: 250 'bo|b@example.org'"), 'bob@example.org')
    assert.equal(offered('C: MAIL FROM:<> AUTH=bo|b@example.org'), 'bob@example.org')
    assert.equal(offered('C: RCPT TO:<jö|rg@exämple.org>'), 'jörg@exämple.org')
    assert.equal(offered('EHLO c.example\n250-m|x.example.org\n250 ok'), 'mx.example.org')
  })

  it('is offered for nothing else', () => {
    for (const word of ['RCPT', '550', '5.1.1', 'Hello', 'Greylisted', '220']) {
      assert.equal(offered(mark(twoSessions, word)), null, word)
    }
    assert.match(refusal(mark(twoSessions, 'RCPT'), 'a@example.org'), /^Only an address/)
  })

  it('takes an address wherever it stands as a word of its own', () => {
    const text = renamed(mark(twoSessions, 'bob@'), 'zoe@example.com')
    assert.deepEqual(changedLines(twoSessions, text), [6, 7, 14, 26])
    assert.ok(text.includes('S: 550-5.1.1 <zoe@example.com>: unknown'))
    assert.ok(text.includes('C: To: zoe@example.com, carol@example.org'))
    assert.ok(text.includes('bob@example.organic, nobob@example.org'))
  })

  it('takes local parts exactly and domains in whatever case', () => {
    const text =
      'C: RCPT TO:<Bob@Example.ORG>\nS: 250 ok\nC: RCPT TO:<bob@example.org>\nS: 250 Bob@example.org'
    assert.equal(
      renamed(mark(text, 'Bob@'), 'zoe@example.com'),
      'C: RCPT TO:<zoe@example.com>\nS: 250 ok\nC: RCPT TO:<bob@example.org>\nS: 250 zoe@example.com',
    )
  })

  it('takes a domain in addresses, replies and URLs, but no other that it is a part of', () => {
    const text = renamed(mark(twoSessions, 'example.org>'), 'mail.example.com')
    assert.deepEqual(changedLines(twoSessions, text), [6, 7, 9, 14, 16, 26])
    assert.ok(text.includes('S: 220 mx.example.org ESMTP'))
    assert.ok(text.includes('bob@example.organic, nobob@mail.example.com'))
    const url = 'C: MAIL FROM:<a@example.org>\nS: 550 see https://example.org/a?b=example.org.'
    assert.equal(
      renamed(mark(url, 'example.org'), 'example.net'),
      'C: MAIL FROM:<a@example.net>\nS: 550 see https://example.net/a?b=example.net.',
    )
    const verp = 'C: MAIL FROM:<list-bob=example.org@lists.example.org>\nS: 550 no example.org here'
    assert.equal(
      renamed(mark(verp, 'example.org', 3), 'example.net'),
      'C: MAIL FROM:<list-bob=example.org@lists.example.org>\nS: 550 no example.net here',
    )
  })

  it('knows quotes around a name, and a particle behind it, from the name', () => {
    const text =
      "C: RCPT TO:<bob@example.org>\nS: 550-'bob@example.org' and “bob@example.org”\nS: 550 bob@example.org를 모릅니다. jbob@example.org, o'bob@example.org"
    assert.equal(
      renamed(mark(text, 'bob'), 'zoe@example.com'),
      text.replaceAll(/(?<![j]|o')bob@example.org/g, 'zoe@example.com'),
    )
  })

  it('takes a host of one label only where it can be no other word', () => {
    const text =
      '220 mx ESMTP\nHELO client\n250 mx greets the client\nMAIL FROM:<a@client>\n550 client[192.0.2.1] is no client'
    assert.equal(
      renamed(mark(text, 'client'), 'host.example'),
      '220 mx ESMTP\nHELO host.example\n250 mx greets the client\nMAIL FROM:<a@host.example>\n550 host.example[192.0.2.1] is no client',
    )
    assert.equal(renamed(mark(text, 'mx'), 'mail'), text.replaceAll('mx', 'mail'))
  })

  it('spells out in ORCPT what may not stand there', () => {
    const text = 'C: RCPT TO:<bob+tag@example.org> ORCPT=rfc822;bob+2Btag@example.org\nS: 250 ok'
    assert.equal(
      renamed(mark(text, 'bob'), 'zoe@example.com'),
      'C: RCPT TO:<zoe@example.com> ORCPT=rfc822;zoe@example.com\nS: 250 ok',
    )
    const plain = text.replaceAll('bob+tag', 'zoe').replaceAll('bob+2Btag', 'zoe')
    assert.equal(renamed(mark(plain, 'zoe'), 'bob+tag@example.org'), text)
  })

  it('leaves credentials and challenges alone, and SIZE', () => {
    const text = [
      'C: EHLO c.example',
      'S: 250 AUTH PLAIN LOGIN',
      'C: AUTH LOGIN c.example',
      'S: 334 c.example',
      'C: anna@c.example',
      'S: 235 welcome, anna@c.example',
      'C: MAIL FROM:<anna@c.example> SIZE=120',
    ].join('\n')
    const text2 = renamed(mark(text, 'c.example'), 'host.example.com')
    assert.deepEqual(changedLines(text, text2), [1, 6, 7])
    assert.ok(text2.endsWith(' SIZE=120'))
    assert.equal(offered(mark(text, 'anna')), null)
  })

  it('keeps the size of a chunk right, and leaves a chunk alone whose size was wrong', () => {
    const head =
      'C: EHLO c.example\nS: 250 CHUNKING\nC: MAIL FROM:<a@c.example>\nS: 250 ok\nC: RCPT TO:<b@c.example>\nS: 250 ok\n'
    const chunk = (size: number, address: string) => `C: BDAT ${size} LAST\nC: To: ${address}\nS: 250 queued`
    const text = head + chunk(17, 'b@c.example')
    const size = 'To: '.length + 'zoe@example.com'.length + 2
    assert.equal(
      renamed(mark(text, 'b@c.example'), 'zoe@example.com'),
      head.replace('b@c.example', 'zoe@example.com') + chunk(size, 'zoe@example.com'),
    )
    const short = head + chunk(40, 'b@c.example')
    assert.equal(
      renamed(mark(short, 'b@c.example'), 'z@c.example'),
      head.replace('<b@', '<z@') + chunk(40, 'b@c.example'),
    )
  })

  it('works in the output of swaks, in a log with its remarks, and in literals', () => {
    const swaks =
      '=== Connected to mx.example.org.\n<-  220 mx.example.org ESMTP\n -> RCPT TO:<bob@example.org>\n<** 550 bob@example.org?'
    assert.equal(
      renamed(mark(swaks, 'mx.'), 'mail.example.net'),
      swaks.replaceAll('mx.example.org', 'mail.example.net'),
    )
    assert.equal(
      renamed(mark(swaks, 'bob'), 'zoe@example.net'),
      swaks.replaceAll('bob@example.org', 'zoe@example.net'),
    )
    const head = 'Nov 23 23:20:24 mx postfix/smtpd[11]: '
    const log = `${head}connect from c.example.net[192.0.2.1]\n${head}< c.example.net[192.0.2.1]: EHLO c.example.net`
    assert.equal(
      renamed(mark(log, 'c.example.net', 3), 'host.example'),
      log.replaceAll('c.example.net', 'host.example'),
    )
    const python =
      "send: 'ehlo c.example\\r\\n'\nreply: b'250-mx.example\\r\\n'\nreply: b'250 c.example\\r\\n'\nsend: 'mail FROM:<anna@c.example>\\r\\n'\nreply: b'250 ok\\r\\n'"
    assert.equal(renamed(mark(python, 'c.example'), 'd.example'), python.replaceAll('c.example', 'd.example'))
    assert.match(
      refusal(mark(python, 'anna'), "o'neil@c.example"),
      /^"o'neil@c\.example" cannot stand in line 4/,
    )
  })

  it('says why a name is none', () => {
    const address = mark(twoSessions, 'bob@')
    for (const name of [
      '',
      'bob',
      'bob@',
      '@example.org',
      'a b@example.org',
      'bob@exam_ple.org',
      '<bob@example.org>',
      'bob@example..org',
    ]) {
      assert.match(refusal(address, name), /is no address: .+\.$/, name)
    }
    const domain = mark(twoSessions, 'example.org>')
    for (const name of ['', 'a b.org', '-a.org', 'a..org', '192.0.2.1', 'a@b.org', '[192.0.2.1]']) {
      assert.match(refusal(domain, name), /is no domain: .+\.$/, name)
    }
    assert.match(refusal(domain, 'localhost'), /no dot/)
  })

  it('changes nothing else, and back again gives the text as it was', () => {
    const check = (text: string, line: number, character: number) => {
      const lines = splitLines(text).texts
      const at = line % lines.length
      const position = { line: at, character: character % ((lines[at]?.length ?? 0) + 1) }
      const transcript = readTranscript(text)
      const found = renamable(transcript, position)
      if (!found) return
      const isAddress = found.placeholder.includes('@')
      const newDomain = found.placeholder.includes('.') ? 'qqqq.zzzz.example' : 'qqqqzzzz'
      const newName = isAddress ? 'qqqq@zzzz.example' : newDomain
      const there = renameAt(transcript, position, newName)
      assert.ok(there.kind === 'edits')
      const isHere = ({ start }: { start: typeof position }) =>
        start.line === position.line && start.character === found.range.start.character
      if (!there.edits.some(({ range }) => isHere(range))) {
        // Only in a chunk whose size is wrong nothing is renamed.
        assert.ok(text.includes('BDAT'), `${lines[at]} at ${found.placeholder}`)
        return
      }
      const after = applyTextEdits(text, there.edits)
      const spelled = there.edits.map(({ range }) =>
        lines[range.start.line]?.slice(range.start.character, range.end.character),
      )
      // Names in other case become alike.
      if (spelled.some(one => one !== found.placeholder && !/^\d+$/.test(one ?? ''))) return
      const back = renameAt(readTranscript(after), found.range.start, found.placeholder)
      // Something may stand there that is no name by the grammar.
      if (back.kind === 'refused') assert.match(back.reason, / is no (?:address|domain): /)
      else assert.equal(applyTextEdits(after, back.edits), text)
    }
    fc.assert(fc.property(texts, fc.nat(), fc.nat(), check), { numRuns: 1000 })
    for (const text of corpusTexts()) {
      const lines = splitLines(text).texts
      const named = lines.flatMap((line, index) => (line.includes('@') || index % 9 === 0 ? [index] : []))
      for (const line of named.slice(0, 3)) {
        const at = lines[line]?.indexOf('@') ?? -1
        for (const character of [Math.max(0, at), at + 2]) check(text, line, character)
      }
    }
  }).timeout(60_000)
})
