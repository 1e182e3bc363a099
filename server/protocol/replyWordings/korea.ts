import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const naver = document('Naver Mail: help', 'https://help.naver.com/alias/mail/newmail10.naver')
const daum = document('Daum Mail: spam policy', 'https://mail.daum.net/policy?category=spam&tab=intro')

/** What Naver and Daum (Kakao; hanmail.net) say. */
export function korea(): readonly ReplyWording[] {
  return [
    {
      id: 'naver/wrong-password',
      by: 'Naver',
      says: ['username and password not accepted* nsmtp'],
      codes: ['535'],
      cause:
        'Naver does not take this login: the password is wrong or no app password, or SMTP is not switched on for the mailbox.',
      next: 'Switch on POP3/SMTP or IMAP/SMTP in the settings of Naver Mail, and with two-step login use an app password.',
      fault: 'client',
      references: [naver, rfc(4954, '6')],
      example: '535 5.7.1 Username and Password not accepted AbCdEfGhIjKlMnOpQrStUv - nsmtp',
    },
    {
      id: 'naver/foreign-sender',
      by: 'Naver',
      says: ['the sender address is unauthorized* nsmtp', 'the sender address is unauthorized'],
      cause: 'The sender is not the address of the Naver account that logged in.',
      next: 'Use the full Naver address of the account in MAIL FROM and From.',
      fault: 'policy',
      references: [naver],
      example: '554 5.7.1 The sender address is unauthorized AbCdEfGhIjKlMnOpQrStUv - nsmtp',
    },
    {
      id: 'naver/no-such-user',
      by: 'Naver',
      says: ['no such user. for more information, go to https://help.naver.com', 'no such user* nsmtp'],
      cause: 'There is no such mailbox at Naver.',
      next: 'Check the address for typing errors; if it is right, take it off the list.',
      fault: 'client',
      references: [naver, rfc(3463, '3.2')],
      example:
        '550 5.1.1 No such user. For more information, go to https://help.naver.com/alias/mail/newmail10.naver AbCdEfGhIjKlMnOpQrStUv - nsmtp',
    },
    {
      id: 'daum/no-such-user',
      by: 'Daum',
      says: ['rusr * no such user: <'],
      cause: 'There is no such mailbox at Daum or Hanmail.',
      next: 'Check the address for typing errors; if it is right, take it off the list.',
      fault: 'client',
      references: [daum, rfc(3463, '3.2')],
      example: '550 5.1.1 RUSR 192.0.2.25: No such user: <bob@hanmail.net>',
    },
    {
      id: 'daum/inactive',
      by: 'Daum',
      says: ['ract * mailbox is inactive: <'],
      cause: 'The mailbox exists at Daum, but it has been unused for long and takes no mail.',
      next: 'Ask the recipient for another address; take this one off the list.',
      fault: 'server',
      references: [daum, rfc(3463, '3.3')],
      example: '550 5.2.1 RACT 192.0.2.25: Mailbox is inactive: <bob@hanmail.net>',
    },
    {
      id: 'daum/refused-by-recipient',
      by: 'Daum',
      says: ['rdeny * the receiver denied your mail'],
      cause: 'The recipient has blocked this sender.',
      next: 'Send no more mail to this address; reach the recipient in another way.',
      fault: 'policy',
      references: [daum],
      example:
        '550 5.7.1 RDENY 192.0.2.25: The receiver denied your mail. Please contact the receiver with another way.: <bob@hanmail.net>',
    },
    {
      id: 'daum/spam',
      by: 'Daum',
      says: ['your mail is blocked automatically by anti-spam system'],
      cause: 'The filter of Daum blocks the mail of this IP address or account as spam.',
      next: 'Find and stop the spam (often an account with a stolen password), then ask Daum customer service to lift the block.',
      fault: 'policy',
      references: [daum],
      example: '554 5.7.1 DAS51 192.0.2.25: Your mail is blocked automatically by anti-spam system. (E06)',
    },
    {
      id: 'daum/connection-refused',
      by: 'Daum',
      says: ['ccrt * connection refused. server is busy', 'chic * network is busy'],
      codes: ['421'],
      cause:
        'Daum takes no connection from this IP address now: it is busy (CHIC), or holds the address back because of spam (CCRT).',
      next: 'Retry later; if CCRT lasts, look for spam that goes out, and ask Daum customer service.',
      fault: 'policy',
      references: [daum],
      example: '421 4.4.5 CCRT 192.0.2.25: Connection refused. Server is busy(RT)',
    },
  ]
}
