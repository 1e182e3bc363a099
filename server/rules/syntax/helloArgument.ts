import { addressLiteralOf, checkAddressLiteral, checkDomain } from '../../protocol/domain.ts'
import { rfc } from '../../protocol/references.ts'
import { type HelloName, helloNames } from '../helloNames.ts'
import { unlessTaken, wasTaken } from '../liberties.ts'
import { clientName } from '../plausibleReplies.ts'
import type { Fix, Report, Rule } from '../rule.ts'
import { replacing, wordFix } from '../wordFixes.ts'

type Finding = Pick<Report, 'span' | 'message' | 'severity' | 'fixes'>

function literalFix({ name, spanOf }: HelloName): readonly Fix[] {
  const literal = addressLiteralOf(name)
  return literal
    ? [wordFix('Put the IP address into brackets', replacing(spanOf(0, name.length), literal))]
    : []
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
    ...unlessTaken(exchange, `"${name}" is no valid host name: ${fault.reason}`),
    fixes: () => {
      if (fault.kind === 'ip-address') return literalFix(hello)
      return fault.kind === 'trailing-dot' ? [wordFix('Remove the dot', replacing(span, ''))] : []
    },
  }
}

/** What stands behind the name, which RFC 5321 4.1.1.1 lets a server ignore. */
function restFinding({ exchange, command, spanOf, rest, restStart }: HelloName): Finding | null {
  if (rest === '') return null
  const end = restStart + rest.length
  return {
    span: spanOf(restStart, end),
    message: `Only the name should stand behind ${command.verb}.`,
    ...(wasTaken(exchange) ? { severity: 'hint' as const } : {}),
    fixes: () => [wordFix('Remove what stands behind the name', replacing(spanOf(restStart - 1, end), ''))],
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
      const { name, command, exchange, spanOf, related } = hello
      if (name !== '') {
        const found = nameFinding(hello) ?? restFinding(hello)
        if (found) yield { ...found, related }
        continue
      }
      const behindVerb = { ...command.verbSpan, start: command.verbSpan.end }
      const given = clientName(session)
      yield {
        span: command.verbSpan,
        severity: 'error',
        ...unlessTaken(exchange, `${command.verb} needs the name of the client`),
        related,
        fixes: () => [
          wordFix(`Insert ${given}`, replacing({ ...behindVerb, end: spanOf(0, 0).end }, ` ${given}`, 1)),
        ],
      }
    }
  },
}
