import type { Problem } from '../../server/rules/rule.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { type Comparison, comparisonsOf, type Matter, problemsIn } from './covers.ts'
import type { Recorded, Recording, TsharkFinding } from './recording.ts'
import { type Source, sources } from './sessions.ts'

/** Where the page is kept. */
export const pageFile = 'docs/comparison.md'

/** Sessions that tell something, in the order of the page. */
export const tellingSessions: readonly string[] = [
  'another code on the last line of the reply to EHLO',
  'another code in the middle of the reply to EHLO',
  'a greeting that ends in a refusal',
  'two codes in the reply to the message',
  'a reply to EHLO that 421 breaks off',
  'AUTH PLAIN with its credentials',
  'AUTH PLAIN with credentials that are not base64',
  'AUTH LOGIN with a name that is not base64',
  'healthy replies to a pipelined group, in one segment',
  'the next message behind a refused DATA',
  'sequence/nested-mail, wrong',
  'sequence/mail-before-hello, wrong',
  'tls/hello-missing-after-starttls, wrong',
  'data/data-after-bdat, wrong',
  'reply/unsolicited, wrong',
]

const sourceNames: Readonly<Record<Source, string>> = {
  corpus: 'printed by real tools',
  examples: 'in `examples`',
  rules: "on the rules' pages",
  constructed: 'made for this comparison',
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}

function problemsOf(session: Recorded): readonly Problem[] {
  return problemsIn(session, defaultSettings)
}

function countRow(name: string, sessions: readonly Recorded[], comparisons: readonly Comparison[]): string {
  const problems = sessions.map(problemsOf)
  const news = comparisons.filter(one => one.matter === 'mistake')
  const answered = news.filter(one => one.answer?.by === 'finding')
  const cells = [
    sessions.length,
    comparisons.length,
    news.length,
    answered.length,
    sum(problems, one => one.length),
    problems.filter(one => one.length > 0).length,
  ]
  return `| ${[name, ...cells].join(' | ')} |`
}

function commandRow(name: string, sessions: readonly Recorded[]): string {
  const commands = sum(sessions, one => one.recorded.commands)
  const recognised = sum(sessions, one => one.recorded.recognised)
  const short = sessions.filter(({ recorded }) => recorded.recognised < recorded.commands).length
  return `| ${[name, commands, recognised, short].join(' | ')} |`
}

function tsharkCell({ recorded, placed }: Recorded): string {
  const { findings = [], commands, recognised } = recorded
  const told = findings.map(({ severity, summary, line, decoding }) => {
    const only = decoding === 'off' ? ', unless told to decode' : ''
    return `${severity}, line ${lineInText(placed, line) + 1}: ${summary}${only}`
  })
  const lost = commands - recognised
  const misread = lost > 0 ? [`nothing; takes ${lost} of ${commands} commands for mail data`] : []
  return [...told, ...misread].join('<br>') || 'nothing'
}

function ownCell(session: Recorded): string {
  const told = problemsOf(session).map(({ rule, severity, span, message }) => {
    const line = lineInText(session.placed, span.line) + 1
    return `${severity}, line ${line}: ${message.replaceAll('|', '\\|')} [\`${rule.id}\`](rules/${rule.id}.md)`
  })
  return told.join('<br>') || 'nothing'
}

function kindOf(field: string, comparisons: readonly Comparison[]): string {
  const ofKind = comparisons.filter(one => one.finding.field === field)
  const { severity, group }: Pick<TsharkFinding, 'severity' | 'group'> = ofKind[0]?.finding ?? {
    severity: '',
    group: '',
  }
  const on = ofKind.filter(one => one.finding.decoding !== 'off').length
  return `${severity}, ${group} | ${ofKind.length} | ${on}`
}

function tellingRows(sessions: readonly Recorded[]): string {
  const byName = new Map(sessions.map(one => [one.name, one]))
  return tellingSessions
    .flatMap(name => byName.get(name) ?? [])
    .map(session => `| ${session.name} | ${tsharkCell(session)} | ${ownCell(session)} |`)
    .join('\n')
}

/** The page of the documentation that shows both tools side by side. */
export function comparisonPage(recording: Recording, sessions: readonly Recorded[]): string {
  const comparisons = comparisonsOf(sessions, defaultSettings)
  const news = comparisons.filter(one => one.matter === 'mistake')
  const answered = news.filter(one => one.answer?.by === 'finding').length
  const countOf = (matter: Matter) => comparisons.filter(one => one.matter === matter).length
  const ofSource = (source: Source) => sessions.filter(one => one.source === source)
  const comparedOf = (source: Source) => comparisons.filter(one => one.session.source === source)
  const kinds = recording.kinds.map(
    ({ field, summary }) => `| \`${field}\` | ${summary} | ${kindOf(field, comparisons)} |`,
  )
  return `# Beside tshark

What \`tshark\` ${recording.version}, Wireshark in the terminal, reports as *expert information* on SMTP, and what SMTP Transcript
finds in the same ${sessions.length} sessions, in the standard profile. \`npm run compare\` replays them to tshark as a packet capture
and writes the answers down; a test reads those and needs no tshark.

## What tshark can report

Its SMTP dissector has ${recording.kinds.length} kinds of expert information. Each is brought out by some of the sessions.

| field | summary | severity, group | times | when told to decode AUTH |
|---|---|---|---|---|
${kinds.join('\n')}

The one on codes names the first line of a reply whose lines differ. It needs the lines in one TCP segment.

The one on base64 does not look at base64. By default tshark does not decode what stands behind AUTH, and says so at every
AUTH PLAIN. With \`-o smtp.decryption:TRUE\` it decodes, shows user and password, and says nothing where that fails.
It is counted as the report of a mistake where the credentials really are not base64.

## Counts

| sessions | | tshark: reports | of a mistake | found here, too | SMTP Transcript: findings | in sessions |
|---|---|---|---|---|---|---|
${sources.map(source => countRow(sourceNames[source], ofSource(source), comparedOf(source))).join('\n')}
${countRow('all', sessions, comparisons)}

*Found here, too*: a rule on the same matter fires at the same command, or on a line of the same reply. That holds for
${answered} of ${news.length}. Of the others ${countOf('preference')} are about tshark's preference, and ${countOf('421')} about a reply that 421 breaks off, as it may.
There the hover explains the reply, and no rule has to fire.

tshark sees fewer commands than were sent: it takes what follows \`DATA\` for mail data, also where \`DATA\` was refused.

| sessions | commands | seen by tshark | sessions that it misreads |
|---|---|---|---|
${sources.map(source => commandRow(sourceNames[source], ofSource(source))).join('\n')}
${commandRow('all', sessions)}

## Side by side

| session | tshark | SMTP Transcript |
|---|---|---|
${tellingRows(sessions)}

## How the sessions are replayed

In tshark's favour. Each line of the client's and each reply with all its lines is a segment of its own, in order and
complete. What follows a TLS handshake is a connection of its own, in clear, as if tshark had the keys. Where the tool did
not print something (mail data, a chunk, credentials), something of the right form takes its place.

## What each cannot do

tshark reads captures of any protocol, follows the TCP connection, sees what was lost or sent twice, and decodes AUTH and
the message. It judges no order of commands, no reply by its command, no extension, and reads no text.

SMTP Transcript reads what tools print, and no packet captures. It knows nothing of packets, cannot look into TLS, and
does not show what stands behind AUTH.
`
}
