import * as l10n from '@vscode/l10n'
import type { Connection } from 'vscode-languageserver'
import { dialectTitle } from '../features/dialectTitle.ts'
import { inferenceText } from '../features/inferenceText.ts'
import { firstFailure, outcomeReason, outcomeWords } from '../features/outcomeText.ts'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import { dialectNamed, dialects } from '../transcript/dialects/registry.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { afterReading } from './afterReading.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import {
  type ChooseDialectAnswer,
  type ChooseDialectParams,
  chooseDialectRequest,
  type DocumentRead,
  dialectsRequest,
  documentReadNotification,
  type NamedChoice,
  type ReadFailure,
  type Refusal,
} from './messages.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Preparation } from './preparation.ts'
import { notOpen } from './refusals.ts'
import type { Runtime } from './runtime.ts'
import type { SettingsStore } from './settings.ts'

function toChoice(dialect: Dialect): NamedChoice {
  return { name: dialect.name, title: dialectTitle(dialect) }
}

function readFailure({ sessions }: Transcript): ReadFailure | null {
  const failure = firstFailure(sessions)
  if (!failure) return null
  const { placed, outcome } = failure
  return {
    session: sessions.indexOf(placed) + 1,
    outcome: outcomeWords(placed, outcome),
    reason: outcomeReason(placed, outcome),
  }
}

function documentRead({ uri, version, transcript }: OpenDocument): DocumentRead {
  const { dialect, chosen } = transcript.reading
  const inferred = inferenceText(dialect)
  const failure = readFailure(transcript)
  return {
    uri,
    version,
    dialect: toChoice(dialect),
    chosen: chosen !== null,
    ...(inferred !== null && { sureness: inferred }),
    sessions: transcript.sessions.length,
    ...(failure && { failure }),
  }
}

function unknownDialect(name: unknown): Refusal {
  const names = dialects.map(dialect => dialect.name).join(', ')
  return { error: l10n.t`There is no dialect "${String(name)}". The dialects are: ${names}.` }
}

/** Tells the client of each document how it was read. */
export function announceReadings(
  connection: Connection,
  documents: DocumentStore,
  preparation: Preparation,
  settings: SettingsStore,
  runtime: Runtime,
): void {
  const announce = afterReading(connection, { documents, preparation }, runtime, 'reading notice', {
    tell: document => void connection.sendNotification(documentReadNotification, documentRead(document)),
  })
  settings.onDidChange(() => {
    for (const uri of documents.all()) announce(uri)
  })
}

/** Answers the requests about dialects. `onDidChoose` is called when a document may read otherwise than before. */
export function answerDialectRequests(
  connection: Connection,
  documents: DocumentStore,
  onDidChoose: () => void,
): void {
  function choose({ uri, dialect: name }: ChooseDialectParams): ChooseDialectAnswer {
    const dialect = name === null ? null : dialectNamed(name)
    if (dialect === undefined) return unknownDialect(name)
    const document = documents.choose(uri, dialect)
    if (!document) return notOpen()
    onDidChoose()
    return documentRead(document)
  }
  const failed = (): ChooseDialectAnswer => ({
    error: l10n.t`The transcript could not be read in that dialect.`,
  })
  connection.onRequest<ChooseDialectAnswer, unknown>(
    chooseDialectRequest,
    guarded(connection, 'dialect', failed, choose),
  )
  connection.onRequest(
    dialectsRequest,
    guarded(
      connection,
      'dialects',
      () => [],
      () => dialects.map(toChoice),
    ),
  )
}
