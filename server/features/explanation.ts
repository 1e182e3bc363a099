import * as l10n from '@vscode/l10n'
import { type Fault, fillTemplate, type Placeholder } from '../protocol/causes/replyCause.ts'
import type { Reference } from '../protocol/references.ts'

/** Names a line of a session (from 0 at its first) for a reader. */
export type LineName = (line: number) => string

/** Why a reply stands where it stands. */
export interface Explanation {
  /** The id of the row that explains it. */
  readonly cause: string
  /** What happened in this session. */
  readonly here: readonly string[]
  readonly next: string
  /** Nothing but the code and the place tells it: what the server says may tell more. */
  readonly isGuess: boolean
  readonly fault: Fault
  readonly references: readonly Reference[]
}

/** The first template of which every placeholder is known, in the language of the reader; the last resort is the empty sentence. */
export function fillFirst(
  templates: readonly (string | undefined)[],
  values: Readonly<Partial<Record<Placeholder, string | number>>>,
): string {
  for (const template of templates) {
    const filled = template === undefined ? undefined : fillTemplate(l10n.t(template), values)
    if (filled !== undefined) return filled
  }
  return ''
}
