import { spawnSync } from 'node:child_process'

/** An expert information, and the octet of the frame at which it stands. */
export interface Expert {
  readonly frame: number
  readonly octet: number
  readonly field: string
  readonly severity: string
  readonly group: string
  readonly summary: string
}

function tshark(...args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync('tshark', args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  })
  if (error) throw error
  if (status !== 0) throw new Error(`tshark ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

/** The version of the tshark on the PATH. */
export function tsharkVersion(): string {
  return /TShark \(Wireshark\) ([\d.]+\d)/.exec(tshark('--version'))?.[1] ?? 'of unknown version'
}

/** Fields without a value are expert information, but for these two. */
const otherFieldsWithoutValue: readonly string[] = ['smtp.eom', 'smtp.data.fragments']

/** Every kind of expert information of the SMTP dissector. */
export function expertKinds(): { field: string; summary: string }[] {
  return tshark('-G', 'fields')
    .split('\n')
    .map(line => line.split('\t'))
    .flatMap(([kind, summary = '', field = '', type]) => {
      const isExpert = kind === 'F' && field.startsWith('smtp.') && type === 'FT_NONE'
      return isExpert && !otherFieldsWithoutValue.includes(field) ? [{ field, summary }] : []
    })
}

/** The frames in which tshark sees commands of SMTP. */
export function framesWithCommands(pcap: string): ReadonlySet<number> {
  const fields = ['-T', 'fields', '-e', 'frame.number'] as const
  return new Set(
    tshark('-r', pcap, '-Y', 'smtp.req.command', ...fields)
      .split('\n')
      .map(Number),
  )
}

const tag = /<(\/?)(packet|proto|field)\b([^>]*?)(\/?)>/g

interface Element {
  readonly kind: string
  readonly name: string
  readonly attributes: string
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'" }

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return value.replace(/&(lt|gt|quot|amp|apos);/g, (all, entity: string) => named[entity] ?? all)
}

/** `Expert Info (Warning/Protocol): text` */
const shownExpert = /^Expert Info \(([^/]*)\/([^)]*)\): (.*)$/s

/** Everything that the SMTP dissector reports in a capture; `decoding` lets it decode what stands behind AUTH. */
export function expertsIn(pcap: string, decoding: boolean): Expert[] {
  const preference = ['-o', `smtp.decryption:${decoding ? 'TRUE' : 'FALSE'}`] as const
  const details = tshark(...preference, '-r', pcap, '-Y', 'smtp && _ws.expert', '-T', 'pdml')
  const experts: Expert[] = []
  const open: Element[] = []
  let frame = 0
  for (const [, isEnd, kind = '', attributes = '', isEmpty] of details.matchAll(tag)) {
    if (isEnd) {
      open.pop()
      continue
    }
    const element = { kind, name: attribute(attributes, 'name'), attributes }
    if (element.name === 'frame.number') frame = Number(attribute(attributes, 'show'))
    const parent = open.at(-1)
    const isOfSmtp = open.some(({ kind, name }) => kind === 'proto' && name === 'smtp')
    if (parent?.name === '_ws.expert' && isOfSmtp && !element.name.startsWith('_ws.')) {
      const [, severity = '', group = '', summary = ''] =
        shownExpert.exec(attribute(parent.attributes, 'showname')) ?? []
      const octet = Number(attribute(parent.attributes, 'pos'))
      experts.push({ frame, octet, field: element.name, severity, group, summary })
    }
    if (!isEmpty) open.push(element)
  }
  return experts
}
