import * as l10n from '@vscode/l10n'
import { extensionFacts } from '../../protocol/extensions.ts'
import { rfc } from '../../protocol/references.ts'
import { type Announcement, acceptedHellos, announcedBy } from '../../transcript/announcements.ts'
import type { Exchange, Span } from '../../transcript/session.ts'
import { listed } from '../evidence/names.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Rule } from '../rule.ts'

interface Inconsistency {
  /** The same for the same contradiction in another reply. */
  readonly key: string
  readonly span: Span
  readonly message: string
  readonly fix: (hello: Exchange, repair: Repair) => Fix | null
}

/** What an announcement needs beside it and does not have. */
function lacking({ keyword, keywordSpan }: Announcement, all: ReadonlySet<string>): Inconsistency | null {
  const missing = extensionFacts(keyword)?.requires.filter(other => !all.has(other)) ?? []
  if (missing.length === 0) return null
  return {
    key: [keyword, ...missing].join(' '),
    span: keywordSpan,
    message: l10n.t`${keyword} is announced without ${listed(missing)}, which it needs.`,
    fix: (hello, repair) => repair.announce(l10n.t`Announce ${listed(missing)}`, hello, missing),
  }
}

/** What stands behind a keyword that has no parameters. What offers only a command may be followed by a remark. */
function surplus({ keyword, keywordSpan, parameters, span }: Announcement): Inconsistency | null {
  const facts = extensionFacts(keyword)
  const isPlain = facts?.status === 'standard' && facts.keywordParameters === null
  if (!isPlain || parameters === '' || (facts.verbs.length > 0 && keyword !== 'STARTTLS')) return null
  return {
    key: keyword,
    span: { ...span, start: keywordSpan.end + 1 },
    message: l10n.t`${keyword} is announced without parameters.`,
    fix: () => fixOf(l10n.t`Remove the parameters`, replaceAt({ ...span, start: keywordSpan.end }, '')),
  }
}

/** An announcement that contradicts itself: an extension without another that it needs, or with parameters that it has not. */
export const inconsistentAnnouncement: Rule = {
  id: 'extension/inconsistent-announcement',
  title: 'Announcement that contradicts itself',
  what: 'An extension that is announced without another that it needs, as SMTPUTF8 without 8BITMIME, or with parameters that it does not have.',
  why: 'A client that reads the RFC to the letter does not use the extension; one that does not may send what the server cannot take.',
  remedy:
    'Announce both, or neither. Where a filter cuts keywords out of the reply, let it cut out those that need them.',
  fault: 'server',
  severity: 'warning',
  references: [rfc(6531, '3.1'), rfc(3030, '3'), rfc(4468, '4'), rfc(5321, '4.1.1.1')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SMTPUTF8
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-8BITMIME
S: 250 SMTPUTF8
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, { dialect }) {
    const seen = new Set<string>()
    for (const hello of acceptedHellos(session)) {
      const announcements = announcedBy(session, hello)
      const keywords = new Set(announcements.map(one => one.keyword))
      for (const one of announcements) {
        for (const found of [lacking(one, keywords), surplus(one)]) {
          if (!found || seen.has(found.key)) continue
          seen.add(found.key)
          const { span, message, fix } = found
          yield { span, message, fixes: () => [fix(hello, new Repair(session, dialect))] }
        }
      }
    }
  },
}
