import { beforeEndOfData } from '../reply/beforeEndOfData.ts'
import { code421ButSessionContinues } from '../reply/code421ButSessionContinues.ts'
import { code503ToAlwaysLegalCommand } from '../reply/code503ToAlwaysLegalCommand.ts'
import { goAheadWithoutRecipients } from '../reply/goAheadWithoutRecipients.ts'
import { lineTooLong } from '../reply/lineTooLong.ts'
import { nonAsciiText } from '../reply/nonAsciiText.ts'
import { quitNot221 } from '../reply/quitNot221.ts'
import { repeatedHelloRefused } from '../reply/repeatedHelloRefused.ts'
import { requiredCommandUnrecognized } from '../reply/requiredCommandUnrecognized.ts'
import { secondTransactionRefused } from '../reply/secondTransactionRefused.ts'
import { textContradictsClass } from '../reply/textContradictsClass.ts'
import { tooManyRecipientsCode } from '../reply/tooManyRecipientsCode.ts'
import { unansweredCommand } from '../reply/unansweredCommand.ts'
import { unexpectedClass } from '../reply/unexpectedClass.ts'
import { unknownCode } from '../reply/unknownCode.ts'
import { unlistedCode } from '../reply/unlistedCode.ts'
import { unsolicited } from '../reply/unsolicited.ts'
import { vrfyDisabledCode } from '../reply/vrfyDisabledCode.ts'
import type { Rule } from '../rule.ts'

/** Rules about the replies of the server. */
export const replyRules: readonly Rule[] = [
  unexpectedClass,
  unknownCode,
  unlistedCode,
  requiredCommandUnrecognized,
  code503ToAlwaysLegalCommand,
  repeatedHelloRefused,
  vrfyDisabledCode,
  tooManyRecipientsCode,
  goAheadWithoutRecipients,
  beforeEndOfData,
  secondTransactionRefused,
  textContradictsClass,
  lineTooLong,
  nonAsciiText,
  code421ButSessionContinues,
  quitNot221,
  unansweredCommand,
  unsolicited,
]
