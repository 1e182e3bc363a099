import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** One step of a recorded session: what was sent and what a real server answered. */
export interface Step {
  readonly send: string | null
  readonly reply: readonly string[]
  /** The mail data that was sent, with its final dot. */
  readonly message?: readonly string[]
  /** Octets of the test block sent behind BDAT. */
  readonly payload_octets?: number
  readonly tls_handshake?: string
  /** The server had closed the connection before this could be sent. */
  readonly closed_before_send?: boolean
}

/** A session with a real server, played one command at a time. */
export interface Recording {
  readonly server: string
  readonly mode: 'smtp' | 'lmtp'
  readonly id: string
  readonly steps: readonly Step[]
}

/** The names of the recorded servers. */
export function servers(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.jsonl.gz'))
    .map(name => name.slice(0, -'.jsonl.gz'.length))
    .sort()
}

/** All sessions recorded with one server. */
export function recordings(folder: string, server: string): Recording[] {
  const text = gunzipSync(readFileSync(`${folder}/${server}.jsonl.gz`)).toString('utf8')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Recording)
}
