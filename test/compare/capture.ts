import type { Segment } from './dialogue.ts'

/** What a frame of a capture carries; the place of its octets tells which line of it something stands at. */
export interface Frame {
  readonly session: number
  readonly segment: Segment
}

/** A packet capture of several sessions, and what each of its frames carries (null: it opens a connection). */
export interface Capture {
  readonly octets: Uint8Array
  readonly frames: readonly (Frame | null)[]
}

/** Octets of the IP and TCP headers in front of what was said. */
export const headerOctets = 40

const flags = { syn: 0x02, ack: 0x10, push: 0x08 } as const

function ipv4(last: number, from: 'client' | 'server', payload: number): Buffer {
  const header = Buffer.alloc(20)
  header.writeUInt8(0x45, 0)
  header.writeUInt16BE(headerOctets + payload, 2)
  header.writeUInt8(64, 8)
  header.writeUInt8(6, 9)
  const client = 0x0a00_0000 + last
  const server = 0xc0a8_0001
  header.writeUInt32BE(from === 'client' ? client : server, 12)
  header.writeUInt32BE(from === 'client' ? server : client, 16)
  return header
}

/** One connection: who sent how much so far. */
class Connection {
  private readonly sent = { client: 1, server: 1 }
  private readonly address: number

  constructor(address: number) {
    this.address = address
  }

  private packet(from: 'client' | 'server', bits: number, payload: Buffer): Buffer {
    const to = from === 'client' ? 'server' : 'client'
    const tcp = Buffer.alloc(20)
    tcp.writeUInt16BE(from === 'client' ? 40_000 : 25, 0)
    tcp.writeUInt16BE(from === 'client' ? 25 : 40_000, 2)
    tcp.writeUInt32BE(this.sent[from], 4)
    tcp.writeUInt32BE(bits & flags.ack ? this.sent[to] : 0, 8)
    tcp.writeUInt8(5 << 4, 12)
    tcp.writeUInt8(bits, 13)
    tcp.writeUInt16BE(0xffff, 14)
    this.sent[from] += payload.length + (bits & flags.syn ? 1 : 0)
    return Buffer.concat([ipv4(this.address, from, payload.length), tcp, payload])
  }

  opening(): Buffer[] {
    const nothing = Buffer.alloc(0)
    return [
      this.packet('client', flags.syn, nothing),
      this.packet('server', flags.syn | flags.ack, nothing),
      this.packet('client', flags.ack, nothing),
    ]
  }

  saying({ from, lines }: Segment): Buffer {
    const text = lines.map(line => `${line.text}\r\n`).join('')
    return this.packet(from, flags.ack | flags.push, Buffer.from(text))
  }
}

function fileHeader(): Buffer {
  const header = Buffer.alloc(24)
  header.writeUInt32LE(0xa1b2_c3d4, 0)
  header.writeUInt16LE(2, 4)
  header.writeUInt16LE(4, 6)
  header.writeUInt32LE(0x4_0000, 16)
  // Packets begin with their IP headers.
  header.writeUInt32LE(101, 20)
  return header
}

function recordHeader(number: number, octets: number): Buffer {
  const header = Buffer.alloc(16)
  header.writeUInt32LE(Math.floor(number / 1000), 0)
  header.writeUInt32LE((number % 1000) * 1000, 4)
  header.writeUInt32LE(octets, 8)
  header.writeUInt32LE(octets, 12)
  return header
}

/**
 * Sessions as a packet capture in pcap format: each a TCP connection to port 25 from an address of its own, what is said
 * behind a TLS handshake a connection for itself, as a capture shows it to somebody who has the keys.
 */
export function captureOf(sessions: readonly (readonly Segment[])[]): Capture {
  const parts = [fileHeader()]
  const frames: (Frame | null)[] = []
  function write(packet: Buffer, frame: Frame | null): void {
    parts.push(recordHeader(frames.length, packet.length), packet)
    frames.push(frame)
  }
  let address = 0
  for (const [session, segments] of sessions.entries()) {
    let connection: Connection | undefined
    for (const segment of segments) {
      if (!connection || segment.isFirstUnderTls) {
        address += 1
        connection = new Connection(address)
        for (const packet of connection.opening()) write(packet, null)
      }
      write(connection.saying(segment), { session, segment })
    }
  }
  return { octets: Buffer.concat(parts), frames }
}
