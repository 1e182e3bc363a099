import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const exchangeCodes = document(
  'Microsoft: NDR error codes in Exchange Online',
  'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
)

/** What Exchange says of the rules of an organisation, of the form of messages and names, and of the next server. */
export function microsoftRules(): readonly ReplyWording[] {
  return [
    {
      id: 'microsoft/external-forwarding',
      by: 'Exchange Online',
      says: ['your organization does not allow external forwarding'],
      cause: 'The organisation of the mailbox does not let mail be forwarded automatically to the outside.',
      next: 'Let its administrator allow it in the outbound spam policy, at least for this mailbox, or take the forwarding away.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '550 5.7.520 Access denied, Your organization does not allow external forwarding. Please contact your administrator for further assistance. AS(7555)',
    },
    {
      id: 'microsoft/tenant-block-list',
      by: 'Exchange Online',
      says: ['blocked by your organization using tenant allow block list'],
      cause:
        'The organisation of the sender has this recipient on its own list of blocked domains and addresses.',
      next: 'Let its administrator take the entry out of the Tenant Allow/Block List.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        "550 5.7.703 Your message can't be delivered because messages to bob@example.net are blocked by your organization using Tenant Allow Block List.",
    },
    {
      id: 'microsoft/tenant-recipient-rate',
      by: 'Exchange Online',
      says: ['tenant external recipient rate limit', "tenant's daily external recipient limit"],
      cause:
        'The organisation has written to as many recipients outside as it may in 24 hours; with a trial subscription or few licences that is little.',
      next: 'Wait a day, look for accounts that send without your knowledge, and use a service made for bulk mail.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        "550 5.7.232 Your message can't be sent because your trial tenant has exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit).",
    },
    {
      id: 'microsoft/relay-access-denied',
      by: 'Exchange Online',
      says: ['relay access denied'],
      codes: ['5.4.1', '4.4.1'],
      cause:
        'No organisation at Exchange Online receives mail for the domain of the recipient, and no connector tells that this client may send through it.',
      next: 'Check the domain and its MX record; if it should be here, its administrator adds it to the accepted domains.',
      fault: 'client',
      references: [exchangeCodes, rfc(5321, '7.9')],
      example:
        '550 5.4.1 [bob@example.org]: Relay Access Denied [AM5EUR02FT019.eop-EUR02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/hello-name',
      by: 'Exchange',
      says: ['invalid domain name'],
      codes: ['5.5.4'],
      cause:
        'The name behind EHLO or HELO is not one that Exchange takes: it has an underscore, a space or a sign beyond ASCII, or is missing.',
      next: 'Give the client a host name of letters, digits, hyphens and dots, or an address literal such as `[192.0.2.1]`.',
      fault: 'client',
      references: [rfc(5321, '4.1.1.1'), rfc(5321, '2.3.5')],
      example: '501 5.5.4 Invalid domain name [AM0PR10CA0012.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'microsoft/corrupt-content',
      by: 'Exchange',
      says: ['corrupt message content'],
      codes: ['5.6.0'],
      cause: 'Exchange cannot read the message: its MIME structure, an encoding or an attachment is broken.',
      next: 'Let the program that writes the message correct boundaries, encodings and header fields; sent without the attachment it shows whether that is the reason.',
      fault: 'client',
      references: [exchangeCodes, rfc(2046, '5.1.1')],
      example: '554 5.6.0 Corrupt message content',
    },
    {
      id: 'microsoft/no-such-domain',
      by: 'Exchange',
      says: ['dns domain * does not exist', '[message=infodomainnonexistent'],
      codes: ['5.4.310', '4.4.310', '5.4.4', '4.4.4'],
      cause: 'The domain of the recipient does not exist in DNS.',
      next: 'Check the spelling of what stands behind the @; if it is right, the domain may have expired.',
      fault: 'client',
      references: [exchangeCodes, rfc(3463, '3.5')],
      example: '550 5.4.310 DNS domain nodomain.example does not exist [Message=InfoDomainNonexistent]',
    },
    {
      id: 'microsoft/tls-policy',
      by: 'Exchange Online',
      says: [
        'starttls-not-supported: ',
        'certificate-expired: ',
        'certificate-host-mismatch: ',
        'tlsa-invalid: ',
        'dnssec-invalid: ',
      ],
      cause:
        'The domain of the recipient demands TLS with a server that proves who it is (DANE or MTA-STS), and that failed for the reason with which the text begins.',
      next: 'The administrator of the receiving server enables STARTTLS, renews the certificate, or corrects its name, the TLSA records or DNSSEC; the sender can only wait and tell them.',
      fault: 'server',
      references: [
        document(
          'Microsoft: How SMTP DANE works',
          'https://learn.microsoft.com/en-us/purview/how-smtp-dane-works',
        ),
        rfc(7672, '2.2'),
        rfc(8461, '5'),
      ],
      example: "450 4.7.322 certificate-expired: Destination mail server's certificate is expired.",
    },
    {
      id: 'microsoft/mail-loop',
      by: 'Exchange',
      says: ['hop count exceeded - possible mail loop'],
      codes: ['5.4.6', '5.4.14'],
      cause: 'The message went round between servers until Exchange gave up.',
      next: 'Read its Received fields; correct the connector, the accepted domain or the forwarding address that sends it back.',
      fault: 'server',
      references: [exchangeCodes, rfc(5321, '6.3')],
      example:
        '554 5.4.14 Hop count exceeded - possible mail loop ATTR34 [DB3EUR04FT012.eop-eur04.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/restricted-recipient',
      by: 'Exchange',
      says: [
        'resolver.rst.authrequired; authentication required',
        'resolver.rst.notauthorized; not authorized',
        'resolver.rst.restrictedtorecipientspermission',
        'resolver.rst.senderblockedbyrecipient',
        'resolver.rst.sendernotauthenticated',
        'sendernotauthenticatedforgroup; authentication required',
        'sendernotauthenticatedformailbox; authentication required',
        'sender was not authenticated by organization',
        'sender not in allowed-senders list',
        'userinviterestricted',
        "doesn't accept messages from external senders",
      ],
      cause:
        'The mailbox or group takes mail only from members of its organisation, or from senders on its list.',
      next: 'Ask its owner, or the administrator there, to allow senders from outside or this sender.',
      fault: 'policy',
      references: [exchangeCodes],
      example: '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required [Stage: CreateMessage]',
    },
    {
      id: 'microsoft/transport-rule',
      by: 'Exchange',
      says: ['transport.rules.rejectmessage'],
      cause: 'A mail flow rule of the organisation refuses this message.',
      next: "Ask the recipient's administrator which rule it is; the reply often ends with the reason that was written into it.",
      fault: 'policy',
      references: [exchangeCodes],
      example: '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
    },
  ]
}
