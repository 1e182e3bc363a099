import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const errors = document('Google: Gmail SMTP errors and codes', 'https://support.google.com/a/answer/3726730')

/** What Gmail and Google Workspace say; their replies end with `gsmtp`. */
export const gmail = [
  {
    id: 'gmail/no-such-user',
    by: 'Gmail',
    says: ['the email account that you tried to reach does not exist'],
    cause: 'Gmail has no account with this address.',
    next: 'Check the address for typing errors; if it is right, ask the recipient for another one and take it off the list.',
    fault: 'client',
    references: [errors, rfc(3463, '3.2')],
    example: `550-5.1.1 The email account that you tried to reach does not exist. Please try
550-5.1.1 double-checking the recipient's email address for typos or
550-5.1.1 unnecessary spaces. For more information, go to
550 5.1.1  https://support.google.com/mail/?p=NoSuchUser a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
  },
] as const satisfies readonly ReplyWording[]
