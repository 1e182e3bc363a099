import * as l10n from '@vscode/l10n'
import { extensionFacts } from '../../protocol/extensions.ts'
import { document, rfc } from '../../protocol/references.ts'
import { acceptedHellos, announcedBy } from '../../transcript/announcements.ts'
import type { Rule } from '../rule.ts'

/**
 * A keyword in the reply to EHLO that nobody registered and that does not begin with X, once in a session. Silent on what
 * is no keyword at all.
 */
export const unregisteredKeyword: Rule = {
  id: 'extension/unregistered-keyword',
  title: 'Keyword that nobody registered',
  what: 'An EHLO keyword that is not registered and does not begin with X.',
  why: 'A name that anybody takes can come to mean something else. Clients pass over it.',
  remedy: 'Give private extensions a name with X in front, or register them.',
  fault: 'server',
  severity: 'hint',
  profile: 'strict',
  references: [
    rfc(5321, '2.2.2'),
    document(
      'IANA: SMTP Service Extensions',
      'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml#mail-parameters-2',
    ),
  ],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 FOOBAR
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 XFOOBAR
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session) {
    const seen = new Set<string>()
    for (const hello of acceptedHellos(session)) {
      for (const { keyword, keywordSpan } of announcedBy(session, hello)) {
        const isName = /^[A-WYZ\d][A-Z\d-]*$/.test(keyword)
        if (!isName || seen.has(keyword) || extensionFacts(keyword)) continue
        seen.add(keyword)
        yield { span: keywordSpan, message: l10n.t`The keyword ${keyword} is not registered.` }
      }
    }
  },
}
