import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const postmaster = document(
  'Apple: Postmaster information for iCloud Mail',
  'https://support.apple.com/102322',
)

/** What iCloud Mail says (icloud.com, me.com, mac.com). */
export function apple(): readonly ReplyWording[] {
  return [
    {
      id: 'icloud/local-policy',
      by: 'iCloud Mail',
      says: [
        'message rejected due to local policy. please visit https://support.apple.com',
        '[cs01] message rejected due to local policy',
        '[hm07] message rejected due to local policy',
        '[hm08] message rejected due to local policy',
      ],
      cause:
        'A filter of Apple refuses the message for its content, its links or the reputation of the sender; the letters in brackets name the filter ([CS01], [HM08]).',
      next: 'Check links and wording, sign with DKIM, and write only to people who asked for it; then ask Apple by the address on its postmaster page.',
      fault: 'policy',
      references: [postmaster],
      example:
        '554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
    },
    {
      id: 'icloud/unauthenticated',
      by: 'iCloud Mail',
      says: ['this message was blocked for failing both spf and dkim authentication checks'],
      cause: 'Neither SPF nor DKIM authenticates the sender, and Apple refuses the message for that.',
      next: 'Name the sending IP address in SPF or sign with DKIM; then send again.',
      fault: 'policy',
      references: [postmaster, rfc(7372, '3')],
      example:
        '554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks. See https://support.apple.com/en-us/HT204137 for mailing best practices',
    },
    {
      id: 'icloud/dmarc',
      by: 'iCloud Mail',
      says: ['your message was rejected due to * dmarc policy. see https://support.apple.com'],
      cause:
        'The domain in the From field asks by its DMARC record to refuse mail that does not pass; this message does not pass.',
      next: 'Let SPF or DKIM pass for the domain in From, or send from an address of your own domain.',
      fault: 'policy',
      references: [postmaster, rfc(7489, '6.3')],
      example:
        "554 5.7.1 Your message was rejected due to example.org's DMARC policy. See https://support.apple.com/en-us/HT204137 for info",
    },
    {
      id: 'icloud/listed-domain',
      by: 'iCloud Mail',
      says: ['your email was rejected due to having a domain present in the spamhaus dbl'],
      cause:
        'A domain in the message, of the sender or in a link, stands on the domain block list of Spamhaus.',
      next: 'Look up all domains of the message at Spamhaus; remove the link, or have the domain taken off.',
      fault: 'policy',
      references: [postmaster, document('Spamhaus: reputation lookup', 'https://check.spamhaus.org/')],
      example:
        '550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/',
    },
    {
      id: 'icloud/no-such-user',
      by: 'iCloud Mail',
      says: [
        '@icloud.com>: user does not exist',
        '@me.com>: user does not exist',
        '@mac.com>: user does not exist',
        'unknown or illegal alias: *@icloud.com',
        'user lookup success but no user record found',
      ],
      cause: 'There is no such mailbox at iCloud.',
      next: 'Check the address for typing errors; if it is right, take it off the list.',
      fault: 'client',
      references: [postmaster, rfc(3463, '3.2')],
      example: '550 5.1.1 <bob@icloud.com>: user does not exist',
    },
    {
      id: 'icloud/inactive',
      by: 'iCloud Mail',
      says: [
        '@icloud.com>: inactive email address',
        '@me.com>: inactive email address',
        '@mac.com>: inactive email address',
        'recipient no longer on server: *@icloud.com',
        'recipient no longer on server: *@me.com',
        'recipient no longer on server: *@mac.com',
      ],
      cause: 'The address was in use at iCloud once, but is switched off now.',
      next: 'Ask the recipient for the present address; take this one off the list.',
      fault: 'server',
      references: [postmaster, rfc(3463, '3.2')],
      example: '550 5.1.1 <bob@icloud.com>: inactive email address',
    },
    {
      id: 'icloud/mailbox-full',
      by: 'iCloud Mail',
      says: [
        '@icloud.com>: user is over quota',
        '@me.com>: user is over quota',
        '@mac.com>: user is over quota',
        '@icloud.com>: user is overquota',
        '@icloud.com: user is overquota',
        '@me.com: user is overquota',
        '@mac.com: user is overquota',
        '@me.com>: user is overquota',
        '@mac.com>: user is overquota',
      ],
      cause: 'The iCloud storage of the recipient is full, with photos and backups counted in.',
      next: 'Tell the recipient in another way to make room; then send again.',
      fault: 'server',
      references: [postmaster, rfc(3463, '3.3')],
      example: '552 5.2.2 <bob@icloud.com>: user is over quota',
    },
    {
      id: 'icloud/volume',
      by: 'iCloud Mail',
      says: ['messages to * deferred due to excessive volume'],
      cause: 'This recipient gets more mail than Apple allows in a short time.',
      next: 'Let the queue retry, and send fewer messages to this address.',
      fault: 'policy',
      references: [postmaster],
      example:
        '421 4.7.1 Messages to bob@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137',
    },
  ]
}
