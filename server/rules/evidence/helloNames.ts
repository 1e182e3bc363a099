import * as l10n from '@vscode/l10n'
import { parseCommandLine } from '../../transcript/commandLine.ts'
import type { Session, Span } from '../../transcript/session.ts'
import type { Related, RuleContext } from '../rule.ts'
import { isHiddenName } from './hiddenNames.ts'
import { relatedTo } from './related.ts'
import { type SaidCommand, saidCommands } from './saidCommands.ts'

/** What a client calls itself behind EHLO, HELO or LHLO. */
export interface HelloName extends SaidCommand {
  /** The first word; empty where there is none. */
  readonly name: string
  /** What stands behind the name, and at which offset from its first character. */
  readonly rest: string
  readonly restStart: number
  /** The place of a part; offsets from the first character of the name. */
  readonly spanOf: (from: number, to: number) => Span
  /** The hellos that say the same, this one among them. */
  readonly all: readonly HelloName[]
  /** The others, as far as they are shown. */
  readonly related: readonly Related[]
}

const hellos = new Set(['EHLO', 'HELO', 'LHLO'])
const relatedShown = 5

function nameIn(said: SaidCommand, all: readonly HelloName[], related: readonly Related[]): HelloName {
  const { argument, argumentStart } = parseCommandLine(said.said.payload, 0)
  const name = /^\S*/.exec(argument)?.[0] ?? ''
  const rest = argument.slice(name.length).trimStart()
  return {
    ...said,
    name,
    rest,
    restStart: argument.length - rest.length,
    spanOf: (from, to) => said.said.spanOf(argumentStart + from, argumentStart + to),
    all,
    related,
  }
}

interface SameNames {
  readonly all: HelloName[]
  readonly related: Related[]
}

/** The names that the client gives itself, each once, in the order of the session; not those that somebody has hidden. */
export function helloNames(session: Session, context: RuleContext): readonly HelloName[] {
  const byArgument = new Map<string, SameNames>()
  for (const said of saidCommands(session, context)) {
    const { verb, argument } = said.command
    if (!hellos.has(verb) || isHiddenName(argument)) continue
    const same = byArgument.get(argument) ?? { all: [], related: [] }
    byArgument.set(argument, same)
    const isAgain = same.all.length > 0 && same.related.length < relatedShown
    const again = isAgain ? relatedTo(said.exchange, l10n.t`The same name again.`) : null
    if (again) same.related.push(again)
    same.all.push(nameIn(said, same.all, same.related))
  }
  return [...byArgument.values()].flatMap(({ all }) => all[0] ?? [])
}
