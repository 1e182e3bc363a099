/** What one side says in one line. */
export interface Said {
  readonly who: 'client' | 'server' | 'data'
  readonly text: string
  /** Of a reply: its first line. */
  readonly isFirst: boolean
}

/** How a tool writes a dialogue down. */
export interface Grammar {
  readonly before?: readonly string[]
  readonly behind?: readonly string[]
  /** A command or an answer to a challenge. */
  readonly client: (text: string) => string
  /** A line of a reply; `isFirst` is false for the lines behind the first. */
  readonly server: (text: string, isFirst: boolean) => string
  /** A line of the mail data; `dot` where only the last is printed, and nothing where none is. */
  readonly data?: ((text: string) => string) | 'dot'
}

function inSingleQuotes(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}`
}

/** `client` stands in front of what the client says and of the mail data, `server` in front of what the server says. */
function marks(client: string, server: string, more: Omit<Grammar, 'client' | 'server'> = {}): Grammar {
  return {
    client: text => client + text,
    server: text => server + text,
    data: text => client + text,
    ...more,
  }
}

const time = '[2026-11-23 23:12:56]'
const syslog = 'Nov 23 10:00:00 mx postfix/'
const haraka = '2026-11-23T23:28:57.569Z [PROTOCOL] [5F49FB37-05BB-46DC-8F63-3E72FA03D925] [core] '
const mailLog = "2026-11-23 23:19:13,041 mail.log DEBUG: ('192.0.2.7', 38) "
const row = '2026-11-23T10:00:00.001Z,Out,08DA1B2C3D4E5F60,1,192.0.2.9:41000,192.0.2.1:25,'
const field = (text: string) => `"${text.replaceAll('"', '""')}",`
const log = '2026-11-23 10:00:00,123 DEBUG [main] client.Smtp - '

/** The grammar of each tool, as INDEX.md of the corpus describes it, and of some that nobody has described. */
export const grammars: Readonly<Record<string, Grammar>> = {
  smtp: marks('C: ', 'S: '),
  rfc821: marks('   S: ', '   R: '),
  swaks: marks(' -> ', '<-  ', { before: ['=== Trying mx.example:25...', '=== Connected to mx.example.'] }),
  curl: {
    before: ['*   Trying 192.0.2.1:25...', '* Connected to mx.example (192.0.2.1) port 25'],
    client: text => `> ${text}`,
    server: text => `< ${text}`,
    behind: ['* closing connection #0'],
  },
  smtplib: {
    before: ["connect: to ('mx.example', 25) None"],
    client: text => `send: ${inSingleQuotes(text)}\\r\\n'`,
    server: text => `reply: b${inSingleQuotes(text)}\\r\\n'`,
  },
  msmtp: marks('--> ', '<-- ', { before: ['using account specified on command line'] }),
  'net-smtp-perl': marks('Net::SMTP=GLOB(0x55)>>> ', 'Net::SMTP=GLOB(0x55)<<< '),
  'net-smtp-ruby': {
    before: ['Connection opened: mx.example:25'],
    client: text => `<- "${text.replace(/[\\"]/g, '\\$&')}\\r\\n"`,
    server: text => `-> "${text.replace(/[\\"]/g, '\\$&')}\\r\\n"`,
  },
  phpmailer: {
    ...marks('2026-11-23 23:20:01\tCLIENT -> SERVER: ', ''),
    server: (text, isFirst) =>
      `${isFirst ? '2026-11-23 23:20:01\tSERVER -> CLIENT: ' : '                   \t                  '}${text}`,
  },
  mutt: marks(`${time} 4> `, `${time} 4< `),
  's-nail': marks('s-nail: >>> ', 's-nail: >>> SERVER: '),
  mailkit: marks('C: ', 'S: ', { before: ['Connected to smtp://mx.example:25/?starttls=never'] }),
  exchange: {
    before: [`${row}+,,`],
    client: text => `${row}>,${field(text)}`,
    server: text => `${row}<,${field(text)}`,
  },
  'postfix-debug': {
    before: [`${syslog}smtpd[47]: connect from c.example[192.0.2.7]`],
    client: text => `${syslog}smtpd[47]: < c.example[192.0.2.7]: ${text}`,
    server: text => `${syslog}smtpd[47]: > c.example[192.0.2.7]: ${text}`,
  },
  'postfix-notice': {
    before: ['From: MAILER-DAEMON@mx.example', '', 'Transcript of session follows.', ''],
    client: text => ` In:  ${text}`,
    server: text => ` Out: ${text}`,
  },
  haraka: {
    client: text => `${haraka}C: ${text} state=1`,
    server: text => `${haraka}S: ${text}`,
  },
  'smtp-server': {
    before: [`${time} INFO  [#i6h6abgntapo982c] Connection from [192.0.2.7]`],
    client: text => `${time} DEBUG [#i6h6abgntapo982c] C: ${text}`,
    server: (text, isFirst) => `${time} DEBUG [#i6h6abgntapo982c] ${isFirst ? 'S: ' : ''}${text}`,
  },
  aiosmtpd: {
    client: text => `${mailLog}>> b${inSingleQuotes(text)}'`,
    server: text => `${mailLog}<< b${inSingleQuotes(text)}'`,
    data: text => `2026-11-23 23:19:13,041 mail.log DEBUG: DATA readline: b${inSingleQuotes(text)}\\r\\n'`,
  },
  'exim, as client': {
    before: ['Connecting to mx.example [192.0.2.1]:25 ...  connected'],
    client: text => `  SMTP>> ${text}`,
    server: (text, isFirst) => `${isFirst ? '  SMTP<< ' : '         '}${text}`,
    data: 'dot',
  },
  'exim, as server': {
    client: text => ` 7445 SMTP<< ${text}`,
    server: (text, isFirst) => ` 7445 ${isFirst ? 'SMTP>> ' : '       '}${text}`,
  },
  sendmail: {
    before: ['b@mx.example... Connecting to mx.example. via relay...'],
    ...marks('>>> ', ''),
    data: 'dot',
  },
  nodemailer: {
    ...marks(`${time} DEBUG [aaaa1] C: `, `${time} DEBUG [aaaa1] S: `),
    before: [`${time} INFO  [aaaa1] Connection established to 192.0.2.1:25`],
    data: text => `${time} DEBUG [aaaa1] ${text}`,
  },
  s_client: {
    ...marks('', ''),
    before: ['CONNECTED(00000003)', '---', 'SSL handshake has read 1400 bytes and written 373 bytes', '---'],
    behind: ['closed'],
  },
  bare: marks('', '', { before: ['Trying 192.0.2.1...', 'Connected to mx.example.'] }),
  'inferred from arrows in a log': marks(`${log}>> `, `${log}<< `),
  'inferred from Sent and Received': marks('Sent: ', 'Received: '),
  'inferred from JSON': {
    client: text => JSON.stringify({ level: 'debug', dir: 'out', line: text, id: 7 }),
    server: text => JSON.stringify({ level: 'debug', dir: 'in', line: text, id: 7 }),
  },
  'inferred from times alone': { client: text => `10:00:00 ${text}`, server: text => `10:00:00 ${text}` },
}
