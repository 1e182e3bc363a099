import { isKnownReplyCode } from '../../protocol/replyCodes.ts'

/** A place in a line where a command or a reply could begin. */
export interface Anchor {
  /** UTF-16 column. */
  readonly start: number
  readonly kind: 'command' | 'reply'
  /** The verb in upper case, or the reply code. */
  readonly word: string
}

/** What can stand behind a command that has no argument: the end, a quote, or a line end that is spelled out. */
const end = String.raw`(?=\s*$|["'\`]|\\[rn]|\s*<(?:br|CR)|\s+state=\d)`

const command = new RegExp(
  String.raw`(?:(EHLO|HELO|LHLO) +[\w.:[\]-]|(MAIL) FROM ?:|(RCPT) TO ?:|(DATA|QUIT|RSET|STARTTLS|NOOP|HELP)${end}|(AUTH) (?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|NTLM|GSSAPI|EXTERNAL|XOAUTH2?|OAUTHBEARER|SCRAM-\S+)|(BDAT) +\d|(VRFY|EXPN) +\S+${end}|(EHLO)${end})`,
  'iy',
)
const reply = /([2-5][0-5]\d)(?=[ -](?![:;,|])|\s*$|["'`])/y

/** No line has more places worth looking at. */
const mostAnchors = 4

/** No prefix is longer. */
const longestPrefix = 240

const wordCharacter = /[\w.=]/

/**
 * The places in a line, from left to right, at which a command or a reply could begin: at its start, or behind what is
 * no part of a word.
 */
export function anchorsIn(line: string): readonly Anchor[] {
  const anchors: Anchor[] = []
  const last = Math.min(line.length, longestPrefix)
  for (let start = 0; start < last && anchors.length < mostAnchors; start++) {
    if (start > 0 && wordCharacter.test(line[start - 1] ?? '')) continue
    const code = line.charCodeAt(start)
    if (code >= 0x32 && code <= 0x35) {
      reply.lastIndex = start
      const word = reply.exec(line)?.[1]
      if (word !== undefined && isKnownReplyCode(Number(word))) anchors.push({ start, kind: 'reply', word })
    } else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) {
      command.lastIndex = start
      const word = command.exec(line)?.slice(1).find(Boolean)?.toUpperCase()
      if (word !== undefined) anchors.push({ start, kind: 'command', word })
    }
  }
  return anchors
}
