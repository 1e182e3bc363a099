import { document, type Reference, rfc } from './references.ts'

/** What the table tells of a SASL mechanism; its name is the key. */
export interface SaslMechanismRow {
  /** One sentence: how it proves who the client is. */
  readonly summary: string
  /** One sentence: what somebody who sees the connection learns, and when it may be used. */
  readonly protection: string
  /** Whether the server speaks first, so that AUTH has no initial response (RFC 4422 5). */
  readonly serverFirst: boolean
  /** Whether whoever sees the line has the password or token itself; base64 hides nothing (RFC 4954 9). */
  readonly plainSecret: boolean
  /** Whether a line holds a secret or something to guess it by: a token, a hash, a proof, a ticket. */
  readonly carriesSecret: boolean
  /** Empty where nobody published a specification. */
  readonly references: readonly Reference[]
}

/** All that is known of one mechanism. */
export interface SaslMechanismFacts extends SaslMechanismRow {
  /** In upper case. */
  readonly name: string
}

const token = { serverFirst: false, plainSecret: true, carriesSecret: true } as const
const challenge = { serverFirst: true, plainSecret: false, carriesSecret: true } as const
const proof = { serverFirst: false, plainSecret: false, carriesSecret: true } as const

const boundToTls =
  'Nobody can pass the proof on to another connection, so that somebody in the middle is found out; it works inside TLS alone.'

const scram = {
  ...proof,
  summary: 'Both sides prove that they know the password, without sending it.',
  protection:
    'Whoever listens can try guesses of the password, each at the cost of many rounds of a hash; use it inside TLS all the same.',
} as const
const scramPlus = {
  ...proof,
  summary: 'As SCRAM without PLUS, and bound to this TLS connection.',
  protection: boundToTls,
} as const
const gs2 = {
  ...proof,
  summary: 'Runs a GSS-API mechanism, as a rule Kerberos, inside SASL.',
  protection:
    'Whoever listens sees what the mechanism shows, with Kerberos a ticket that is useless to others; use it inside TLS, which hides the mail as well.',
} as const

const mechanisms = {
  PLAIN: {
    ...token,
    summary: 'Sends user name and password as they are; for TLS connections only.',
    protection:
      'Whoever listens has user name and password; use it only inside TLS with a verified certificate.',
    references: [rfc(4616, '2'), rfc(4954, '4')],
  },
  LOGIN: {
    ...token,
    serverFirst: true,
    summary: 'Asks for user name and password one after the other and sends them as they are; obsolete.',
    protection:
      'Whoever listens has user name and password; use it only inside TLS, and only where PLAIN is not offered.',
    references: [
      document('draft-murchison-sasl-login', 'https://datatracker.ietf.org/doc/draft-murchison-sasl-login/'),
    ],
  },
  'CRAM-MD5': {
    ...challenge,
    summary: "Answers the server's challenge with a keyed MD5 of it; the password can be guessed from that.",
    protection:
      'Whoever listens can try any number of guesses of the password against the answer; use it only inside TLS.',
    references: [rfc(2195, '2')],
  },
  'DIGEST-MD5': {
    ...challenge,
    summary: 'Answers a challenge with an MD5 digest, as HTTP does; historic.',
    protection:
      'Whoever listens can try any number of guesses of the password against the answer; prefer SCRAM, and use it only inside TLS.',
    references: [rfc(2831, '2'), rfc(6331, '1')],
  },
  'SCRAM-SHA-1': { ...scram, references: [rfc(5802, '5')] },
  'SCRAM-SHA-1-PLUS': { ...scramPlus, references: [rfc(5802, '6')] },
  'SCRAM-SHA-256': { ...scram, references: [rfc(7677, '3'), rfc(5802, '5')] },
  'SCRAM-SHA-256-PLUS': { ...scramPlus, references: [rfc(7677, '3'), rfc(5802, '6')] },
  'SCRAM-SHA-512': { ...scram, references: [rfc(5802, '5')] },
  'SCRAM-SHA-512-PLUS': { ...scramPlus, references: [rfc(5802, '6')] },
  'SCRAM-SHA3-512': { ...scram, references: [rfc(5802, '5')] },
  'SCRAM-SHA3-512-PLUS': { ...scramPlus, references: [rfc(5802, '6')] },
  OAUTHBEARER: {
    ...token,
    summary: 'Sends an OAuth 2.0 access token, which is good until it expires.',
    protection:
      'Whoever listens can use the token until it expires; use it only inside TLS with a verified certificate.',
    references: [rfc(7628, '3')],
  },
  XOAUTH2: {
    ...token,
    summary:
      "Google's and Microsoft's way to send an OAuth 2.0 access token, which is good until it expires.",
    protection:
      'Whoever listens can use the token until it expires; use it only inside TLS with a verified certificate.',
    references: [document('XOAUTH2 mechanism', 'https://developers.google.com/gmail/imap/xoauth2-protocol')],
  },
  XOAUTH: {
    ...proof,
    summary: "Google's way to send a request signed with OAuth 1.0; retired.",
    protection:
      'Whoever listens sees a signed request, and not the key that signed it; use OAUTHBEARER in its place.',
    references: [],
  },
  'PLAIN-CLIENTTOKEN': {
    ...token,
    summary: "Google's own variant of PLAIN, with a token that names the client.",
    protection: 'Whoever listens has user name, password and token; use it only inside TLS.',
    references: [],
  },
  GSSAPI: {
    ...proof,
    summary: 'Proves identity with a Kerberos ticket.',
    protection:
      'Whoever listens sees a ticket that is useless to others; use it where client and server belong to one Kerberos realm or to realms that trust each other.',
    references: [rfc(4752, '3')],
  },
  'GSS-SPNEGO': {
    ...proof,
    summary: 'Lets both sides choose between Kerberos and NTLM, and then runs that.',
    protection:
      'Whoever listens learns nothing of use where Kerberos is chosen, and can try guesses of the password where it is NTLM; use it only inside TLS.',
    references: [],
  },
  'GS2-KRB5': { ...gs2, references: [rfc(5801, '1')] },
  'GS2-KRB5-PLUS': { ...gs2, protection: boundToTls, references: [rfc(5801, '1')] },
  NTLM: {
    ...proof,
    summary: "Microsoft's challenge and response, from which the password can be guessed; retired.",
    protection:
      'Whoever listens can try guesses of the password, and whoever stands in between can log in elsewhere with the answer; use it only inside TLS, and only where nothing better is offered.',
    references: [document('The NTLM Authentication Protocol', 'https://davenport.sourceforge.net/ntlm.html')],
  },
  EXTERNAL: {
    ...proof,
    carriesSecret: false,
    summary: 'Relies on what is known already, as a rule the TLS certificate of the client.',
    protection: 'Nothing secret is sent; use it where the client has shown a certificate of its own in TLS.',
    references: [rfc(4422, 'A')],
  },
  ANONYMOUS: {
    ...proof,
    carriesSecret: false,
    summary: 'Proves nothing; the client may leave a trace such as an address.',
    protection: 'Nothing secret is sent, and nobody is identified; use it where everybody may come in.',
    references: [rfc(4505, '2')],
  },
  OTP: {
    ...proof,
    summary: 'Answers a challenge with a password that is good once.',
    protection:
      'Whoever listens sees a password that is used up, but can try guesses of the phrase behind it; use it inside TLS.',
    references: [rfc(2444, '3')],
  },
  SKEY: {
    ...proof,
    summary: 'Answers a challenge with a password that is good once; replaced by OTP.',
    protection:
      'Whoever listens sees a password that is used up, but can try guesses of the phrase behind it; use OTP in its place, and inside TLS.',
    references: [rfc(2222, '7.3')],
  },
  SECURID: {
    ...token,
    summary: 'Sends the passcode of a SecurID device.',
    protection: 'Whoever listens has a passcode that is good for a short time; use it only inside TLS.',
    references: [rfc(2808, '3')],
  },
  KERBEROS_V4: {
    ...challenge,
    summary: 'Proves identity with a ticket of Kerberos 4; replaced by GSSAPI.',
    protection: 'Whoever listens sees a ticket whose encryption is weak by now; use GSSAPI in its place.',
    references: [rfc(2222, '7.1')],
  },
  SAML20: {
    ...proof,
    summary: 'Sends the user to a SAML identity provider, in a browser.',
    protection:
      'Whoever listens learns who the provider is and where the login happens, but no password, which the browser sends elsewhere; use it inside TLS.',
    references: [rfc(6595, '4')],
  },
  OPENID20: {
    ...proof,
    summary: 'Sends the user to an OpenID provider, in a browser.',
    protection:
      'Whoever listens learns who the provider is and where the login happens, but no password, which the browser sends elsewhere; use it inside TLS.',
    references: [rfc(6616, '3')],
  },
} as const satisfies Record<string, SaslMechanismRow>

/** Names that are made up from others: a hash function, or a GSS-API mechanism. */
const families: readonly { readonly pattern: RegExp; readonly row: SaslMechanismRow }[] = [
  { pattern: /^SCRAM-[A-Z\d-]+-PLUS$/, row: { ...scramPlus, references: [rfc(5802, '4')] } },
  { pattern: /^SCRAM-[A-Z\d-]+$/, row: { ...scram, references: [rfc(5802, '4')] } },
  {
    pattern: /^GS2-[A-Z\d-]+-PLUS$/,
    row: { ...gs2, protection: boundToTls, references: [rfc(5801, '3.1')] },
  },
  { pattern: /^GS2-[A-Z\d-]+$/, row: { ...gs2, references: [rfc(5801, '3.1')] } },
]

const facts: ReadonlyMap<string, SaslMechanismFacts> = new Map(
  Object.entries<SaslMechanismRow>(mechanisms).map(([name, row]) => [name, { name, ...row }]),
)

/** Every mechanism that has a row, in upper case, the usual ones first. */
export const saslMechanismNames: readonly string[] = [...facts.keys()]

/**
 * @param name as it stands behind AUTH, in any case
 * @returns what is known of the mechanism, or of its family (SCRAM, GS2); undefined for an unknown one
 */
export function saslMechanismFacts(name: string): SaslMechanismFacts | undefined {
  const upper = name.toUpperCase()
  const known = facts.get(upper)
  if (known) return known
  const family = families.find(({ pattern }) => pattern.test(upper))
  return family && { name: upper, ...family.row }
}

/**
 * Whether the server asks back whatever the client sends with AUTH, so that an initial response does not end the
 * exchange; known by the family of the name, also of mechanisms that the table does not have.
 */
export function hasMoreSteps(name: string): boolean {
  return /^(?:LOGIN|CRAM-|DIGEST-|SCRAM-|NTLM|GSSAPI|GSS-|KERBEROS)/i.test(name)
}

/** Which of the client's lines holds the secret of a mechanism, from 0; of LOGIN its challenges tell. */
export function secretStep(name: string): number {
  return /^(?:SCRAM-|NTLM$|GSS-SPNEGO$)/.test(name) ? 1 : 0
}
