import { document, type Reference, rfc } from './references.ts'

/** What the table tells of a SASL mechanism; its name is the key. */
export interface SaslMechanismRow {
  /** One sentence: how it proves who the client is. */
  readonly summary: string
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

const scram = {
  ...proof,
  summary: 'Both sides prove that they know the password, without sending it.',
} as const
const scramPlus = { ...proof, summary: 'As SCRAM without PLUS, and bound to this TLS connection.' } as const
const gs2 = { ...proof, summary: 'Runs a GSS-API mechanism, as a rule Kerberos, inside SASL.' } as const

const mechanisms = {
  PLAIN: {
    ...token,
    summary: 'Sends user name and password as they are; for TLS connections only.',
    references: [rfc(4616, '2'), rfc(4954, '4')],
  },
  LOGIN: {
    ...token,
    serverFirst: true,
    summary: 'Asks for user name and password one after the other and sends them as they are; obsolete.',
    references: [
      document('draft-murchison-sasl-login', 'https://datatracker.ietf.org/doc/draft-murchison-sasl-login/'),
    ],
  },
  'CRAM-MD5': {
    ...challenge,
    summary: "Answers the server's challenge with a keyed MD5 of it; the password can be guessed from that.",
    references: [rfc(2195, '2')],
  },
  'DIGEST-MD5': {
    ...challenge,
    summary: 'Answers a challenge with an MD5 digest, as HTTP does; historic.',
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
    references: [rfc(7628, '3')],
  },
  XOAUTH2: {
    ...token,
    summary:
      "Google's and Microsoft's way to send an OAuth 2.0 access token, which is good until it expires.",
    references: [document('XOAUTH2 mechanism', 'https://developers.google.com/gmail/imap/xoauth2-protocol')],
  },
  XOAUTH: {
    ...proof,
    summary: "Google's way to send a request signed with OAuth 1.0; retired.",
    references: [],
  },
  'PLAIN-CLIENTTOKEN': {
    ...token,
    summary: "Google's own variant of PLAIN, with a token that names the client.",
    references: [],
  },
  GSSAPI: {
    ...proof,
    summary: 'Proves identity with a Kerberos ticket.',
    references: [rfc(4752, '3')],
  },
  'GSS-SPNEGO': {
    ...proof,
    summary: 'Lets both sides choose between Kerberos and NTLM, and then runs that.',
    references: [],
  },
  'GS2-KRB5': { ...gs2, references: [rfc(5801, '1')] },
  'GS2-KRB5-PLUS': { ...gs2, references: [rfc(5801, '1')] },
  NTLM: {
    ...proof,
    summary: "Microsoft's challenge and response, from which the password can be guessed; retired.",
    references: [document('The NTLM Authentication Protocol', 'https://davenport.sourceforge.net/ntlm.html')],
  },
  EXTERNAL: {
    ...proof,
    carriesSecret: false,
    summary: 'Relies on what is known already, as a rule the TLS certificate of the client.',
    references: [rfc(4422, 'A')],
  },
  ANONYMOUS: {
    ...proof,
    carriesSecret: false,
    summary: 'Proves nothing; the client may leave a trace such as an address.',
    references: [rfc(4505, '2')],
  },
  OTP: {
    ...proof,
    summary: 'Answers a challenge with a password that is good once.',
    references: [rfc(2444, '3')],
  },
  SKEY: {
    ...proof,
    summary: 'Answers a challenge with a password that is good once; replaced by OTP.',
    references: [rfc(2222, '7.3')],
  },
  SECURID: {
    ...token,
    summary: 'Sends the passcode of a SecurID device.',
    references: [rfc(2808, '3')],
  },
  KERBEROS_V4: {
    ...challenge,
    summary: 'Proves identity with a ticket of Kerberos 4; replaced by GSSAPI.',
    references: [rfc(2222, '7.1')],
  },
  SAML20: {
    ...proof,
    summary: 'Sends the user to a SAML identity provider, in a browser.',
    references: [rfc(6595, '4')],
  },
  OPENID20: {
    ...proof,
    summary: 'Sends the user to an OpenID provider, in a browser.',
    references: [rfc(6616, '3')],
  },
} as const satisfies Record<string, SaslMechanismRow>

/** Names that are made up from others: a hash function, or a GSS-API mechanism. */
const families: readonly { readonly pattern: RegExp; readonly row: SaslMechanismRow }[] = [
  { pattern: /^SCRAM-[A-Z\d-]+-PLUS$/, row: { ...scramPlus, references: [rfc(5802, '4')] } },
  { pattern: /^SCRAM-[A-Z\d-]+$/, row: { ...scram, references: [rfc(5802, '4')] } },
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
