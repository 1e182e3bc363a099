import assert from 'node:assert/strict'
import { hoverAt } from '../../server/features/hover.ts'
import type { Fault } from '../../server/protocol/causes/replyCause.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { type Ticket, tickets } from './ticket.ts'

/** How a hover names who has to change something. */
const faults: Readonly<Record<Fault, RegExp>> = {
  client: /The client has to change something/,
  server: /The server has to change something/,
  middlebox: /A box between client and server has to change something/,
  policy: /It is a policy of the receiving side/,
  transcript: /The transcript has to be put right/,
}

/** What the hover does not say as the ticket has it, and why. */
const known: Readonly<Record<string, string>> = {
  T43: 'The fault is that of a client which is not in the text: the reply is a good greeting, and a hover accuses nobody of it.',
}

/** Where the codes of the decisive reply stand: of a reply, or as words that the text quotes. */
function placesOf({ decisiveReply, transcript: text }: Ticket, transcript: Transcript) {
  const replies = transcript.sessions.flatMap(placed => {
    const { greeting, exchanges, unasked } = placed.session
    const all = [...(greeting ? [greeting] : []), ...exchanges.flatMap(one => one.replies), ...unasked]
    return all
      .filter(
        one => one.code === decisiveReply?.code && one.enhancedCode === (decisiveReply.enhancedCode ?? null),
      )
      .map(({ codeSpans: [{ line, start }] }) => ({ line: lineInText(placed, line), character: start }))
  })
  if (replies.length > 0) return replies
  return text.split('\n').flatMap((line, number) => {
    const character = line.indexOf(`${decisiveReply?.code}`)
    return character < 0 ? [] : [{ line: number, character }]
  })
}

/** The hovers on the decisive reply; several where the session has the same codes more than once. */
function hoversOn(ticket: Ticket): string[] {
  const transcript = readTranscript(ticket.transcript)
  const options = { commandLinks: false, settings: defaultSettings }
  return placesOf(ticket, transcript).flatMap(position => {
    const contents = hoverAt({ uri: 'file:///ticket.smtp', transcript }, position, options)?.contents
    return contents && typeof contents === 'object' && 'value' in contents ? [contents.value] : []
  })
}

describe('the hover on the decisive reply of a ticket', () => {
  const decided = tickets.filter(({ decisiveReply }) => decisiveReply !== null)

  for (const ticket of decided) {
    const { id, explain, fault, diagnosis } = ticket
    it(`${id} says ${explain.join(' or ')}, and whose fault it is: ${fault}`, () => {
      const hovers = hoversOn(ticket)
      assert.ok(hovers.length > 0, 'there is one')
      const telling = hovers.filter(one => explain.some(word => one.toLowerCase().includes(word)))
      assert.ok(telling.length > 0, `${diagnosis}\n\n${hovers.join('\n\n')}`)
      const isRight = telling.some(one => fault === 'none' || faults[fault].test(one))
      assert.equal(isRight, known[id] === undefined, `${diagnosis}\n\n${telling.join('\n\n')}`)
    })
  }

  it('is there for most of them', () => assert.ok(decided.length >= 25, `${decided.length}`))
})
