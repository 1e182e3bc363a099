import type { Exchange, Reply } from '../../transcript/session.ts'

/** So many replies to one message are told one by one. */
const toldSingly = 3

function codesOf({ code, enhancedCode }: Reply): string {
  const codes = enhancedCode === null ? `${code}` : `${code} ${enhancedCode}`
  return code >= 400 ? `✗ ${codes}` : codes
}

/**
 * What an exchange got, in short: `250 2.1.5`, `✗ 450 4.2.0`; in LMTP the replies for all recipients, and of many the
 * refusals with how many of all they are, as in `✗ 550 5.1.1, ✗ 452 4.2.2 (2/8)`.
 */
export function repliesInShort({ replies }: Exchange): string {
  const [only] = replies
  if (!only) return ''
  if (replies.length <= toldSingly) return replies.map(codesOf).join(', ')
  const refused = replies.filter(({ code }) => code >= 400)
  const told = refused.length > 0 ? refused : replies
  return `${told.slice(0, toldSingly).map(codesOf).join(', ')}${told.length > toldSingly ? ', …' : ''} (${told.length}/${replies.length})`
}
