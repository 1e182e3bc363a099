// What others do with a file of the same size.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getLanguageService, TextDocument } from 'vscode-json-languageservice'
import { parse as parseYaml } from 'yaml-language-server/lib/esm/languageservice/parser/yamlParser07.js'
import { readTranscript } from '../server/transcript/transcript.ts'
import { captureOf } from '../test/compare/capture.ts'
import { dialogueOf } from '../test/compare/dialogue.ts'
import { timeOf } from './measure.ts'

/** Objects as they stand in configuration and data files. */
function record(number: number) {
  return {
    id: number,
    name: `host-${number}.example.org`,
    addresses: ['192.0.2.1', '2001:db8::1'],
    enabled: number % 2 === 0,
    limits: { size: 10_240_000, recipients: 100, rate: 0.5 },
    note: 'A few words, as people write them beside such things.',
  }
}

function jsonOf(octets: number): string {
  const one = JSON.stringify(record(1), null, 2).length + 2
  return JSON.stringify(
    Array.from({ length: Math.ceil(octets / one) }, (_, number) => record(number)),
    null,
    2,
  )
}

function yamlOf(octets: number): string {
  const parts: string[] = []
  for (let length = 0, number = 0; length < octets; number++) {
    const { id, name, enabled, limits, note } = record(number)
    const part = `- id: ${id}\n  name: ${name}\n  enabled: ${enabled}\n  limits:\n    size: ${limits.size}\n    rate: ${limits.rate}\n  note: "${note}"\n`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/** Milliseconds that vscode-json-languageservice takes to parse and validate so many octets of JSON. */
export async function jsonTime(octets: number): Promise<number> {
  const service = getLanguageService({})
  const document = TextDocument.create('file:///bench.json', 'json', 1, jsonOf(octets))
  return timeOf(async () => {
    await service.doValidation(document, service.parseJSONDocument(document), {})
  })
}

/** Milliseconds that the parser of yaml-language-server takes for so many octets of YAML. */
export async function yamlTime(octets: number): Promise<number> {
  const document = TextDocument.create('file:///bench.yaml', 'yaml', 1, yamlOf(octets))
  return timeOf(async () => void parseYaml(document.getText()))
}

/** Octets of SMTP that `tshark -q -z expert` takes in a second on the sessions of a text; null where there is no tshark. */
export function tsharkSpeed(text: string): number | null {
  if (spawnSync('tshark', ['--version']).status !== 0) return null
  const { sessions } = readTranscript(text)
  const segments = sessions.map(({ session }) => dialogueOf(session))
  const folder = mkdtempSync(join(tmpdir(), 'smtp-transcript-bench-'))
  try {
    const pcap = join(folder, 'sessions.pcap')
    writeFileSync(pcap, captureOf(segments).octets)
    const start = performance.now()
    spawnSync('tshark', ['-q', '-r', pcap, '-z', 'expert'], { maxBuffer: 2 ** 30 })
    return text.length / ((performance.now() - start) / 1000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
