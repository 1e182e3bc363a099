import { unansweredCommand } from '../reply/unansweredCommand.ts'
import { unsolicited } from '../reply/unsolicited.ts'
import type { Rule } from '../rule.ts'

/** Rules about the replies of the server. */
export const replyRules: readonly Rule[] = [unansweredCommand, unsolicited]
