import { announcedButRefused } from '../extension/announcedButRefused.ts'
import { authMechanismNotOffered } from '../extension/authMechanismNotOffered.ts'
import { eightBitWithout8bitmime } from '../extension/eightBitWithout8bitmime.ts'
import { heloHidesExtensions } from '../extension/heloHidesExtensions.ts'
import { inconsistentAnnouncement } from '../extension/inconsistentAnnouncement.ts'
import { limitsExceeded } from '../extension/limitsExceeded.ts'
import { parameterNotAnnounced } from '../extension/parameterNotAnnounced.ts'
import { parameterOutOfRange } from '../extension/parameterOutOfRange.ts'
import { requiretlsWithoutTls } from '../extension/requiretlsWithoutTls.ts'
import { sizeMismatch } from '../extension/sizeMismatch.ts'
import { sizeTooLarge } from '../extension/sizeTooLarge.ts'
import { smtputf8Needed } from '../extension/smtputf8Needed.ts'
import { smtputf8Unneeded } from '../extension/smtputf8Unneeded.ts'
import { unregisteredKeyword } from '../extension/unregisteredKeyword.ts'
import { verbNotAnnounced } from '../extension/verbNotAnnounced.ts'
import type { Rule } from '../rule.ts'

/** Rules about EHLO keywords and parameters. */
export const extensionRules: readonly Rule[] = [
  inconsistentAnnouncement,
  unregisteredKeyword,
  verbNotAnnounced,
  authMechanismNotOffered,
  parameterNotAnnounced,
  parameterOutOfRange,
  sizeTooLarge,
  requiretlsWithoutTls,
  limitsExceeded,
  announcedButRefused,
  heloHidesExtensions,
  smtputf8Needed,
  smtputf8Unneeded,
  eightBitWithout8bitmime,
  sizeMismatch,
]
