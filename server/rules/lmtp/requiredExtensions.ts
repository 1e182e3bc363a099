import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { announcedBy } from '../../transcript/announcements.ts'
import type { Exchange } from '../../transcript/session.ts'
import { listed } from '../evidence/names.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

const required = ['PIPELINING', 'ENHANCEDSTATUSCODES'] as const

function isAcceptedLhlo({ unit, reply }: Exchange): boolean {
  return unit.kind === 'command' && unit.verb === 'LHLO' && reply?.code === 250
}

/**
 * The reply to LHLO lacks an extension that every LMTP server has to have. Said once, of the last LHLO, as some come only
 * after STARTTLS. Silent on a reply of one line: many tools print no more of it.
 */
export const requiredExtensions: Rule = {
  id: 'lmtp/required-extensions',
  title: 'LMTP without an extension that it needs',
  fault: 'server',
  severity: 'information',
  onlyWith: ['lmtp'],
  references: [rfc(2033, '5')],
  what: 'A reply to LHLO without PIPELINING or ENHANCEDSTATUSCODES.',
  why: 'Clients of LMTP rely on both: they send commands in groups, and read from the enhanced status code what became of each recipient.',
  remedy: 'Implement PIPELINING and ENHANCEDSTATUSCODES, and announce them in the reply to LHLO.',
  example: `
S: 220 store.example LMTP here
C: LHLO client.example
S: 250-store.example
S: 250 PIPELINING
C: QUIT
S: 221 closing`,
  instead: `
S: 220 store.example LMTP here
C: LHLO client.example
S: 250-store.example
S: 250-ENHANCEDSTATUSCODES
S: 250 PIPELINING
C: QUIT
S: 221 2.0.0 closing`,
  *check(session, { dialect }) {
    const hello = session.exchanges.findLast(isAcceptedLhlo)
    const code = hello?.reply?.codeSpans[0]
    if (!hello || !code) return
    const announced = new Set(announcedBy(session, hello).map(one => one.keyword))
    const missing = required.filter(keyword => !announced.has(keyword))
    if (announced.size === 0 || missing.length === 0) return
    yield {
      span: code,
      message: l10n.t`The reply to LHLO lacks ${listed(missing)}, which LMTP servers have to announce.`,
      fixes: () => [
        new Repair(session, dialect).announce(l10n.t`Announce ${listed(missing)}`, hello, missing),
      ],
    }
  },
}
