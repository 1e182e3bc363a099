import type { CursorPlace } from './cursorPlace.ts'
import { choice, hole, type Insertion } from './insertion.ts'
import { mechanismsOffered, namesNear, recipientsNamed } from './namesNear.ts'

/** What stands for names that nothing in the text tells: domains that nobody has (RFC 2606). */
export const exampleNames = {
  client: 'client.example.net',
  server: 'mx.example.org',
  sender: 'anna@example.net',
  recipient: 'bob@example.org',
} as const

/** How the commands around the cursor would be written. */
export type CommandForms = (verb: string) => { readonly label: string; readonly insertion: Insertion }

/** The forms of commands at a cursor, with the names that the text has. */
export function commandForms(place: CursorPlace): CommandForms {
  const names = namesNear(place)
  const already = recipientsNamed(place)
  const client = names.clients[0] ?? exampleNames.client
  const recipient = names.recipients.find(one => !already.has(one.toLowerCase())) ?? exampleNames.recipient
  const mechanisms = () => {
    const offered = mechanismsOffered(place) ?? []
    return offered.length > 0 ? offered : ['PLAIN', 'LOGIN']
  }
  return verb => {
    switch (verb) {
      case 'EHLO':
      case 'HELO':
      case 'LHLO':
        return { label: verb, insertion: [`${verb} `, hole(client)] }
      case 'MAIL':
        return {
          label: 'MAIL FROM',
          insertion: ['MAIL FROM:<', hole(names.senders[0] ?? exampleNames.sender), '>'],
        }
      case 'RCPT':
        return { label: 'RCPT TO', insertion: ['RCPT TO:<', hole(recipient), '>'] }
      case 'AUTH':
        return { label: verb, insertion: ['AUTH ', choice(mechanisms())] }
      default:
        return { label: verb, insertion: [verb, ...(argumentOf(verb, recipient) ?? [])] }
    }
  }
}

/** What stands behind other verbs that cannot do without it, or rarely do. */
function argumentOf(verb: string, recipient: string): Insertion | undefined {
  switch (verb) {
    case 'BDAT':
      return [' ', hole('1000'), ' LAST']
    case 'BURL':
      return [' ', hole('imap://imap.example.org/Drafts;uid=1'), ' LAST']
    case 'VRFY':
      return [' ', hole(recipient)]
    case 'EXPN':
      return [' ', hole('staff')]
    case 'ETRN':
    case 'ATRN':
      return [' ', hole(recipient.slice(recipient.lastIndexOf('@') + 1))]
    case 'XCLIENT':
      return [' ADDR=', hole('192.0.2.1')]
    case 'XFORWARD':
      return [' NAME=', hole(exampleNames.client)]
    default:
      return undefined
  }
}
