import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const postgrey = document('Postgrey', 'https://postgrey.schweikert.ch/')
const grey = rfc(6647, '2')
const again = rfc(5321, '4.5.4.1')

/** What servers say that put off the first attempt of a client they do not know. */
export function greylisting(): readonly ReplyWording[] {
  return [
    {
      id: 'postgrey/greylisted',
      by: 'Postgrey',
      says: ['greylisted, see http'],
      codes: ['4'],
      cause:
        'Postgrey sees this combination of client network, sender and recipient for the first time, or again too early; five minutes is its usual delay.',
      next: 'Send the same message again from the same IP address with the same envelope after the time in the text, or else after 5 to 30 minutes; a mail server does that by itself.',
      fault: 'policy',
      references: [postgrey, grey],
      example:
        '450 4.2.0 <bob@example.org>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.org.html',
    },
    {
      id: 'milter-greylist/greylisted',
      by: 'milter-greylist',
      says: ['greylisting in action, please come back'],
      cause:
        'milter-greylist puts off the first attempt of this combination of client, sender and recipient; the text says how long it still takes.',
      next: 'Send the same message again from the same IP address with the same envelope when the time in the text has passed; an earlier attempt is put off again.',
      fault: 'policy',
      references: [grey, again],
      example: '451 4.7.1 Greylisting in action, please come back in 00:04:30',
    },
    {
      id: 'sqlgrey/greylisted',
      by: 'SQLgrey',
      says: ['greylisted for * minutes'],
      codes: ['4'],
      cause:
        'The server puts off the first attempt of this combination of client, sender and recipient for the time in the text.',
      next: 'Send the same message again from the same IP address with the same envelope after the time in the text, or else after 5 to 30 minutes; a mail server does that by itself.',
      fault: 'policy',
      references: [document('SQLgrey', 'https://sqlgrey.sourceforge.net/'), grey],
      example: '450 4.7.1 <bob@example.org>: Recipient address rejected: Greylisted for 5 minutes',
    },
    {
      id: 'policyd/greylisted',
      by: 'PolicyD',
      says: ['greylisting in effect, please come back later'],
      codes: ['4'],
      cause:
        'PolicyD puts off the first attempt of a client, sender and recipient that it does not know together.',
      next: 'Send the same message again from the same IP address with the same envelope after the time in the text, or else after 5 to 30 minutes; a mail server does that by itself.',
      fault: 'policy',
      references: [grey, again],
      example:
        '450 4.7.1 <bob@example.org>: Recipient address rejected: Greylisting in effect, please come back later',
    },
    {
      id: 'greylistd/greylisted',
      by: 'greylistd',
      says: ['is not yet authorized to deliver mail from'],
      codes: ['4'],
      cause:
        'greylistd beside Exim puts off the first attempt of this combination of client, sender and recipient.',
      next: 'Send the same message again from the same IP address with the same envelope after the time in the text, or else after 5 to 30 minutes; a mail server does that by itself.',
      fault: 'policy',
      references: [grey, again],
      example:
        '451-203.0.113.9 is not yet authorized to deliver mail from\n451 <alice@example.net> to <bob@example.org>. Please try later.',
    },
    {
      id: 'openbsd-spamd/trapped',
      by: 'OpenBSD spamd',
      says: ['has mailed to spamtraps here', 'has sent mail to a ualberta.ca spamtrap'],
      cause:
        'The IP address has sent mail to an address that nobody uses and that serves as a trap; spamd holds all mail from it for a day.',
      next: 'Clean the list of recipients and look for infected hosts; the address is free again 24 hours after the last hit.',
      fault: 'policy',
      references: [document('spamd(8)', 'https://man.openbsd.org/spamd')],
      example: '450 Your address 203.0.113.9 has mailed to spamtraps here',
    },
    {
      id: 'postscreen/tested',
      by: 'Postfix postscreen',
      says: ['service currently unavailable'],
      codes: ['4.3.2'],
      cause:
        'postscreen of Postfix has tested this new client in depth and cannot hand the same connection over to the mail server behind it.',
      next: 'Disconnect and send again, unchanged and from the same IP address; each MX host of the recipient may test once.',
      fault: 'policy',
      references: [document('Postfix POSTSCREEN_README', 'https://www.postfix.org/POSTSCREEN_README.html')],
      example: '450 4.3.2 Service currently unavailable',
    },
    {
      id: 'any/greylisting-unsaid',
      by: null,
      says: [
        'temporary failure, please try again later',
        'recipient address rejected: service temporarily unavailable, please try later',
      ],
      codes: ['4'],
      cause:
        'The server puts the mail off without saying why. OpenBSD spamd and gld greylist with these words; other servers use them for a passing trouble of their own.',
      next: 'Keep the message and retry from the same IP address, first after some minutes, then at growing intervals; a mail server does that by itself.',
      fault: 'policy',
      references: [grey, rfc(6647, '5')],
      example: '451 Temporary failure, please try again later.',
    },
    {
      id: 'any/greylisting',
      by: null,
      says: [
        'greylisted',
        'graylisted',
        'greylisting',
        'graylisting',
        'greylist',
        'grey listed',
        'grey-listed',
        'grey listing',
        'confirm this mail server',
        'greylist*try again in ',
        'graylist*try again in ',
        'greylist*come back in ',
        'greylist*retry in ',
        'greylist*try again after ',
      ],
      codes: ['4'],
      cause:
        'Greylisting: the server has not seen this combination of client, sender and recipient before and wants to see a retry.',
      next: 'Send the same message again from the same IP address with the same envelope after the time in the text, or else after 5 to 30 minutes; a mail server does that by itself.',
      fault: 'policy',
      references: [grey, rfc(6647, '5')],
      example: '450 4.7.1 Greylisted, please try again later',
    },
    {
      id: 'any/try-again-in',
      by: null,
      says: [
        'come back in ',
        'try again in *second',
        'try again in *minute',
        'retry in *second',
        'retry in *minute',
        'try again after *second',
        'try again after *minute',
      ],
      codes: ['4'],
      cause:
        'The server puts the mail off for the time that the text names: because it does not know this client yet (greylisting), or because of a limit.',
      next: 'Keep the message and send it again from the same IP address when that time has passed; a mail server does that by itself.',
      fault: 'policy',
      references: [grey, again],
      example: '451 4.7.1 Please try again in 300 seconds',
    },
  ]
}
