import { alreadyAuthenticated } from '../auth/alreadyAuthenticated.ts'
import { cancelReply } from '../auth/cancelReply.ts'
import { challengeNotBase64 } from '../auth/challengeNotBase64.ts'
import { clearTextPassword } from '../auth/clearTextPassword.ts'
import { commandDuringExchange } from '../auth/commandDuringExchange.ts'
import { emptyInitialResponse } from '../auth/emptyInitialResponse.ts'
import { initialResponseNotAllowed } from '../auth/initialResponseNotAllowed.ts'
import { insideTransaction } from '../auth/insideTransaction.ts'
import { invalidBase64 } from '../auth/invalidBase64.ts'
import { lineEndInCredentials } from '../auth/lineEndInCredentials.ts'
import { lostByStarttls } from '../auth/lostByStarttls.ts'
import { offeredButUnused } from '../auth/offeredButUnused.ts'
import { offeredInClear } from '../auth/offeredInClear.ts'
import { plainStructure } from '../auth/plainStructure.ts'
import { required } from '../auth/required.ts'
import type { Rule } from '../rule.ts'

/** Rules about authentication. */
export const authRules: readonly Rule[] = [
  offeredInClear,
  clearTextPassword,
  initialResponseNotAllowed,
  emptyInitialResponse,
  challengeNotBase64,
  commandDuringExchange,
  invalidBase64,
  plainStructure,
  lineEndInCredentials,
  cancelReply,
  insideTransaction,
  alreadyAuthenticated,
  lostByStarttls,
  required,
  offeredButUnused,
]
