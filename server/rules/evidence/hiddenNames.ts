import { looksMasked } from '../../transcript/commandLine.ts'

const mask =
  /\*{2}|\.{3}|\u2026|#{3}|\[(?:e-?mail|redacted|removed|hidden|masked|protected)|[\s([{](?:at|dot)[\s)\]}]|(?:^|[.[:@])x+(?:[.\]:@]|$)/i

/** Whether somebody has hidden a name or an address before the transcript was shown: `x.x.x.x`, `***`, `bob at example.org`. */
export function isHiddenName(text: string): boolean {
  return looksMasked(text) || mask.test(text)
}
