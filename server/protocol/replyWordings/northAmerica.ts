import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const comcast = document('Comcast: SMTP error codes', 'https://postmaster.comcast.net/smtp-error-codes.php')
const cox = document(
  'Cox: Email error codes',
  'https://www.cox.com/residential/support/email-error-codes.html',
)
const spectrum = document(
  'Spectrum: Understanding email error codes',
  'https://www.spectrum.net/support/internet/understanding-email-error-codes',
)
const att = document('SMTP Field Manual: AT&T', 'https://smtpfieldmanual.com/provider/att')

/** What Comcast, Cox, Spectrum and AT&T say. */
export function northAmerica(): readonly ReplyWording[] {
  return [
    {
      id: 'comcast/blocked',
      by: 'Comcast',
      says: ['comcast block for spam'],
      cause: 'Comcast blocks this IP address because spam came from it.',
      next: 'Stop the spam, then ask for removal in the form on the page that the reply names.',
      fault: 'policy',
      references: [comcast],
      example:
        '554 resimta-po-11v.sys.comcast.net comcast 192.0.2.25 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
    },
    {
      id: 'comcast/listed-ip',
      by: 'Comcast',
      says: ['found on one or more dnsbls, see http'],
      cause: 'The IP address stands on a block list that Comcast follows, mostly one of Spamhaus.',
      next: 'Look the address up at Spamhaus, repair the reason, and ask there for removal.',
      fault: 'policy',
      references: [comcast, document('Spamhaus: reputation lookup', 'https://check.spamhaus.org/')],
      example:
        '554 resimta-po-11v.sys.comcast.net resimta-po-11v.sys.comcast.net 192.0.2.25 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010',
    },
    {
      id: 'comcast/throttled',
      by: 'Comcast',
      says: ['throttled - https://postmaster.comcast.net', 'throttled* postmaster.comcast.net'],
      codes: ['4'],
      cause: 'This IP address sends more to Comcast than its reputation allows in an hour.',
      next: 'Send more slowly and let the queue retry; a PTR record and a good name raise the limit.',
      fault: 'client',
      references: [comcast],
      example: '451 4.2.0 Throttled - https://postmaster.comcast.net/smtp-error-codes.php#RL000010',
    },
    {
      id: 'comcast/dmarc',
      by: 'Comcast',
      says: ['message rejected due to dmarc. please see *comcast.net'],
      cause: 'The message does not pass the DMARC policy of the domain in From.',
      next: 'Let SPF or DKIM pass for the domain in From; a forwarder or mailing list should rewrite From.',
      fault: 'policy',
      references: [comcast, rfc(7489, '6.3')],
      example:
        '550 5.2.0 1b2c3d4e5f6 Message rejected due to DMARC. Please see http://postmaster.comcast.net/smtp-error-codes.php#DM000001',
    },
    {
      id: 'comcast/no-such-user',
      by: 'Comcast',
      says: ['not our customer', 'recipient mailbox unallocated'],
      codes: ['5.1.1'],
      cause: 'There is no such mailbox at Comcast.',
      next: 'Take the address off the list.',
      fault: 'client',
      references: [comcast, rfc(3463, '3.2')],
      example: '550 5.1.1 Not our Customer',
    },
    {
      id: 'comcast/mailbox-full',
      by: 'Comcast',
      says: ['recipient rejected - extended quota violation'],
      cause: 'The mailbox of the recipient has been full for a long time.',
      next: 'Stop sending to this address until the recipient has made room.',
      fault: 'server',
      references: [comcast, rfc(3463, '3.3')],
      example: '552 5.1.1 <bob@comcast.net> recipient rejected - extended quota violation',
    },
    {
      id: 'cox/blocked',
      by: 'Cox',
      says: ['blocked* aup#cxbl', 'blocked* aup#cdrbl', 'aup#cdrbl', 'aup#cxbl'],
      cause:
        'Cox blocks this IP address for behaviour like spam: for a day at most (CDRBL), or until it is asked (CXBL).',
      next: 'Look for spam that goes out; with CDRBL let the queue retry, with CXBL ask Cox by the form on its page.',
      fault: 'policy',
      references: [cox],
      example:
        '554 eastrmimpi306.cox.net cox 192.0.2.25 blocked - Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. AUP#CXBL',
    },
    {
      id: 'cox/too-much',
      by: 'Cox',
      says: ['too many sessions* aup#cxcnct', 'aup#cxcnct', 'aup#cxmxrt'],
      cause:
        'The IP address has more than ten connections open to Cox (CXCNCT), or has sent to too many recipients (CXMXRT).',
      next: 'Use fewer connections and let the queue retry later.',
      fault: 'client',
      references: [cox],
      example: '421 eastrmimpi306.cox.net cox Too many sessions from 192.0.2.25 opened. AUP#CXCNCT',
    },
    {
      id: 'cox/reverse-dns',
      by: 'Cox',
      says: ['aup#cxdns', 'rejected - no rdns', 'dns check failure - try again later'],
      cause: 'Cox finds no name in DNS for this IP address.',
      next: 'Let the owner of the address set a PTR record; wait a day, and send again.',
      fault: 'client',
      references: [cox, rfc(7372, '3.3')],
      example: '554 eastrmimpi306.cox.net cox 192.0.2.25 rejected - no rDNS',
    },
    {
      id: 'spectrum/refused',
      by: 'Spectrum',
      says: ['charter.net cmsmtp* aup#in-', 'blocked. please see* aup#in-', 'aup#in-', 'aup#i-'],
      cause:
        'Spectrum refuses the sender; the number says why: 1000 to 1090 suspicious activity, 1100 to 1150 reverse DNS, 1200 to 1250 a block list, 1260 IPv6, 1300 to 1340 connections, 1350 to 1490 too much mail, 1500 and up a limit or rule for the message.',
      next: 'Repair what the number means and send more slowly; blocks for activity expire by themselves.',
      fault: 'policy',
      references: [spectrum],
      example:
        '554 impin004.msg.chrl.nc.charter.net cmsmtp 192.0.2.25 blocked. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes for more information. AUP#In-1310',
    },
    {
      id: 'att/block-list',
      by: 'AT&T',
      says: [
        'dnsbl:rbl 521< * >_is_blocked',
        'dnsbl:attrbl 521< * >_is_blocked',
        '>_is_blocked.for assistance forward this',
      ],
      cause: 'The IP address stands on the block list of AT&T.',
      next: 'Stop the spam, then forward the whole reply to the address that it names.',
      fault: 'policy',
      references: [att],
      example:
        '553 5.3.0 alph731 DNSBL:RBL 521< 192.0.2.25 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net',
    },
    {
      id: 'att/reverse-dns',
      by: 'AT&T',
      says: ['connections not accepted from servers without a valid sender * fix reverse dns for'],
      cause: 'The IP address has no name in DNS, or one that does not lead back to it.',
      next: 'Set the PTR record of the address and the address record of that name to each other.',
      fault: 'client',
      references: [att, rfc(7372, '3.3')],
      example:
        '550 5.7.1 Connections not accepted from servers without a valid sender domain.alph731 Fix reverse DNS for 192.0.2.25',
    },
    {
      id: 'att/no-such-user',
      by: 'AT&T',
      says: ['addressee unknown, relay=[', 'blank mailhost - invalid address, relay=['],
      cause: 'There is no such mailbox at AT&T.',
      next: 'Take the address off the list.',
      fault: 'client',
      references: [att, rfc(3463, '3.2')],
      example: '550 5.2.1 <bob@att.example>... Addressee unknown, relay=[192.0.2.25]',
    },
  ]
}
