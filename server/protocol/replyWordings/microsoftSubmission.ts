import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const exchangeCodes = document(
  'Microsoft: NDR error codes in Exchange Online',
  'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
)
const smtpAuth = document(
  'Microsoft: Authenticated SMTP submission (SMTP AUTH)',
  'https://aka.ms/smtp_auth_disabled',
)
const devices = document(
  'Microsoft: Send mail from a device or application with Microsoft 365',
  'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
)
const limits = document(
  'Microsoft: Exchange Online limits',
  'https://learn.microsoft.com/en-us/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits',
)
const tenants = document(
  'Microsoft: NDR errors 5.7.700 to 5.7.750',
  'https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-5-7-700-through-5-7-750',
)

/** What Exchange Online says to its own customers who send through it. */
export function microsoftSubmission(): readonly ReplyWording[] {
  return [
    {
      id: 'microsoft/smtp-auth-off',
      by: 'Exchange Online',
      says: [
        'smtpclientauthentication is disabled for the tenant',
        'smtpclientauthentication is disabled for the mailbox',
      ],
      cause:
        'Login by SMTP is switched off for the organisation or for this mailbox; the password does not matter.',
      next: 'Let the administrator allow "Authenticated SMTP" for this mailbox, and security defaults permit it; or send by Microsoft Graph.',
      fault: 'policy',
      references: [smtpAuth, devices],
      example:
        '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [BN0PR04CA0011.namprd04.prod.outlook.com 2026-01-20T08:15:30.120Z 08DE11223344AABB]',
    },
    {
      id: 'microsoft/basic-authentication-off',
      by: 'Exchange Online',
      says: [
        'authentication unsuccessful, basic authentication is disabled',
        'basic authentication is not supported for client submission',
      ],
      cause: 'Microsoft no longer takes a user name with a password for this account.',
      next: 'Let the program log in with OAuth 2.0 (XOAUTH2), or use Microsoft Graph, a connector or another service for its mail.',
      fault: 'policy',
      references: [smtpAuth, devices],
      example:
        '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [YT3PR01CA0122.CANPRD01.PROD.OUTLOOK.COM 2026-01-20T08:15:30.120Z 08DE11223344AABB]',
    },
    {
      id: 'microsoft/wrong-password',
      by: 'Exchange Online',
      says: ['authentication unsuccessful, the user credentials were incorrect'],
      cause: 'User name and password do not belong together, or the account wants a second factor.',
      next: 'Check both (the user name is the full sign-in address); with multi-factor sign-in use OAuth 2.0.',
      fault: 'client',
      references: [devices, rfc(4954, '6')],
      example:
        '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [AM0PR10CA0012.EURPRD10.PROD.OUTLOOK.COM 2026-01-20T08:15:30.120Z 08DE11223344AABB]',
    },
    {
      id: 'microsoft/login-refused-by-policy',
      by: 'Exchange Online',
      says: ['the request did not meet the criteria to be authenticated successfully'],
      cause:
        'A sign-in policy of the organisation refuses this login: security defaults, conditional access or a blocked place.',
      next: 'Let the administrator look at the sign-in log of the account in Entra ID, and make an exception there or use OAuth 2.0.',
      fault: 'policy',
      references: [smtpAuth, devices],
      example:
        '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. [AM0PR10CA0012.EURPRD10.PROD.OUTLOOK.COM 2026-01-20T08:15:30.120Z 08DE11223344AABB]',
    },
    {
      id: 'microsoft/login-failed',
      by: 'Exchange',
      says: ['authentication unsuccessful'],
      codes: ['5.7.3', '5.7.139'],
      cause:
        'Exchange does not accept this login: a wrong password, or SMTP AUTH that is not allowed for the mailbox.',
      next: 'Check user name and password, and whether "Authenticated SMTP" is allowed for the mailbox; the token of OAuth 2.0 needs the scope SMTP.Send.',
      fault: 'client',
      references: [devices, rfc(4954, '6')],
      example:
        '535 5.7.3 Authentication unsuccessful [AM0PR10CA0012.EURPRD10.PROD.OUTLOOK.COM 2026-01-20T08:15:30.120Z 08DE11223344AABB]',
    },
    {
      id: 'microsoft/login-first',
      by: 'Exchange',
      says: [
        'client was not authenticated to send anonymous mail during mail from',
        'client not authenticated to send mail',
        'client was not authenticated',
      ],
      codes: ['530', '5.7.57', '5.7.1'],
      cause:
        'Exchange takes mail here only from clients that have logged in, and this one has not, or its login failed before.',
      next: 'Let the client log in after STARTTLS; for mail to the organisation itself without a login, deliver to its MX host on port 25.',
      fault: 'client',
      references: [devices, exchangeCodes],
      example:
        '530 5.7.57 Client not authenticated to send mail. [AM0PR10CA0012.EURPRD10.PROD.OUTLOOK.COM 2026-01-20T08:15:30.120Z 08DE11223344AABB]',
    },
    {
      id: 'microsoft/send-as-denied',
      by: 'Exchange Online',
      says: ['sendasdenied; * not allowed to send as'],
      cause: 'The account that logged in may not send with the address in the From field.',
      next: 'Put the address of the account into From, or let the administrator give the account the "Send As" right for the other mailbox.',
      fault: 'policy',
      references: [devices],
      example:
        '554 5.2.252 SendAsDenied; app@example.org not allowed to send as info@example.org; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message [BeginDiagnosticData]Cannot submit message.',
    },
    {
      id: 'microsoft/sender-not-permitted',
      by: 'Exchange',
      says: ['client does not have permissions to send as this sender'],
      cause: 'The account that logged in, or the anonymous client, may not use the address in MAIL FROM.',
      next: 'Use the address of the account in MAIL FROM and From, or let the administrator give the "Send As" right.',
      fault: 'policy',
      references: [devices, exchangeCodes],
      example:
        '550 5.7.60 SMTP; Client does not have permissions to send as this sender [AM0PR10MB1234.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'microsoft/concurrent-submissions',
      by: 'Exchange Online',
      says: ['concurrent connections limit exceeded', 'storedrv.clientsubmit; sender thread limit exceeded'],
      codes: ['432'],
      cause: 'The mailbox sends over more than three connections at once.',
      next: 'Send over one connection, one message after the other, and retry this one.',
      fault: 'client',
      references: [
        document('Microsoft: Concurrent connections', 'https://aka.ms/concurrent_sending'),
        limits,
      ],
      example:
        '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. [Hostname=AM0PR10MB1234.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'microsoft/submission-quota',
      by: 'Exchange Online',
      says: [
        'submissionquotaexceededexception',
        "the sender's submission quota was exceeded",
        'reached your daily limit for message recipients',
      ],
      cause:
        'The mailbox has sent to as many recipients as it may in 24 hours, or as many messages as it may in a minute.',
      next: 'Wait; make sure that nobody else sends through the account, and use another service for bulk mail.',
      fault: 'policy',
      references: [limits, exchangeCodes],
      example:
        "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; the message can't be submitted because the sender's submission quota was exceeded",
    },
    {
      id: 'microsoft/outbound-blocked',
      by: 'Exchange Online',
      says: ['access denied, bad outbound sender'],
      cause:
        'Microsoft has blocked this account for sending spam; as a rule somebody else has got its password.',
      next: 'Change the password, remove strange forwarding rules and apps, then let the administrator take the account off the list of restricted entities.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '550 5.1.8 Access denied, bad outbound sender AS(42004) [AM0PR10MB1234.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'microsoft/spam-from-the-account',
      by: 'Exchange Online',
      says: ['access denied, spam abuse detected', 'access denied, banned sender'],
      codes: ['5.7.501', '5.7.502', '5.7.503'],
      cause: 'Microsoft has banned the sending account because spam came from it.',
      next: 'Secure the account (password, second factor, rules), then ask Microsoft support to lift the ban.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '550 5.7.501 Service unavailable. Access denied, spam abuse detected from 192.0.2.25. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653. [AM0PR10MB1234.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'microsoft/tenant-over-limit',
      by: 'Exchange Online',
      says: ['access denied, tenant has exceeded threshold', 'your tenant has exceeded the threshold'],
      cause:
        'The whole organisation may send no mail to the outside, because too much of it was taken for spam.',
      next: 'Find and secure hacked accounts and open relays; then let the administrator open a case with Microsoft.',
      fault: 'policy',
      references: [tenants, exchangeCodes],
      example:
        '550 5.7.705 Service unavailable. Access denied, tenant has exceeded threshold. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653. AS(703) [AM0PR10MB1234.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'microsoft/tenant-untrusted',
      by: 'Exchange Online',
      says: ['access denied, traffic not accepted from this ip'],
      cause:
        'The organisation sends through addresses of Microsoft for customers of low trust, as new and trial ones do, and its mail to the outside is refused.',
      next: 'Let the administrator ask Microsoft support to allow it; send from a domain of your own and not from onmicrosoft.com.',
      fault: 'policy',
      references: [tenants, exchangeCodes],
      example:
        '550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(7230) [AM0PR10MB1234.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'microsoft/unregistered-domain',
      by: 'Exchange Online',
      says: ['client blocked from sending from unregistered domain'],
      cause: 'The organisation relays mail of domains that it has not registered with Microsoft 365.',
      next: 'Add every sending domain to Microsoft 365 and verify it; look for strange mail that goes through the connector.',
      fault: 'client',
      references: [tenants, exchangeCodes],
      example:
        '550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 [AM0PR10MB1234.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'microsoft/not-attributed',
      by: 'Exchange Online',
      says: ['tenantattribution; relay access denied'],
      cause:
        'Exchange Online cannot tell to which organisation this mail to the outside belongs: no connector fits the IP address or certificate.',
      next: "Correct the inbound connector (address or name in the certificate, with the domain registered), or deliver straight to the recipient's MX host.",
      fault: 'client',
      references: [exchangeCodes, devices],
      example:
        '550 5.7.64 TenantAttribution; Relay Access Denied [DB3EUR04FT012.eop-eur04.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/bare-line-feeds',
      by: 'Exchange',
      says: ['smtpsend.barelinefeedsareillegal'],
      cause:
        'The message has line feeds without carriage return, and the next server does not take BDAT, by which they could be sent.',
      next: 'Let the program end every line with CRLF, in attachments of text as well, or encode the content as base64 or quoted-printable.',
      fault: 'client',
      references: [
        document(
          'Microsoft: NDR error 550 5.6.11',
          'https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-6-11-in-exchange-online',
        ),
        rfc(5321, '2.3.8'),
      ],
      example:
        '550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA and receiving system does not support BDAT',
    },
  ]
}
