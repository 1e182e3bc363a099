import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { hasBegun } from '../../transcript/readerState.ts'
import { type Form, formNamed, remarksOf } from '../../transcript/writing/forms.ts'
import { exampleNames } from './commandForms.ts'
import type { CursorPlace, OpenPlace } from './cursorPlace.ts'
import { type Hole, type Insertion, plainText, written } from './insertion.ts'
import { namesNear } from './namesNear.ts'
import type { Offer } from './offer.ts'
import { messageOctets, type SessionScript, sessionScripts } from './sessionScripts.ts'

type Names = Readonly<Record<string, string>>

const inBraces = /\{(\w+)\}/

/** A line of a script with its names as holes. */
function insertionOf(line: string, names: Names): Insertion {
  return line
    .split(/(\{\w+\})/)
    .filter(part => part !== '')
    .map((part): string | Hole => {
      const name = inBraces.exec(part)?.[1]
      return name === undefined ? part : { filled: names[name] ?? name, name }
    })
}

function namesFor(place: CursorPlace): Names {
  const { senders, recipients, clients } = namesNear(place)
  const [recipient = exampleNames.recipient] = recipients
  const names = {
    ...exampleNames,
    client: clients[0] ?? exampleNames.client,
    sender: senders[0] ?? exampleNames.sender,
    recipient,
    other: recipients.find(one => one !== recipient) ?? 'carol@example.org',
    subject: 'Hello',
    text: 'Hello',
  }
  const fill = (line: string) => plainText(insertionOf(line, names))
  return { ...names, octets: `${messageOctets(fill)}` }
}

/** A script in the words of a dialect. */
function scriptIn(script: SessionScript, form: Form, names: Names): Insertion {
  const { dialect } = form
  let secure = false
  const lines = script.lines.map((line): Insertion => {
    if (line === '') return ['']
    if (line === 'TLS') {
      secure = true
      return [remarksOf(form, 'tls-started', '')[0] ?? '']
    }
    const speaker = line.startsWith('C') ? 'client' : 'server'
    const payload = line.slice('C: '.length)
    // The handshake ends with the connection that it was made on.
    if (line.startsWith('S: 220 {server}')) secure = false
    return payload === ''
      ? [dialect.write(speaker, '', secure)]
      : written(insertionOf(payload, names), text => dialect.write(speaker, text, secure))
  })
  return lines.flatMap((line, index) => (index === 0 ? line : ['\n', ...line]))
}

/** The form of a dialect that sessions can be written in; undefined for any other. */
export function formOf({ name }: Dialect): Form | undefined {
  const isForm = name === 'smtp' || name === 'bare' || name === 'swaks' || name === 'curl'
  return isForm ? formNamed(name) : undefined
}

/** Whether a session could begin on the line: none has begun, or the one before is over. */
function canBegin({ before }: CursorPlace): boolean {
  const { phase } = before.view.confirmed
  return (
    (!hasBegun(before) && !before.connecting) || (phase === 'closed' && before.view.outstanding.length === 0)
  )
}

/** Whole sessions, where one may begin, in the dialects that sessions can be written in. */
export function sessionOffers(place: CursorPlace, { start }: OpenPlace): Offer[] {
  const form = formOf(place.dialect)
  if (!form || !canBegin(place)) return []
  const names = namesFor(place)
  return sessionScripts.map(script => ({
    label: script.title(),
    kind: CompletionItemKind.Snippet,
    insertion: scriptIn(script, form, names),
    start,
    end: place.character,
    fit: 'possible',
    detail: l10n.t`a whole session`,
    filter: script.words,
  }))
}
