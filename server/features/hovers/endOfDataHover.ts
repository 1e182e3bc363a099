import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { transactionOf } from '../../transcript/history.ts'
import { headings } from '../headings.ts'
import { deliverySentences } from './fateText.ts'
import { type HoverPlace, pointsAt } from './hoverPlace.ts'
import { type HoverText, linksTo, sentences } from './hoverText.ts'

/** The hover on the dot that ends the mail data. */
export function endOfDataHover(hover: HoverPlace): HoverText | null {
  const { session, line, lineName } = hover
  const exchange = session.exchanges.find(
    ({ unit }) => unit.kind === 'message' && unit.terminated && unit.lastLine === line,
  )
  if (exchange?.unit.kind !== 'message') return null
  const text = session.texts[line] ?? ''
  const at = text.lastIndexOf('.')
  const span = { line, start: at, end: at + 1 }
  if (at < 0 || !pointsAt(hover, span)) return null
  const { lines, octets, elided } = exchange.unit
  const [reply] = exchange.replies
  const transaction = transactionOf(session, exchange)
  const delivery = reply && transaction ? deliverySentences(transaction, reply, lineName) : []
  const size =
    lines === 1
      ? l10n.t`It ends a message of one line.`
      : l10n.t`It ends a message of ${lines} lines and ${octets} octets.`
  return {
    span,
    title: l10n.t`End of the message`,
    about: [],
    here: [
      ...(elided ? [] : [size]),
      ...(reply
        ? [l10n.t`The reply to it stands in line ${lineName(reply.line)}.`]
        : [l10n.t`No reply to it stands in the text.`]),
      ...delivery,
    ],
    sections: [
      sentences(
        headings.meaning,
        l10n.t`A line with nothing but a dot, between two CRLF, ends the message and is no part of it. Lines of the message that begin with a dot get another one in front.`,
        l10n.t`With a positive reply the server takes over the responsibility for the message.`,
      ),
    ],
    links: linksTo([rfc(5321, '4.1.1.4'), rfc(5321, '4.5.2'), rfc(5321, '6.1')]),
  }
}
