import type { ReplyCodePair } from '../replyCodePairs.ts'

/** Pairs with a success, or with a code that asks for more. */
export const successPairs: readonly ReplyCodePair[] = [
  {
    codes: [250, 354],
    lead: '250 says that the command is finished; 354 says that it is not, and that the message may come now.',
    differences: [
      'A delivery has both: 354 to DATA, and 250 only after the final dot. Until that 250 the message is not accepted.',
      'A 250 to DATA itself is an error of the server: a client that goes by the first digit could take the message as delivered before it was sent.',
    ],
    receiving: 'After 354 send the message and the final dot; after the 250 that follows you may forget it.',
    serving:
      'Answer DATA with 354 and nothing else that is positive; answer the final dot with 250 when the message is stored safely, never with 354.',
  },
  {
    codes: [250, 251],
    lead: 'Both accept the recipient; 251 adds that the server forwards the mail, and where to.',
    differences: [
      'For the delivery they are the same: a client that treats 251 as a failure loses a recipient that was accepted.',
      '251 discloses the new address, which is why most servers forward silently with 250 (RFC 5321 7.4).',
    ],
    receiving: 'Go on after both. Change an address book after 251 only when a person agrees.',
    serving: 'Choose 250 unless the new address may be told to anybody who asks.',
  },
  {
    codes: [251, 252],
    lead: '251 knows the recipient and forwards; 252 declines to say whether there is such a recipient.',
    differences: [
      '251 answers RCPT and VRFY, 252 only VRFY and EXPN.',
      'To ETRN both mean something else: 251 that no mail waits, 252 that the queue was started (RFC 1985 5.1).',
    ],
    receiving: 'After 251 the address is good; after 252 to VRFY nothing is known, RCPT will tell.',
    serving:
      'Choose 251 for a user who has moved, 252 where VRFY and EXPN are not to be answered. Never answer RCPT with 252.',
  },
  {
    codes: [250, 252],
    lead: '250 to VRFY says that the address was checked and exists; 252 says that it was not checked.',
    differences: [
      'RFC 5321 3.5.3 forbids 250 for an address that only looks right and was not looked up.',
      '252 is no answer to RCPT: there 250 accepts the recipient, whether or not the mailbox was looked up.',
    ],
    receiving: 'Take only 250 as a confirmation; after 252 send the mail and let RCPT decide.',
    serving:
      'Choose 250 only for an address that you looked up, 252 for everything that you do not disclose.',
  },
  {
    codes: [252, 502],
    lead: '252 is the proper way to decline VRFY; 502 says that the command does not exist here at all.',
    differences: [
      'RFC 5321 7.3 demands 252 where VRFY or EXPN is switched off for safety; with 502 to VRFY a server lacks a command that every server must have.',
    ],
    receiving: 'Neither says anything about the address; go on with MAIL and RCPT.',
    serving:
      'Choose 252 to VRFY and EXPN that you do not want to answer, 502 to EXPN and HELP that you do not have.',
  },
  {
    codes: [252, 550],
    lead: 'To VRFY, 252 leaves open whether the address exists; 550 says that it does not, or that the client may not ask.',
    differences: ['A 550 to VRFY refuses only the question; mail to the address is decided by RCPT.'],
    receiving:
      'After 252 try RCPT; after 550 read the text, it may be about the command and not the address.',
    serving: 'Choose 550 only for an address that you looked up and did not find; to say nothing choose 252.',
  },
  {
    codes: [235, 334],
    lead: '235 ends AUTH with success; 334 is only a step on the way and says nothing about success.',
    differences: [
      'Some mechanisms give the server something to say together with success; it is sent as a last 334, and the client answers with an empty line before 235 comes.',
    ],
    receiving: 'Answer every 334 with one line; send MAIL only after 235.',
    serving:
      'Send 235 once, with text for people; whatever the mechanism has to say goes into a 334 before it.',
  },
  {
    codes: [334, 354],
    lead: 'Both ask for more: 334 for the next response of AUTH, 354 for the message.',
    differences: [
      'After 334 one line of base64 follows; after 354 any number of lines up to a single dot.',
      'The text of 334 is base64 and means something; the text of 354 is for people only.',
      'A client leaves 334 with "*", which cancels AUTH; there is no way out of 354 but to finish, or to close the connection.',
    ],
    receiving:
      'Send what is asked for and no command: a command would be read as a response or as a line of the message.',
    serving: 'Choose 334 only inside AUTH, 354 only for DATA.',
  },
  {
    codes: [235, 250],
    lead: 'Both report success: 235 is that of AUTH, 250 that of nearly all other commands.',
    differences: ['A client may insist on 235 after AUTH: RFC 4954 foresees no other success.'],
    receiving:
      'Go on after both; after 250 to AUTH the server is faulty, though by its first digit it agreed.',
    serving: 'Choose 235 at the end of AUTH and nowhere else.',
  },
  {
    codes: [220, 250],
    lead: '220 says that the server, or its TLS, is ready to begin; 250 says that a command is done.',
    differences: [
      '220 answers a connection and STARTTLS; the reply to EHLO is 250, also after TLS has begun.',
      'No second 220 comes after the TLS handshake; a client that waits for one waits until it times out.',
    ],
    receiving: 'After 220 send EHLO, after STARTTLS first do the handshake. After 250 go on.',
    serving:
      'Choose 220 for the greeting and for STARTTLS, 250 for EHLO, HELO and the commands of a transaction.',
  },
  {
    codes: [221, 421],
    lead: 'Both close the connection: 221 because the client said QUIT, 421 because the server has to.',
    differences: [
      'After 221 everything that was accepted is done; after 421 the command that it answers did not happen and has to be repeated later.',
    ],
    receiving: 'After 221 close. After 421 close, keep what was not accepted, and connect again later.',
    serving: 'Choose 221 only for QUIT. For a time-out, a shutdown or too many errors choose 421.',
  },
  {
    codes: [211, 214],
    lead: 'Both answer HELP: 211 with a status that a program may read, 214 with text for people.',
    differences: ['No client depends on the difference.'],
    receiving: 'Show the text to the person who asked.',
    serving: 'Choose 214 unless the text has a form that programs know.',
  },
]
