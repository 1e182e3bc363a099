/** A session that is made to bring out one thing that tshark can report, or one of its limits. */
export interface Constructed {
  readonly name: string
  readonly text: string
  /** Replies that stand together come in one TCP segment, as servers send them to a pipelined group. */
  readonly repliesTogether?: true
}

const opening = `S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 250-PIPELINING
S: 250 AUTH PLAIN LOGIN
`

/** `\0anna\0geheim` in base64. */
const credentials = 'AGFubmEAZ2VoZWlt'

/** Each place in tshark's SMTP dissector that reports something is reached by one of these. */
export const constructed: readonly Constructed[] = [
  {
    name: 'another code on the last line of the reply to EHLO',
    text: `S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 250-SIZE 20480000
S: 251 HELP
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'another code in the middle of the reply to EHLO',
    text: `S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 252-SIZE 20480000
S: 250 HELP
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'a greeting that ends in a refusal',
    text: `S: 220-mx.example ESMTP
S: 554 no service for you today
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'a reply to RCPT that accepts and refuses',
    text: `${opening}C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250-recipient ok
S: 550 no such user here
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'two codes in the reply to the message',
    text: `${opening}C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: DATA
S: 354 go ahead
C: From: Anna <anna@client.example>
C: Date: Mon, 2 Mar 2026 10:00:00 +0100
C:
C: Hello
C: .
S: 250-queued as 4711
S: 451 but not for long
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'a code that is none on a line of the reply to EHLO',
    text: `S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 999-SIZE 20480000
S: 250 HELP
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'a reply that begins with 421 and ends with another code',
    text: `S: 220 mx.example ESMTP
C: EHLO client.example
S: 421-mx.example
S: 550 too many connections from you
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'a reply to EHLO that 421 breaks off',
    text: `S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 250-SIZE 20480000
S: 421 mx.example is shutting down
`,
  },
  {
    name: 'AUTH PLAIN with its credentials',
    text: `${opening}C: AUTH PLAIN ${credentials}
S: 235 welcome
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'AUTH PLAIN that answers the challenge',
    text: `${opening}C: AUTH PLAIN
S: 334
C: ${credentials}
S: 235 welcome
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'AUTH PLAIN with credentials that are not base64',
    text: `${opening}C: AUTH PLAIN anna,geheim
S: 501 cannot decode
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'AUTH PLAIN that answers the challenge with what is not base64',
    text: `${opening}C: AUTH PLAIN
S: 334
C: anna,geheim
S: 501 cannot decode
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'AUTH PLAIN with credentials without an end',
    text: `${opening}C: AUTH PLAIN AGFubmEAZ2Voa
S: 501 cannot decode
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'AUTH PLAIN with a single character',
    text: `${opening}C: AUTH PLAIN A
S: 501 cannot decode
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'AUTH PLAIN without a NUL',
    text: `${opening}C: AUTH PLAIN YW5uYTpnZWhlaW0=
S: 535 that is no user and password
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'AUTH LOGIN with a name that is not base64',
    text: `${opening}C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: anna@client.example
S: 501 cannot decode
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'healthy replies to a pipelined group, in one segment',
    repliesTogether: true,
    text: `${opening}C: MAIL FROM:<anna@client.example>
C: RCPT TO:<bob@mx.example>
C: DATA
S: 250-sender ok
S: 250 and welcome
S: 250 recipient ok
S: 354 go ahead
C: From: Anna <anna@client.example>
C: Date: Mon, 2 Mar 2026 10:00:00 +0100
C:
C: Hello
C: .
S: 250 queued as 4711
C: QUIT
S: 221 mx.example bye
`,
  },
  {
    name: 'the next message behind a refused DATA',
    text: `${opening}C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: DATA
S: 503 need RCPT first
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: MAIL FROM:<carol@client.example>
S: 503 a transaction is open
C: QUIT
S: 221 mx.example bye
`,
  },
]
