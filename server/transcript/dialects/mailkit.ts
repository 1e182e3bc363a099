import { timestamp } from '../logHead.ts'
import { markedDialect } from './marked.ts'

/** MailKit's ProtocolLogger: `C: ` and `S: `, with times in front where they are asked for, and secrets masked. */
export const mailkit = markedDialect({
  name: 'mailkit',
  title: "MailKit's ProtocolLogger",
  line: new RegExp(`^(?<head>(?:(?:${timestamp}) )?)(?:(?<client>C: ?)|(?<server>S: ?))`),
  events: [[/^(?:\S+ )?Connected to (?:smtps?|lmtp):\/\//, 'connected']],
  signature: /^(?:\S+ )?Connected to (?:smtps?|lmtp):\/\//,
  write: { client: ['C: ', ''], server: ['S: ', ''] },
})
