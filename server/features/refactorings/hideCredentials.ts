import * as l10n from '@vscode/l10n'
import {
  type AuthDialogue,
  type AuthText,
  authDialogues,
  authTexts,
  isHiddenSecret,
} from '../../transcript/authDialogues.ts'
import { hidden } from '../../transcript/commandLine.ts'
import { endOfReplies } from '../../transcript/exchangeLines.ts'
import { lineInText, type PlacedSession } from '../../transcript/placedSession.ts'
import { rangeOf } from '../ranges.ts'
import { type Place, type Rewriting, sessionsAt } from './refactoring.ts'

/** Whether a try of AUTH has a line among these of the text, its replies included. */
function isAt({ auth, responses }: AuthDialogue, placed: PlacedSession, { first, last }: Place): boolean {
  const all = auth ? [auth, ...responses] : responses
  const [begin] = all
  const end = all.at(-1)
  if (!begin || !end) return false
  const lastLine = endOfReplies(end) ?? end.line
  return lineInText(placed, begin.line) <= last && lineInText(placed, lastLine) >= first
}

/** Whether something stands there that could tell who logged in, or by what. */
function isTelling({ text }: AuthText): boolean {
  return text !== '*' && text !== '=' && !isHiddenSecret(text)
}

/**
 * Puts stars in the place of all that the client says of itself in the AUTH at the cursor, the user name too; in the
 * selection, in all of them. The reader takes stars for what tools print there, so that the dialogue stays what it is. Null
 * where the text has it elsewhere as well, as where each line stands there twice.
 */
export function hideCredentials(place: Place): Rewriting | null {
  if (place.transcript.reading.dialect.isDoubled) return null
  const found = sessionsAt(place).flatMap(placed =>
    authDialogues(placed.session)
      .filter(dialogue => isAt(dialogue, placed, place))
      .flatMap(dialogue => authTexts(placed.session, dialogue).filter(isTelling))
      .map(text => ({ text, placed })),
  )
  if (found.length === 0 || found.some(({ text }) => text.isCut)) return null
  const edits = found.map(({ text, placed }) => ({ range: rangeOf(text.span, placed), newText: hidden }))
  return { title: l10n.t`Replace all credentials of this AUTH by ${hidden}`, edits }
}
