import type { ReplyCodePair } from '../replyCodePairs.ts'

/** Further pairs of replies about AUTH and TLS. */
export const securityPairs: readonly ReplyCodePair[] = [
  {
    codes: [534, 535],
    lead: '535 says that the credentials are wrong; 534 says that they may be right, but not with this mechanism.',
    differences: [
      'Asking for the password again is right after 535 and useless after 534.',
      'Gmail: 535 5.7.8 for a wrong password, 534 5.7.9 where the account wants an application-specific one.',
    ],
    receiving:
      'After 534 use a stronger mechanism, OAuth or an application password; after 535 other credentials.',
    serving:
      'Choose 534 when policy rules the mechanism out for this user, 535 when the check failed, without telling whether user or password was wrong.',
  },
  {
    codes: [525, 535],
    lead: '535 says that the credentials are wrong; 525 that they are right, but the account is disabled.',
    differences: ['525 tells a stranger that a password is right; many servers therefore say 535 for both.'],
    receiving: 'After 535 correct the credentials; after 525 only the administrator can help.',
    serving: 'Choose 535 unless telling that an account exists and is disabled does no harm.',
  },
  {
    codes: [530, 550],
    lead: '530 says that this client has to prove who it is first; 550 says no whoever it is, or does not say.',
    differences: [
      'Relaying for a client that has not authenticated gets 530 from some servers and 550 5.7.1 from most; AUTH heals both.',
      '530 is about the session, so that every MAIL gets it; 550 to RCPT is about this one recipient.',
    ],
    receiving:
      'After 530 authenticate or start TLS and repeat the command. After 550 with a text on relaying do the same; else correct the address.',
    serving: 'Choose 530 when AUTH or TLS would make the same command acceptable, 550 when it would not.',
  },
  {
    codes: [530, 538],
    lead: 'Both can ask for TLS: 530 before any command, 538 only before AUTH with a mechanism that shows the password.',
    differences: [
      'RFC 4954 6 keeps 538 for history only: a server should not announce such a mechanism before TLS is on, so that nobody tries it.',
    ],
    receiving: 'Send STARTTLS, EHLO and the command again.',
    serving:
      'Choose 530 where TLS is required, and announce AUTH PLAIN and LOGIN under TLS only instead of 538.',
  },
  {
    codes: [454, 530],
    lead: '454 says that AUTH or TLS does not work at the moment; 530 says that it is wanted and has not been done.',
    differences: [
      'After 454 the server is at fault, after 530 the client left out a step.',
      'Postfix says "454 4.7.1 Relay access denied" where relaying is refused for now; that is policy and not a broken AUTH.',
    ],
    receiving: 'After 454 retry later; after 530 authenticate or start TLS now.',
    serving: 'Choose 454 only in reply to AUTH and STARTTLS, 530 in reply to the commands that need them.',
  },
  {
    codes: [432, 534],
    lead: 'Both want another mechanism: 432 once, to store the password anew; 534 for good.',
    differences: [
      'After 432 the mechanism of the first try works in later sessions; after 534 it stays forbidden.',
      'Exchange Online uses 432 4.3.2 for something else: too many deliveries at once.',
    ],
    receiving: 'After 432 authenticate once with PLAIN under TLS; after 534 choose a stronger mechanism.',
    serving:
      'Choose 432 only if one login with PLAIN removes the cause, 534 if policy forbids the mechanism.',
  },
  {
    codes: [523, 530],
    lead: 'Both ask for TLS: 530 by an RFC, 523 only by the registry of enhanced status codes, which names it beside X.7.10.',
    differences: [
      '530 may also ask for AUTH; its text and its enhanced status code say which of the two is wanted.',
    ],
    receiving: 'Send STARTTLS, EHLO and the command again.',
    serving: 'Choose 530 with 5.7.0 or 5.7.10: every client knows it.',
  },
  {
    codes: [524, 538],
    lead: 'Both refuse an AUTH mechanism that needs TLS: 538 by RFC 4954, 524 only by the registry of enhanced status codes.',
    differences: ['Neither is needed where such a mechanism is announced only under TLS.'],
    receiving: 'Send STARTTLS, EHLO and AUTH again.',
    serving: 'Announce the mechanism under TLS only; a client that tries it before gets 538 or 504.',
  },
]
