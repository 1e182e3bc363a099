import { rfc } from '../references.ts'
import type { ExtensionRow } from './extensionRow.ts'

/** What each row says that only offers a command. */
const nothingElse = {
  keywordParameters: null,
  parameters: [],
  commandLineIncrease: {},
  requires: [],
} as const

/** Keywords that only tell that a command is there; BDAT, AUTH and STARTTLS stand with the extensions of transport. */
export const commandExtensions = {
  ETRN: {
    ...nothingElse,
    name: 'Remote Message Queue Starting',
    summary: 'Lets the client ask the server to start its queue for a node.',
    useful:
      'A server that has come online asks for the mail that waits for it, which then comes over another connection. Without the keyword it has to wait for the next attempt.',
    verbs: ['ETRN'],
    status: 'standard',
    references: [rfc(1985, '3'), rfc(1985, '5'), rfc(6409, '7')],
  },
  ATRN: {
    ...nothingElse,
    name: 'On-Demand Mail Relay',
    summary: 'Lets an authenticated client turn the connection around to collect its mail, on port 366.',
    useful:
      'After AUTH the connection is turned around, and the waiting mail comes over it. Without the keyword there is no mail to collect in this way.',
    verbs: ['ATRN'],
    status: 'standard',
    references: [rfc(2645, '5'), rfc(6409, '7')],
  },
  BURL: {
    ...nothingElse,
    name: 'Message Submission BURL',
    summary: 'Submission only: the server fetches content from an IMAP server that it trusts.',
    useful:
      'Name a stored message by its IMAP URL, so that it need not be sent a second time. Without the keyword, which may be announced only after AUTH, send the content with DATA or BDAT.',
    keywordParameters: '*( SP ( "imap" / "imap://" authority ) )',
    verbs: ['BURL'],
    requires: ['8BITMIME'],
    status: 'standard',
    references: [rfc(4468, '3')],
  },
  EXPN: {
    ...nothingElse,
    name: 'Expand',
    summary: 'Tells that EXPN shows the members of mailing lists.',
    useful:
      'The members of a list can be asked for. Without the keyword a client may still try, and gets 502 where the command is not there.',
    verbs: ['EXPN'],
    status: 'standard',
    references: [rfc(5321, '3.5.2'), rfc(5321, '4.1.1.7')],
  },
  HELP: {
    ...nothingElse,
    name: 'Help',
    summary: 'Tells that HELP gives help.',
    useful:
      'A person can ask for help; a program gains nothing. Without the keyword a client may still try, and gets 502 where the command is not there.',
    verbs: ['HELP'],
    status: 'standard',
    references: [rfc(5321, '4.1.1.8')],
  },
  VRFY: {
    ...nothingElse,
    name: 'Verify',
    summary: 'Tells that VRFY is there; every server has to have it, so that nothing is gained.',
    useful:
      'Nothing is gained: the command is there without the keyword, too, and most servers answer 252 to every question.',
    verbs: ['VRFY'],
    status: 'standard',
    references: [rfc(5321, '3.5.2'), rfc(5321, '4.1.1.6')],
  },
  TURN: {
    ...nothingElse,
    name: 'Turn',
    summary: 'Lets the client swap the roles without authentication, for which it was retired.',
    useful: 'Nothing: anybody could collect the mail of others with it, so use ATRN or ETRN.',
    verbs: ['TURN'],
    status: 'obsolete',
    references: [rfc(5321, 'F.1')],
  },
  SEND: {
    ...nothingElse,
    name: 'Send',
    summary: 'Lets the client deliver to a terminal, which nobody does any more.',
    useful: 'Nothing: use MAIL, whatever is announced.',
    verbs: ['SEND'],
    status: 'obsolete',
    references: [rfc(5321, 'F.6'), rfc(821, '3.4')],
  },
  SOML: {
    ...nothingElse,
    name: 'Send or mail',
    summary: 'Lets the client deliver to a terminal or a mailbox, which nobody does any more.',
    useful: 'Nothing: use MAIL, whatever is announced.',
    verbs: ['SOML'],
    status: 'obsolete',
    references: [rfc(5321, 'F.6'), rfc(821, '3.4')],
  },
  SAML: {
    ...nothingElse,
    name: 'Send and mail',
    summary: 'Lets the client deliver to a terminal and a mailbox, which nobody does any more.',
    useful: 'Nothing: use MAIL, whatever is announced.',
    verbs: ['SAML'],
    status: 'obsolete',
    references: [rfc(5321, 'F.6'), rfc(821, '3.4')],
  },
} as const satisfies Record<string, ExtensionRow>
