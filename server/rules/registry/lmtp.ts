import { dataWithoutRecipient } from '../lmtp/dataWithoutRecipient.ts'
import { missingRecipientReplies } from '../lmtp/missingRecipientReplies.ts'
import { perRecipientRepliesInSmtp } from '../lmtp/perRecipientRepliesInSmtp.ts'
import { requiredExtensions } from '../lmtp/requiredExtensions.ts'
import { wrongHello } from '../lmtp/wrongHello.ts'
import type { Rule } from '../rule.ts'

/** Rules about LMTP, and about SMTP that is taken for it. */
export const lmtpRules: readonly Rule[] = [
  wrongHello,
  requiredExtensions,
  dataWithoutRecipient,
  missingRecipientReplies,
  perRecipientRepliesInSmtp,
]
