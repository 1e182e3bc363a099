import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnosticsOf } from '../../server/features/diagnostics.ts'
import { hoverAt } from '../../server/features/hover.ts'
import { explainOutcome, outcomesOf } from '../../server/features/outcomes.ts'
import { sessionSymbol } from '../../server/features/outline.ts'
import { sessionJson } from '../../server/features/sessionJson.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import { authDialogues, authTexts, isHiddenSecret } from '../../server/transcript/authDialogues.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { wholeOf } from '../../server/transcript/reading.ts'
import type { Session } from '../../server/transcript/session.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { corpusOf, tools } from '../corpus/expectation.ts'
import { tickets } from '../tickets/ticket.ts'

const uri = 'file:///session.smtp'

/** Shorter parts, such as a user name of three letters, stand in a text for many reasons. */
const shortest = 6

/** What the client says of itself in AUTH: as it stands, and each part of its decoding. */
function secretsOf(session: Session): string[] {
  const payloads = authDialogues(session)
    .flatMap(dialogue => authTexts(session, dialogue))
    .map(({ text }) => text)
    .filter(text => !isHiddenSecret(text))
  const decoded = payloads
    .filter(text => /^[A-Za-z0-9+/]+={0,2}$/.test(text))
    .flatMap(text =>
      Buffer.from(text, 'base64')
        .toString('latin1')
        .split(/[^ -~]/),
    )
  return [...payloads, ...decoded].filter(text => text.length >= shortest)
}

/** What stands elsewhere in the text, as a user name does that is the sender, too, is no secret; nor is a word of ours. */
function onlyInAuth(secrets: readonly string[], { reading, sessions }: Transcript): string[] {
  const lines = new Set(
    sessions.flatMap(placed =>
      authDialogues(placed.session)
        .flatMap(({ auth, responses }) => [...(auth ? [auth] : []), ...responses])
        .map(one => lineInText(placed, one.line)),
    ),
  )
  const others = wholeOf(reading)
    .texts.filter((_, line) => !lines.has(line))
    .join('\n')
  return secrets.filter(one => one !== 'secret' && !others.includes(one))
}

/** Everything that is shown of a transcript, hovers on every third character of every line among it. */
function shownOf(transcript: Transcript): string {
  const document = { uri, version: 1, transcript }
  const options = { commandLinks: true, settings: defaultSettings }
  const hovers = wholeOf(transcript.reading).texts.flatMap((text, line) => {
    const columns = Array.from({ length: Math.ceil(Math.min(text.length, 300) / 3) }, (_, index) => index * 3)
    return columns.map(character => JSON.stringify(hoverAt(document, { line, character }, options)))
  })
  return [
    ...new Set(hovers),
    JSON.stringify(diagnosticsOf(document)),
    JSON.stringify(transcript.sessions.map(sessionSymbol)),
    ...transcript.sessions.flatMap(placed => [
      JSON.stringify(sessionJson('a.smtp', transcript.reading.dialect, placed, 1)),
      ...outcomesOf(placed.session).map(outcome => explainOutcome(placed, outcome) ?? ''),
    ]),
  ].join('\n')
}

/** Transcripts in which somebody logs in: real ones, examples, tickets. */
function transcriptsWithLogins(): { readonly name: string; readonly text: string }[] {
  const real = tools.flatMap(tool =>
    corpusOf(tool).map(({ name, text }) => ({ name: `${tool}/${name}`, text })),
  )
  const examples = readdirSync('examples').map(name => ({
    name,
    text: readFileSync(join('examples', name), 'utf8'),
  }))
  const pasted = tickets.map(({ id, transcript }) => ({ name: id, text: transcript }))
  return [...real, ...examples, ...pasted].filter(({ text }) => /\bAUTH\b|^\W*334/m.test(text))
}

describe('nothing that is shown', () => {
  let searched = 0

  for (const { name, text } of transcriptsWithLogins()) {
    it(`holds what the client says in AUTH, nor its decoding: ${name}`, () => {
      const transcript = readTranscript(text)
      const secrets = onlyInAuth(
        transcript.sessions.flatMap(({ session }) => secretsOf(session)),
        transcript,
      )
      if (secrets.length === 0) return
      searched += secrets.length
      const shown = shownOf(transcript)
      // A text that is shown as JSON has its quotes and backslashes escaped.
      for (const secret of secrets) {
        assert.ok(!shown.includes(JSON.stringify(secret).slice(1, -1)), 'a secret is shown')
      }
    })
  }

  it('was searched for many secrets', () => assert.ok(searched > 60, `${searched}`))
})
