import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { expectListing, expectSpeakers } from '../transcript/listing.ts'

const folder = 'examples'

/**
 * Who speaks on each line, a letter for each, read from the files by eye: `#` comment, `_` blank, `=` remark of the
 * tool, `T` handshake, `C` command, `A` answer in AUTH, `M` mail data, `.` its end, `B` chunk, `S` reply.
 */
const expectedSpeakers: Readonly<Record<string, readonly string[]>> = {
  'addresses-and-arguments.smtp': [
    '##_',
    '#SCSCSCSCSCSCSCSCSCSCS_',
    '#SCSCSCSCS_',
    '#SCSCSCSCSCSCSCSCS_',
    '#SCSSSCSCSCSCSCS',
  ],
  'chunking-mistakes.smtp': [
    '##_',
    '#SCSSSCSCSCBSCS_',
    '#SCSSCSCSCBSCS_',
    '#SCSSSCSCSCBSCSCSCS_',
    '#SCSSCSCSCBSCSCS',
  ],
  'chunking.smtp': ['##S', 'CSSSSS', 'CS', 'CS', 'CBBBBBS', 'CBBBS', 'CS'],
  'classic-mistakes.smtp': [
    '##_',
    '#SCSCS_',
    '#SCSSCSCSCSCS_',
    '#SCSSCSCSCSCS_',
    '#SCSSCSCSCS_',
    '#SCSSSCSCSCS_',
    '#SCSCSC',
  ],
  'clean-session.smtp': ['###S', 'CSSSSSS', 'CS', 'CSSSSSS', 'CS', 'CS', 'CSCS', 'CSMMMMMMMMMM.S', 'CS'],
  'client-script.smtp': ['###', 'CCCC', 'MMMMMMM.', 'C'],
  'curl-run.smtp': ['===S', 'CSSSSS', 'CS', 'CS=', 'CS==', '_', '==S', 'CSSSSS', 'CS=', 'CS=='],
  'greylisting.smtp': ['##S', 'CSSSS', 'CCCSSS', 'CSCS', '_', '#S', 'CSSSS', 'CCCSSS', 'MMMMMM.S', 'CS'],
  'lmtp-delivery.lmtp': ['##S', 'CSSSS', 'CS', 'CSCSCS', 'CSMMMMMM.SS', 'CS'],
  'lmtp-mistakes.lmtp': [
    '##_',
    '#SCSCS_',
    '#SCSCS_',
    '#SCSSSCCCCSSSSMMMM.SCS_',
    '#SCSCSCSCSCSMMMM.SSCS_',
    '##SCSSCCCSSSCS',
  ],
  'logging-in.smtp': [
    '##_',
    '#SCSSCSCS_',
    '#SCSSCSCSCS_',
    '#SCSSSCSCS_',
    '#SCSSCSCSSCSASCS_',
    '##SCSSCSCSASCSASCS',
  ],
  'maillog.smtp': ['==S=', '===', 'SS='],
  'message-data.smtp': [
    '##_',
    '##SCSCSCSCSMMMMM.S',
    'CSCSCSMMMM.SCSCSCS_',
    '#SCSCSCSCSMMMMSCS_',
    '#SCSCSCSCSCSCSCS',
  ],
  'mislabelled.smtp': ['##_', '#SCSCCCSCS_', '#SCSC=SCS_', '#SCS_', '#SCSCSCS_', '#SCSSCCSSCS'],
  'pasted-without-prefixes.smtp': ['##S', 'CSSSS', 'CS', 'CS', 'CS', 'CS', 'CSMMMMMM.S', 'CS'],
  'pipelining-mistakes.smtp': [
    '##_',
    '#SCSSCCSS_',
    '#SCSSSCCCSSSCSCS_',
    '#SCSSSCCCMMMM.SSSSCS_',
    '#SCSSSCCCM.SSSS',
  ],
  'pipelining.smtp': ['###S', 'CSSSS', 'CCCCCSSSSS', 'MMMMMM.S', 'CCCSSS', 'CS'],
  'postfix-debug.smtp': ['==SC', '=S', '=SSS', 'CS', 'CS', 'CS', 'CS', 'C', 'C', 'S=', 'S', 'S', 'CS='],
  'refused-by-policy.smtp': [
    '==_',
    '=SCSSCSCSCSCS_',
    '==SCSSCSCSCSCSCS',
    'CSMMMMM.SCS_',
    '=SCSSCSCSCSCSCS_',
    '=SCSSCSCSCS',
  ],
  'replies-gone-wrong.smtp': [
    '##_',
    '#SCSSCS_',
    '#SCSSSCS_',
    '#SCSSSCS_',
    '##SCSSCSCSCSCS_',
    '#SCSCSCSCSCSCS_',
    '#SCSCSCS_',
    '#SCSCSSCS',
  ],
  'secrets.smtp': [
    '===_',
    '==S==CSS=CS=CS=_',
    '==S==CSS=CS=AS=CS=_',
    '==S==CSS=CS=CS=_',
    '==S==CSS=CS=AS=CS=',
  ],
  'smuggling.smtp': ['##_', '##SCSCSCSCSMMMMM.SCS_', '##SCSCSCSCSMMMMMMMMMM.SCS_', '#SCSCSCSCSMMMM.SCS'],
  'starttls.smtp': [
    '##_',
    '#SCSSCSCS_',
    '#SCSSCSCSCSMMMM.SCS_',
    '##SCSSSCCSSCS_',
    '#SCSSCSCSSCSCS_',
    '#SCSSCSSCSCS',
  ],
  'swaks-run.smtp': ['==S', 'CSSSSSS', 'CST==', 'CSSSSS', 'CSCSCS', 'CSMMMMMMMMM.S', 'CS', '='],
  'unannounced-extensions.smtp': [
    '##_',
    '#SCSCSCS_',
    '#SCSSCSCS_',
    '#SCSSCSCS_',
    '##SCSSSSCSCSCSCSCSMMMM.SCS_',
    '#SCSSCSCS',
  ],
  // Job 17 and job 18 take turns.
  'unknown-tool.smtp': ['====', 'SC', 'S', 'SCSSCSSCCS=SCCSSMMMM.S', 'CS='],
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

describe('the examples', () => {
  it('are all expected here', () => {
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(expectedSpeakers).sort())
  })

  for (const [name, parts] of Object.entries(expectedSpeakers)) {
    it(`${name} has the right speaker on every line`, () => {
      expectSpeakers(read(name), parts.join(''))
    })
  }

  it('clean-session.smtp is clean', () => {
    expectListing(
      read('clean-session.smtp'),
      `
      session 4-44 smtp ESMTP quit
      4 greeting 220
      5 EHLO greeted allowed -> 250
      12 STARTTLS ready allowed -> 220
      14 EHLO tls-ready allowed -> 250
      21 AUTH ready allowed -> 235
      23 MAIL ready allowed -> 250
      25 RCPT mail allowed -> 250
      27 RCPT rcpt allowed -> 250
      29 DATA rcpt allowed -> 354
      31 message(10 lines, 266 octets) data-content allowed -> 250
      43 QUIT ready allowed -> 221
      `,
    )
  })

  it('classic-mistakes.smtp has one mistake in each of its sessions', () => {
    const causes = readTranscript(read('classic-mistakes.smtp')).sessions.map(({ session }) =>
      session.exchanges.flatMap(({ verdict }) => verdict.cause ?? []),
    )
    assert.deepEqual(causes, [
      ['mail-before-hello'],
      ['nested-mail'],
      ['data-without-rcpt'],
      ['rcpt-after-refused-mail'],
      ['hello-missing-after-starttls'],
      ['command-after-quit'],
    ])
  })

  it('curl-run.smtp has a greylisted recipient and a DATA too early', () => {
    expectListing(
      read('curl-run.smtp'),
      `
      session 2-19 curl ESMTP quit
      4 greeting 220
      5 EHLO greeted allowed -> 250
      11 MAIL ready allowed -> 250
      13 RCPT mail allowed -> 450
      16 QUIT mail allowed -> 221
      session 21-36 curl ESMTP quit
      23 greeting 220
      24 EHLO greeted allowed -> 250
      30 DATA ready out-of-sequence: data-without-mail -> 503
      33 QUIT ready allowed -> 221
      `,
    )
  })

  it('maillog.smtp tells of a session that came in and of a delivery', () => {
    expectListing(
      read('maillog.smtp'),
      `
      session 2-4 postfix-log unknown closed
      3 RCPT unknown unknown -> 450
      session 8-10 postfix-log unknown open
      8 unasked 250
      9 RCPT unknown unknown -> 550
      `,
    )
  })

  it('postfix-debug.smtp has two sessions at once, and the printer forgets its hello', () => {
    expectListing(
      read('postfix-debug.smtp'),
      `
      session 2-27 postfix-debug ESMTP quit
      3 greeting 220
      4 EHLO greeted allowed -> 250
      13 MAIL ready allowed -> 250
      17 RCPT mail allowed -> 250
      20 DATA rcpt allowed -> 354
      24 message(elided) data-content allowed -> 250
      25 QUIT ready allowed -> 221
      session 5-22 postfix-debug unknown quit
      6 greeting 220
      11 MAIL greeted out-of-sequence: mail-before-hello -> 503
      15 RCPT greeted out-of-sequence: rcpt-after-refused-mail -> 503
      19 QUIT greeted allowed -> 221
      `,
    )
  })

  it('unknown-tool.smtp has a job that sends its message, and one that forgets MAIL', () => {
    expectListing(
      read('unknown-tool.smtp'),
      `
      session 5-31 inferred ESMTP quit
      5 greeting 220
      6 EHLO greeted allowed -> 250
      12 MAIL ready allowed -> 250
      16 RCPT mail allowed -> 250
      21 DATA rcpt allowed -> 354
      24 message(4 lines, 73 octets) data-content allowed -> 250
      30 QUIT ready allowed -> 221
      session 7-22 inferred ESMTP quit
      7 greeting 220
      9 EHLO greeted allowed -> 250
      15 RCPT ready out-of-sequence: rcpt-without-mail -> 503
      20 QUIT ready allowed -> 221
      `,
    )
  })

  it('greylisting.smtp and pipelining.smtp have none, although servers refuse', () => {
    for (const name of ['greylisting.smtp', 'pipelining.smtp', 'lmtp-delivery.lmtp', 'chunking.smtp']) {
      for (const { session } of readTranscript(read(name)).sessions) {
        for (const { verdict } of session.exchanges) assert.equal(verdict.sequence, 'allowed', name)
      }
    }
  })

  it('chunking.smtp announces the octets that it shows', () => {
    const units =
      readTranscript(read('chunking.smtp')).sessions[0]?.session.exchanges.map(one => one.unit) ?? []
    const announced = units.flatMap(unit =>
      unit.kind === 'command' && unit.verb === 'BDAT' ? [Number.parseInt(unit.argument, 10)] : [],
    )
    const shown = units.flatMap(unit => (unit.kind === 'chunk' ? [unit.octets] : []))
    assert.deepEqual(announced, [121, 94])
    assert.deepEqual(shown, announced)
  })
})
