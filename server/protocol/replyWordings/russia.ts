import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const yandex = document(
  'Yandex Mail: undelivered messages',
  'https://yandex.com/support/mail/bounces/yandex.html',
)
const yandexClients = document(
  'Yandex Mail: email clients',
  'https://yandex.com/support/mail/mail-clients/others.html',
)
const mailRu = document(
  'Mail.ru: requirements for senders',
  'https://help.mail.ru/developers/mailing_rules/technical',
)
const mailRuPasswords = document(
  'Mail.ru: passwords for external applications',
  'https://help.mail.ru/mail/security/protection/external',
)

/** What Yandex and Mail.ru say. */
export function russia(): readonly ReplyWording[] {
  return [
    {
      id: 'yandex/spam',
      by: 'Yandex',
      says: ['message rejected under suspicion of spam'],
      cause:
        'Yandex takes the message for spam: by its content, by the number of messages, or for lack of SPF and DKIM.',
      next: 'Sign with DKIM, protect web forms that anybody can fill in, change links and wording; an account of Yandex sends again after a day.',
      fault: 'policy',
      references: [yandex],
      example:
        '554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1620000000-AbCdEfGhIj-KlMn4OpQ',
    },
    {
      id: 'yandex/come-back-later',
      by: 'Yandex',
      says: ['sorry, the service is currently unavailable. please come back later'],
      codes: ['451'],
      cause: 'Yandex puts off a sender that it does not know, as greylisting does.',
      next: 'Let the queue send the same message again from the same address after some minutes.',
      fault: 'policy',
      references: [yandex, rfc(6647, '2')],
      example:
        '451 4.7.1 Sorry, the service is currently unavailable. Please come back later. 1620000000-AbCdEfGhIj-KlMn4OpQ',
    },
    {
      id: 'yandex/recipient-rate',
      by: 'Yandex',
      says: ['the recipient has exceeded message rate limit. try again later'],
      cause: 'The recipient gets mail faster than Yandex allows.',
      next: 'Retry later, and send fewer messages to this address.',
      fault: 'policy',
      references: [yandex],
      example: '450 4.2.1 The recipient has exceeded message rate limit. Try again later.',
    },
    {
      id: 'yandex/recipient-policy',
      by: 'Yandex',
      says: ['policy rejection on the target address'],
      cause: 'The address exists, but a rule of its owner or organisation refuses this mail.',
      next: 'Ask the recipient in another way to allow it.',
      fault: 'policy',
      references: [yandex],
      example: '550 5.7.1 Policy rejection on the target address 1620000000-AbCdEfGhIj-KlMn4OpQ',
    },
    {
      id: 'yandex/no-such-user',
      by: 'Yandex',
      says: ['no such user!'],
      codes: ['5.7.1'],
      cause: 'There is no such mailbox at Yandex; the 5.7.1 says nothing more here.',
      next: 'Check the address for typing errors; if it is right, take it off the list.',
      fault: 'client',
      references: [yandex],
      example: '550 5.7.1 No such user! 1620000000-AbCdEfGhIj-KlMn4OpQ',
    },
    {
      id: 'yandex/no-access-by-programs',
      by: 'Yandex',
      says: ['this user does not have access rights to this service'],
      codes: ['535'],
      cause:
        'Access by mail programs is switched off in the settings of the Yandex mailbox, or the login needs an app password.',
      next: 'Switch on access by mail clients in the settings of Yandex Mail, create an app password for "Mail", and use that.',
      fault: 'policy',
      references: [yandexClients, rfc(4954, '6')],
      example:
        '535 5.7.8 Error: authentication failed: This user does not have access rights to this service 1620000000-AbCdEfGhIj',
    },
    {
      id: 'yandex/wrong-password',
      by: 'Yandex',
      says: ['authentication failed: invalid user or password!'],
      codes: ['535'],
      cause:
        'Yandex does not know this user name with this password; the ordinary password of an account is mostly refused.',
      next: 'Create an app password for "Mail" and use it with the full address as user name.',
      fault: 'client',
      references: [yandexClients, rfc(4954, '6')],
      example: '535 5.7.8 Error: authentication failed: Invalid user or password! 1620000000-AbCdEfGhIj',
    },
    {
      id: 'yandex/foreign-sender',
      by: 'Yandex',
      says: ['sender address rejected: not owned by auth user'],
      codes: ['5.7.1'],
      cause: 'The address in MAIL FROM does not belong to the account that logged in.',
      next: 'Use the address of the account, or an alias of it, as sender.',
      fault: 'policy',
      references: [yandexClients],
      example: '553 5.7.1 Sender address rejected: not owned by auth user. 1620000000-AbCdEfGhIj',
    },
    {
      id: 'mailru/spam',
      by: 'Mail.ru',
      says: [
        'spam message rejected. please visit * help.mail.ru',
        'spam message rejected. please visit http://help.mail.ru/notspam',
      ],
      cause: 'The filter of Mail.ru takes this message for spam.',
      next: 'Change what looks like spam, sign with DKIM, and open the address in the reply if it is a mistake.',
      fault: 'policy',
      references: [mailRu],
      example:
        '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=7y4ytdHbuOGv3O50NYTwpz1F~ or report details to abuse@corp.mail.ru. Error code: B5322EEFE1B8DBD1. ID: 0000000000000000.',
    },
    {
      id: 'mailru/no-such-user',
      by: 'Mail.ru',
      says: [
        'message was not accepted -- invalid mailbox. local mailbox * is unavailable: user not found',
        'message was not accepted -- invalid mailbox. local mailbox * is unavailable: user is terminated',
      ],
      cause: 'There is no such mailbox at Mail.ru, or no longer.',
      next: 'Take the address off the list.',
      fault: 'client',
      references: [mailRu],
      example:
        '550 Message was not accepted -- invalid mailbox.  Local mailbox bob@mail.ru is unavailable: user not found',
    },
    {
      id: 'mailru/account-disabled',
      by: 'Mail.ru',
      says: [
        'message was not accepted -- invalid mailbox. local mailbox * is unavailable: account is disabled',
      ],
      cause: 'The mailbox exists at Mail.ru, but it is switched off.',
      next: 'Ask the recipient for another address; take this one off the list.',
      fault: 'server',
      references: [mailRu],
      example:
        '550 Message was not accepted -- invalid mailbox.  Local mailbox bob@mail.ru is unavailable: account is disabled',
    },
    {
      id: 'mailru/recipient-not-verified',
      by: 'Mail.ru',
      says: ['non-local recipient verification failed'],
      cause:
        'Mail.ru, which should send this on, asked the server of the recipient and was told that the address or domain does not exist.',
      next: 'Check the address for typing errors.',
      fault: 'client',
      references: [mailRu],
      example: '550 non-local recipient verification failed',
    },
    {
      id: 'mailru/app-password',
      by: 'Mail.ru',
      says: ['neobhodim parol prilozheniya', 'application password is required'],
      codes: ['535'],
      cause: 'Mail.ru wants a password made for this program, not the ordinary one of the account.',
      next: 'Create a password for external applications in the settings of the account, and use it.',
      fault: 'policy',
      references: [mailRuPasswords, rfc(4954, '6')],
      example:
        '535 5.7.0 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED',
    },
  ]
}
