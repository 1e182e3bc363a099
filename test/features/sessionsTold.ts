import type { ClientUnit, Exchange, Reply, Session } from '../../server/transcript/session.ts'
import type { Transcript } from '../../server/transcript/transcript.ts'

function replyTold({ code, enhancedCode, texts }: Reply): string {
  return `${code} ${enhancedCode} ${JSON.stringify(texts)}`
}

function unitTold(unit: ClientUnit): string {
  switch (unit.kind) {
    case 'command':
      return `${unit.verb} ${JSON.stringify(unit.text)}`
    case 'message':
    case 'chunk':
      return `${unit.kind} ${unit.elided ? 'elided' : `${unit.lines} lines, ${unit.octets} octets`}`
    case 'auth-response':
      return `auth-response${unit.elided ? ' elided' : ''}`
    default:
      return unit.kind
  }
}

function exchangeTold({ unit, before, verdict, replies, isAnswered }: Exchange): string {
  const judged = `${before.phase} ${verdict.sequence} ${verdict.cause}`
  const answer = isAnswered && replies.length === 0 ? ', answered' : ''
  return [`${unitTold(unit)}: ${judged}${answer}`, ...replies.map(reply => `  ${replyTold(reply)}`)].join(
    '\n',
  )
}

function sessionTold({ protocol, ending, greeting, exchanges, unasked }: Session): string {
  return [
    `session in ${protocol}, ${ending}`,
    ...(greeting ? [`greeting ${replyTold(greeting)}`] : []),
    ...exchanges.map(exchangeTold),
    ...unasked.map(reply => `unasked ${replyTold(reply)}`),
  ].join('\n')
}

/** Everything about the sessions of a transcript that does not depend on how it is written. */
export function sessionsTold({ sessions }: Transcript): string {
  return sessions.map(({ session }) => sessionTold(session)).join('\n\n')
}
