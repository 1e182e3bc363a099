import assert from 'node:assert/strict'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import { cursorIn, helloWith, hoverIn, inDialect, linkedLines, markdownIn } from './hovering.ts'

const hello = helloWith('PIPELINING', 'SIZE 10485760', 'STARTTLS', 'AUTH PLAIN CRAM-MD5', '8BITMIME', 'DSN')
const helloLines = hello.length
const mail = ['C: MAIL FROM:<anna@example.net> SIZE=1000 BODY=8BITMIME', 'S: 250 2.1.0 Ok']
const bob = ['C: RCPT TO:<bob@example.org>', 'S: 250 2.1.5 Ok']
const carol = ['C: RCPT TO:<carol@example.org>', 'S: 550 5.1.1 <carol@example.org>: User unknown']
const message = ['C: DATA', 'S: 354 go ahead', 'C: Subject: hello', 'C:', 'C: hello', 'C: .']
const delivered = [
  ...hello,
  ...mail,
  ...bob,
  ...carol,
  ...message,
  'S: 250 2.0.0 queued',
  'C: QUIT',
  'S: 221 bye',
]

/** The transcript with the cursor in front of the first `word` on the line that begins with `start`. */
function pointingAt(lines: readonly string[], start: string, word: string): readonly string[] {
  const at = lines.findIndex(line => line.startsWith(start) && line.includes(word))
  assert.ok(at >= 0, `${start} … ${word}`)
  return lines.map((line, index) => {
    if (index !== at) return line
    const column = line.indexOf(word, 3)
    return `${line.slice(0, column)}|${line.slice(column)}`
  })
}

/** The same hover in every dialect that can be written. */
function hoversOn(lines: readonly string[], start: string, word: string): readonly string[] {
  const marked = pointingAt(lines, start, word)
  return writableDialects.map(dialect => markdownIn(inDialect(marked, dialect), dialect))
}

/** Checks what a hover says, in every dialect. */
function assertTells(
  [lines, start, word]: readonly [readonly string[], string, string],
  ...told: readonly RegExp[]
): void {
  for (const hover of hoversOn(lines, start, word)) for (const one of told) assert.match(hover, one)
}

describe('the hover on a command', () => {
  it('says what came of it, what it does and where it stands', () => {
    assertTells(
      [delivered, 'C: MAIL', 'MAIL'],
      /^#### MAIL\n/,
      /\*\*In this session\*\*: The server accepted it: 250 2\.1\.0 in line \[\d+\]/,
      /\*\*What it means\*\*: /,
      /\*\*When to use it\*\*: /,
      /\*\*Syntax\*\*: `"MAIL FROM:"/,
      /rfc5321#section-4\.1\.1\.2/,
    )
  })

  it('links to the line of the reply', () => {
    const [first = ''] = hoversOn(delivered, 'C: DATA', 'DATA')
    assert.deepEqual(linkedLines(first), [delivered.indexOf('S: 354 go ahead') + 1])
  })

  it('says why it was refused, what to do, and the usual mistakes', () => {
    const lines = [...hello, 'C: DATA', 'S: 503 5.5.1 need RCPT command']
    assertTells(
      [lines, 'C: DATA', 'DATA'],
      /The server refused it: 503 5\.5\.1/,
      /\*\*What to do\*\*: /,
      /\*\*What goes wrong\*\*: \n- /,
    )
  })

  it('says that nothing is known of a verb that no standard has', () => {
    assertTells(
      [[...hello, 'C: FROBNICATE', 'S: 500 what?'], 'C: FROB', 'FROBNICATE'],
      /^#### Unknown command/,
    )
  })
})

describe('the hover on a keyword of the EHLO reply', () => {
  it('names the extension, what a client does with it, and who uses it here', () => {
    assertTells(
      [delivered, 'S: 250-8BITMIME', '8BITMIME'],
      /^#### 8BITMIME: /,
      new RegExp(`The client uses it: \`MAIL\` in line \\[${helloLines + 1}\\]`),
      /rfc6152/,
    )
    assertTells([delivered, 'S: 250-STARTTLS', 'STARTTLS'], /Nothing in this session makes use of it/)
  })

  it('says what the limit of SIZE is', () => {
    assertTells([delivered, 'S: 250-SIZE', '10485760'], /at most 10485760 octets \(10\.5 MB\)/)
    assertTells([[...helloWith('SIZE 0'), 'C: QUIT'], 'S: 250 SIZE', 'SIZE'], /0 means: no fixed limit/)
  })

  it('explains each mechanism behind AUTH', () => {
    assertTells([delivered, 'S: 250-AUTH', 'CRAM-MD5'], /^#### CRAM-MD5\nSASL mechanism/, /rfc2195/)
    assertTells([delivered, 'S: 250-AUTH', 'PLAIN'], /^#### PLAIN\nSASL mechanism/, /rfc4616/)
  })

  it('says so where it knows none', () => {
    assertTells([[...helloWith('FROBNICATION'), 'C: QUIT'], 'S: 250 FROB', 'FROB'], /^#### Unknown keyword/)
  })
})

describe('the hover on a parameter of MAIL or RCPT', () => {
  it('says what it asks for, what its value means, and whether it was offered', () => {
    assertTells(
      [delivered, 'C: MAIL', 'BODY=8BITMIME'],
      /^#### BODY\nparameter of MAIL/,
      /The server offers 8BITMIME in line/,
      /`8BITMIME`: /,
      /rfc6152/,
    )
    const lines = [...hello, ...mail, 'C: RCPT TO:<bob@example.org> NOTIFY=SUCCESS,DELAY', 'S: 250 Ok']
    assertTells([lines, 'C: RCPT', 'NOTIFY'], /`SUCCESS`: .*`DELAY`: /, /rfc3461/)
  })

  it('says that it was not offered', () => {
    const lines = [...helloWith('PIPELINING'), 'C: MAIL FROM:<anna@example.net> RET=HDRS', 'S: 555 what?']
    assertTells([lines, 'C: MAIL', 'RET'], /The server does not offer DSN here/)
  })

  it('says so where it knows none', () => {
    const lines = [...hello, 'C: MAIL FROM:<anna@example.net> FROB=1', 'S: 555 what?']
    assertTells([lines, 'C: MAIL', 'FROB'], /^#### Unknown parameter/)
  })
})

describe('the hover on an address', () => {
  it('says of a recipient that it gets the message, by which reply', () => {
    const [told = ''] = hoversOn(delivered, 'C: RCPT TO:<bob', '<bob')
    assert.match(told, /^#### `bob@example\.org`\nrecipient \(forward-path\)/)
    assert.match(told, /is accepted and gets the message: 250 2\.0\.0 in line/)
    assert.deepEqual(linkedLines(told), [delivered.indexOf('S: 250 2.0.0 queued') + 1])
  })

  it('says of a refused one why', () => {
    assertTells(
      [delivered, 'C: RCPT TO:<carol', '<carol'],
      /Refused: 550 5\.1\.1 in line/,
      /\*\*What to do\*\*/,
    )
  })

  it('says of one that was accepted that the message was not', () => {
    const lines = [...hello, ...mail, ...bob, ...message, 'S: 554 5.7.1 spam']
    assertTells([lines, 'C: RCPT', '<bob'], /is accepted, but the message was not: 554 5\.7\.1 in line/)
  })

  it('says of the sender how many recipients there are, and what the null sender is', () => {
    assertTells(
      [delivered, 'C: MAIL', '<anna'],
      /sender \(reverse-path\)/,
      /The transaction has 2 recipients/,
    )
    assertTells([[...hello, 'C: MAIL FROM:<>', 'S: 250 Ok'], 'C: MAIL', '<>'], /The null sender/)
  })

  it('lists the other lines that it stands in', () => {
    const twice = [...hello, ...mail, ...bob, 'C: RSET', 'S: 250 Ok', ...mail, ...bob]
    const [told = ''] = hoversOn(twice, 'C: RCPT', '<bob')
    assert.match(told, /The same address stands in these lines, too: \[/)
    assert.ok(linkedLines(told).includes(twice.lastIndexOf('C: RCPT TO:<bob@example.org>') + 1))
  })

  it('tells in LMTP the reply that is its own', () => {
    const lines = [
      ...['S: 220 mx LMTP', 'C: LHLO c.example', 'S: 250 mx', 'C: MAIL FROM:<anna@example.net>', 'S: 250 Ok'],
      ...bob,
      ...['C: RCPT TO:<dora@example.org>', 'S: 250 Ok'],
      ...message,
      ...['S: 250 2.0.0 stored', 'S: 452 4.2.2 over quota'],
    ]
    assertTells([lines, 'C: RCPT TO:<dora', '<dora'], /but the message was not: 452 4\.2\.2/)
    assertTells([lines, 'C: RCPT TO:<bob', '<bob'], /gets the message: 250 2\.0\.0/)
    assertTells([lines, 'S: 452', '452'], /This reply is for `<dora@example\.org>` alone/)
  })
})

describe('the hover on a reply that refuses nothing', () => {
  it('says of the greeting who speaks, and that several lines are one greeting', () => {
    assertTells([delivered, 'S: 220', '220'], /the greeting/, /calls itself `mx\.example\.org`/)
    const lines = ['S: 220-mx.example.org ESMTP', 'S: 220 no spam please', 'C: EHLO c.example', 'S: 250 mx']
    assertTells([lines, 'S: 220 ', '220'], /one multi-line reply of 2 lines/)
  })

  it('lists what EHLO brought', () => {
    assertTells(
      [delivered, 'S: 250-mx', '250'],
      /answer to `EHLO`/,
      /offers `PIPELINING`, `SIZE`, `STARTTLS`/,
    )
  })

  it('says of the last 250 who gets the message and who does not', () => {
    const [told = ''] = hoversOn(delivered, 'S: 250 2.0.0', '250')
    assert.match(told, /answer to the message/)
    assert.match(told, /The message goes to `<bob@example\.org>`\./)
    assert.match(told, /Refused for good: `<carol@example\.org>` \(550 5\.1\.1 in line \[\d+\]/)
  })

  it('names the command with its line where pipelining put them apart', () => {
    const lines = [
      ...hello,
      ...['C: MAIL FROM:<anna@example.net>', 'C: RCPT TO:<bob@example.org>', 'C: DATA'],
      ...['S: 250 2.1.0 Ok', 'S: 250 2.1.5 Ok', 'S: 354 go'],
    ]
    const [told = ''] = hoversOn(lines, 'S: 250 2.1.5', '250')
    assert.match(told, /answer to `RCPT TO:<bob@example\.org>` in line/)
    assert.equal(linkedLines(told)[0], lines.indexOf('C: RCPT TO:<bob@example.org>') + 1)
  })

  it('says where the message is', () => {
    const [told = ''] = hoversOn(delivered, 'S: 354', '354')
    const first = delivered.indexOf('C: Subject: hello') + 1
    assert.deepEqual(linkedLines(told), [first, delivered.indexOf('C: .') + 1])
  })
})

describe('the hover on a refusal', () => {
  it('names who has to change something', () => {
    assertTells([delivered, 'S: 550', '550'], /answer to `RCPT` · The client has to change something\./)
  })

  it('says whether others were accepted', () => {
    assertTells([delivered, 'S: 550', '550'], /One other recipient of this message was accepted/)
  })

  it('takes what the session proves for more than what any server could mean', () => {
    const lines = [...hello, ...mail, ...carol, 'C: DATA', 'S: 554 5.5.1 no valid recipients']
    assertTells([lines, 'S: 554', '554'], /refused/, /\*\*What to do\*\*: (?!Read the text)/)
  })

  it('finds a cause in the words of a known server', () => {
    const lines = [
      ...hello,
      ...mail,
      'C: RCPT TO:<bob@example.org>',
      'S: 550-5.1.1 The email account that you tried to reach does not exist. Please try',
      "S: 550-5.1.1 double-checking the recipient's email address for typos or",
      'S: 550 5.1.1 unnecessary spaces. a1b2c3 - gsmtp',
    ]
    assertTells([lines, 'S: 550 ', '550'], /Gmail/)
  })
})

describe('the hover on AUTH', () => {
  const login = [...helloWith('AUTH LOGIN PLAIN'), 'C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: YW5uYQ==']
  const done = [...login, 'S: 334 UGFzc3dvcmQ6', 'C: c2VjcmV0LXdvcmQ=', 'S: 235 2.7.0 welcome']

  it('explains the mechanism, how the login came out and how it was protected', () => {
    assertTells([done, 'C: AUTH', 'LOGIN'], /^#### LOGIN\n/, /The login succeeded: 235 2\.7\.0/, /TLS/)
  })

  it('says of credentials that they are there, never what they are', () => {
    for (const hover of hoversOn(done, 'C: c2Vj', 'c2Vj')) {
      assert.match(hover, /^#### Credentials for LOGIN\n/)
      assert.doesNotMatch(hover, /c2VjcmV0|secret-word/)
    }
    const plain = [...helloWith('AUTH PLAIN'), 'C: AUTH PLAIN AGFubmEAc2VjcmV0LXdvcmQ=', 'S: 535 5.7.8 no']
    for (const hover of hoversOn(plain, 'C: AUTH', 'AGFu')) {
      assert.match(hover, /^#### Credentials for PLAIN\n/)
      assert.match(hover, /The login failed: 535 5\.7\.8/)
      assert.doesNotMatch(hover, /AGFubm|secret-word/)
    }
  })

  it('decodes challenges that are no secret', () => {
    assertTells([done, 'S: 334 VXNl', 'VXNl'], /decoded: `Username:`/, /asks for the user name/)
    assertTells([done, 'S: 334 UGFz', 'UGFz'], /decoded: `Password:`/, /asks for the password/)
    const cram = [
      ...helloWith('AUTH CRAM-MD5'),
      'C: AUTH CRAM-MD5',
      'S: 334 PDEyMy40NTZAbXguZXhhbXBsZS5vcmc+',
      'C: *',
      'S: 501 5.7.0 cancelled',
    ]
    assertTells([cram, 'S: 334', 'PDEy'], /decoded: `<123\.456@mx\.example\.org>`/)
  })

  it('knows the JSON by which a token is refused', () => {
    const lines = [
      ...helloWith('AUTH XOAUTH2'),
      'C: AUTH XOAUTH2 ****',
      'S: 334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=',
      'C:',
      'S: 535 5.7.8 no',
    ]
    assertTells([lines, 'S: 334', '334'], /refused the OAuth token/, /The client has to change something/)
    assertTells([lines, 'S: 334', 'eyJz'], /decoded: `\{"status":"400"/)
  })

  it('does not decode what proves a password', () => {
    const scram = [
      ...helloWith('AUTH SCRAM-SHA-256'),
      'C: AUTH SCRAM-SHA-256 ****',
      'S: 334 cj1hYmMscz1ZV0pqLGk9NDA5Ng==',
      'C: *',
      'S: 501 5.7.0 cancelled',
    ]
    for (const hover of hoversOn(scram, 'S: 334', 'cj1h')) assert.doesNotMatch(hover, /decoded|r=abc/)
  })
})

describe('the hover on the final dot', () => {
  it('says what it ends, which reply it got and who gets the message', () => {
    const [told = ''] = hoversOn(delivered, 'C: .', '.')
    assert.match(told, /^#### End of the message/)
    assert.match(told, /a message of 3 lines/)
    assert.match(told, /The message goes to `<bob@example\.org>`/)
  })

  it('is not there on a dot within the message', () => {
    const lines = [...hello, ...mail, ...bob, 'C: DATA', 'S: 354 go', 'C: hello|.', 'C: .', 'S: 250 ok']
    for (const dialect of writableDialects) assert.equal(hoverIn(inDialect(lines, dialect), dialect), null)
  })
})

describe('the hover on a reply that a note quotes', () => {
  it('explains it without a session', () => {
    const markdown = markdownIn('Sorry: the log says\nMessage failed: |550 5.7.1 Relaying denied')
    assert.match(markdown, /^#### 550 /)
  })

  it('is not there on numbers that are none', () => {
    for (const text of ['it took |450 seconds', 'in the year |2024']) assert.equal(hoverIn(text), null, text)
  })
})

describe('every hover', () => {
  it('covers just the words that it speaks of, and is the same on each of their characters', () => {
    const [line = ''] = pointingAt(delivered, 'C: RCPT TO:<bob', '<bob').filter(one => one.includes('|'))
    const { position } = cursorIn(line)
    for (let character = position.character; character < position.character + 17; character++) {
      const bare = line.replace('|', '')
      const marked = [...hello, ...mail, `${bare.slice(0, character)}|${bare.slice(character)}`].join('\n')
      assert.deepEqual(hoverIn(marked)?.range?.start.character, position.character)
      assert.deepEqual(hoverIn(marked)?.range?.end.character, position.character + '<bob@example.org>'.length)
    }
  })
})
