/** A stretch of a reply's text; offsets in UTF-16 units, `end` exclusive. */
export interface Wording {
  readonly kind: 'greylisting' | 'retry' | 'temporary' | 'no such user' | 'no retry'
  readonly start: number
  readonly end: number
}

interface Pattern {
  readonly kind: Wording['kind']
  readonly pattern: RegExp
}

/** What a server says of a failure that passes. */
const temporary: readonly Pattern[] = [
  { kind: 'greylisting', pattern: /\bgr[ae]y-?list(?:ed|ing)\b/gi },
  {
    kind: 'retry',
    pattern:
      /\b(?:try|retry|come back|resend|re-send|call back|send)(?: (?:it|this|the|your|again|sending|to send|e?-?mail|message|delivery|your message|the message)){0,4} (?:later|at a later time|(?:in|after) (?:about |at least |a few |some |\d{1,5} ?)(?:seconds?|secs?|minutes?|mins?|hours?|s|m|h)\b)/gi,
  },
  {
    kind: 'temporary',
    pattern:
      /\btemporary (?:\w{1,20} )?(?:failure|error|problem|rejection|deferral)\b|\btemporar(?:il)?y (?:deferred|rejected|refused|delayed|unavailable|rate[- ]limited|unable)\b/gi,
  },
]

/** What a server says of a failure that stays. */
const permanent: readonly Pattern[] = [
  {
    kind: 'no such user',
    pattern:
      /\bno such (?:user|mailbox|recipient|account|person)\b|\bunknown (?:local )?(?:user|recipient|mailbox)\b(?!s)|\b(?:user|mailbox|recipient|account)(?: address)?(?: <[^<> ]{1,200}>)? (?:is )?(?:unknown|not (?:found|known)|does(?: not|n['\u2019]t) exist|(?:is )?no longer valid)\b/gi,
  },
  {
    kind: 'no retry',
    pattern:
      /\bretrying will not succeed\b|\b(?:do not|don['\u2019]t) (?:retry|try again)\b|\bpermanent(?:ly)? (?:\w{1,20} )?(?:failure|error|rejected|rejection|deferred|failed)\b/gi,
  },
]

/** Behind these a phrase means something else, as in "do not try again later" or "if it fails try again later". */
const turnedAround =
  /\b(?:not|never|cannot|can't|won't|don't|if|unless|when|rather than|instead of)\b[^.;!]*$/i

/** Mentions of a permanent failure that a server means to pass, or knows from somebody else. */
const hedged =
  /\btemporar|\blater\b|\btry again\b|\bgr[ae]y-?list|\bdeferred\b|\bunverified\b|\bverif|\blook-?up\b|\btime-?d? ?out\b|\btoo many\b|\bat this time\b|\bnow\b|\bcurrently\b/i

/** Words of another server, which this one only passes on, and results of a check whose names sound like these. */
const quoted = /\bsaid:|\bresponse: [2-5]\d\d\b|\bin reply to\b/i
const checked = /\b(?:SPF|DKIM|DMARC)\b/

/** Addresses and links are names: what they contain says nothing. Blanked, so that offsets stay. */
function withoutNames(text: string): string {
  return text.replace(/<[^<>\s]{1,320}>|\bhttps?:\S{1,500}|\S{1,100}@\S{1,255}/gi, name =>
    name.startsWith('<') ? `<${'x'.repeat(name.length - 2)}>` : 'x'.repeat(name.length),
  )
}

function find(text: string, patterns: readonly Pattern[]): Wording | null {
  for (const { kind, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, match.index - 60), match.index)
      if (kind !== 'no retry' && turnedAround.test(before)) continue
      return { kind, start: match.index, end: match.index + match[0].length }
    }
  }
  return null
}

/**
 * @param text the text of a reply, without code
 * @returns the words by which it says that the failure passes: greylisting, "try again later", a temporary failure; null
 *   for anything else, also for "temporarily disabled", which is a state of the account and not of the delivery
 */
export function temporaryWording(text: string): Wording | null {
  const plain = withoutNames(text)
  if (quoted.test(plain) || find(plain, permanent)?.kind === 'no retry') return null
  return find(plain, temporary)
}

/**
 * @param text the text of a reply, without code
 * @returns the words by which it says that the failure stays: no such user, or no use in trying again; null where it also
 *   has words for a failure that passes, or only passes on what another server said
 */
export function permanentWording(text: string): Wording | null {
  const plain = withoutNames(text)
  if (quoted.test(plain) || checked.test(plain)) return null
  const found = find(plain, permanent)
  if (found?.kind === 'no such user' && hedged.test(plain)) return null
  return found
}
