import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const orange = document('Orange: postmaster', 'https://postmaster.orange.fr/')
const laposte = document('La Poste: postmaster', 'https://postmaster.laposte.net/')
const free = document('Free: postmaster', 'https://postmaster.free.fr/')

/** What Orange and Wanadoo (codes OFR), La Poste (codes LPN) and Free say. */
export function france(): readonly ReplyWording[] {
  return [
    {
      id: 'orange/blocked-for-spam',
      by: 'Orange',
      says: [
        'client host blocked for spamming issues. ofr',
        'adresse ip source bloquee pour incident de spam',
      ],
      cause: 'Orange blocks this IP address because spam came from it; its list is that of Cloudmark.',
      next: 'Stop the spam, then ask for a reset at Cloudmark Sender Intelligence, whose address the reply names.',
      fault: 'policy',
      references: [
        orange,
        document('Cloudmark Sender Intelligence: reset request', 'https://csi.cloudmark.com/reset-request/'),
      ],
      example:
        '550 mwinf5c04 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=192.0.2.25 [102]',
    },
    {
      id: 'orange/too-many-connections',
      by: 'Orange',
      says: ['trop de connexions, veuillez verifier votre configuration. too many connections, slow down'],
      cause: 'Orange counts too many connections from this IP address at once.',
      next: 'Limit the mail server to two or three connections to Orange and Wanadoo together, and retry later.',
      fault: 'client',
      references: [orange],
      example:
        '421 mwinf5c79 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 [104]',
    },
    {
      id: 'orange/refused',
      by: 'Orange',
      says: [
        'service refuse. veuillez essayer plus tard. service refused, please try later. ofr',
        'veuillez essayer plus tard. ofr',
      ],
      cause:
        'Orange refuses the sender; the number at the end says why: [103] blocked address, [107] no reverse DNS, [109] too many messages in a connection, [201] bad EHLO, [505] busy, [510] or [99x] bad behaviour.',
      next: 'Repair what the number means; for [103] and [510] ask Orange in the form on its postmaster page, for the others retry later.',
      fault: 'policy',
      references: [orange],
      example:
        '550 mwinf5c10 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR006_103 192.0.2.25 [103]',
    },
    {
      id: 'orange/spam',
      by: 'Orange',
      says: ['mail rejete. mail rejected. ofr'],
      cause: 'The content filter of Orange takes this message for spam.',
      next: 'Change links and wording, and send only to people who asked for it; if it is a mistake, ask Orange in the form on its postmaster page.',
      fault: 'policy',
      references: [orange],
      example: '550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]',
    },
    {
      id: 'orange/no-such-user',
      by: 'Orange and La Poste',
      says: [
        'adresse d au moins un destinataire invalide. invalid recipient',
        'adresse destinataire invalide. invalid recipient',
      ],
      cause: 'There is no such mailbox.',
      next: 'Check the address for typing errors; if it is right, take it off the list.',
      fault: 'client',
      references: [orange, laposte, rfc(3463, '3.2')],
      example: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
    },
    {
      id: 'orange/mailbox-full',
      by: 'Orange and La Poste',
      says: ['boite du destinataire pleine. recipient overquota'],
      cause: 'The mailbox of the recipient is full.',
      next: 'Tell the recipient in another way to make room; then send again.',
      fault: 'server',
      references: [orange, laposte, rfc(3463, '3.3')],
      example: '552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]',
    },
    {
      id: 'orange/mailbox-closed',
      by: 'Orange and La Poste',
      says: [
        'boite du destinataire archivee. archived recipient',
        'le compte du destinataire est bloque. the recipient account isblocked',
      ],
      cause: 'The mailbox is put away because nobody has used it for long, or its account is blocked.',
      next: 'Ask the recipient for another address; take this one off the list.',
      fault: 'server',
      references: [orange, laposte, rfc(3463, '3.3')],
      example: '550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420',
    },
    {
      id: 'orange/sender-domain',
      by: 'Orange and La Poste',
      says: ['emetteur invalide. invalid sender'],
      cause: 'The domain in MAIL FROM has no MX or address record, or its DNS does not answer.',
      next: 'Correct the DNS of the domain, or use another one in MAIL FROM; after a change wait until old answers have expired.',
      fault: 'client',
      references: [orange, laposte, rfc(5321, '2.3.5')],
      example: '501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405]',
    },
    {
      id: 'orange/spf',
      by: 'Orange',
      says: ['spf check failed, please verify the spf/dns configuration for your domain name'],
      cause: 'The SPF record of the domain in MAIL FROM is broken or does not allow this IP address.',
      next: 'Correct the SPF record; then send again.',
      fault: 'policy',
      references: [orange, rfc(7208, '8.4')],
      example:
        '421 smtp.orange.fr [192.0.2.25] Emetteur invalide, Veuillez verifier la configuration SPF/DNS de votre nom de domaine. Invalid Sender. SPF check failed, please verify the SPF/DNS configuration for your domain name. OFR_392 [392]',
    },
    {
      id: 'laposte/refused',
      by: 'La Poste',
      says: [
        'service refuse. veuillez essayer plus tard. service refused, please try later. lpn',
        'veuillez essayer plus tard. lpn',
      ],
      cause:
        'La Poste refuses the sender or the message; the last three digits say why: 104 connections, 107 no reverse DNS, 109 too many messages in a connection, 505 busy, 510 content or reputation.',
      next: 'Repair what the number means, and retry later; with 510 ask La Poste on its postmaster page.',
      fault: 'policy',
      references: [laposte],
      example:
        '550 5.7.1 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN007_510',
    },
    {
      id: 'laposte/dmarc',
      by: 'La Poste',
      says: ['message refuse, verification dmarc en echec', 'message refused, dmarc verification failed'],
      cause: 'The message does not pass the DMARC policy of the domain in From.',
      next: 'Let SPF or DKIM pass for the domain in From; then send again.',
      fault: 'policy',
      references: [laposte, rfc(7489, '6.3')],
      example:
        '571 5.7.1 Message refused, DMARC verification Failed. Message refuse, verification DMARC en echec LPN007_517',
    },
    {
      id: 'free/spam-from-the-ip',
      by: 'Free',
      says: ['too many spams from your ip'],
      cause: 'Free has got too much spam from this IP address and refuses it for up to a day.',
      next: 'Find and stop the spam (often a hacked web site or a forwarder), and let the queue retry.',
      fault: 'policy',
      references: [free],
      example: '421 Too many spams from your IP (192.0.2.25), please visit http://postmaster.free.fr/',
    },
    {
      id: 'free/mailbox-full',
      by: 'Free',
      says: ['user quota exceeded (usersearch)'],
      cause: 'The mailbox of the recipient is full.',
      next: 'Tell the recipient in another way to make room; then send again.',
      fault: 'server',
      references: [free, rfc(3463, '3.3')],
      example: '552 5.2.2 user quota exceeded (UserSearch)',
    },
  ]
}
