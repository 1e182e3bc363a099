/** An argument of a command. */
export interface ArgumentFacts {
  /** As it stands in the form of the command, in brackets where it may be left out. */
  readonly label: string
  /** One sentence. */
  readonly about: string
}

/** The form of a command line: the verb, then arguments and what stands between them. */
export interface CommandForm {
  /** What stands in front of the first argument, the verb with the space or the words behind it. */
  readonly start: string
  /** Each is set apart from the one before by a space. */
  readonly arguments: readonly ArgumentFacts[]
}

const client = {
  label: 'domain',
  about: 'The full host name of the client, or its address as in [192.0.2.1] or [IPv6:2001:db8::1].',
} as const
const string = { label: '[string]', about: 'Anything; the server ignores it.' } as const
const last = {
  label: '[LAST]',
  about: 'Marks the last chunk: with it the message is complete, and the reply is about the message.',
} as const
const smtputf8 = {
  label: '[SMTPUTF8]',
  about: 'The reply may hold characters beyond ASCII; only where the server announced SMTPUTF8.',
} as const
const attributes = {
  label: 'name=value …',
  about: 'Attributes of the real client, the value in xtext; the server announced which names it takes.',
} as const

/** The forms of the commands that have arguments (RFC 5321 section 4.1.1 and the extensions); the others stand alone. */
export const argumentForms: Readonly<Record<string, CommandForm>> = {
  EHLO: { start: 'EHLO ', arguments: [client] },
  HELO: { start: 'HELO ', arguments: [client] },
  LHLO: { start: 'LHLO ', arguments: [client] },
  MAIL: {
    start: 'MAIL FROM:',
    arguments: [
      {
        label: '<reverse-path>',
        about: 'The address that bounces go to, in angle brackets; <> for a message that must get no bounce.',
      },
      {
        label: '[parameters]',
        about: 'Parameters of extensions that the server announced, each set apart by a space.',
      },
    ],
  },
  RCPT: {
    start: 'RCPT TO:',
    arguments: [
      {
        label: '<forward-path>',
        about: 'One address that the message is to be delivered to, in angle brackets; or <Postmaster>.',
      },
      {
        label: '[parameters]',
        about: 'Parameters of extensions that the server announced, each set apart by a space.',
      },
    ],
  },
  AUTH: {
    start: 'AUTH ',
    arguments: [
      { label: 'mechanism', about: 'A SASL mechanism that the reply to EHLO offers.' },
      {
        label: '[initial-response]',
        about:
          'What the client says first, in base64, or = for nothing: a secret that belongs into no transcript.',
      },
    ],
  },
  BDAT: {
    start: 'BDAT ',
    arguments: [
      {
        label: 'octets',
        about: 'How many octets follow behind the line end of this command; nothing is added or taken off.',
      },
      last,
    ],
  },
  BURL: {
    start: 'BURL ',
    arguments: [{ label: 'imap-url', about: 'What the server is to fetch and add to the message.' }, last],
  },
  VRFY: {
    start: 'VRFY ',
    arguments: [{ label: 'string', about: 'A user or an address to ask for.' }, smtputf8],
  },
  EXPN: {
    start: 'EXPN ',
    arguments: [{ label: 'string', about: 'The name of a mailing list.' }, smtputf8],
  },
  HELP: {
    start: 'HELP ',
    arguments: [{ label: '[string]', about: 'What help is wanted for, as a rule a verb.' }],
  },
  NOOP: { start: 'NOOP ', arguments: [string] },
  ETRN: {
    start: 'ETRN ',
    arguments: [
      {
        label: 'node',
        about:
          'The domain whose queue is to be started; @ in front of it includes all below, # names a queue.',
      },
    ],
  },
  ATRN: {
    start: 'ATRN ',
    arguments: [{ label: '[domain,…]', about: 'The domains whose mail is to be collected; none for all.' }],
  },
  XCLIENT: { start: 'XCLIENT ', arguments: [attributes] },
  XFORWARD: { start: 'XFORWARD ', arguments: [attributes] },
}
