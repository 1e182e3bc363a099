import type { Connection, Diagnostic } from 'vscode-languageserver'
import { diagnosticsOf, type RuleLink } from '../features/diagnostics.ts'
import { checkAhead } from '../rules/check.ts'
import { beginTranscript, type Transcript } from '../transcript/transcript.ts'
import { guarded } from './guard.ts'
import { type CheckTextAnswer, type CheckTextParams, checkTextRequest } from './messages.ts'
import type { Runtime } from './runtime.ts'
import type { SettingsStore } from './settings.ts'
import { cancelled, inSlices } from './slices.ts'

/** Answers the request for the diagnostics of a text that is not open, which is forgotten with the answer. */
export function answerCheckRequests(
  connection: Connection,
  settings: SettingsStore,
  runtime: Runtime,
  ruleLink: () => RuleLink,
): void {
  connection.onRequest(
    checkTextRequest,
    guarded<CheckTextParams, CheckTextAnswer>(
      connection,
      'check',
      (): Diagnostic[] => [],
      async ({ uri, text }, token) => {
        const { readOn } = beginTranscript(text, null, 0)
        let transcript: Transcript | null = null
        const isDone = await inSlices(
          runtime,
          isOver => {
            transcript ??= readOn(isOver)
            return transcript !== null && checkAhead(transcript, settings.rules(), isOver)
          },
          () => token.isCancellationRequested,
        )
        if (!isDone || !transcript) throw cancelled()
        return diagnosticsOf(
          { uri, version: 0, transcript },
          { settings: settings.rules(), ruleLink: ruleLink() },
        )
      },
    ),
  )
}
