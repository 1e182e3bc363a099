import { isMisplaced } from '../../transcript/history.ts'
import type { Exchange, Reply } from '../../transcript/session.ts'

/** What a refusal asks for: a login, TLS, or (without saying how) a right to relay. */
export type Demand = 'authentication' | 'tls' | 'relaying'

const starttls = /\bSTARTTLS\b/i
const tls =
  /\b(?:TLS|SSL|encrypt(?:ion|ed)?)\b.{0,40}\b(?:required|needed|mandatory|first|only)\b|\b(?:must|requires?|needs?|use)\b.{0,40}\b(?:TLS|SSL|encrypt)/i
const unavailable = /\bnot (?:available|supported|offered)|unavailable|\bfailed\b/i

const authentication =
  /\bauth\w*\b.{0,30}\b(?:required|needed|mandatory|first)\b|\b(?:must|requires?|needs?|please|should|have to)\b.{0,40}\b(?:auth|log ?in|log ?on|logged)|\bnot (?:been )?(?:authenticated|logged)|\bunauthenticated|\b(?:log ?in|log ?on) first|\bauth first/i
/** Proof that a domain may send, which is no login. */
const domainProof = /\b(?:SPF|DKIM|DMARC|sender ?id|ARC)\b/i

const relaying = /\brelay(?:ing)?\b|\brcpthosts\b/i
const denied =
  /denied|not (?:permitted|allowed|authorized|possible)|prohibit|refus|unable|do(?:es)? not|cannot|can't|not in\b|isn't in/i

function beginningOf(reply: Reply): string {
  return reply.texts.slice(0, 10).join(' ').slice(0, 1000)
}

function demandsTls(reply: Reply, text: string): boolean {
  if (reply.enhancedCode === '5.7.10' || reply.enhancedCode === '5.7.11' || reply.code === 538) return true
  if (unavailable.test(text)) return false
  return (
    (starttls.test(text) && reply.code === 530) ||
    tls.test(text) ||
    (starttls.test(text) && /\b(?:must|first|requir|need|issue|use)/i.test(text))
  )
}

function demandsAuthentication(reply: Reply, text: string): boolean {
  if (domainProof.test(text) || /^5\.7\.2\d$/.test(reply.enhancedCode ?? '')) return false
  return reply.enhancedCode === '5.7.57' || authentication.test(text)
}

/** What the server asks for when it refuses `exchange`; null where it asks for none of this, or was right to refuse the order. */
export function demandOf(exchange: Exchange): Demand | null {
  const { reply, unit } = exchange
  if (unit.kind !== 'command' || reply === null || reply.code < 400 || reply.code === 421) return null
  if (isMisplaced(exchange)) return null
  if (unit.verb === 'STARTTLS' || unit.verb === 'QUIT') return null
  const text = beginningOf(reply)
  if (demandsTls(reply, text)) return 'tls'
  if (unit.verb === 'AUTH') return null
  if (demandsAuthentication(reply, text)) return 'authentication'
  return relaying.test(text) && denied.test(text) ? 'relaying' : null
}
