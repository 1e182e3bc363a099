import { timestamp } from '../logHead.ts'
import { markedDialect } from './marked.ts'

/** MailKit's ProtocolLogger: `C: ` and `S: `, with times in front where they are asked for, and secrets masked. */
export const mailkit = markedDialect({
  name: 'mailkit',
  title: "MailKit's ProtocolLogger",
  example: [
    'Connected to smtp://mx.example.org:587/?starttls=when-available',
    'S: 220 mx.example.org ESMTP',
    'C: EHLO client.example.net',
    'S: 250 STARTTLS',
  ],
  line: new RegExp(`^(?<head>(?:(?:${timestamp}) )?)(?:(?<client>C: ?)|(?<server>S: ?))`),
  events: [[/^(?:\S+ )?Connected to (?:smtps?|lmtp):\/\//, 'connected']],
  signature: /^(?:\S+ )?Connected to (?:smtps?|lmtp):\/\//,
  write: { client: ['C: ', ''], server: ['S: ', ''] },
})
