import fc from 'fast-check'
import type { Edit } from '../../server/transcript/lines.ts'

/** One line: who says it, and what. `raw` lines have no mark in any dialect. */
type Said = readonly ['client' | 'server' | 'raw', string]

type Dialect = 'smtp' | 'swaks' | 'bare'

const clientLines = [
  'EHLO c.example',
  'HELO c.example',
  'LHLO c.example',
  'MAIL FROM:<a@c.example>',
  'MAIL FROM:<a@c.example> BODY=BINARYMIME',
  'RCPT TO:<b@mx.example>',
  'DATA',
  'Subject: hello',
  '250 not a reply',
  '',
  '..stuffed',
  '.',
  '.\\r\\n',
  'one\\n.\\r\\n',
  'NOOP\\r\\n',
  'BDAT 12',
  'BDAT 30 LAST',
  'AUTH PLAIN',
  'AUTH PLAIN AGFubmEAc2VjcmV0',
  'AUTH LOGIN',
  'c2VjcmV0cw==',
  '*',
  'STARTTLS',
  'XCLIENT ADDR=192.0.2.1',
  'RSET',
  'NOOP',
  'WHAT is this',
  'QUIT',
]

const serverLines = [
  '220 mx.example ESMTP',
  '220 mx.example LMTP ready',
  '220-mx.example ESMTP',
  '220 go ahead',
  '221 bye',
  '235 2.7.0 ok',
  '250 ok',
  '250 ok\\r\\n',
  '250-mx.example',
  '250-PIPELINING',
  '250 CHUNKING',
  '251 forwarded',
  '334 VXNlcm5hbWU6',
  '354 go ahead',
  '421 4.3.2 closing',
  '450 4.2.0 later',
  '503 5.5.1 bad sequence',
  '535 5.7.8 no',
  '550 5.1.1 no such user',
  '554 no service',
  'not a reply at all',
  '999',
]

const rawLines = [
  '',
  '   ',
  '# a comment',
  '# smtp-disable',
  '# smtp-enable',
  '# smtp-disable-next-line',
  '# @dialect bare',
  '# @dialect swaks',
  'prose about mail',
  'C:',
  'S:',
  '\tC: NOOP',
  '=== Trying mx.example:25...',
  '=== Connected to mx.example.',
  '=== TLS started with cipher TLSv1.3',
  '=== Connection closed with remote host.',
  '*** Remote host closed connection unexpectedly.',
  '<   0000: 32 35 30 20',
  '*~> *',
  '<** 550 no',
  '-> NOOP',
]

const say = (who: 'client' | 'server', ...lines: string[]): Said[] => lines.map(line => [who, line])
const hello = [...say('client', 'EHLO c.example'), ...say('server', '250-mx.example', '250 CHUNKING')]
const envelope = [
  ...say('client', 'MAIL FROM:<a@c.example>'),
  ...say('server', '250 ok'),
  ...say('client', 'RCPT TO:<b@mx.example>'),
  ...say('server', '250 ok'),
]
const bye = [...say('client', 'QUIT'), ...say('server', '221 bye')]

/** Stretches of a session that belong together, so that the generated texts come to the deeper states. */
const fragments: readonly (readonly Said[])[] = [
  [...say('server', '220 mx.example ESMTP'), ...hello],
  [
    ...say('server', '220 mx.example LMTP'),
    ...say('client', 'LHLO c.example'),
    ...say('server', '250 mx.example'),
  ],
  envelope,
  [...say('client', 'DATA'), ...say('server', '354 go ahead')],
  [...say('client', 'Subject: x', '', '250 no reply', '.'), ...say('server', '250 ok')],
  [...say('client', 'BDAT 14', 'twelve chars'), ...say('server', '250 ok')],
  [...say('client', 'AUTH LOGIN'), ...say('server', '334 VXNlcm5hbWU6'), ...say('client', 'YW5uYQ==')],
  [
    ...say('client', 'STARTTLS'),
    ...say('server', '220 go ahead'),
    ['raw', '=== TLS started with cipher X'],
    ...hello,
  ],
  [
    ...say('client', 'MAIL FROM:<a@c.example>', 'RCPT TO:<b@mx.example>', 'DATA'),
    ...say('server', '250 ok', '550 no'),
  ],
  [...say('server', '220 mx.example ESMTP'), ...hello, ...envelope, ...bye],
  bye,
]

const marks: Readonly<Record<Dialect, Readonly<Record<Said[0], string>>>> = {
  smtp: { client: 'C: ', server: 'S: ', raw: '' },
  swaks: { client: ' -> ', server: '<-  ', raw: '' },
  bare: { client: '', server: '', raw: '' },
}

function written(dialect: Dialect, [who, line]: Said): string {
  return marks[dialect][who] + line
}

const single: fc.Arbitrary<Said> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...clientLines).map((line): Said => ['client', line]) },
  { weight: 3, arbitrary: fc.constantFrom(...serverLines).map((line): Said => ['server', line]) },
  { weight: 1, arbitrary: fc.constantFrom(...rawLines).map((line): Said => ['raw', line]) },
)

const stretch: fc.Arbitrary<readonly Said[]> = fc.oneof(
  fc.constantFrom(...fragments),
  single.map(said => [said]),
)

/** Lines of all kinds, most of them in one dialect. */
function linesIn(dialect: Dialect, maxLength: number): fc.Arbitrary<string[]> {
  const other = fc.constantFrom<Dialect>('smtp', 'swaks', 'bare')
  const dialects = fc.oneof({ weight: 12, arbitrary: fc.constant(dialect) }, { weight: 1, arbitrary: other })
  return fc
    .array(fc.tuple(dialects, stretch), { maxLength })
    .map(list => list.flatMap(([of, said]) => said.map(one => written(of, one))))
}

const lineEnds = fc.constantFrom('\n', '\n', '\r\n', '\r')

/** A text of transcript lines of all kinds. */
export const texts: fc.Arbitrary<string> = fc
  .constantFrom<Dialect>('smtp', 'swaks', 'bare')
  .chain(dialect => fc.tuple(linesIn(dialect, 16), lineEnds))
  .map(([lines, end]) => lines.join(end))

const snippets = fc.oneof(
  fc.constantFrom('', '', '.', ' ', '\n', '\r', '\r\n', 'C: ', 'S: ', '2', '5', ' -> ', 'LAST'),
  fc
    .constantFrom<Dialect>('smtp', 'swaks', 'bare')
    .chain(dialect => linesIn(dialect, 2).map(all => all.join('\n'))),
)

/** An edit somewhere in a text of about that many lines: characters or whole lines, inserted, deleted or replaced. */
export const edits: fc.Arbitrary<Edit> = fc
  .record({
    line: fc.nat(60),
    character: fc.constantFrom(0, 0, 1, 3, 8, 99),
    lines: fc.constantFrom(0, 0, 0, 1, 2, 9),
    characters: fc.constantFrom(0, 1, 4),
    newText: snippets,
  })
  .map(({ line, character, lines, characters, newText }) => ({
    start: { line, character },
    end: { line: line + lines, character: lines === 0 ? character + characters : characters },
    newText,
  }))
