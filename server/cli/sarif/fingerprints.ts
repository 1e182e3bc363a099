import { createHash } from 'node:crypto'
import type { Session } from '../../transcript/session.ts'
import type { ListedProblem } from '../listing.ts'

/** The texts of the lines that say a secret, as far as they may be shown. */
function discreetLines({ exchanges }: Session): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  for (const { line, unit } of exchanges) {
    if (unit.kind === 'auth-response') texts.set(line, '')
    else if (unit.kind === 'command' && unit.verb === 'AUTH') texts.set(line, unit.text)
  }
  return texts
}

/**
 * Makes the fingerprints of one run: asked for its problems in their order, it tells each by its file's own text. A
 * fingerprint is a hash of the rule's id, the line's text, and how many of the same came before in the file, so that it
 * stays when lines are added or removed elsewhere. No secret of AUTH goes into it: a guess could be tried on the hash.
 */
export function fingerprinter(): (listed: ListedProblem) => string {
  let last: { readonly of: Session; readonly texts: ReadonlyMap<number, string> } | undefined
  const counts = new Map<string, number>()
  return ({ file, placed: { session }, problem: { rule, span } }) => {
    if (last?.of !== session) last = { of: session, texts: discreetLines(session) }
    const text = last.texts.get(span.line) ?? session.texts[span.line] ?? ''
    const key = JSON.stringify([file, rule.id, text])
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return createHash('sha256')
      .update(JSON.stringify([rule.id, text, count]))
      .digest('hex')
      .slice(0, 32)
  }
}
