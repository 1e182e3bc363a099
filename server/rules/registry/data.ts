import { bdatAfterLast } from '../data/bdatAfterLast.ts'
import { bdatSizeMismatch } from '../data/bdatSizeMismatch.ts'
import { bdatSyntax } from '../data/bdatSyntax.ts'
import { bdatWithoutLast } from '../data/bdatWithoutLast.ts'
import { commandAfterFailedBdat } from '../data/commandAfterFailedBdat.ts'
import { dataAfterBdat } from '../data/dataAfterBdat.ts'
import { emptyMessage } from '../data/emptyMessage.ts'
import { lineTooLong } from '../data/lineTooLong.ts'
import { missingRequiredHeader } from '../data/missingRequiredHeader.ts'
import { notDotStuffed } from '../data/notDotStuffed.ts'
import { notTerminated } from '../data/notTerminated.ts'
import { prematureEnd } from '../data/prematureEnd.ts'
import { rcptAfterBdat } from '../data/rcptAfterBdat.ts'
import { sentWithout354 } from '../data/sentWithout354.ts'
import type { Rule } from '../rule.ts'

/** Rules about mail data: DATA and BDAT. */
export const dataRules: readonly Rule[] = [
  sentWithout354,
  notTerminated,
  prematureEnd,
  emptyMessage,
  missingRequiredHeader,
  notDotStuffed,
  lineTooLong,
  bdatSyntax,
  bdatSizeMismatch,
  rcptAfterBdat,
  dataAfterBdat,
  bdatAfterLast,
  bdatWithoutLast,
  commandAfterFailedBdat,
]
