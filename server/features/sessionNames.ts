import { timestamp } from '../transcript/logHead.ts'

/** Gives everybody in a session a name that is the same in every session: `<recipient-1>` for the first recipient. */
export interface SessionNames {
  /** Names an address, by what it is where it comes first. */
  readonly address: (address: string, role: 'sender' | 'recipient') => string
  /** A text in which client and server present themselves, with names for the hosts in it. */
  readonly introduction: (text: string) => string
  /** Any other text that somebody says, without what is another in each session. */
  readonly text: (text: string) => string
}

const time = new RegExp(String.raw`(?<![\w.])(?:${timestamp})(?: ?\((?:[A-Z]{2,5})\))?(?![\w.])`, 'g')
const dateAlone =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b/g
const mailAddress =
  /<([^<>\s@]+@[^<>\s]+)>|([^\s<>"'(),:;=@]+@[A-Za-z0-9](?:[\w.-]*\w)?|[^\s<>"'(),:;=@]+@\[[^\]\s]*\])/g
const ipAddress =
  /(?<![\w.])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:IPv6:)?(?:[0-9A-Fa-f]{1,4}:){2,7}(?::?[0-9A-Fa-f]{1,4})+|(?:IPv6:)?::1)(?![\w.])/g
const hostName = /(?<![\w@./:-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?![\w@-])/g

/** A word that may be an id of the server's: letters and digits without a sense, as in `4XyZ12abcd` or `1xVdN2-0001fk-0E`. */
const idWord = /(?<![\w.@<-])(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])[A-Za-z0-9][\w.-]{6,}[A-Za-z0-9](?![\w.@>-])/g
const namedId = /\b(id[= ]|queued as |as |[Ii]d: ?|message-id[= ])([A-Za-z0-9][\w.-]{4,})/g

/** Words that look like ids, and are none: names of extensions, protocols and versions. */
const wellKnown =
  /^(?:8BITMIME|SMTPUTF8|UTF8SMTP|X-EXPS|UTF-?8|(?:SHA|MD|RFC|TLS|SSL|TLSv|SSLv|CRAM-MD|DIGEST-MD)[\w.-]*\d[\w.-]*|v?\d+(?:\.\d+)+[a-z]?)$/i

/** Whether a word is made of letters and digits in turns, as no word of a language is. */
function looksLikeId(word: string): boolean {
  if (wellKnown.test(word) || /AES|SHA|CHACHA|GCM|ECDHE/i.test(word)) return false
  const digits = word.replace(/\D/g, '').length
  const turns = word.match(/[A-Za-z]\d|\d[A-Za-z]/g)?.length ?? 0
  return digits >= 2 && (turns >= 2 || digits >= 6)
}

/** Numbers things of one kind in the order in which they come. */
function numbering(prefix: string): (thing: string) => string {
  const numbers = new Map<string, string>()
  return thing => {
    const key = thing.toLowerCase()
    const known = numbers.get(key)
    if (known !== undefined) return known
    const name = `<${prefix}-${numbers.size + 1}>`
    numbers.set(key, name)
    return name
  }
}

/** The names of one session; nothing is known of anybody at first. */
export function sessionNames(): SessionNames {
  const named = new Map<string, string>()
  const number = {
    sender: numbering('sender'),
    recipient: numbering('recipient'),
    other: numbering('address'),
  }
  const ip = numbering('ip')
  const hostNumber = numbering('host')
  const hosts = new Map<string, string>()

  function nameOf(address: string, role: 'sender' | 'recipient' | 'other'): string {
    const key = address.toLowerCase()
    const known = named.get(key)
    if (known !== undefined) return known
    const name = number[role](address)
    named.set(key, name)
    return name
  }
  function nameHost(host: string): string {
    const name = hostNumber(host)
    hosts.set(host.toLowerCase(), name)
    return name
  }
  /** Names stand in angle brackets, so that what has one is left alone by what comes behind. */
  function outside(text: string, change: (part: string) => string): string {
    return text
      .split(/(<(?:sender|recipient|address|ip|host)-\d+>|<time>|<id>|https?:\/\/[^\s<>]+)/)
      .map((part, index) => (index % 2 === 0 ? change(part) : part))
      .join('')
  }
  function general(text: string, host: (name: string) => string): string {
    const withoutTimes = text.replace(time, '<time>').replace(dateAlone, '<time>')
    const withoutAddresses = outside(withoutTimes, part =>
      part.replace(mailAddress, (_, inner?: string, bare = '') => nameOf(inner ?? bare, 'other')),
    )
    const withoutIps = outside(withoutAddresses, part => part.replace(ipAddress, found => ip(found)))
    const withoutHosts = outside(withoutIps, part => part.replace(hostName, host))
    return outside(withoutHosts, part =>
      part
        .replace(namedId, (found, lead: string, id: string) => (/\d/.test(id) ? `${lead}<id>` : found))
        .replace(idWord, word => (looksLikeId(word) ? '<id>' : word)),
    )
  }
  return {
    address: (address, role) => (address === '' ? '<>' : nameOf(address, role)),
    introduction: text => general(text, nameHost),
    text: text => general(text, host => hosts.get(host.toLowerCase()) ?? host),
  }
}
