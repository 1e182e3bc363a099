import { alreadyAuthenticated } from './auth/alreadyAuthenticated.ts'
import { insideTransaction } from './auth/insideTransaction.ts'
import { bdatAfterLast } from './data/bdatAfterLast.ts'
import { commandAfterFailedBdat } from './data/commandAfterFailedBdat.ts'
import { dataAfterBdat } from './data/dataAfterBdat.ts'
import { rcptAfterBdat } from './data/rcptAfterBdat.ts'
import type { Rule } from './rule.ts'
import { commandAfter421 } from './sequence/commandAfter421.ts'
import { commandAfterQuit } from './sequence/commandAfterQuit.ts'
import { commandAfterRejectedGreeting } from './sequence/commandAfterRejectedGreeting.ts'
import { commandBeforeGreeting } from './sequence/commandBeforeGreeting.ts'
import { dataAfterAllRcptRefused } from './sequence/dataAfterAllRcptRefused.ts'
import { dataWithoutMail } from './sequence/dataWithoutMail.ts'
import { dataWithoutRcpt } from './sequence/dataWithoutRcpt.ts'
import { helloDropsTransaction } from './sequence/helloDropsTransaction.ts'
import { helloRepeated } from './sequence/helloRepeated.ts'
import { heloClearsExtensions } from './sequence/heloClearsExtensions.ts'
import { mailAfterRefusedData } from './sequence/mailAfterRefusedData.ts'
import { mailAfterRefusedHello } from './sequence/mailAfterRefusedHello.ts'
import { mailBeforeHello } from './sequence/mailBeforeHello.ts'
import { missingQuit } from './sequence/missingQuit.ts'
import { nestedMail } from './sequence/nestedMail.ts'
import { rcptAfterRefusedMail } from './sequence/rcptAfterRefusedMail.ts'
import { rcptWithoutMail } from './sequence/rcptWithoutMail.ts'
import { redundantRset } from './sequence/redundantRset.ts'
import { transactionNotFinished } from './sequence/transactionNotFinished.ts'
import { verbInsideTransaction } from './sequence/verbInsideTransaction.ts'
import { helloMissingAfterStarttls } from './tls/helloMissingAfterStarttls.ts'
import { mixedSessions } from './transcript/mixedSessions.ts'

/** Every rule, in the order of a session. */
export const rules: readonly Rule[] = [
  commandBeforeGreeting,
  commandAfterRejectedGreeting,
  mailBeforeHello,
  mailAfterRefusedHello,
  rcptWithoutMail,
  rcptAfterRefusedMail,
  dataWithoutMail,
  dataWithoutRcpt,
  dataAfterAllRcptRefused,
  nestedMail,
  mailAfterRefusedData,
  helloDropsTransaction,
  helloRepeated,
  heloClearsExtensions,
  redundantRset,
  verbInsideTransaction,
  transactionNotFinished,
  commandAfterQuit,
  commandAfter421,
  missingQuit,
  helloMissingAfterStarttls,
  insideTransaction,
  alreadyAuthenticated,
  rcptAfterBdat,
  dataAfterBdat,
  bdatAfterLast,
  commandAfterFailedBdat,
  mixedSessions,
]

/** The rule with that id, or undefined. */
export function ruleNamed(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id)
}
