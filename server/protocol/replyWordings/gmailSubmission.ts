import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const errors = document('Google: Gmail SMTP errors and codes', 'https://support.google.com/a/answer/3726730')
const appPasswords = document(
  'Google: Sign in with app passwords',
  'https://support.google.com/accounts/answer/185833',
)
const limits = document('Google: Gmail sending limits', 'https://support.google.com/a/answer/166852')
const relay = document(
  'Google: SMTP relay service error messages',
  'https://support.google.com/a/answer/6140680',
)

/** What smtp.gmail.com and smtp-relay.gmail.com say to programs that send through them. */
export function gmailSubmission(): readonly ReplyWording[] {
  return [
    {
      id: 'gmail/wrong-password',
      by: 'Gmail',
      says: [
        'username and password not accepted* gsmtp',
        'username and password not accepted. for more information, go to',
        'username and password not accepted. learn more at',
      ],
      cause:
        'Google does not take this user name with this password; the ordinary password of an account is refused, even if it is right.',
      next: 'Use an app password (it needs 2-Step Verification), without spaces and with the full address as user name, or sign in with OAuth 2.0.',
      fault: 'client',
      references: [appPasswords, errors, rfc(4954, '6')],
      example: `535-5.7.8 Username and Password not accepted. For more information, go to
535 5.7.8  https://support.google.com/mail/?p=BadCredentials a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/app-password',
      by: 'Gmail',
      says: [
        'application-specific password required* gsmtp',
        'application-specific password required. for more information, go to',
        'application-specific password required. learn more at',
      ],
      cause:
        'The account uses 2-Step Verification, so Google wants an app password instead of the ordinary one.',
      next: 'Create an app password in the Google account and put it into the program; or use OAuth 2.0.',
      fault: 'policy',
      references: [appPasswords, errors, rfc(4954, '6')],
      example: `534-5.7.9 Application-specific password required. For more information, go to
534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/web-login',
      by: 'Gmail',
      says: [
        'please log in via your web browser and then try again',
        'please log in with your web browser and then try again',
        'please log in through your web browser and then try again',
      ],
      cause:
        'The login looks unusual to Google (a new place or program), or the account waits for its owner to confirm something.',
      next: 'Sign in with a web browser, confirm what Google asks, and try again; then use OAuth 2.0 or an app password.',
      fault: 'policy',
      references: [errors, appPasswords],
      example: `534-5.7.9 Please log in with your web browser and then try again. For more
534-5.7.9 information, go to
534 5.7.9  https://support.google.com/mail/?p=WebLoginRequired a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/login-first',
      by: 'Gmail',
      says: [
        'authentication required. * gsmtp',
        'authentication required. for more information, go to * p=wantautherror',
      ],
      codes: ['530'],
      cause: 'smtp.gmail.com takes mail only from clients that have logged in, and this one has not.',
      next: 'Let the client send AUTH after STARTTLS; check that user name and password are set in its configuration.',
      fault: 'client',
      references: [errors, rfc(4954, '6')],
      example: `530-5.7.0 Authentication Required. For more information, go to
530 5.7.0  https://support.google.com/mail/?p=WantAuthError a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/starttls-first',
      by: 'Gmail',
      says: [
        'must issue a starttls command first. * gsmtp',
        'must issue a starttls command first. for more information, go to',
      ],
      cause: 'Google takes this command only inside TLS, and TLS does not run in this session at this point.',
      next: 'Switch STARTTLS on in the client for port 587, or use port 465 with TLS from the start.',
      fault: 'client',
      references: [errors, rfc(3207, '4')],
      example: `530-5.7.0 Must issue a STARTTLS command first. For more information, go to
530-5.7.0  https://support.google.com/a/answer/3221692 and review RFC 3207
530 5.7.0 specifications. a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/commands-behind-starttls',
      by: 'Gmail',
      says: ['smtp protocol violation, no commands allowed to pipeline after starttls'],
      cause: 'The client sent further commands together with STARTTLS, before TLS was there.',
      next: 'Let the client wait for the reply to STARTTLS, and for the handshake, before it sends EHLO again.',
      fault: 'client',
      references: [errors, rfc(3207, '4.2')],
      example: `523-5.7.10 SMTP protocol violation, no commands allowed to pipeline after
523-5.7.10 STARTTLS. For more information, go to
523 5.7.10  https://support.google.com/a/answer/3221692 a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/too-many-logins',
      by: 'Gmail',
      says: ['too many login attempts, please try again later'],
      codes: ['454'],
      cause:
        'This account logs in too often: with a wrong password again and again, or anew for every single message.',
      next: 'Wait an hour, check the password, and send many messages over one connection.',
      fault: 'client',
      references: [errors, rfc(4954, '6')],
      example: `454-4.7.0 Too many login attempts, please try again later. For more
454-4.7.0 information, go to
454 4.7.0  https://support.google.com/mail/answer/7126229 a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/daily-limit',
      by: 'Gmail',
      says: [
        'daily user sending limit exceeded',
        'daily sending quota exceeded* gsmtp',
        'daily smtp relay limit exceeded for',
        'daily smtp relay sending limit exceeded for',
        'daily user sending quota exceeded',
      ],
      cause: 'The account, or the Workspace customer, has sent as many messages as Google allows in a day.',
      next: 'Stop for up to 24 hours; for more mail than that use a sending service, and look whether somebody else sends through the account.',
      fault: 'policy',
      references: [limits, errors],
      example: `550-5.4.5 Daily user sending limit exceeded. For more information on Gmail
550-5.4.5 sending limits go to
550 5.4.5  https://support.google.com/a/answer/166852 a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/relay-peak',
      by: 'Gmail',
      says: ['peak smtp relay limit exceeded for customer'],
      cause:
        'The Workspace customer sends more through the relay at the moment than Google allows in a few minutes.',
      next: 'Retry later, and spread the mail over a longer time.',
      fault: 'policy',
      references: [relay, errors],
      example: `450-4.2.1 Peak SMTP relay limit exceeded for customer. This is a temporary
450-4.2.1 error. For more information on SMTP relay limits, please contact your
450-4.2.1 administrator or visit
450 4.2.1  https://support.google.com/a/answer/6140680 a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/relay-denied',
      by: 'Gmail',
      says: [
        'mail relay denied * invalid credentials for relay',
        'invalid credentials for relay * gsmtp',
        'mail relay denied * gsmtp',
      ],
      cause:
        'smtp-relay.gmail.com knows neither this IP address nor, by EHLO and MAIL FROM, a domain of the Workspace customer.',
      next: "Register the server's public address in the SMTP relay settings of Workspace, and use a domain of the customer in EHLO and MAIL FROM; a private Gmail account must use smtp.gmail.com.",
      fault: 'client',
      references: [relay, errors],
      example: `550-5.7.0 Mail relay denied [192.0.2.25]. Invalid credentials for relay for one
550-5.7.0 of the domains in: example.org (as obtained from HELO and MAIL FROM).
550-5.7.0 Email is being sent from a domain or IP address which isn't registered
550-5.7.0 in your Workspace account. For more information, go to
550 5.7.0  https://support.google.com/a/answer/6140680#maildenied a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/unknown-mechanism',
      by: 'Gmail',
      says: ['unrecognized authentication type* gsmtp', 'xoauth is no longer supported'],
      codes: ['504'],
      cause: 'The client asks for a kind of login that Google does not offer, e.g. CRAM-MD5.',
      next: 'Use XOAUTH2 or OAUTHBEARER, or PLAIN or LOGIN with an app password, as the AUTH line of the EHLO reply offers.',
      fault: 'client',
      references: [errors, rfc(4954, '4')],
      example: `504-5.7.4 Unrecognized Authentication Type. For more information, go to
504 5.7.4  https://support.google.com/a/answer/3221692 a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/path-syntax',
      by: 'Gmail',
      says: ['syntax error* gsmtp'],
      codes: ['555'],
      cause:
        'Google cannot read the MAIL or RCPT line: mostly the address does not stand in angle brackets, or a name stands before it.',
      next: 'Write MAIL FROM:<a@example.org> with nothing but the address in the brackets and no space behind the colon.',
      fault: 'client',
      references: [errors, rfc(5321, '4.1.1.2')],
      example: `555-5.5.2 Syntax error, goodbye. For more information, go to
555 5.5.2  https://support.google.com/a/answer/3221692 a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/undecodable-login',
      by: 'Gmail',
      says: ['cannot decode response* gsmtp'],
      codes: ['501'],
      cause: 'What the client sent in the login is not base64, or not what the mechanism expects.',
      next: 'Encode user name and password without line ends: a line feed at the end is the usual mistake.',
      fault: 'client',
      references: [errors, rfc(4954, '4')],
      example: `501-5.5.2 Cannot Decode response. For more information, go to
501 5.5.2  https://support.google.com/a/answer/3221692 a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
  ]
}
