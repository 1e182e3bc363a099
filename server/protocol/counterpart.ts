import { enhancedStatusCodeFacts, parseEnhancedStatusCode } from './enhancedStatusCodes.ts'
import { replyCodePairs } from './replyCodePairs.ts'
import { isKnownReplyCode } from './replyCodes.ts'

/** Of codes that several pairs name, the one that is meant most often where the order of the pairs would say another. */
const likeliest: Readonly<Record<number, number>> = {
  452: 552,
  501: 500,
  530: 535,
  535: 530,
  554: 550,
}

/** The codes that a reply code is often mixed up with: those of the notes on pairs, the likeliest first. */
export function mixedUpWith(code: number): readonly number[] {
  const others = replyCodePairs.flatMap(({ codes: [a, b] }) => (a === code ? [b] : b === code ? [a] : []))
  const first = likeliest[code]
  return first !== undefined && others.includes(first)
    ? [first, ...others.filter(other => other !== first)]
    : others
}

/** The code of each class that says the least beyond its class. */
const mostGeneral: Readonly<Record<string, readonly [string, string]>> = {
  2: ['250', '2.0.0'],
  3: ['354', '5.0.0'],
  4: ['451', '4.0.0'],
  5: ['554', '5.0.0'],
}

/**
 * @param code a reply code (`450`) or an enhanced status code (`4.2.1`), known or not
 * @returns the code that a person is most likely to mix it up with: that of a note on pairs; else the same one with 4
 *   for 5 or 5 for 4; else the most general of its class, which for that itself is the failure
 */
export function counterpartOf(code: string): string {
  const enhanced = parseEnhancedStatusCode(code)
  const [reply, status] = mostGeneral[code.charAt(0)] ?? ['554', '5.0.0']
  const candidates = enhanced
    ? [
        ...otherClassOf(code).filter(() => enhancedStatusCodeFacts(enhanced).known === 'code'),
        status,
        '5.0.0',
      ]
    : [
        ...mixedUpWith(Number(code)).map(String),
        ...otherClassOf(code).filter(other => isKnownReplyCode(Number(other))),
        reply,
        '554',
      ]
  return candidates.find(candidate => candidate !== code) ?? '250'
}

function otherClassOf(code: string): readonly string[] {
  const other = { 4: '5', 5: '4' }[code.charAt(0)]
  return other === undefined ? [] : [other + code.slice(1)]
}
