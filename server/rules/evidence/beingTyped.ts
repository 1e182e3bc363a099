import type { Session } from '../../transcript/session.ts'
import type { RuleContext } from '../rule.ts'

/** Whether a line is the last of the text, so that somebody may still be typing it. */
export function isBeingTyped(session: Session, line: number, { isLastSession }: RuleContext): boolean {
  return isLastSession && line === session.texts.length - 1
}
