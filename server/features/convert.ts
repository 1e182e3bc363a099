import type { LineRecord } from '../transcript/lineRecord.ts'
import { payloadOf } from '../transcript/stretch.ts'
import type { Transcript } from '../transcript/transcript.ts'

/** The forms that a transcript can be written in. */
export type ConversionTarget = 'smtp' | 'swaks' | 'curl' | 'bare'

interface Form {
  readonly name: ConversionTarget
  /** One line for people. */
  readonly title: string
  /** What stands in front of a line of the client. */
  readonly client: string
  /** What stands in front of a line of the server. */
  readonly server: string
}

/** The forms to choose from. */
export const conversionTargets: readonly Form[] = [
  { name: 'smtp', title: 'C: and S: as in the RFCs', client: 'C: ', server: 'S: ' },
  { name: 'swaks', title: 'output of swaks', client: ' -> ', server: '<-  ' },
  { name: 'curl', title: 'output of curl --verbose', client: '> ', server: '< ' },
  { name: 'bare', title: 'no prefixes', client: '', server: '' },
]

function prefixOf(record: LineRecord, form: Form): string | undefined {
  switch (record.kind) {
    case 'reply':
      return form.server
    case 'command':
    case 'auth-response':
    case 'message':
    case 'chunk':
    case 'end-of-data':
      return form.client
    default:
      return undefined
  }
}

/** The sessions of a transcript in another form, a blank line between them. Remarks and comments are left out. */
export function convertTranscript(transcript: Transcript, to: ConversionTarget): string {
  const form = conversionTargets.find(({ name }) => name === to)
  if (!form) return ''
  const written = transcript.sessions.map(({ session: { texts, records } }) =>
    texts.flatMap((text, index) =>
      (records[index] ?? []).flatMap(record => {
        const prefix = prefixOf(record, form)
        return prefix === undefined ? [] : [`${prefix}${payloadOf(text, record)}\n`]
      }),
    ),
  )
  return written.map(lines => lines.join('')).join('\n')
}
