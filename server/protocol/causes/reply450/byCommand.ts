import { rfc } from '../../references.ts'
import type { Reply450Row } from './reply450Row.ts'

/** 450 that does not say why; only the answered command tells something. */
export const byCommand = [
  {
    id: 'atrn-refused',
    on: ['ATRN'],
    when: 'the reply is to ATRN',
    here: 'The server does not turn the connection around now.',
    next: 'Send ATRN again later.',
    fault: 'server',
    references: [rfc(2645, '5.2.1')],
  },
  {
    id: 'auth-deferred',
    on: ['AUTH'],
    when: 'the reply is to AUTH',
    here: 'The server authenticates nobody now, or not this client; 454 4.7.0 is the proper reply where the server is at fault.',
    next: 'Try again later; the password may be right.',
    fault: 'server',
    references: [rfc(4954, '6')],
  },
  {
    id: 'content-deferred',
    on: ['.'],
    when: 'the reply is to the end of the message',
    here: 'The content arrived but was not accepted: a filter, a virus scanner or a policy service says later.',
    next: 'Keep the message and send it completely again later; nothing was delivered.',
    fault: 'server',
    references: [rfc(5321, '4.2.5'), rfc(5321, '4.3.2')],
  },
  {
    id: 'hello-refused',
    on: ['EHLO', 'HELO', 'LHLO'],
    when: 'the reply is to a hello',
    here: 'The server does not want the name or the address of this client now, and the session is not open for mail.',
    next: 'Check the name in EHLO; send QUIT and retry later.',
    fault: 'server',
    references: [rfc(5321, '4.1.4')],
  },
  {
    id: 'vrfy',
    on: ['VRFY', 'EXPN'],
    when: 'the reply is to VRFY or EXPN',
    here: 'The server cannot check the address now; that says nothing about whether it would take mail for it.',
    next: 'Do without it and send the message; RCPT will tell.',
    fault: 'server',
    references: [rfc(5321, '3.5.3'), rfc(5321, '7.3')],
  },
  {
    id: 'mail-deferred',
    on: ['MAIL'],
    when: 'the reply is to MAIL',
    here: 'The server puts off the sender or the client, not a mailbox; no transaction is open.',
    next: 'Retry the whole message later; RCPT and DATA have no use now.',
    fault: 'server',
    references: [rfc(5321, '3.3'), rfc(5321, '4.1.4')],
  },
  {
    id: 'data-deferred',
    on: ['DATA'],
    when: 'the reply is to DATA, before any content',
    here: 'The server puts off the message for all its recipients before it has seen the content; the transaction stays open.',
    next: 'Send RSET or QUIT, keep the message and retry later.',
    fault: 'server',
    references: [rfc(5321, '3.3'), rfc(5321, '4.1.4')],
  },
] as const satisfies readonly Reply450Row[]
