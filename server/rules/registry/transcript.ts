import type { Rule } from '../rule.ts'
import { mixedSessions } from '../transcript/mixedSessions.ts'
import { noGreeting } from '../transcript/noGreeting.ts'
import { notSmtp } from '../transcript/notSmtp.ts'
import { unlabelledLine } from '../transcript/unlabelledLine.ts'
import { wrongDirection } from '../transcript/wrongDirection.ts'

/** Rules about the file itself. */
export const transcriptRules: readonly Rule[] = [
  mixedSessions,
  noGreeting,
  unlabelledLine,
  wrongDirection,
  notSmtp,
]
