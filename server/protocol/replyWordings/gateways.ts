import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const trend = document(
  'Trend Micro: reputation lookup',
  'https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/',
)
const sophos = document(
  'Sophos Email: SMTP error codes',
  'https://docs.sophos.com/central/customer/help/en-us/ManageYourProducts/EmailSecurity/SMTPErrorCodes/index.html',
)
const fortinet = document('FortiGuard: AntiSpam lookup', 'https://www.fortiguard.com/services/as')
const fortimail = document(
  'Fortinet: FortiMail rejects with FortiGuard',
  'https://community.fortinet.com/t5/FortiMail/Troubleshooting-Tip-Email-is-reject-with-the-error-message-This/ta-p/410082',
)

/** What gateways and filter services say that companies put in front of their mail servers. */
export function gateways(): readonly ReplyWording[] {
  return [
    {
      id: 'trend-micro/recipient',
      by: 'Trend Micro',
      says: [
        'recipient address rejected: block-rcpt',
        'recipient address rejected: invalid-recipient',
        'recipient address rejected: no-domain',
      ],
      cause:
        'Trend Micro does not take mail for this recipient: the address or domain is not in its list, or the sending server is not registered for outbound mail.',
      next: 'Check the spelling; the administrator of the recipient imports the address, and a customer registers the own outbound servers.',
      fault: 'client',
      references: [
        document(
          'Trend Micro: 554 from Email Security',
          'https://success.trendmicro.com/en-US/solution/KA-0008648',
        ),
        rfc(3463, '3.2'),
      ],
      example: '554 5.7.1 <bob@example.org>: Recipient address rejected: Invalid-Recipient.',
    },
    {
      id: 'trend-micro/sender',
      by: 'Trend Micro',
      says: ['recipient address rejected: block-send-er', 'recipient address rejected: block-sender'],
      cause: 'The sender, its domain or its server is on the blocked senders list of the recipient.',
      next: 'Ask the recipient, over another channel, to have the entry removed.',
      fault: 'policy',
      references: [
        document(
          'Trend Micro: 554 from Email Security',
          'https://success.trendmicro.com/en-US/solution/KA-0008648',
        ),
      ],
      example: '554 5.7.1 <bob@example.org>: Recipient address rejected: BLOCK-SEND-ER.',
    },
    {
      id: 'trend-micro/reputation',
      by: 'Trend Micro',
      says: ['using trend micro', 'mail-abuse.com/cgi-bin', 'mail-abuse.org'],
      cause:
        'The IP address of the client is in the Email Reputation database of Trend Micro; with a 4xx code it is one that sends spam just now.',
      next: 'Stop the cause, look the address up and ask for removal there; with a 4xx code the entry expires by itself.',
      fault: 'policy',
      references: [trend],
      example:
        '550 Service unavailable; Client host [203.0.113.9] blocked using Trend Micro RBL+. Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=203.0.113.9',
    },
    {
      id: 'sophos/unknown-recipient',
      by: 'Sophos Email',
      says: [
        'xgemail_0011',
        'xgemail_0011 command rejected',
        'xgemail_0010',
        'xgemail_0010 command rejected',
      ],
      cause: 'Sophos Email does not know the recipient (0011) or does not serve the domain (0010).',
      next: 'Check the spelling of the address; the administrator of the recipient adds the mailbox or domain in Sophos Central.',
      fault: 'client',
      references: [sophos, rfc(3463, '3.2')],
      example: '550 5.7.1 XGEMAIL_0011 Command rejected',
    },
    {
      id: 'sophos/sender-authentication',
      by: 'Sophos Email',
      says: [
        'xgemail_0001',
        'xgemail_0001 command rejected',
        'xgemail_0002',
        'xgemail_0002 command rejected',
        'xgemail_0003',
        'xgemail_0003 command rejected',
      ],
      cause: 'The message fails a check of the sender domain: DKIM (0001), SPF (0002) or DMARC (0003).',
      next: 'The owner of the sender domain adds the sending server to SPF and signs with DKIM.',
      fault: 'policy',
      references: [sophos, rfc(7372, '3')],
      example: '550 5.7.1 XGEMAIL_0003 Command rejected',
    },
    {
      id: 'sophos/blocked',
      by: 'Sophos Email',
      says: [
        'xgemail_0004',
        'xgemail_0004 command rejected',
        'xgemail_0005',
        'xgemail_0005 command rejected',
        'xgemail_0008',
        'xgemail_0008 command rejected',
        'xgemail_0009',
        'xgemail_0009 command rejected',
      ],
      cause:
        'The sender is blocked: its IP address (0004) or domain (0005) by reputation, or by a list of the administrator (0008) or the recipient (0009).',
      next: 'For 0004 and 0005 check the block lists and stop the cause; for the others ask the recipient.',
      fault: 'policy',
      references: [sophos],
      example: '550 5.7.1 XGEMAIL_0008 Command rejected',
    },
    {
      id: 'sophos/other',
      by: 'Sophos Email',
      says: [
        'xgemail_00*command rejected',
        'xgemail_0006',
        'xgemail_0007',
        'xgemail_0012',
        'xgemail_0013',
        'xgemail_0014',
        'xgemail_0015',
      ],
      cause:
        'Sophos Email refuses for the reason behind the number: TLS version (0006), licence of the recipient (0007), size (0012), number of recipients (0013) or rate (0014 and 0015).',
      next: 'Make the message smaller or send more slowly, with TLS 1.2 or newer; for 0007 only the administrator of the recipient can help.',
      fault: 'policy',
      references: [sophos],
      example: '550 5.7.1 XGEMAIL_0012 Command rejected',
    },
    {
      id: 'fortinet/blocked-address',
      by: 'Fortinet',
      says: [
        'fortiguard - antispam black ip address',
        'fortiguard - antispam blocking ip address',
        'it is from a fortiguard - antispam',
      ],
      cause: 'FortiGuard of Fortinet has the IP address in the text on its block list.',
      next: 'Stop the cause, look the address up at FortiGuard and ask there for removal.',
      fault: 'policy',
      references: [fortinet],
      example:
        '554 5.7.1 This message has been blocked because it is from a FortiGuard - AntiSpam black IP address.(connection black ip 203.0.113.9)',
    },
    {
      id: 'fortinet/spam',
      by: 'Fortinet',
      says: [
        'this email from ip * has been rejected. the email message was detected as spam',
        'this message has been blocked because ase reports it as spam',
      ],
      cause:
        'FortiMail or FortiGate counts the message as spam; the text may name the link or list that decided.',
      next: 'Look the named link or address up at FortiGuard and ask for a review, or take the link out of the message.',
      fault: 'policy',
      references: [fortimail],
      example:
        '554 5.7.1 This email from IP 203.0.113.9 has been rejected. The email message was detected as spam. FortiGuard AntiSpam(SPAM URL:https://www.example.org/)',
    },
    {
      id: 'spamexperts/listed',
      by: 'SpamExperts',
      says: ['spamrl.com'],
      cause:
        'The IP address or a link in the message is on the block list of SpamExperts (N-able Mail Assure).',
      next: 'Look it up at https://spamrl.com, stop the cause and ask for removal there.',
      fault: 'policy',
      references: [document('SpamRL', 'https://spamrl.com/')],
      example:
        '550 The sending IP (203.0.113.9) is listed on https://spamrl.com/. Please resolve this and retry.',
    },
    {
      id: 'mailmarshal/rule',
      by: 'MailMarshal',
      says: ['rule imposed mailbox access for', 'refused by mailmarshal'],
      cause:
        'A rule of MailMarshal on the receiving side refuses the mail; the text often names a block list as the reason.',
      next: 'Have the address removed from the list that the text names; if it names none, ask the administrator of the recipient.',
      fault: 'policy',
      references: [rfc(5782, '2.1')],
      example:
        '550 Rule imposed mailbox access for bob@example.org refused: 203.0.113.9 is blacklisted on bl.spamcop.net',
    },
    {
      id: 'cyberoam/spam',
      by: 'Cyberoam',
      says: ['cyberoam anti spam engine has identified this email as'],
      cause:
        'The firewall of the receiving side looked into the session and counts the message as spam or bulk mail.',
      next: 'Send without the marks of bulk mail, or have the recipient exempt the sender in the firewall.',
      fault: 'policy',
      references: [rfc(3463, '3.8')],
      example: '550 5.7.1 Cyberoam Anti Spam Engine has identified this email as a bulk email',
    },
  ]
}
