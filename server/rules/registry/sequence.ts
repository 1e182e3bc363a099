import type { Rule } from '../rule.ts'
import { commandAfter421 } from '../sequence/commandAfter421.ts'
import { commandAfterQuit } from '../sequence/commandAfterQuit.ts'
import { commandAfterRejectedGreeting } from '../sequence/commandAfterRejectedGreeting.ts'
import { commandBeforeGreeting } from '../sequence/commandBeforeGreeting.ts'
import { dataAfterAllRcptRefused } from '../sequence/dataAfterAllRcptRefused.ts'
import { dataWithoutMail } from '../sequence/dataWithoutMail.ts'
import { dataWithoutRcpt } from '../sequence/dataWithoutRcpt.ts'
import { helloDropsTransaction } from '../sequence/helloDropsTransaction.ts'
import { helloRepeated } from '../sequence/helloRepeated.ts'
import { heloClearsExtensions } from '../sequence/heloClearsExtensions.ts'
import { mailAfterRefusedData } from '../sequence/mailAfterRefusedData.ts'
import { mailAfterRefusedHello } from '../sequence/mailAfterRefusedHello.ts'
import { mailBeforeHello } from '../sequence/mailBeforeHello.ts'
import { missingQuit } from '../sequence/missingQuit.ts'
import { nestedMail } from '../sequence/nestedMail.ts'
import { rcptAfterRefusedMail } from '../sequence/rcptAfterRefusedMail.ts'
import { rcptWithoutMail } from '../sequence/rcptWithoutMail.ts'
import { redundantRset } from '../sequence/redundantRset.ts'
import { transactionNotFinished } from '../sequence/transactionNotFinished.ts'
import { verbInsideTransaction } from '../sequence/verbInsideTransaction.ts'

/** Rules about the order of commands. */
export const sequenceRules: readonly Rule[] = [
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
]
