import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const zoho = document('SMTP Field Manual: Zoho', 'https://smtpfieldmanual.com/provider/zoho')
const zohoSending = document('Zoho Mail: help', 'https://www.zoho.com/mail/help/')
const fastmail = document(
  'Fastmail: sending identities',
  'https://www.fastmail.help/hc/en-us/articles/1500000280301',
)
const cloudflare = document(
  'Cloudflare: Email Routing postmaster',
  'https://developers.cloudflare.com/email-routing/postmaster/',
)

/** What Zoho, Fastmail, Proton and Cloudflare say. */
export function otherProviders(): readonly ReplyWording[] {
  return [
    {
      id: 'zoho/greylisting',
      by: 'Zoho',
      says: ['greylisted, try again after some time'],
      codes: ['4'],
      cause: 'Greylisting: Zoho has not seen this sender before and waits for a second try.',
      next: 'Let the queue send the same message again from the same address after some minutes.',
      fault: 'policy',
      references: [zoho, rfc(6647, '2')],
      example: '451 4.7.1 Greylisted, try again after some time',
    },
    {
      id: 'zoho/spam',
      by: 'Zoho',
      says: ['email cannot be delivered. reason: email flagged as spam'],
      cause: 'The filter of Zoho takes this message or its sender for spam.',
      next: 'Let SPF, DKIM and DMARC pass, change links and wording, or ask the recipient to allow the sender.',
      fault: 'policy',
      references: [
        document('Zoho Mail: reasons for spam', 'https://www.zoho.com/mail/help/spam-reason.html'),
        zoho,
      ],
      example: '554 5.7.1 Email cannot be delivered. Reason: Email flagged as Spam.',
    },
    {
      id: 'zoho/policy',
      by: 'Zoho',
      says: [
        'email policy violation detected',
        'mailbox delivery failure policy error',
        'mailbox delivery restricted by policy error',
        'mailpolicy violation error delivering to mailboxes',
        'mail rejected by destination domain',
      ],
      cause: "A rule of the recipient's organisation at Zoho, or of Zoho, refuses this message.",
      next: 'Ask the recipient, or the administrator there, in another way to allow it.',
      fault: 'policy',
      references: [zoho],
      example: '541 5.4.1 Mail rejected by destination domain',
    },
    {
      id: 'zoho/sending-blocked',
      by: 'Zoho',
      says: ['unusual sending activity detected'],
      codes: ['5.4.6', '550'],
      cause: 'Zoho has stopped outgoing mail of this account, because it sent unusually much.',
      next: 'Unblock the account on the page that the reply or Zoho Mail shows, then send in small numbers; use ZeptoMail or another service for bulk mail.',
      fault: 'policy',
      references: [zohoSending, zoho],
      example:
        '550 5.4.6 Unusual sending activity detected. Please try after sometime. Learn more.(https://mail.zoho.com/UnblockMe)',
    },
    {
      id: 'zoho/foreign-sender',
      by: 'Zoho',
      says: ['relaying disallowed as', 'relaying disallowed,mx.zoho'],
      codes: ['553'],
      cause: 'The address in MAIL FROM does not belong to the Zoho account that logged in.',
      next: 'Use the address of the account or one of its aliases as sender.',
      fault: 'policy',
      references: [zoho],
      example: '553 Relaying disallowed as info@example.org',
    },
    {
      id: 'fastmail/foreign-sender',
      by: 'Fastmail',
      says: ['not authorised to send from this header address'],
      cause: 'The address in the From field is none of the sending addresses of this Fastmail account.',
      next: 'Add the address, or the whole domain, to the sending identities of the account, or put the address of the account into From.',
      fault: 'policy',
      references: [fastmail],
      example: '551 5.7.1 Not authorised to send from this header address',
    },
    {
      id: 'proton/no-such-user',
      by: 'Proton Mail',
      says: [
        '@proton.me>: recipient address rejected: address does not exist',
        '@protonmail.com>: recipient address rejected: address does not exist',
        '@pm.me>: recipient address rejected: address does not exist',
      ],
      cause: 'There is no such mailbox, or it has been deleted.',
      next: 'Check the address for typing errors; if it is right, take it off the list.',
      fault: 'client',
      references: [document('Proton: support', 'https://proton.me/support/mail'), rfc(3463, '3.2')],
      example: '550 5.1.1 <bob@proton.me>: Recipient address rejected: Address does not exist',
    },
    {
      id: 'cloudflare/listed-ip',
      by: 'Cloudflare Email Routing',
      says: ['found on one or more rbls* developers.cloudflare.com', 'found on one or more rbls ('],
      cause: 'The IP address stands on a block list that Cloudflare follows; the list is named in brackets.',
      next: 'Have the address taken off that list, and stop what brought it there.',
      fault: 'policy',
      references: [cloudflare],
      example:
        '554 192.0.2.25 found on one or more RBLs (abusixip). Refer to https://developers.cloudflare.com/email-routing/postmaster/#spam-and-abusive-traffic/',
    },
    {
      id: 'cloudflare/upstream',
      by: 'Cloudflare Email Routing',
      says: ['upstream error, please check https://developers.cloudflare.com/email-routing'],
      cause: 'Cloudflare forwards the mail of this address, and the mailbox behind it refused the message.',
      next: 'Read the reason of the other server where the reply gives it; as a rule SPF, DKIM or DMARC of the sender has to pass.',
      fault: 'policy',
      references: [cloudflare],
      example:
        '521 5.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why. a1b2c3d4e5f6',
    },
  ]
}
