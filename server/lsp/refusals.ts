import * as l10n from '@vscode/l10n'
import type { Refusal } from './messages.ts'

/** The answer about a document that the client has not opened. */
export function notOpen(): Refusal {
  return { error: l10n.t`No transcript with this address is open.` }
}
