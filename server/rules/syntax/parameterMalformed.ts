import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Span } from '../../transcript/session.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type JudgedParameter, pathParameters } from '../evidence/pathParameters.ts'
import { fixOf, replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Fix, Rule } from '../rule.ts'

interface Malformed {
  readonly span: Span
  readonly reason: string
  readonly fix: Fix | null
}

function valueFinding({ line, parameter, valueFault }: JudgedParameter): Malformed | null {
  const { spanOf } = line.said
  const { start, end, keyword, value } = parameter
  switch (valueFault?.kind) {
    case 'missing':
      return { span: spanOf(start, end), reason: valueFault.reason, fix: null }
    case 'empty':
      return { span: spanOf(end - 1, end), reason: valueFault.reason, fix: null }
    case 'unwanted': {
      const span = spanOf(start + keyword.length, end)
      return { span, reason: valueFault.reason, fix: fixOf(l10n.t`Remove the value`, replaceAt(span, '')) }
    }
    case 'form': {
      const from = value?.start ?? start
      const span = spanOf(from + valueFault.start, from + valueFault.end)
      return { span, reason: valueFault.reason, fix: null }
    }
    default:
      return null
  }
}

function find(judged: JudgedParameter): Malformed | null {
  const { line, parameter, fault } = judged
  const { start, end, text, keyword } = parameter
  const span = line.said.spanOf(start, end)
  switch (fault) {
    case 'attached': {
      const fix = safeFixOf(
        l10n.t`Insert a space before ${keyword}`,
        replaceAt({ ...span, end: span.start }, ' '),
      )
      return { span, reason: l10n.t`a space has to stand between the path and it`, fix }
    }
    case 'spaced': {
      const equals = start + text.indexOf('=')
      const isBefore = /\s=/.test(text)
      const isBehind = /=\s/.test(text)
      const before = isBefore ? start + keyword.length : equals + 1
      const behind = isBehind ? start + text.search(/\S+$/) : equals
      const fix = safeFixOf(l10n.t`Remove the spaces around =`, replaceAt(span, text.replaceAll(/\s/g, '')))
      return { span: line.said.spanOf(before, behind), reason: l10n.t`no space may stand around the =`, fix }
    }
    case 'keyword': {
      const reason = l10n.t`a keyword is made of letters, digits and hyphens`
      return { span: line.said.spanOf(start, start + keyword.length || end), reason, fix: null }
    }
    case 'value':
      return valueFinding(judged)
    default:
      return null
  }
}

/**
 * A parameter of MAIL or RCPT that is not KEYWORD or KEYWORD=value, or whose value the extension does not know. What
 * concerns reports and xtext, and numbers that are out of range, other rules tell.
 */
export const parameterMalformed: Rule = {
  id: 'syntax/parameter-malformed',
  title: 'Malformed parameter of MAIL or RCPT',
  what: 'A parameter of MAIL or RCPT that is not written KEYWORD or KEYWORD=value, lacks its value, has one too many, or one that its extension does not know.',
  why: 'The server answers 501 or 555 to the whole command: the transaction does not begin, or the recipient is lost.',
  remedy: 'Correct the parameter; parameters are separated by single spaces and have none inside.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['parameters', 'odd-path', 'non-ascii'],
  standsAlone: true,
  references: [rfc(5321, '4.1.2'), rfc(5321, '4.1.1.11')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SIZE 100000
C: MAIL FROM:<anna@example.net> SIZE=10kB
S: 501 5.5.4 Bad message size syntax
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SIZE 100000
C: MAIL FROM:<anna@example.net> SIZE=10000
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const judged of pathParameters(session, context)) {
      const found = find(judged)
      if (!found) continue
      const { span, reason, fix } = found
      const { line, parameter } = judged
      const name = parameter.keyword === '' ? parameter.text : parameter.keyword
      yield {
        span,
        ...unlessTaken(line.exchange, l10n.t`Parameter ${name} is malformed: ${reason}`),
        fixes: () => (fix ? [fix] : []),
      }
    }
  },
}
