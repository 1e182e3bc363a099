import * as l10n from '@vscode/l10n'
import type { Fault } from '../protocol/causes/replyCause.ts'

/** Who has to change something, as it stands behind these words. */
export function whoChanges(fault: Fault): string {
  switch (fault) {
    case 'client':
      return l10n.t`the client`
    case 'server':
      return l10n.t`the server`
    case 'middlebox':
      return l10n.t`a box between client and server`
    case 'policy':
      return l10n.t`nobody in the dialogue: it is a policy of the receiving side`
    case 'transcript':
      return l10n.t`the transcript`
  }
}

/** Who has to change something, as a sentence. */
export function faultSentence(fault: Fault): string {
  switch (fault) {
    case 'client':
      return l10n.t`The client has to change something.`
    case 'server':
      return l10n.t`The server has to change something.`
    case 'middlebox':
      return l10n.t`A box between client and server has to change something.`
    case 'policy':
      return l10n.t`It is a policy of the receiving side; nobody in the dialogue has made a mistake.`
    case 'transcript':
      return l10n.t`The transcript has to be put right.`
  }
}
