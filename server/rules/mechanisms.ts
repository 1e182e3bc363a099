/** What rules have to know of a SASL mechanism. */
export interface SaslMechanismFacts {
  /** The server speaks first, so that AUTH has no initial response (RFC 4422 section 5). */
  readonly serverFirst: boolean
  /** Whoever sees the line has the password or token itself. */
  readonly plainSecret: boolean
  /** A line holds a secret or something to guess it by. */
  readonly carriesSecret: boolean
}

const plain = { serverFirst: false, plainSecret: true, carriesSecret: true }
const challenge = { serverFirst: true, plainSecret: false, carriesSecret: true }
const proof = { serverFirst: false, plainSecret: false, carriesSecret: true }
const nothing = { serverFirst: false, plainSecret: false, carriesSecret: false }

const facts: Readonly<Record<string, SaslMechanismFacts>> = {
  PLAIN: plain,
  LOGIN: { ...plain, serverFirst: true },
  XOAUTH2: plain,
  OAUTHBEARER: plain,
  'PLAIN-CLIENTTOKEN': plain,
  'CRAM-MD5': challenge,
  'DIGEST-MD5': challenge,
  KERBEROS_V4: challenge,
  NTLM: proof,
  GSSAPI: proof,
  EXTERNAL: nothing,
  ANONYMOUS: nothing,
}

/**
 * @param name as it stands behind AUTH, in any case
 * @returns what is known of the mechanism; undefined for an unknown one
 */
export function saslMechanismFacts(name: string): SaslMechanismFacts | undefined {
  const upper = name.toUpperCase()
  return facts[upper] ?? (/^(?:SCRAM|GS2)-/.test(upper) ? proof : undefined)
}
