import * as l10n from '@vscode/l10n'
import type { Connection } from 'vscode-languageserver'
import { conversionTargets, convertTranscript } from '../features/convert.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import {
  type ConvertAnswer,
  type ConvertParams,
  conversionTargetsRequest,
  convertRequest,
  type NamedChoice,
  type Refusal,
} from './messages.ts'
import { notOpen } from './refusals.ts'

function unknownTarget(name: unknown): Refusal {
  const names = conversionTargets.map(target => target.name).join(', ')
  return { error: l10n.t`A transcript cannot be converted to "${String(name)}". The targets are: ${names}.` }
}

/** Answers the requests about other forms of a transcript. The document itself stays as it is. */
export function answerConversionRequests(connection: Connection, documents: DocumentStore): void {
  function convert({ uri, to }: ConvertParams): ConvertAnswer {
    const document = documents.get(uri)
    if (!document) return notOpen()
    const target = conversionTargets.find(({ name }) => name === to)
    if (!target) return unknownTarget(to)
    if (document.transcript.sessions.length === 0) {
      return { error: l10n.t`No SMTP session was found in this text.` }
    }
    return { text: convertTranscript(document.transcript, target.name), languageId: 'smtp' }
  }
  const failed = (): ConvertAnswer => ({ error: l10n.t`The transcript could not be converted.` })
  connection.onRequest<ConvertAnswer, unknown>(
    convertRequest,
    guarded(connection, 'conversion', failed, convert),
  )
  connection.onRequest(
    conversionTargetsRequest,
    guarded(
      connection,
      'conversion targets',
      () => [],
      (): NamedChoice[] => conversionTargets.map(({ name, title }) => ({ name, title: l10n.t(title) })),
    ),
  )
}
