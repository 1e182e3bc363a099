import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Capture, captureOf, headerOctets } from './capture.ts'
import { comparisonPage, pageFile } from './comparisonPage.ts'
import type { Segment } from './dialogue.ts'
import {
  type RecordedSession,
  type Recording,
  readRecording,
  recordedSessions,
  recordingFile,
  type TsharkFinding,
} from './recording.ts'
import { type ComparedSession, comparedSessions, markOf, type Source, sources } from './sessions.ts'
import { type Expert, expertKinds, expertsIn, framesWithCommands, tsharkVersion } from './tshark.ts'

/** The session's line that the octet of a segment belongs to. */
function lineAt({ lines }: Segment, octet: number): number {
  let end = 0
  for (const { line, text } of lines) {
    end += Buffer.byteLength(text) + 2
    if (octet < end) return line
  }
  return lines.at(-1)?.line ?? 0
}

/** The findings of each session. */
function findingsBySession(capture: Capture, off: readonly Expert[], on: readonly Expert[]) {
  const keyOf = ({ frame, octet, summary }: Expert) => `${frame} ${octet} ${summary}`
  const keys = { off: new Set(off.map(keyOf)), on: new Set(on.map(keyOf)) }
  const all = new Map([...off, ...on].map(expert => [keyOf(expert), expert]))
  const findings = new Map<number, TsharkFinding[]>()
  for (const [key, { frame: number, octet, field, severity, group, summary }] of all) {
    const frame = capture.frames[number - 1]
    if (!frame) continue
    const isOff = keys.off.has(key)
    const decoding = isOff && keys.on.has(key) ? 'off and on' : isOff ? 'off' : 'on'
    const line = lineAt(frame.segment, octet - headerOctets)
    const finding = { field, severity, group, summary, decoding, line } as const
    findings.set(frame.session, [...(findings.get(frame.session) ?? []), finding])
  }
  return findings
}

/** How many commands of each session tshark took for commands. */
function recognisedBySession({ frames }: Capture, withCommands: ReadonlySet<number>): Map<number, number> {
  const recognised = new Map<number, number>()
  for (const [index, frame] of frames.entries()) {
    if (!frame?.segment.isCommand || !withCommands.has(index + 1)) continue
    recognised.set(frame.session, (recognised.get(frame.session) ?? 0) + 1)
  }
  return recognised
}

function record(sessions: readonly ComparedSession[]): Recording {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-compare-'))
  try {
    const pcap = join(folder, 'sessions.pcap')
    const capture = captureOf(sessions.map(({ segments }) => segments))
    writeFileSync(pcap, capture.octets)
    const findings = findingsBySession(capture, expertsIn(pcap, false), expertsIn(pcap, true))
    const recognised = recognisedBySession(capture, framesWithCommands(pcap))
    const recorded = Object.fromEntries(sources.map(source => [source, {}] as const)) as Record<
      Source,
      Record<string, RecordedSession>
    >
    for (const [index, session] of sessions.entries()) {
      const found = findings.get(index)
      recorded[session.source][session.name] = {
        mark: markOf(session),
        commands: session.segments.filter(({ isCommand }) => isCommand).length,
        recognised: recognised.get(index) ?? 0,
        ...(found ? { findings: found } : {}),
      }
    }
    return { version: tsharkVersion(), kinds: expertKinds(), sessions: recorded }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const sessions = comparedSessions()
writeFileSync(recordingFile, `${JSON.stringify(record(sessions))}\n`)
const recording = readRecording()
writeFileSync(pageFile, comparisonPage(recording, recordedSessions(recording, sessions)))
console.log(
  `${sessions.length} sessions, replayed to tshark ${recording.version}: ${recordingFile}, ${pageFile}`,
)
