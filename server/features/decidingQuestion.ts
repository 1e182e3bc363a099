import * as l10n from '@vscode/l10n'
import type { StatusFacts } from '../protocol/statusFacts.ts'

/**
 * @returns the one question whose answer decides between two codes, with what each answer means; undefined where the
 *   digits of the two (RFC 5321 4.2.1) leave it to their definitions
 */
export function deciding(a: StatusFacts, b: StatusFacts): string | undefined {
  if (a.code === b.code || a.kind !== b.kind) return undefined
  return a.class === b.class ? byCategory(a, b) : byClass(a, b)
}

function byClass(a: StatusFacts, b: StatusFacts): string | undefined {
  const of = (kind: StatusFacts['class']) => [a, b].find(facts => facts.class === kind)
  const success = of('positive completion')
  const more = of('positive intermediate')
  const [later, never] = [of('transient negative completion'), of('permanent negative completion')]
  const refusal = later ?? never
  if (later?.retry.advice === 'later' && never)
    return l10n.t`Can the same command succeed later although the client changes nothing? Then ${later.code}; if not, ${never.code}.`
  if (success && refusal)
    return l10n.t`Did the command do what it should? Then ${success.code}; if not, ${refusal.code}.`
  if (more && success)
    return l10n.t`Does the client have to send more before the command is finished? Then ${more.code}; if not, ${success.code}.`
  if (more && refusal)
    return l10n.t`May the client send the rest of the command? Then ${more.code}; if not, ${refusal.code}.`
  return undefined
}

/** Two refusals of one class: what the second digit speaks of. */
function byCategory(a: StatusFacts, b: StatusFacts): string | undefined {
  if (a.kind !== 'reply code' || a.class.startsWith('positive')) return undefined
  const [one, other] = [a, b].map(({ code }) => categoryOf(code))
  if (one === undefined || other === undefined || one === other) return undefined
  return l10n.t`What is the trouble? ${one}: ${a.code}. ${other}: ${b.code}.`
}

/** AUTH and STARTTLS have codes whose second digit says something else. */
const aboutSecurity: ReadonlySet<string> = new Set(['454', '523', '524', '525'])

function categoryOf(code: string): string | undefined {
  if (aboutSecurity.has(code) || code[1] === '3') return l10n.t`Authentication or encryption`
  switch (code[1]) {
    case '0':
      return l10n.t`The form or the order of the commands`
    case '2':
      return l10n.t`The connection or the whole host`
    case '5':
      return l10n.t`An address, a message or a policy`
    default:
      return undefined
  }
}
