import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const ses = document(
  'Amazon SES: SMTP issues and response codes',
  'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
)
const sesCredentials = document(
  'Amazon SES: SMTP credentials',
  'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
)
const sendGrid = document(
  'SendGrid: SMTP errors and troubleshooting',
  'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting',
)
const mailgun = document(
  'Mailgun: sandbox domain and authorized recipients',
  'https://help.mailgun.com/hc/en-us/articles/217531258-Authorized-Recipients',
)

/** What services say to the programs that send through them. */
export function sendingServices(): readonly ReplyWording[] {
  return [
    {
      id: 'ses/unverified',
      by: 'Amazon SES',
      says: ['email address is not verified. the following identities failed the check in region'],
      cause:
        'SES does not know the sender as verified in this region; in the sandbox every recipient must be verified, too.',
      next: 'Verify the address, or its whole domain, in the region that the reply names; ask for production access to write to anybody.',
      fault: 'client',
      references: [
        document(
          'Amazon SES: verified identities',
          'https://docs.aws.amazon.com/ses/latest/dg/verify-addresses-and-domains.html',
        ),
        ses,
      ],
      example:
        '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: info@example.org',
    },
    {
      id: 'ses/rate',
      by: 'Amazon SES',
      says: ['throttling failure: maximum sending rate exceeded'],
      cause: 'The account sends more messages a second than SES allows it.',
      next: 'Wait a moment and send this message again; let the program keep to the sending rate of the account.',
      fault: 'client',
      references: [ses],
      example: '454 Throttling failure: Maximum sending rate exceeded.',
    },
    {
      id: 'ses/daily-quota',
      by: 'Amazon SES',
      says: ['throttling failure: daily message quota exceeded'],
      cause: 'The account has sent as many messages as SES allows it in 24 hours.',
      next: 'Go on when the oldest are a day old, and ask AWS for a higher quota.',
      fault: 'policy',
      references: [ses],
      example: '454 Throttling failure: Daily message quota exceeded.',
    },
    {
      id: 'ses/paused',
      by: 'Amazon SES',
      says: ['sending paused for this account', 'sending suspended for this account'],
      cause: 'AWS has stopped the sending of this account, mostly because of bounces or complaints.',
      next: 'Read the mail that AWS sent to the owner of the account, repair the reason, and answer in the case there.',
      fault: 'policy',
      references: [ses],
      example:
        '554 Message rejected: Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
    },
    {
      id: 'ses/not-permitted',
      by: 'Amazon SES',
      says: ['is not authorized to perform `ses:send'],
      cause:
        'The user whose SMTP credentials these are may not send with this identity, by its IAM policy or that of the identity.',
      next: 'Allow ses:SendRawEmail for the user and the identity in IAM.',
      fault: 'client',
      references: [sesCredentials, ses],
      example:
        "554 Access denied: User `arn:aws:iam::123456789012:user/mailer' is not authorized to perform `ses:SendRawEmail' on resource `arn:aws:ses:eu-west-1:123456789012:identity/example.org'",
    },
    {
      id: 'ses/malformed',
      by: 'Amazon SES',
      says: [
        'transaction failed: expected ',
        'transaction failed: duplicate header',
        'transaction failed: missing final',
        'transaction failed: missing required header',
        'transaction failed: invalid ',
        'transaction failed: local address contains',
        'transaction failed: unbalanced',
        'transaction failed: user name is missing',
        'transaction failed: illegal ',
      ],
      cause:
        'SES cannot read the message: a header field, an address in it or the MIME structure is not written as the standard demands; the text names the place.',
      next: 'Let the program that writes the message correct that place: as a rule a name that is not quoted or encoded, a missing domain, or a field that stands twice.',
      fault: 'client',
      references: [ses],
      example: "554 Transaction failed: Missing final '@domain'",
    },
    {
      id: 'ses/client-silent',
      by: 'Amazon SES',
      says: ['timeout waiting for data from client'],
      cause: 'The client sent nothing for so long that SES ends the session.',
      next: 'Open the connection when there is something to send, and a new one for each burst.',
      fault: 'client',
      references: [ses, rfc(5321, '4.5.3.2.7')],
      example: '451 4.4.2 Timeout waiting for data from client.',
    },
    {
      id: 'sendgrid/unverified',
      by: 'SendGrid',
      says: ['the from address does not match a verified sender identity'],
      cause:
        'The address in From belongs to no verified sender and no authenticated domain of the SendGrid account.',
      next: 'Verify the address as single sender, or authenticate its domain; then send again.',
      fault: 'client',
      references: [
        document(
          'SendGrid: Sender identity',
          'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity',
        ),
        sendGrid,
      ],
      example:
        '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements',
    },
    {
      id: 'sendgrid/credits',
      by: 'SendGrid',
      says: ['authentication failed: maximum credits exceeded'],
      cause:
        'The plan of the SendGrid account is used up for today or this month; the login itself may be right.',
      next: 'Wait for the next day or month, or take a larger plan.',
      fault: 'policy',
      references: [sendGrid],
      example: '451 Authentication failed: Maximum credits exceeded',
    },
    {
      id: 'sendgrid/wrong-password',
      by: 'SendGrid',
      says: ['authentication failed: bad username / password'],
      cause: 'SendGrid does not take this login.',
      next: 'Use the word "apikey" as user name and an API key with the right to send as password.',
      fault: 'client',
      references: [sendGrid, rfc(4954, '6')],
      example: '535 Authentication failed: Bad username / password',
    },
    {
      id: 'sendgrid/login-first',
      by: 'SendGrid',
      says: ['unauthenticated senders not allowed'],
      codes: ['550'],
      cause: 'The client has not logged in before it sends.',
      next: 'Let the client log in with the user name "apikey" and an API key.',
      fault: 'client',
      references: [sendGrid],
      example: '550 Unauthenticated senders not allowed',
    },
    {
      id: 'mailgun/free-account',
      by: 'Mailgun',
      says: ['is not allowed to send: free accounts are for test purposes only'],
      cause: 'The sandbox domain of Mailgun sends only to recipients that have been authorized before.',
      next: 'Add the recipient to the authorized recipients, or send from a verified domain of your own.',
      fault: 'policy',
      references: [mailgun],
      example:
        '421 Domain sandbox0123456789abcdef.mailgun.org is not allowed to send: Free accounts are for test purposes only. Please upgrade or add the address to authorized recipients in Account Settings.',
    },
    {
      id: 'mailtrap/rate',
      by: 'Mailtrap',
      says: ['requested action not taken: too many emails per second'],
      cause: 'The test inbox of Mailtrap takes only some messages a second on this plan.',
      next: 'Put a pause of a second or more between the messages.',
      fault: 'client',
      references: [document('Mailtrap: documentation', 'https://docs.mailtrap.io/')],
      example: '550 5.7.0 Requested action not taken: too many emails per second',
    },
    {
      id: 'brevo/unauthorized-ip',
      by: 'Brevo',
      says: ['unauthorized ip address'],
      codes: ['525'],
      cause: 'The login comes from an IP address that the Brevo account does not allow.',
      next: 'Add the address under authorized IPs in the settings of the account, or switch that check off for SMTP keys.',
      fault: 'policy',
      references: [document('Brevo: help', 'https://help.brevo.com/')],
      example: '525 5.7.1 Unauthorized IP address',
    },
  ]
}
