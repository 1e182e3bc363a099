import * as l10n from '@vscode/l10n'
import {
  type EnhancedStatusCode,
  isForeseenEnhancedClass,
  parseEnhancedStatusCode,
} from '../../protocol/enhancedStatusCodes.ts'
import { rfc } from '../../protocol/references.ts'
import { enhancedCodesIn } from '../evidence/enhancedCodes.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** The same code in the class of the reply; where the registry has no such thing, the class alone. */
function inClass({ text }: EnhancedStatusCode, digit: number): string {
  const corrected = `${digit}${text.slice(1)}`
  const parsed = parseEnhancedStatusCode(corrected)
  const isForeseen = parsed !== undefined && isForeseenEnhancedClass(parsed)
  return isForeseen ? corrected : `${digit}.0.0`
}

/** An enhanced status code that contradicts the reply code in front of it. */
export const enhancedClassMismatch: Rule = {
  id: 'reply/enhanced-class-mismatch',
  title: 'Enhanced status code of another class than the reply',
  fault: 'server',
  severity: 'error',
  onlyWith: ['enhanced'],
  references: [rfc(2034, '4'), rfc(3463, '2')],
  what: 'An enhanced status code whose first digit differs from that of the reply code.',
  why: 'The two say different things about success, retry and failure. Clients act on the reply code, but bounces and statistics repeat the other.',
  remedy: 'Let the enhanced status code begin with the first digit of the reply code.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY bob
S: 250 5.1.1 bob@example.org
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY bob
S: 250 2.1.5 bob@example.org
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    for (const { code, span, given } of enhancedCodesIn(session)) {
      const digit = Math.trunc(given.reply.code / 100)
      if (code.class === digit || digit === 3 || digit < 2 || digit > 5) continue
      const corrected = inClass(code, digit)
      yield {
        span,
        message: l10n.t`${code.text} contradicts the reply code ${given.reply.code}: it would have to begin with ${digit}.`,
        related: given.reply.codeSpans
          .slice(0, 1)
          .map(at => ({ span: at, message: l10n.t`Clients go by this code.` })),
        fixes: () => [
          fixOf(
            l10n.t`Change ${code.text} to ${corrected}`,
            ...given.reply.enhancedCodeSpans.map(at => replaceAt(at, corrected)),
          ),
        ],
      }
    }
  },
}
