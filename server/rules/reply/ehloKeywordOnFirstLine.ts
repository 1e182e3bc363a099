import * as l10n from '@vscode/l10n'
import { extensionFacts } from '../../protocol/extensions.ts'
import { rfc } from '../../protocol/references.ts'
import { beginningSaid } from '../../transcript/saidText.ts'
import { isBeingTyped } from '../evidence/beingTyped.ts'
import { fixOf, insertAt } from '../repair/edits.ts'
import { announcedName } from '../repair/plausibleReplies.ts'
import type { Rule } from '../rule.ts'

/** The keyword that a line is; null where it is rather a server's name and a few words. */
function keywordIn(text: string): string | null {
  const [, word = '', rest = ''] = /^([^\s=]+)[\s=]*(.*?)\s*$/.exec(text) ?? []
  const couldBe = rest === '' || /^[A-Z0-9][A-Z0-9 =_+.,-]*$/.test(rest)
  return extensionFacts(word) !== undefined && couldBe ? word : null
}

/** A reply to EHLO without the server's name. Silent where the first word is a name that only looks like a keyword. */
export const ehloKeywordOnFirstLine: Rule = {
  id: 'reply/ehlo-keyword-on-first-line',
  title: 'Extension on the first line of the EHLO reply',
  fault: 'server',
  severity: 'warning',
  references: [rfc(5321, '4.1.1.1')],
  what: 'A reply to EHLO or LHLO whose first line holds an extension instead of the name of the server.',
  why: 'Clients take the first line for the name and skip it, so that they never use the extension on it.',
  remedy: 'Begin the reply with a line that holds the name of the server.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-8BITMIME
S: 250 SIZE 20480000
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-dsn.example.org
S: 250 SIZE 20480000
C: QUIT
S: 221 mx.example.org closing`,
  *check(session, context) {
    for (const { reply, unit } of session.exchanges) {
      if (reply?.code !== 250 || unit.kind !== 'command' || !/^[EL]HLO$/.test(unit.verb)) continue
      const said = beginningSaid(session, reply)
      const keyword = said && keywordIn(said.payload.slice(4))
      if (!keyword || isBeingTyped(session, said.line, context)) continue
      const start = said.spanOf(0, 0)
      const prefix = session.texts[start.line]?.slice(0, start.start) ?? ''
      const name = announcedName(session) ?? 'mx.example.org'
      const line = { ...start, start: 0, end: 0 }
      yield {
        span: said.spanOf(4, 4 + keyword.length),
        message: l10n.t`The extension ${keyword} stands where the name of the server belongs: clients do not see it.`,
        fixes: () => [
          fixOf(l10n.t`Insert a line with the name of the server`, insertAt(line, `${prefix}250-${name}\n`)),
        ],
      }
    }
  },
}
