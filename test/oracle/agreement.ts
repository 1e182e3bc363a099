import { type ExchangeJson, sessionJson } from '../../server/features/sessionJson.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import type { Recording, Step } from './recording.ts'
import { transcriptOf } from './transcriptOf.ts'

/** Steps on which the verdict and the server's answer part, with a name that groups equal ones. */
export interface Disagreement {
  readonly server: string
  /** `VERB in PHASE: verdict, but CODE`. */
  readonly group: string
  readonly id: string
  readonly step: string
  readonly reply: string
}

/** How far the verdicts and one server's answers agree. */
export interface Agreement {
  readonly server: string
  readonly sessions: number
  /** Steps with the verdict `allowed` or `out-of-sequence`. */
  readonly judged: number
  readonly agreed: number
  readonly serverDependent: number
  /** Steps without a verdict: `unknown` or `consequence`. */
  readonly unknown: number
  /** Every step that was sent and answered. */
  readonly steps: number
  readonly disagreements: readonly Disagreement[]
}

/** `allowed` fits every answer but 503; `out-of-sequence` fits 5yz, 421 and 454. */
function agrees(exchange: ExchangeJson, code: number): boolean {
  if (exchange.sequence === 'allowed') return code !== 503
  return code >= 500 || code === 421 || code === 454
}

function lastCode(step: Step): number {
  return Number(step.reply.at(-1)?.slice(0, 3))
}

function describe(exchange: ExchangeJson, step: Step): string {
  const verb = exchange.command.kind === 'command' ? exchange.command.verb : exchange.command.kind
  const verdict = exchange.because ?? exchange.sequence
  return `${verb} in ${exchange.stateBefore}: ${verdict}, but ${lastCode(step)}`
}

/** Compares the verdict on each step of the recordings with what the server answered. */
export function agreementWith(server: string, recordings: readonly Recording[]): Agreement {
  let judged = 0
  let agreed = 0
  let serverDependent = 0
  let unknown = 0
  let steps = 0
  const disagreements: Disagreement[] = []
  for (const recording of recordings) {
    const written = transcriptOf(recording)
    const transcript = readTranscript(written.text)
    const sessions = transcript.sessions.map((placed, index) =>
      sessionJson(recording.id, transcript.reading.dialect, placed, index + 1),
    )
    const exchanges = new Map(
      sessions.flatMap(session => session.exchanges.map(one => [one.line, one] as const)),
    )
    for (const { line, step } of written.steps) {
      if (step.reply.length === 0) continue
      steps += 1
      const exchange = exchanges.get(line)
      if (!exchange) {
        disagreements.push({
          server,
          group: 'not read as sent',
          id: recording.id,
          step: step.send ?? '',
          reply: step.reply.join(' / '),
        })
        judged += 1
        continue
      }
      if (exchange.sequence !== 'allowed' && exchange.sequence !== 'out-of-sequence') {
        if (exchange.sequence === 'server-dependent') serverDependent += 1
        else unknown += 1
        continue
      }
      judged += 1
      if (agrees(exchange, lastCode(step))) agreed += 1
      else {
        disagreements.push({
          server,
          group: describe(exchange, step),
          id: recording.id,
          step: step.send ?? '',
          reply: step.reply.at(-1) ?? '',
        })
      }
    }
  }
  return {
    server,
    sessions: recordings.length,
    judged,
    agreed,
    serverDependent,
    unknown,
    steps,
    disagreements,
  }
}

/** The groups of disagreement, largest first. */
export function groupsOf<T extends Disagreement>(disagreements: readonly T[]): [string, readonly T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of disagreements) groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}

/** A share in per cent with two decimals. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`
}
