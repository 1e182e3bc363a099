import * as l10n from '@vscode/l10n'
import { isConfirmed } from '../../transcript/history.ts'
import type { Exchange } from '../../transcript/session.ts'
import type { Report } from '../rule.ts'

/** Whether the server did what was asked, although it need not have understood it. */
export function wasTaken(exchange: Exchange): boolean {
  // 221 is a goodbye, whatever was asked.
  return isConfirmed(exchange) && exchange.reply?.code !== 221
}

/**
 * The message and the severity of a finding about a command, from a sentence without its full stop: where the server took
 * it all the same, that is its liberty, and little is lost.
 */
export function unlessTaken(exchange: Exchange, sentence: string): Pick<Report, 'message' | 'severity'> {
  if (!wasTaken(exchange)) return { message: `${sentence}.` }
  return { message: l10n.t`${sentence}; this server took it all the same.`, severity: 'information' }
}
