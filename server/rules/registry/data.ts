import { bdatAfterLast } from '../data/bdatAfterLast.ts'
import { commandAfterFailedBdat } from '../data/commandAfterFailedBdat.ts'
import { dataAfterBdat } from '../data/dataAfterBdat.ts'
import { rcptAfterBdat } from '../data/rcptAfterBdat.ts'
import type { Rule } from '../rule.ts'

/** Rules about mail data: DATA and BDAT. */
export const dataRules: readonly Rule[] = [
  rcptAfterBdat,
  dataAfterBdat,
  bdatAfterLast,
  commandAfterFailedBdat,
]
