import * as l10n from '@vscode/l10n'
import type { Connection } from 'vscode-languageserver'
import { normalizedSession } from '../features/normalizedSession.ts'
import { decisiveOutcome, outcomeWithCodes, sessionName } from '../features/outcomeText.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import {
  type NormalizedSessionAnswer,
  type NormalizedSessionParams,
  normalizedSessionRequest,
  type SessionChoice,
  type SessionsParams,
  sessionsRequest,
} from './messages.ts'
import { notOpen } from './refusals.ts'
import type { Runtime } from './runtime.ts'
import { mapInSlices } from './slices.ts'
import { whenRead } from './whenRead.ts'

/** Answers the requests about sessions that are compared. */
export function answerComparisonRequests(
  connection: Connection,
  documents: DocumentStore,
  runtime: Runtime,
): void {
  connection.onRequest<SessionChoice[], unknown>(
    sessionsRequest,
    guarded<SessionsParams, SessionChoice[]>(
      connection,
      'sessions',
      () => [],
      async ({ uri }, token) => {
        const document = await whenRead(documents, runtime, uri, token)
        const sessions = document?.transcript.sessions ?? []
        return mapInSlices(
          runtime,
          sessions,
          (placed, index): SessionChoice => ({
            line: placed.startLine,
            title: sessionName(placed, index + 1),
            outcome: outcomeWithCodes(placed, decisiveOutcome(placed)) ?? '',
          }),
          token,
        )
      },
    ),
  )
  const failed = (): NormalizedSessionAnswer => ({ error: l10n.t`The session could not be written.` })
  connection.onRequest<NormalizedSessionAnswer, unknown>(
    normalizedSessionRequest,
    guarded<NormalizedSessionParams, NormalizedSessionAnswer>(
      connection,
      'normalized session',
      failed,
      ({ uri, line }) => {
        const document = documents.get(uri)
        if (!document) return notOpen()
        const { transcript } = document
        const placed = transcript.sessions.find(({ startLine }) => startLine === line)
        if (!placed) return { error: l10n.t`No session begins in line ${line + 1} any more.` }
        return { text: normalizedSession(transcript, placed) }
      },
    ),
  )
}
