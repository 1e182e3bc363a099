import { parseCommandLine } from '../transcript/commandLine.ts'
import type { LineRecord } from '../transcript/lineRecord.ts'
import { parsePathCommand } from '../transcript/pathCommand.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import { lineCountOf, lineOf } from '../transcript/reading.ts'
import { payloadOf } from '../transcript/stretch.ts'
import { readTranscript, type Transcript } from '../transcript/transcript.ts'
import { formNamed } from '../transcript/writing/forms.ts'
import { writeSessions } from '../transcript/writing/writeSessions.ts'
import { sessionNames } from './sessionNames.ts'

/** What stands for something that is another in each session, or that nobody is to see. */
const instead = { secret: '<secret>', challenge: '<challenge>', size: '<size>', base64: '<base64>' } as const

/** Header fields whose values are others in each message. */
const passingFields =
  /^(?:Date|Message-ID|Received|X-Received|DKIM-Signature|ARC-[\w-]+|Resent-Date|Resent-Message-ID|X-Mailer-Id|X-Google-[\w-]+):/i

/** The prompts of LOGIN: the same in every session, and no secret. */
const prompts = /^(?:VXNlcm5hbWU6|VXNlciBOYW1lAA==|UGFzc3dvcmQ6|UGFzc3dvcmQA|dXNlcm5hbWU6|cGFzc3dvcmQ6)?$/

const longBase64 = /^[A-Za-z0-9+/]{40,}={0,2}$/
const boundary = /^--(?=\S*\d)\S{8,}$/

/** Makes the lines of one session say what any other would say that went the same way. */
function normalizer(): (record: LineRecord, payload: string) => string | null {
  const names = sessionNames()
  let isIntroduction = true
  let wasBase64 = false
  let isPassingField = false

  function path(payload: string, role: 'sender' | 'recipient'): string {
    const { address, path: whole, parameters } = parsePathCommand(payload)
    if (!whole || !address) return names.text(payload)
    const rest = parameters.map(({ text, keyword }) => {
      return keyword === 'SIZE' ? `SIZE=${instead.size}` : names.text(text)
    })
    const verb = payload.slice(0, whole.start).trim()
    return [`${verb}${names.address(address.text, role)}`, ...rest].join(' ')
  }
  function command(payload: string): string {
    const { verb, argument } = parseCommandLine(payload, 0)
    isIntroduction = verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO' || verb === 'QUIT'
    if (isIntroduction) return names.introduction(payload)
    switch (verb) {
      case 'MAIL':
      case 'SEND':
      case 'SOML':
      case 'SAML':
        return path(payload, 'sender')
      case 'RCPT':
        return path(payload, 'recipient')
      case 'BDAT':
        return payload.replace(/\d+/, instead.size)
      default:
        if (!verb.includes('AUTH') && !/;urlauth=/i.test(payload)) return names.text(payload)
        return secretCommand(verb, argument)
    }
  }
  function secretCommand(verb: string, argument: string): string {
    const [mechanism = '', ...secret] = argument.split(/\s+/)
    if (verb !== 'AUTH' || !/^[A-Z0-9_-]{0,20}$/i.test(mechanism))
      return `${verb.slice(0, 20)} ${instead.secret}`
    return [verb, mechanism, ...(secret.length > 0 ? [instead.secret] : [])].join(' ').trim()
  }
  function reply(payload: string): string {
    if (payload.startsWith('334')) {
      return prompts.test(payload.slice(4).trim()) ? payload : `334 ${instead.challenge}`
    }
    const code = /^\d{3}[ -]/.exec(payload)?.[0] ?? ''
    const text = payload.slice(code.length).replace(/\b\d+ (?=(?:bytes|octets)\b)/, `${instead.size} `)
    const isPresented = isIntroduction || payload.startsWith('421')
    return code + (isPresented ? names.introduction(text) : names.text(text))
  }
  function content(payload: string): string | null {
    const isMore = /^[ \t]/.test(payload)
    if (isMore && isPassingField) return null
    const field = passingFields.exec(payload)?.[0]
    isPassingField = field !== undefined
    if (field !== undefined) return field
    if (boundary.test(payload)) return '--<boundary>'
    return names.text(payload.replace(/(boundary=)"?[^\s";]+"?/i, '$1<boundary>'))
  }
  function collapsed(payload: string): string | null {
    const before = wasBase64
    wasBase64 = longBase64.test(payload)
    if (!wasBase64) return content(payload)
    return before ? null : instead.base64
  }
  return (record, payload) => {
    if (record.kind === 'message' || record.kind === 'chunk') return collapsed(payload)
    wasBase64 = false
    isPassingField = false
    switch (record.kind) {
      case 'command':
        return command(payload)
      case 'auth-response':
        return payload === '*' || payload === '' ? payload : instead.secret
      case 'reply':
      case 'malformed-reply':
      case 'unreadable':
        return reply(payload)
      case 'end-of-data':
        return payload
      case 'blank':
      case 'comment':
        return null
      default:
        // A remark of the tool, as that it has connected to a host.
        return names.introduction(payload)
    }
  }
}

/**
 * A session in the language's own dialect, without what is another in each: the heads of a log's lines, times, ids,
 * comments, the names of hosts and people (numbered as they come: `<recipient-1>`), sizes, dates and traces in the
 * header of the message, and what is encoded. Of two sessions, what differs then is what matters. Secrets are left out.
 */
export function normalizedSession({ reading }: Transcript, placed: PlacedSession): string {
  const form = formNamed('smtp')
  if (!form) return ''
  const written = writeSessions({ reading, sessions: [placed] }, { ...form, hasComments: false }).text
  const own = readTranscript(written, form.dialect).reading
  const normalize = normalizer()
  const lines: string[] = []
  for (let line = 0; line < lineCountOf(own); line++) {
    const { text, records } = lineOf(own, line) ?? { text: '', records: [] }
    const [record] = records
    if (!record) continue
    const said = normalize(record, payloadOf(text, record))
    if (said !== null) lines.push(`${text.slice(0, record.start)}${said}`.trimEnd())
  }
  return lines.map(line => `${line}\n`).join('')
}
