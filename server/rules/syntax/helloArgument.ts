import * as l10n from '@vscode/l10n'
import {
  type AddressLiteralFault,
  addressLiteralOf,
  checkAddressLiteral,
  checkDomain,
  type DomainFault,
} from '../../protocol/domain.ts'
import { rfc } from '../../protocol/references.ts'
import type { Session } from '../../transcript/session.ts'
import { type HelloName, helloNames } from '../evidence/helloNames.ts'
import { unlessTaken, wasTaken } from '../evidence/liberties.ts'
import { fixOf, replaceAt, safely } from '../repair/edits.ts'
import { clientName } from '../repair/plausibleReplies.ts'
import type { Fix, Report, Rule } from '../rule.ts'

type Finding = Pick<Report, 'span' | 'message' | 'severity' | 'fixes'>

/** Writes something else in the place of a part of the name, wherever the client says it. */
function nameFix(title: string, { all }: HelloName, from: number, to: number, newText: string): Fix {
  return fixOf(title, ...all.map(({ spanOf }) => replaceAt(spanOf(from, to), newText)))
}

function nameFixes(hello: HelloName, fault: DomainFault | AddressLiteralFault): readonly Fix[] {
  const { name } = hello
  if (fault.kind === 'trailing-dot')
    return [safely(nameFix(l10n.t`Remove the dot`, hello, fault.start, fault.end, ''))]
  const literal = fault.kind === 'ip-address' ? addressLiteralOf(name) : null
  if (!literal) return []
  return [safely(nameFix(l10n.t`Put the IP address into brackets`, hello, 0, name.length, literal))]
}

/** A name for a client that gives none: that of another hello, where it is one. */
function nameFor(session: Session): string {
  const name = clientName(session)
  return checkDomain(name, { utf8: false }) && checkAddressLiteral(name) ? 'client.example.org' : name
}

function insertName(given: string, { all }: HelloName): Fix {
  const edits = all.map(({ command, spanOf }, index) => {
    const behindVerb = { ...command.verbSpan, start: command.verbSpan.end, end: spanOf(0, 0).end }
    return replaceAt(behindVerb, ` ${given}`, index === 0 ? 1 : null)
  })
  return fixOf(l10n.t`Insert ${given}`, ...edits)
}

/** A name that is no domain; a literal only where it does not even end. */
function nameFinding(hello: HelloName): Finding | null {
  const { name, exchange, spanOf } = hello
  const isLiteral = name.startsWith('[')
  const fault = isLiteral ? checkAddressLiteral(name) : checkDomain(name, { utf8: false })
  if (!fault || (isLiteral && fault.kind !== 'unbalanced')) return null
  const span = spanOf(fault.start, fault.end)
  return {
    span,
    ...unlessTaken(exchange, l10n.t`The name "${name}" is no valid host name: ${fault.reason}`),
    fixes: () => nameFixes(hello, fault),
  }
}

/** What stands behind the name, which RFC 5321 4.1.1.1 lets a server ignore. */
function restFinding(hello: HelloName): Finding | null {
  const { exchange, command, spanOf, rest, restStart } = hello
  if (rest === '') return null
  const end = restStart + rest.length
  return {
    span: spanOf(restStart, end),
    message: l10n.t`Only the name should stand behind ${command.verb}.`,
    ...(wasTaken(exchange) ? { severity: 'hint' as const } : {}),
    fixes: () => [nameFix(l10n.t`Remove what stands behind the name`, hello, restStart - 1, end, '')],
  }
}

/**
 * What EHLO, HELO or LHLO says of the client: nothing, an IP address, or what cannot be a host name; once for each name.
 * What is wrong inside brackets is told by `syntax/address-literal`. Whether the name exists nobody can see here.
 */
export const helloArgument: Rule = {
  id: 'syntax/hello-argument',
  title: 'Invalid name in EHLO or HELO',
  what: 'EHLO, HELO or LHLO without a name, with an IP address that is not in brackets, or with a name that is no host name: underscores, hyphens or dots in the wrong place, other characters than ASCII.',
  why: 'Many servers only write the name down. Others turn the client away with 501 or 550, or count it as a mark of spam.',
  remedy:
    'Set the host name of the client in its configuration; a client without one gives its address in brackets.',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['odd-hello'],
  standsAlone: true,
  references: [rfc(5321, '4.1.1.1'), rfc(5321, '4.1.2'), rfc(5321, '4.1.3'), rfc(6531, '3.7.1')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO 192.0.2.7
S: 501 5.5.4 Invalid name
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO [192.0.2.7]
S: 250 mx.example.org
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const hello of helloNames(session, context)) {
      const { name, command, exchange, related } = hello
      if (name !== '') {
        const found = nameFinding(hello) ?? restFinding(hello)
        if (found) yield { ...found, related }
        continue
      }
      yield {
        span: command.verbSpan,
        severity: 'error',
        ...unlessTaken(exchange, l10n.t`${command.verb} needs the name of the client`),
        related,
        fixes: () => [insertName(nameFor(session), hello)],
      }
    }
  },
}
