import type { Rule } from '../rule.ts'
import { addressLiteral } from '../syntax/addressLiteral.ts'
import { addressTooLong } from '../syntax/addressTooLong.ts'
import { commandTooLong } from '../syntax/commandTooLong.ts'
import { dsnParameter } from '../syntax/dsnParameter.ts'
import { helloArgument } from '../syntax/helloArgument.ts'
import { invalidMailbox } from '../syntax/invalidMailbox.ts'
import { missingAngleBrackets } from '../syntax/missingAngleBrackets.ts'
import { missingArgument } from '../syntax/missingArgument.ts'
import { missingColon } from '../syntax/missingColon.ts'
import { missingFromOrTo } from '../syntax/missingFromOrTo.ts'
import { nullRecipient } from '../syntax/nullRecipient.ts'
import { parameterDuplicate } from '../syntax/parameterDuplicate.ts'
import { parameterMalformed } from '../syntax/parameterMalformed.ts'
import { parameterOnWrongCommand } from '../syntax/parameterOnWrongCommand.ts'
import { recipientWithoutDomain } from '../syntax/recipientWithoutDomain.ts'
import { sourceRoute } from '../syntax/sourceRoute.ts'
import { spaceAroundColon } from '../syntax/spaceAroundColon.ts'
import { unbalancedAngleBrackets } from '../syntax/unbalancedAngleBrackets.ts'
import { unexpectedArgument } from '../syntax/unexpectedArgument.ts'
import { unknownVerb } from '../syntax/unknownVerb.ts'

/** Rules about the form of commands. */
export const syntaxRules: readonly Rule[] = [
  unknownVerb,
  commandTooLong,
  missingArgument,
  unexpectedArgument,
  helloArgument,
  addressLiteral,
  missingFromOrTo,
  missingColon,
  spaceAroundColon,
  missingAngleBrackets,
  unbalancedAngleBrackets,
  invalidMailbox,
  addressTooLong,
  nullRecipient,
  recipientWithoutDomain,
  sourceRoute,
  parameterMalformed,
  parameterDuplicate,
  parameterOnWrongCommand,
  dsnParameter,
]
