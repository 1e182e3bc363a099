import * as l10n from '@vscode/l10n'
import type { Dialect } from '../transcript/dialects/dialect.ts'

const texts = {
  sure: (marks: string) => l10n.t`by its marks, for sure (${marks})`,
  likely: (marks: string) => l10n.t`by its marks, probably (${marks})`,
  guess: (marks: string) => l10n.t`by its marks, a guess (${marks})`,
} as const

/** By which marks a format was found out that nobody has described, and how sure that is; null for a described dialect. */
export function inferenceText({ inferred }: Dialect): string | null {
  return inferred ? texts[inferred.sureness](inferred.marks()) : null
}
