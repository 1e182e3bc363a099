import { document } from '../references.ts'
import type { ExtensionRow } from './extensionRow.ts'

const nothingElse = {
  keywordParameters: null,
  parameters: [],
  commandLineIncrease: {},
  requires: [],
} as const

/** What each row says that is known from sessions, not from a specification: nobody published one that still stands. */
const unpublished = { ...nothingElse, status: 'vendor', references: [] } as const

/** The manufacturers' own keywords. */
export const vendorExtensions = {
  XCLIENT: {
    ...nothingElse,
    name: 'Postfix XCLIENT',
    summary:
      'Lets a trusted proxy replace what the server knows of the client; the names it may set are listed.',
    useful:
      'A proxy that the server trusts tells who the real client is, by the names listed. Without the keyword the server takes the proxy for the client.',
    keywordParameters: '1*( SP attribute-name )',
    verbs: ['XCLIENT'],
    status: 'vendor',
    references: [document('Postfix XCLIENT_README', 'https://www.postfix.org/XCLIENT_README.html')],
  },
  XFORWARD: {
    ...nothingElse,
    name: 'Postfix XFORWARD',
    summary:
      'Lets a trusted filter pass on who the client was, for logging only; the names it may set are listed.',
    useful:
      'A filter that the server trusts tells who the client was, by the names listed. Without the keyword the log names the filter.',
    keywordParameters: '1*( SP attribute-name )',
    verbs: ['XFORWARD'],
    status: 'vendor',
    references: [document('Postfix XFORWARD_README', 'https://www.postfix.org/XFORWARD_README.html')],
  },
  XEXCH50: {
    ...unpublished,
    name: 'Exchange XEXCH50',
    summary: 'Exchange: transfers properties of the message and its recipients as a binary block.',
    useful: 'Exchange servers of one organisation use it among themselves; everybody else passes it over.',
    verbs: ['XEXCH50'],
  },
  'X-EXPS': {
    ...unpublished,
    name: 'Exchange X-EXPS',
    summary: 'Exchange: authentication between servers of one organisation, with the mechanisms listed.',
    useful: 'Exchange servers log in with it; everybody else uses AUTH.',
    keywordParameters: '*( SP sasl-mech )',
    verbs: ['X-EXPS'],
  },
  'X-LINK2STATE': {
    ...unpublished,
    name: 'Exchange X-LINK2STATE',
    summary: 'Exchange 2003: exchanges link-state routing data.',
    useful: 'Exchange 2003 servers use it among themselves; everybody else passes it over.',
    verbs: ['X-LINK2STATE'],
  },
  'X-ANONYMOUSTLS': {
    ...unpublished,
    name: 'Exchange X-ANONYMOUSTLS',
    summary: 'Exchange: TLS between servers of one organisation, without certificates from an authority.',
    useful: 'Exchange servers of one organisation use it; everybody else uses STARTTLS.',
    verbs: ['X-ANONYMOUSTLS'],
  },
  XRDST: {
    ...unpublished,
    name: 'Exchange XRDST',
    summary: 'Exchange: tells that routing destinations can be passed on with recipients.',
    useful: 'Exchange servers of one organisation use it among themselves; everybody else passes it over.',
    verbs: [],
  },
  XSHADOW: {
    ...unpublished,
    name: 'Exchange XSHADOW',
    summary: 'Exchange: keeps a second copy of a message until it is delivered.',
    useful: 'Exchange servers of one organisation use it among themselves; everybody else passes it over.',
    verbs: [],
    references: [
      document(
        'Shadow redundancy in Exchange Server',
        'https://learn.microsoft.com/en-us/exchange/mail-flow/transport-high-availability/shadow-redundancy',
      ),
    ],
  },
  XOORG: {
    ...unpublished,
    name: 'Exchange XOORG',
    summary: "Exchange: passes on the originator's organisation.",
    useful: 'Exchange servers of one organisation use it among themselves; everybody else passes it over.',
    verbs: [],
  },
  XPROXY: {
    ...unpublished,
    name: 'Exchange XPROXY',
    summary: 'Exchange: lets a front end pass on who the client was.',
    useful: 'Exchange servers of one organisation use it among themselves; everybody else passes it over.',
    verbs: [],
  },
  VERB: {
    ...unpublished,
    name: 'Sendmail VERB',
    summary: 'Sendmail: tells that VERB turns verbose mode on.',
    useful: 'A person sees more of what the server does; a program gains nothing.',
    verbs: ['VERB'],
  },
  ONEX: {
    ...unpublished,
    name: 'Sendmail ONEX',
    summary: 'Sendmail: tells that ONEX may announce a single transaction.',
    useful: 'Nothing is gained by it any more.',
    verbs: ['ONEX'],
  },
  IGNOREQUOTA: {
    ...nothingElse,
    name: 'Cyrus IGNOREQUOTA',
    summary: 'Cyrus, LMTP only: lets the client deliver although the mailbox is over its quota.',
    useful:
      'Add the parameter to RCPT for mail that has to be delivered into a full mailbox. Without the keyword such a recipient is refused with 452 or 552.',
    verbs: [],
    parameters: [
      {
        keyword: 'IGNOREQUOTA',
        commands: ['RCPT'],
        value: 'none',
        pattern: null,
        syntax: '"IGNOREQUOTA"',
        summary: 'Asks to deliver although the mailbox is over its quota.',
      },
    ],
    status: 'vendor',
    references: [
      document(
        'Cyrus IMAP, lmtpengine.c',
        'https://github.com/cyrusimap/cyrus-imapd/blob/master/imap/lmtpengine.c',
      ),
    ],
  },
} as const satisfies Record<string, ExtensionRow>
