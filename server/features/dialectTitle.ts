import * as l10n from '@vscode/l10n'
import type { Dialect } from '../transcript/dialects/dialect.ts'

/** What a dialect is, in one line for people. */
export function dialectTitle({ title, isDoubled }: Dialect): string {
  const told = l10n.t(title)
  return isDoubled ? l10n.t`${told}, each line twice` : told
}
