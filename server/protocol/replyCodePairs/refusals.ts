import type { ReplyCodePair } from '../replyCodePairs.ts'

/** Further pairs of refusals of mail: commands, addresses, messages, hosts. */
export const refusalPairs: readonly ReplyCodePair[] = [
  {
    codes: [451, 452],
    lead: 'Both mean "later": 451 after an error on the side of the server, 452 because something is full.',
    differences: [
      'After 452 for too many recipients the rest can be sent at once in the next transaction; nothing of that kind helps after 451.',
      'Some servers say 451 4.5.3 for too many recipients; the enhanced status code then tells.',
    ],
    receiving:
      'After 451 keep the message and retry later. After 452 to RCPT finish with the recipients that were accepted and begin another transaction; else retry later.',
    serving:
      'Choose 452 for storage and for the limit on recipients, 451 for everything else that failed on your side.',
  },
  {
    codes: [451, 550],
    lead: '451 says that a check could not be made; 550 says that it was made and came out against the mail.',
    differences: [
      'The same check gives both: a DNS lookup for SPF or DMARC that fails for now is 451, one with a clear result that forbids the mail is 550 (RFC 7208 8.4, 8.6).',
      'A 550 for what is only a broken lookup bounces good mail; a 451 for a final refusal keeps it in queues for days.',
    ],
    receiving: 'After 451 retry later. After 550 change what the text names, or tell the sender.',
    serving: 'Choose 451 when you could not find out, 550 when you know.',
  },
  {
    codes: [451, 554],
    lead: '451 and 554 are the refusals that name no reason of their own: 451 for now, 554 for good.',
    differences: [
      'After the final dot 451 is a filter that could not be asked, 554 one that said no.',
      'A client that gets 451 sends the whole message again; a server that means no wastes the work of both.',
    ],
    receiving: 'After 451 keep the message and retry. After 554 change the message or return it.',
    serving: 'Choose 451 for an error of your own that will be repaired, 554 for a decision that stands.',
  },
  {
    codes: [500, 501],
    lead: 'Both are syntax errors: 500 of the verb or the whole line, 501 of what follows a verb that is known.',
    differences: [
      'A line above 512 octets is 500 whatever its verb; an address or a name in it that is too long is 501.',
    ],
    receiving:
      'After 500 look at the first word and the length of the line, after 501 at the rest of the line.',
    serving:
      'Choose 501 as soon as you know the verb, so that the client sees that only its argument is wrong.',
  },
  {
    codes: [501, 504],
    lead: '501 cannot read the argument; 504 can, and does not have what it asks for.',
    differences: [
      'To AUTH, 504 names a mechanism that the server does not offer, 501 a response that is not base64 (RFC 4954 4).',
      'Postfix answers 504 5.5.2 to a host name in EHLO that is not fully qualified, where others say 501 or 550.',
    ],
    receiving: 'After 501 correct the form; after 504 choose something that the EHLO reply lists.',
    serving:
      'Choose 501 for an argument that breaks the grammar, 504 for a well-formed one that you do not implement.',
  },
  {
    codes: [501, 553],
    lead: '501 says that the command is malformed, 553 that the address in it is not allowed.',
    differences: ['An address without brackets is 501; a well-formed one that nobody may use here is 553.'],
    receiving: 'After 501 correct how the command is written; after 553 use another address.',
    serving:
      'Choose 501 where the grammar is broken, 553 where it is kept and the mailbox name is not acceptable.',
  },
  {
    codes: [502, 504],
    lead: '502 does not have the command, 504 has it and lacks the option that was asked for.',
    differences: ['After 504 the same command may work with another argument; after 502 none will help.'],
    receiving: 'After 502 do without the command; after 504 try another mechanism or option.',
    serving: 'Choose 502 when no form of the command is implemented, 504 when this one form is not.',
  },
  {
    codes: [504, 555],
    lead: 'Both lack a parameter: 555 is about those of MAIL and RCPT, 504 about those of other commands.',
    differences: [
      'RFC 5321 4.3.2 lists 555 for MAIL and RCPT, and 504 for the hellos, VRFY, EXPN and HELP; RFC 4954 has 504 for AUTH.',
    ],
    receiving: 'Leave the parameter out, or choose one that the EHLO reply announces.',
    serving: 'Choose 555 after MAIL and RCPT, 504 after AUTH, HELP, VRFY and the hellos.',
  },
  {
    codes: [550, 552],
    lead: '550 says that the mailbox cannot be used or that policy is against it; 552 says that something is too big.',
    differences: [
      'A full mailbox is 552 where it is refused for good and 452 where the server hopes for room; 550 5.2.2 is seen for it, too.',
      'Clients read 552 to RCPT as temporary if the text speaks of too many recipients (RFC 5321 4.5.3.1.10); 550 never.',
    ],
    receiving: 'After 550 correct the address or the cause that the text names; after 552 send less.',
    serving:
      'Choose 552 only for sizes: of the message, of the mailbox. Everything else about a mailbox is 550.',
  },
  {
    codes: [552, 554],
    lead: 'After the message, 552 says that there is too much of it, 554 that it is refused for what it is.',
    differences: [
      'A client can make a message smaller after 552, and could have known the limit from SIZE; 554 leaves it to the text what to change.',
    ],
    receiving:
      'After 552 send a smaller message. After 554 look at the text: content, policy, or nobody to deliver to.',
    serving:
      'Choose 552 for a size above a fixed limit, 554 (or 550 for policy) for everything else about the content.',
  },
  {
    codes: [553, 554],
    lead: '553 refuses the address in the command, 554 the transaction or the client.',
    differences: [
      'For relaying that is not allowed some servers say 553 (qmail), some 554 (Postfix: 554 5.7.1 Relay access denied) and some 550.',
    ],
    receiving:
      'If the text speaks of relaying, authenticate or use your own provider. Else correct the address after 553.',
    serving: 'Choose 553 for the form of an address, 550 with 5.7.1 for relaying that is not allowed.',
  },
  {
    codes: [550, 556],
    lead: '550 refuses this recipient; 556 says that the whole domain takes no mail, by its null MX record.',
    differences: [
      '556 is said by a relay that looked into DNS, not by the domain itself (RFC 7504 4, RFC 7505 4.1).',
      'After 550 another mailbox of the same domain may be fine; after 556 none is.',
    ],
    receiving: 'After 550 correct the mailbox, after 556 the domain.',
    serving:
      'Choose 556 with 5.1.10 where a null MX record is the reason, 550 with 5.1.1 or 5.7.1 otherwise.',
  },
  {
    codes: [521, 556],
    lead: '521 is what a host says of itself, 556 what a relay says of the domain that mail is for.',
    differences: [
      '521 stands in place of the greeting; 556 answers RCPT (RFC 7504).',
      '521 ends the session before it began; after 556 the other recipients of the transaction are still welcome.',
    ],
    receiving: 'After 521 try the other MX hosts of the domain; after 556 return the message.',
    serving:
      'Choose 521 for a host without mail service, 556 when you relay and the domain of the recipient has a null MX.',
  },
  {
    codes: [421, 521],
    lead: 'As a greeting, 421 says "not now" and 521 "never, to nobody".',
    differences: [
      'In mid-session 421 is foreseen and 521 is not; Postfix and Haraka send 521 when they drop a client all the same.',
    ],
    receiving: 'After 421 connect again later; after 521 only to another MX host.',
    serving: 'Choose 421 to shed load or to end a session, 521 only where no mail service runs.',
  },
  {
    codes: [458, 459],
    lead: 'Both answer ETRN: 458 failed to start the queue, 459 was not willing to for this client.',
    differences: ['458 may pass by itself; 459 usually stays until somebody grants the right.'],
    receiving: 'After 458 ask again later; after 459 ask the provider.',
    serving: 'Choose 458 for trouble with the queue, 459 for a node that this client may not ask for.',
  },
  {
    codes: [422, 452],
    lead: '452 is the reply for a mailbox over its quota and for short storage; 422 is what lists on the web wrongly say of it.',
    differences: [
      'No RFC defines 422 as a reply; a client reads its first digit and does the same after both.',
    ],
    receiving: 'Retry later in both cases.',
    serving: 'Choose 452 with 4.2.2, never 422.',
  },
  {
    codes: [533, 550],
    lead: '550 is the reply for a delivery that is not allowed; 533 is only named beside X.7.1 in the registry of enhanced status codes.',
    differences: [
      'No RFC defines 533 as a reply; a client reads its first digit and does the same after both.',
    ],
    receiving: 'Do not send the same again in either case; the text tells why.',
    serving: 'Choose 550 with 5.7.1, never 533.',
  },
]
