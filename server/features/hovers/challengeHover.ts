import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { askedSentence, type Challenge, readChallenge, refusesToken, tokenAdvice } from '../challengeText.ts'
import { headings } from '../headings.ts'
import { markdownCode } from '../markdown.ts'
import { type HoverPlace, pointsAt } from './hoverPlace.ts'
import { type HoverText, linksTo, sentences } from './hoverText.ts'

function challengeAt(hover: HoverPlace): Challenge | null {
  const { session, line } = hover
  const replies = [...session.exchanges.flatMap(one => one.replies), ...session.unasked]
  const asking = replies.find(({ code, codeSpans }) => code === 334 && codeSpans[0].line === line)
  const challenge = asking ? readChallenge(session, asking) : null
  return challenge && pointsAt(hover, challenge.span) ? challenge : null
}

/** The hover on what stands behind 334. */
export function challengeHover(hover: HoverPlace): HoverText | null {
  const challenge = challengeAt(hover)
  if (!challenge) return null
  const { span, mechanism, text } = challenge
  return {
    span,
    title: mechanism === '' ? l10n.t`Challenge` : l10n.t`Challenge of ${mechanism}`,
    about: text === null ? [] : [l10n.t`decoded: ${markdownCode(text)}`],
    here: [askedSentence(challenge)],
    sections: [
      sentences(headings.todo, refusesToken(challenge) ? tokenAdvice() : null),
      sentences(
        headings.meaning,
        l10n.t`What stands behind 334 is the challenge, in base64. It is no secret by itself.`,
      ),
    ],
    links: linksTo([rfc(4954, '4'), ...(refusesToken(challenge) ? [rfc(7628, '3.2.2')] : [])]),
  }
}
