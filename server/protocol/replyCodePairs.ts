import * as l10n from '@vscode/l10n'
import { refusalPairs } from './replyCodePairs/refusals.ts'
import { securityPairs } from './replyCodePairs/security.ts'
import { successPairs } from './replyCodePairs/successes.ts'

/** What is worth knowing of two reply codes beside each other and does not follow from their rows. */
export interface ReplyCodePair {
  readonly codes: readonly [number, number]
  /** The difference in a nutshell. */
  readonly lead: string
  /** Differences beyond those that every comparison tells. */
  readonly differences: readonly string[]
  /** Which one you face and what that means, for somebody who receives it. */
  readonly receiving: string
  /** Which one to choose, for somebody who writes a server. */
  readonly serving: string
}

/** @returns the note on two reply codes, in either order, in the language of the reader; undefined where there is none. */
export function replyCodePair(a: number, b: number): ReplyCodePair | undefined {
  const pair = replyCodePairs.find(
    ({ codes: [first, second] }) => (first === a && second === b) || (first === b && second === a),
  )
  return (
    pair && {
      codes: pair.codes,
      lead: l10n.t(pair.lead),
      differences: pair.differences.map(difference => l10n.t(difference)),
      receiving: l10n.t(pair.receiving),
      serving: l10n.t(pair.serving),
    }
  )
}

/** Pairs that are often confused, in English. */
export const replyCodePairs: readonly ReplyCodePair[] = [
  {
    codes: [450, 503],
    lead: '450 says "not now": the command was right and may succeed later. 503 says "not here": the command came at the wrong place of the dialogue, and the message itself has not been judged at all.',
    differences: [
      'What the digits speak of: 450 is about the mail system (x5z), a mailbox or a policy; 503 is about the dialogue (x0z).',
      'The 5 of 503 is about the place of the command, not about the message: in the right order the same message can be accepted a second later.',
      '450 is often policy and no fault at all: greylisting, a rate limit. 503 is nearly always a mistake in the client, or in a server that lost its state.',
      '450 to every RCPT and then 503 (or 554) to DATA belong together: nobody is left to deliver to. The 450 is the decisive reply, so the delivery failed for now and must not be bounced.',
      'Time heals a 450 and never a 503; the right order heals a 503 and never a 450.',
    ],
    receiving:
      'Where both occur in one session act on the 450, which came first: keep the message, end with RSET or QUIT, and retry after some minutes. After a 503 alone repair the order: EHLO or HELO, MAIL FROM, RCPT TO once or more, DATA; RSET drops a transaction that was left open.',
    serving:
      'Choose 450 when the same command may succeed later without any change by the client. Choose 503 when the command itself would be fine but what must come before it is missing or was refused; RFC 5321 3.3 demands it for RCPT without MAIL, and for DATA without recipients it allows 503 or 554. Never answer 503 because of a mailbox or a policy, nor 450 because of the order.',
  },
  {
    codes: [450, 550],
    lead: '450 and 550 say the same about the same things, mailbox or policy, once for now and once for good.',
    differences: [
      'The two differ in nothing but time: 450 is retried by the client alone for days, 550 goes back to the sender at once.',
      'The text does not count: "450 User unknown" is retried, "550 try again later" is bounced, because clients go by the code.',
    ],
    receiving: 'After 450 wait; after 550 correct the address or remove the cause that the text names.',
    serving:
      'Choose 450 when waiting can help, e.g. greylisting, a lookup that failed, a locked mailbox. Choose 550 when it cannot: a 450 that never passes is a bounce in slow motion, days later.',
  },
  {
    codes: [450, 451],
    lead: 'Both mean "later". 450 speaks of the mailbox or of a policy, 451 of an error on the side of the server.',
    differences: [
      'Clients treat them alike. Greylisting uses both; RFC 6647 names 421 and 450 for it.',
      '451 is worth a look into the log of the server; 450 often works as intended.',
    ],
    receiving: 'Retry later in both cases; tell the administrator of the server if a 451 lasts.',
    serving:
      'Choose 450 when you do not want to take the mail now, 451 when you wanted to and something of your own failed.',
  },
  {
    codes: [450, 452],
    lead: '450 puts off a mailbox or a client; 452 says that there is no room for more right now, in storage or in this transaction.',
    differences: [
      'After 452 for too many recipients the rest can be sent at once in the next transaction; after 450 that would be too early.',
    ],
    receiving:
      'After 452 finish the transaction with the recipients that were accepted and begin another one; after 450 wait.',
    serving:
      'Choose 452 for the limit on recipients and for storage, 450 for everything else about mailbox and policy.',
  },
  {
    codes: [421, 450],
    lead: '421 ends the session, 450 only puts off the command that it answers.',
    differences: [
      'After 421 the connection is gone; after 450 other recipients and other messages can go on.',
    ],
    receiving: 'After 421 connect again later, to another MX host first. After 450 go on with what is left.',
    serving:
      'Choose 421 when nothing that the client could send makes sense now, 450 when only this recipient or message has to wait.',
  },
  {
    codes: [421, 451],
    lead: '421 ends the session, 451 reports a local error and leaves the session open.',
    differences: [
      'A connection that is lost without a reply counts as 451 for the command on the way (RFC 5321 3.8).',
    ],
    receiving: 'Retry later in both cases, after 421 on a new connection.',
    serving: 'Choose 421 when you must close, 451 when the next message may well succeed.',
  },
  {
    codes: [421, 554],
    lead: 'Said instead of a greeting, 421 turns a client away for now and 554 for good.',
    differences: [
      'After a 421 greeting the server closes; after a 554 greeting it waits for QUIT and answers the rest with 503.',
    ],
    receiving: 'After 421 retry later; after 554 look why this client is not wanted.',
    serving: 'Choose 421 for load and for limits on connections, 554 for clients that you will not serve.',
  },
  {
    codes: [452, 552],
    lead: 'Both speak of storage: 452 of what is short for now, 552 of a limit that waiting does not change.',
    differences: [
      'For too many recipients in one transaction 452 is right; RFC 821 wrongly listed 552, so clients read a 552 with that meaning as temporary (RFC 5321 4.5.3.1.10).',
    ],
    receiving:
      'After 452 retry, or begin a further transaction; after 552 send less, unless the text speaks of recipients.',
    serving:
      'Choose 452 for a full disk, a quota that may be freed and the limit on recipients; 552 for a message above a fixed size.',
  },
  {
    codes: [455, 555],
    lead: 'Both refuse a parameter of MAIL or RCPT: 455 for now, 555 because it is not known or not implemented.',
    differences: ['A client that left out the check of the EHLO reply gets 555, never 455.'],
    receiving: 'After 455 retry later or without the parameter; after 555 only without it.',
    serving: 'Choose 455 only for parameters that you announce and normally honour.',
  },
  {
    codes: [500, 502],
    lead: '500 says that the verb is unknown, 502 that it is known and not implemented (RFC 5321 4.2.4).',
    differences: ['500 may also mean that the line was too long.'],
    receiving: 'After both do without the command; after 500 check the spelling first.',
    serving:
      'Choose 502 for verbs that you recognise, 500 for all others, and announce neither kind in EHLO.',
  },
  {
    codes: [500, 503],
    lead: '500 says that the server does not know the command, 503 that it knows it and wants another one first.',
    differences: [
      'Several 500 in a row are a sign that message text is sent where commands are expected, often behind a 503 to DATA.',
    ],
    receiving: 'After 500 correct or drop the command; after 503 send what is missing before it.',
    serving:
      'Choose 500 for a verb that you do not know, wherever it comes; 503 for one that you know and would accept after another command.',
  },
  {
    codes: [502, 503],
    lead: '502 refuses the command anywhere, 503 only at this place.',
    differences: ['Servers built on go-smtp answer 502 where 503 is usual; the text tells.'],
    receiving: 'After 502 do without the command; after 503 put the commands in order.',
    serving:
      'Choose 503 for a command that would be accepted elsewhere in the session, 502 for one that never is.',
  },
  {
    codes: [501, 555],
    lead: '501 refuses a malformed argument, 555 a parameter that the server does not know.',
    differences: ['Gmail uses 555 5.5.2 for any syntax error in MAIL or RCPT.'],
    receiving: 'After 501 correct the argument; after 555 leave the parameter out.',
    serving:
      'Choose 501 for a parameter that you know with a bad value, 555 for one that you do not know or do not implement.',
  },
  {
    codes: [503, 530],
    lead: '503 wants another command before this one; 530 names which: AUTH or STARTTLS.',
    differences: ['Some servers say 503 where authentication is missing; 530 5.7.0 is the proper reply.'],
    receiving:
      'After 530 authenticate or start TLS; after 503 look for the step that is missing in the transaction.',
    serving: 'Choose 530 when AUTH or TLS is what is missing, 503 when it is EHLO, MAIL or RCPT.',
  },
  {
    codes: [503, 554],
    lead: 'To DATA without an accepted recipient both are right (RFC 5321 3.3): 503 blames the order, 554 the transaction.',
    differences: [
      'In LMTP only 503 is right at that place (RFC 2033 4.2).',
      'Neither is the last word on the message there: if the recipients got 4yz, the delivery failed for now.',
      'After a greeting with 554 the server answers every command but QUIT with 503 (RFC 5321 3.1).',
    ],
    receiving:
      'Look at the replies to RCPT, they decide. After a 554 to the content itself change the message.',
    serving:
      'Choose 503 when RCPT is missing, 554 when all recipients were refused or the content is not acceptable.',
  },
  {
    codes: [550, 551],
    lead: '550 says that the mailbox cannot be reached here; 551 that it has moved, and where to.',
    differences: ['551 discloses the new address, which a site may not want (RFC 5321 7.4).'],
    receiving: 'After 551 let a person decide whether to use the new address; after 550 correct the address.',
    serving: 'Choose 550 unless the new address may be told to anybody.',
  },
  {
    codes: [550, 553],
    lead: '550 refuses a mailbox or the client, 553 the form of an address.',
    differences: ['qmail answers 553 where others say 550: relaying not allowed.'],
    receiving:
      'After 553 look at how the address is written; after 550 at whether it exists and at what the policy says.',
    serving: 'Choose 553 for an address that nobody may use here, 550 for unknown mailboxes and policy.',
  },
  {
    codes: [550, 554],
    lead: '550 names the mailbox or a policy as the reason; 554 is the refusal that names none.',
    differences: [
      'As a greeting only 554 is foreseen; after the final dot both are, 550 for policy (RFC 5321 4.3.2).',
    ],
    receiving: 'Treat both alike and go by the text and the enhanced status code.',
    serving: 'Choose 550 where a recipient or a policy is the reason, 554 where nothing else fits.',
  },
  {
    codes: [251, 551],
    lead: 'Both tell that the recipient has moved: after 251 the server forwards the message, after 551 the sender has to.',
    differences: ['251 counts as an accepted recipient; 551 does not.'],
    receiving: 'After 251 go on; after 551 send to the new address if a person agrees.',
    serving:
      'Choose by whether you forward; where the new address is not to be told use 250 and 550 (RFC 5321 7.4).',
  },
  {
    codes: [521, 554],
    lead: 'Said instead of a greeting, 521 means that this host serves nobody, 554 that it does not serve this client.',
    differences: ['After 554 the server waits for QUIT; after 521 it may close at once (RFC 7504 3).'],
    receiving: 'After 521 the address or its MX record is wrong; after 554 look why this client is refused.',
    serving: 'Choose 521 only for a host without any mail service.',
  },
  {
    codes: [454, 535],
    lead: '454 says that the password could not be checked, 535 that it was checked and is wrong.',
    differences: ['Asking the user for another password is right after 535 and wrong after 454.'],
    receiving: 'After 454 retry later with the same credentials; after 535 ask for others.',
    serving: 'Never send 535 because the system behind is down: users would change passwords that are right.',
  },
  {
    codes: [530, 535],
    lead: '530 says that nobody has authenticated yet, 535 that the attempt failed.',
    differences: ['530 answers MAIL and other commands; 535 answers AUTH.'],
    receiving: 'After 530 send AUTH (or STARTTLS, as the text says); after 535 correct the credentials.',
    serving: 'Choose 530 for commands that need AUTH, 535 only as the end of AUTH.',
  },
  ...successPairs,
  ...refusalPairs,
  ...securityPairs,
]
