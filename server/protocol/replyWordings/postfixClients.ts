import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

function setting(name: string) {
  return document(`Postfix ${name}`, `https://www.postfix.org/postconf.5.html#${name}`)
}

/** What Postfix says about the client: its names, its login, how it speaks, how much it sends. */
export function postfixClients(): readonly ReplyWording[] {
  return [
    {
      id: 'postfix/helo-not-qualified',
      by: 'Postfix',
      says: ['helo command rejected: need fully-qualified hostname'],
      cause:
        'The name in EHLO or HELO has no domain; the server wants a fully-qualified one or an address literal.',
      next: 'Set the host name of the sending program to a full name such as `mail.example.org`.',
      fault: 'client',
      references: [setting('reject_non_fqdn_helo_hostname'), rfc(5321, '2.3.5')],
      example: '504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname',
    },
    {
      id: 'postfix/helo-host-not-found',
      by: 'Postfix',
      says: ['helo command rejected: host not found'],
      cause:
        'The name in EHLO or HELO has neither an address nor an MX record in public DNS, or DNS did not answer.',
      next: 'Say EHLO with a name that has an address record, best the one to which the PTR record of the sending IP address points.',
      fault: 'client',
      references: [setting('reject_unknown_helo_hostname')],
      example: '450 4.7.1 <mail.example.lan>: Helo command rejected: Host not found',
    },
    {
      id: 'postfix/helo-invalid',
      by: 'Postfix',
      says: ['helo command rejected: invalid name'],
      cause:
        'The name in EHLO or HELO is not a valid host name: it has an underscore, a space or another character that DNS names do not allow.',
      next: 'Give the client a host name of letters, digits, hyphens and dots.',
      fault: 'client',
      references: [setting('reject_invalid_helo_hostname'), rfc(5321, '4.1.1.1')],
      example: '501 5.5.2 <my_host>: Helo command rejected: Invalid name',
    },
    {
      id: 'postfix/client-without-ptr',
      by: 'Postfix',
      says: ['client host rejected: cannot find your reverse hostname'],
      cause: 'The IP address of the client has no PTR record, or DNS did not answer.',
      next: 'Have a PTR record set for the sending IP address; that is done by whoever owns the address, as a rule the hosting provider.',
      fault: 'client',
      references: [setting('reject_unknown_reverse_client_hostname'), rfc(7372, '3.3')],
      example: '450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.9]',
    },
    {
      id: 'postfix/client-name-unconfirmed',
      by: 'Postfix',
      says: ['client host rejected: cannot find your hostname'],
      cause:
        'The name of the client could not be confirmed: its IP address has no PTR record, or the name there does not lead back to the address.',
      next: 'Set a PTR record for the sending IP address and an address record for exactly that name; a retry helps only if DNS was slow.',
      fault: 'client',
      references: [setting('reject_unknown_client_hostname'), rfc(7372, '3.3')],
      example: '450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.9]',
    },
    {
      id: 'postfix/auth-failed',
      by: 'Postfix',
      says: ['error: authentication failed:'],
      codes: ['5.7.*'],
      cause:
        'The login was not accepted; what follows the last colon comes from the SASL library (Dovecot or Cyrus) and often says no more.',
      next: 'Check user name (often the full address) and password, and that the login service behind Postfix runs; its own log tells the reason.',
      fault: 'client',
      references: [
        document('Postfix SASL_README', 'https://www.postfix.org/SASL_README.html'),
        rfc(4954, '6'),
      ],
      example: '535 5.7.8 Error: authentication failed: (reason unavailable)',
    },
    {
      id: 'postfix/auth-mechanism',
      by: 'Postfix',
      says: [
        'error: authentication failed: invalid*mechanism',
        'error: authentication failed: no mechanism available',
      ],
      cause: 'The server does not offer the mechanism that AUTH names; the password was not even looked at.',
      next: 'Use a mechanism from the AUTH line of the latest EHLO reply.',
      fault: 'client',
      references: [rfc(4954, '4')],
      example: '535 5.7.8 Error: authentication failed: Invalid authentication mechanism',
    },
    {
      id: 'postfix/auth-base64',
      by: 'Postfix',
      says: ['error: authentication failed: invalid base64 data'],
      cause: 'What the client sent for the login is not valid base64.',
      next: 'Encode the whole response in base64, without line breaks and without anything before or behind it.',
      fault: 'client',
      references: [rfc(4954, '4')],
      example: '535 5.7.8 Error: authentication failed: Invalid base64 data in initial response',
    },
    {
      id: 'postfix/auth-not-enabled',
      by: 'Postfix',
      says: ['error: authentication not enabled'],
      cause:
        'AUTH is switched off for this port or for this state of the session; often it is offered only after STARTTLS, or only on the submission ports.',
      next: 'Use port 587 with STARTTLS or port 465, and log in only where the EHLO reply announces AUTH.',
      fault: 'client',
      references: [setting('smtpd_sasl_auth_enable'), setting('smtpd_tls_auth_only')],
      example: '503 5.5.1 Error: authentication not enabled',
    },
    {
      id: 'postfix/pipelining',
      by: 'Postfix',
      says: ['improper use of smtp command pipelining', 'error: smtp protocol synchronization'],
      cause: 'The client sent more before the server had answered a command after which it has to wait.',
      next: 'Wait for the reply to EHLO, DATA, STARTTLS and AUTH, and pipeline the rest only where the EHLO reply announces PIPELINING.',
      fault: 'client',
      references: [setting('reject_unauth_pipelining'), rfc(2920, '3.1')],
      example: '503 5.5.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining',
    },
    {
      id: 'postfix/client-limit',
      by: 'Postfix',
      says: [
        'error: too much mail from',
        'error: too many recipients from',
        'error: too many auth commands from',
        'error: too many connections from',
        'error: too many new tls sessions from',
      ],
      cause:
        'This client has gone over one of the limits per client and time unit (as a rule a minute); the text says which.',
      next: 'Send over fewer connections and more slowly; if the volume is wanted, the administrator raises the limit or puts the client into `smtpd_client_event_limit_exceptions`.',
      fault: 'client',
      references: [
        document('Postfix TUNING_README', 'https://www.postfix.org/TUNING_README.html#conn_limit'),
        setting('anvil_rate_time_unit'),
      ],
      example: '450 4.7.1 Error: too much mail from 203.0.113.9',
    },
    {
      id: 'postfix/too-many-errors',
      by: 'Postfix',
      says: ['error: too many errors'],
      cause: 'The server has refused so many commands of this client that it hangs up.',
      next: 'Look at the replies before: remove unknown recipients and repair the commands that were refused, then connect again.',
      fault: 'client',
      references: [setting('smtpd_hard_error_limit')],
      example: '421 4.7.0 mx.example.org Error: too many errors',
    },
    {
      id: 'postfix/bare-newline',
      by: 'Postfix',
      says: ['error: bare <lf> received'],
      cause:
        'The client ended a line with LF alone; the server forbids that as a defence against SMTP smuggling.',
      next: 'Make the sending program end every line with CR LF, in commands and in the message.',
      fault: 'client',
      references: [setting('smtpd_forbid_bare_newline'), rfc(5321, '2.3.8')],
      example: '550 5.5.2 mx.example.org Error: bare <LF> received',
    },
    {
      id: 'postfix/not-smtp',
      by: 'Postfix',
      says: ['i can break rules, too'],
      cause:
        'The client sent what only web clients or the header of a message would say (such as GET or `Subject:`), and the server ends the session.',
      next: 'Find out what connects to this port: it speaks another protocol, or it sends the message without a successful DATA before.',
      fault: 'client',
      references: [setting('smtpd_forbidden_commands')],
      example: '221 2.7.0 Error: I can break rules, too. Goodbye.',
    },
    {
      id: 'postfix/postscreen-protocol',
      by: 'Postfix',
      says: ['protocol error'],
      codes: ['5.5.1'],
      cause:
        'postscreen caught the client in a fault of the protocol: it spoke before the greeting, pipelined commands, sent bare newlines or something that is not SMTP.',
      next: 'Make the client wait for the greeting and for each reply; what it did is in the log of the server as PREGREET, COMMAND PIPELINING, BARE NEWLINE or NON-SMTP COMMAND.',
      fault: 'client',
      references: [document('Postfix POSTSCREEN_README', 'https://www.postfix.org/POSTSCREEN_README.html')],
      example: '550 5.5.1 Protocol error',
    },
  ]
}
