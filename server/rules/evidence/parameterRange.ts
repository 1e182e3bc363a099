import * as l10n from '@vscode/l10n'
import { type Extensions, extensionsAt } from '../../transcript/announcements.ts'
import type { Session } from '../../transcript/session.ts'
import type { JudgedParameter } from './pathParameters.ts'

/** Why a number or a time may not be asked for; offsets in the value. */
export interface OutOfRange {
  readonly reason: string
  readonly start: number
  readonly end: number
}

/** BY with R: the announced number of seconds is the least that the server promises (RFC 2852 2). */
function tooSoon(value: string, extensions: Extensions): OutOfRange | null {
  const least = /^\d{1,9}/.exec(extensions.find('DELIVERBY')?.parameters ?? '')?.[0]
  const time = /^([+-]?\d{1,9});RT?$/i.exec(value)?.[1]
  if (least === undefined || time === undefined || Number(time) >= Number(least)) return null
  return { reason: l10n.t`the server announced ${least} seconds as the least`, start: 0, end: time.length }
}

/** HOLDFOR and HOLDUNTIL: the announcement tells the longest time, and the last moment (RFC 4865 3). */
function tooLate(keyword: string, value: string, extensions: Extensions): OutOfRange | null {
  const [seconds = '', moment = ''] = extensions.find('FUTURERELEASE')?.parameters.split(/\s+/) ?? []
  const most = keyword === 'HOLDFOR' ? seconds : moment
  const isBeyond = keyword === 'HOLDFOR' ? Number(value) > Number(most) : Date.parse(value) > Date.parse(most)
  return most !== '' && isBeyond
    ? { reason: l10n.t`the server announced ${most} as the most`, start: 0, end: value.length }
    : null
}

function beyondAnnouncement(session: Session, { line, parameter }: JudgedParameter): OutOfRange | null {
  const extensions = extensionsAt(session, line.exchange)
  const { keyword, value } = parameter
  if (!extensions || !value) return null
  if (keyword === 'BY') return tooSoon(value.text, extensions)
  return keyword === 'HOLDFOR' || keyword === 'HOLDUNTIL' ? tooLate(keyword, value.text, extensions) : null
}

/** What is asked for beyond what the extension, or the announcement in force, allows; null where nothing is. */
export function outOfRange(session: Session, judged: JudgedParameter): OutOfRange | null {
  if (judged.valueFault) return judged.valueFault.kind === 'range' ? judged.valueFault : null
  return judged.fault === null ? beyondAnnouncement(session, judged) : null
}
