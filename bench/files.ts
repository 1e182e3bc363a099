// Long transcripts as they are in life: made of the recorded sessions of real tools, each time with other names.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { convertTranscript } from '../server/features/convert.ts'
import { readTranscript } from '../server/transcript/transcript.ts'

export const megabyte = 1_000_000

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? filesIn(path) : [path]))
}

/** The sessions of the corpus in the language's own dialect, those in which both sides speak. */
function recordedSessions(): string[] {
  return filesIn(join('test', 'corpus'))
    .filter(path => /\.(?:txt|log|mbox)$/.test(path))
    .map(path => readTranscript(readFileSync(path, 'utf8')))
    .filter(({ sessions }) => sessions.some(({ session }) => session.clientSpoke && session.serverSpoke))
    .map(transcript => convertTranscript(transcript, 'smtp'))
    .filter(text => text.length > 200 && text.length < 20_000)
}

const recorded = recordedSessions()

/** A text without its last line end, told for the n-th time: addresses and queue ids are others. */
function varied(text: string, number: number): string {
  return text.replace(/@/g, `-${number}@`).replace(/queued as \w+/g, `queued as ${number.toString(36)}`)
}

/** Sessions of the corpus one after the other, at least that many octets, in pieces. */
export function* manySessions(octets: number): Generator<string> {
  for (let number = 0, length = 0; length < octets; number++) {
    // A step that shares no factor with most counts, so that all come, in a mixed order.
    const part = `${varied(recorded[(number * 31) % recorded.length] ?? '', number)}\n`
    yield part
    length += part.length
  }
}

/** The same as one text. */
export function ofManySessions(octets: number): string {
  return [...manySessions(octets)].join('')
}

const clean = `S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 SIZE 10240000
C: MAIL FROM:<anna@example.net>
S: 250 2.1.0 Ok
`

/** One session with so many recipients. */
export function ofManyRecipients(count: number): string {
  const recipients = Array.from({ length: count }, (_, number) => {
    const reply = number % 10 === 9 ? '550 5.1.1 User unknown' : '250 2.1.5 Ok'
    return `C: RCPT TO:<user${number}@example.org>\nS: ${reply}\n`
  })
  return `${clean}${recipients.join('')}C: QUIT\nS: 221 2.0.0 Bye\n`
}

/** One message of so many octets. */
export function ofOneMessage(octets: number): string {
  const line = 'C: A line of a long message, as they stand in letters and in what is attached to them.\n'
  const body = line.repeat(Math.ceil(octets / line.length))
  const head =
    'C: DATA\nS: 354 go ahead\nC: From: anna@example.net\nC: Date: Mon, 2 Mar 2026 10:15:00 +0000\nC:\n'
  return `${clean}C: RCPT TO:<bob@example.org>\nS: 250 2.1.5 Ok\n${head}${body}C: .\nS: 250 2.0.0 Ok\nC: QUIT\nS: 221 2.0.0 Bye\n`
}

/** The lines of a session without its mail data, each with who says it. */
const dialogue: readonly (readonly ['<' | '>', string])[] = [
  ['>', '220 mx.example.org Microsoft ESMTP MAIL Service ready'],
  ['<', 'EHLO client.example.net'],
  ['>', '250  mx.example.org Hello [192.0.2.7] SIZE 37748736 PIPELINING 8BITMIME'],
  ['<', 'MAIL FROM:<anna@example.net>'],
  ['>', '250 2.1.0 Sender OK'],
  ['<', 'RCPT TO:<bob@example.org>'],
  ['>', '250 2.1.5 Recipient OK'],
  ['<', 'DATA'],
  ['>', '354 Start mail input; end with <CRLF>.<CRLF>'],
  ['>', '250 2.6.0 Queued mail for delivery'],
  ['<', 'QUIT'],
  ['>', '221 2.0.0 Service closing transmission channel'],
]

/** A protocol log of Exchange in which so many sessions run side by side, each after its end followed by another. */
export function ofExchange(octets: number, sessions = 200): string {
  const lines = [
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
  ]
  const steps = Array.from({ length: sessions }, (_, index) => index % dialogue.length)
  const numbers = Array.from({ length: sessions }, (_, index) => index)
  for (let length = 0, turn = 0; length < octets; turn++) {
    const at = (turn * 7) % sessions
    const step = steps[at] ?? 0
    const [event, data] = dialogue[step] ?? ['>', '']
    const id = (0x08de2ae31b5f0000 + (numbers[at] ?? 0)).toString(16).toUpperCase().padStart(16, '0')
    const line = `2026-11-23T23:20:24.511Z,MX\\Default,${id},${step},192.0.2.1:25,192.0.2.7:50412,${event},${data.includes(',') ? `"${data}"` : data},`
    lines.push(line)
    length += line.length + 1
    steps[at] = (step + 1) % dialogue.length
    if (steps[at] === 0) numbers[at] = (numbers[at] ?? 0) + sessions
  }
  return `${lines.join('\n')}\n`
}

/** A debug log of Postfix with so many lines of its own to each of the dialogue. */
export function ofPostfixDebug(octets: number, noise = 50): string {
  const lines: string[] = []
  const head = 'Nov 23 23:14:01 mx postfix/smtpd[1234]: '
  for (let length = 0, turn = 0; length < octets; turn++) {
    const [event, data] = dialogue[turn % dialogue.length] ?? ['>', '']
    const said = `${head}${event} client.example.net[192.0.2.7]: ${data.replace('250  ', '250 ')}`
    const own = Array.from(
      { length: noise },
      (_, at) => `${head}match_hostname: client.example.net ~? 192.0.2.${at}/32`,
    )
    lines.push(...own, said)
    length += said.length + own.reduce((sum, line) => sum + line.length + 1, 1)
  }
  return `${lines.join('\n')}\n`
}
