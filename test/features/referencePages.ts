import { type Article, articleToMarkdown, linksTo, list, paragraph } from '../../server/features/article.ts'
import { commandArticle } from '../../server/features/commandArticle.ts'
import { extensionArticle } from '../../server/features/extensionArticle.ts'
import { escapeMarkdown } from '../../server/features/markdown.ts'
import { mechanismArticle } from '../../server/features/mechanismArticle.ts'
import { replyCodeArticle, replyCodeHeadings } from '../../server/features/replyCodeArticle.ts'
import { type CommandFacts, commandFacts, commandVerbs } from '../../server/protocol/commands.ts'
import { counterpartOf } from '../../server/protocol/counterpart.ts'
import { registeredEnhancedCodes } from '../../server/protocol/enhancedStatusCodes.ts'
import { type ExtensionFacts, extensionFacts, extensionKeywords } from '../../server/protocol/extensions.ts'
import { knownReplyCodes } from '../../server/protocol/replyCodes.ts'
import { saslMechanismFacts, saslMechanismNames } from '../../server/protocol/saslMechanisms.ts'
import { type StatusFacts, statusFacts } from '../../server/protocol/statusFacts.ts'

/** A page that is made of the tables, with the path where it is kept. */
export interface ReferencePage {
  readonly path: string
  readonly text: string
}

/** Every page of the reference. */
export function referencePages(): readonly ReferencePage[] {
  return [
    { path: 'docs/reply-codes.md', text: replyCodesPage() },
    { path: 'docs/enhanced-status-codes.md', text: enhancedStatusCodesPage() },
    { path: 'docs/commands.md', text: commandsPage() },
    { path: 'docs/extensions.md', text: extensionsPage() },
  ]
}

/** The anchor that GitHub and VS Code give a heading: lower case, without punctuation, with hyphens for spaces. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-')
}

function linked(label: string, article: Article, page = ''): string {
  return `[${escapeMarkdown(label)}](${page}#${anchorOf(article.title)})`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** An entry of a page. */
function entry(article: Article): string {
  return articleToMarkdown(article, 3)
}

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`nothing is known of ${name}`)
  return thing
}

function joinedParts(...parts: readonly string[]): string {
  return `${parts.map(part => part.trim()).join('\n\n')}\n`
}

const retryWords: Readonly<Record<StatusFacts['retry']['advice'], string>> = {
  'not needed': 'not needed',
  later: 'later, unchanged',
  changed: 'after a change',
  never: 'no',
}

function codeArticle(code: string): Article {
  return found(replyCodeArticle(code), code)
}

function replyCodesPage(): string {
  const codes = knownReplyCodes.map(code => found(statusFacts(`${code}`), `${code}`))
  const classes = [...new Set(codes.map(facts => facts.class))]
  const rows = codes.map(({ code, name, retry }) => {
    const other = counterpartOf(code)
    return [
      linked(code, codeArticle(code)),
      escapeMarkdown(name),
      retryWords[retry.advice],
      linked(other, codeArticle(other)),
    ]
  })
  return joinedParts(
    `# Reply codes

Every reply of an SMTP server begins with three digits, and a client decides by them, not by the text (RFC 5321 4.2). The
first digit says how the command came out:

| first digit | class | what it tells the client |
|---|---|---|
| 2 | positive completion | the command is done |
| 3 | positive intermediate | the command is half done: send the rest |
| 4 | transient negative completion | not now: keep the message and send it again later |
| 5 | permanent negative completion | no: the same command will fail again |

The second digit says what it is about: 0 the form of the command, 1 information, 2 the connection, 5 the mail system; 3 and
4 have no fixed meaning, and AUTH uses 3.

*Retry* is what a client may do with the same command. *Compare* names the code that people most often mix it up with:
\`smtp-transcript explain 450 503\`, or *SMTP: Compare Reply Codes* in the editor, sets two beside each other. Codes such as
5.7.1 in the text of a reply are [enhanced status codes](enhanced-status-codes.md); which command gets which reply stands
with the [commands](commands.md).`,
    table(['code', 'name', 'retry', 'compare'], rows),
    ...classes.flatMap(its => {
      const ofClass = codes.filter(facts => facts.class === its)
      return [
        `## ${(ofClass[0]?.code ?? '').charAt(0)}yz: ${its}`,
        ...ofClass.map(({ code }) => entry(codeArticle(code))),
      ]
    }),
  )
}

type EnhancedKey = (typeof registeredEnhancedCodes)[number]

/** What is the same in all classes as one text, else a text for each class. */
function byClass(facts: readonly StatusFacts[], tell: (facts: StatusFacts) => string) {
  const [first, ...others] = facts
  return first && others.every(other => tell(other) === tell(first))
    ? paragraph(tell(first))
    : list(facts.map(one => [one.code, tell(one)] as const))
}

/** One article about a code in all of its classes: `X.7.1`. */
function enhancedArticle({ key, classes }: EnhancedKey): Article {
  const facts = classes.map(kind => found(statusFacts(`${kind}.${key}`), key))
  const codes = new Intl.ListFormat('en').format(facts.map(({ code }) => code))
  const { name = '' } = facts[0] ?? {}
  return {
    title: `X.${key} ${name}`,
    lead: `Used as ${codes}.`,
    sections: [
      { heading: replyCodeHeadings.meaning, blocks: [byClass(facts, ({ meaning }) => meaning)] },
      {
        heading: replyCodeHeadings.when,
        blocks: [
          list(facts.flatMap(({ code, whenYouSeeIt }) => whenYouSeeIt.map(one => [code, one] as const))),
        ],
      },
      { heading: replyCodeHeadings.todo, blocks: [byClass(facts, ({ clientFix }) => clientFix)] },
    ],
    links: linksTo(facts.flatMap(({ references }) => references)),
  }
}

function enhancedStatusCodesPage(): string {
  const articles = registeredEnhancedCodes.map(row => ({ ...row, article: enhancedArticle(row) }))
  const subjects = [...new Set(articles.map(({ key }) => key.split('.')[0] ?? ''))]
  const rows = articles.map(({ key, classes, article }) => [
    linked(`X.${key}`, article),
    escapeMarkdown(article.title.slice(`X.${key} `.length)),
    classes.join(', '),
  ])
  return joinedParts(
    `# Enhanced status codes

Where a server announces ENHANCEDSTATUSCODES, the text of a reply begins with a code such as \`5.7.1\`, which tells the cause
more exactly than the [reply code](reply-codes.md) (RFC 2034, RFC 3463). Its first number is the class and equals the
first digit of the reply code: 2 success, 4 not now, 5 no. The second is the subject, the third the detail. The registry has
the same subject and detail for all classes, and so has this page: X.7.1 stands for 4.7.1 and 5.7.1. *Classes* are those
that its definition foresees; servers use more.`,
    table(['code', 'name', 'classes'], rows),
    ...subjects.flatMap(subject => {
      const its = articles.filter(({ key }) => key.startsWith(`${subject}.`))
      return [`## X.${subject}`, subjectOf(its[0]), ...its.map(({ article }) => entry(article))]
    }),
  )
}

function subjectOf(row: EnhancedKey | undefined): string {
  return row ? (statusFacts(`${row.classes[0]}.${row.key}`)?.affects ?? '') : ''
}

const commandGroups: readonly (readonly [CommandFacts['status'], string])[] = [
  ['base', 'Of RFC 5321'],
  ['extension', 'Of extensions'],
  ['lmtp', 'Of LMTP'],
  ['deprecated', 'Retired'],
  ['vendor', 'Of manufacturers'],
]

function oneCommand(verb: string): Article {
  return found(commandArticle(verb), verb)
}

function oneExtension(keyword: string): Article {
  return found(extensionArticle(keyword), keyword)
}

function linkedCode(code: number): string {
  return linked(`${code}`, codeArticle(`${code}`), 'reply-codes.md')
}

function linkedExtension(keyword: string, page = ''): string {
  return linked(keyword, oneExtension(keyword), page)
}

function commandsPage(): string {
  const commands = commandVerbs.map(verb => found(commandFacts(verb), verb))
  const rows = commands.map(({ verb, summary, requiredKeyword, replies, endOfData }) => [
    linked(verb, oneCommand(verb)),
    escapeMarkdown(summary),
    requiredKeyword === null ? '' : linkedExtension(requiredKeyword, 'extensions.md'),
    [...replies.success, ...replies.intermediate, ...(endOfData?.success ?? [])].map(linkedCode).join(', '),
  ])
  return joinedParts(
    `# Commands

${commands.length} commands of SMTP, LMTP and their extensions: what each does, when it may come, what goes wrong with it, its
syntax, the replies that its definition lists, and its limits. A session is EHLO, then for each message MAIL, RCPT once or
more, DATA and the message, then QUIT. *Keyword* is what the reply to EHLO has to [announce](extensions.md) first. *Success*
are the replies that say yes or go on; all others stand in the entry, and are explained with the
[reply codes](reply-codes.md).`,
    table(['command', 'what it does', 'keyword', 'success'], rows),
    ...commandGroups.flatMap(([status, title]) => {
      const its = commands.filter(facts => facts.status === status)
      return its.length === 0 ? [] : [`## ${title}`, ...its.map(({ verb }) => entry(oneCommand(verb)))]
    }),
  )
}

function extensionRow({ keyword, summary, verbs, parameters, status }: ExtensionFacts): readonly string[] {
  return [
    linkedExtension(keyword),
    escapeMarkdown(summary),
    verbs.map(verb => linked(verb, oneCommand(verb), 'commands.md')).join(', '),
    parameters.map(parameter => `\`${parameter.keyword}\``).join(', '),
    status,
  ]
}

function extensionsPage(): string {
  const extensions = extensionKeywords.map(keyword => found(extensionFacts(keyword), keyword))
  const mechanisms = saslMechanismNames.map(name => found(saslMechanismFacts(name), name))
  const mechanism = (name: string) => found(mechanismArticle(name), name)
  return joinedParts(
    `# Extensions

A server lists its extensions in the reply to EHLO, one keyword on each line, some with parameters of their own behind it.
A client may use the [commands](commands.md) and the parameters of MAIL and RCPT that an extension adds only after its
keyword was announced (RFC 5321 2.2.1). First all keywords, each with what it adds; then the
[SASL mechanisms](#sasl-mechanisms) that stand behind AUTH.`,
    table(['keyword', 'what it gives', 'commands', 'parameters', 'status'], extensions.map(extensionRow)),
    '## EHLO keywords',
    ...extensions.map(({ keyword }) => entry(oneExtension(keyword))),
    `## SASL mechanisms

How a client proves who it is: \`AUTH PLAIN\`, for example. *In clear* says whether whoever sees the line has the password
or token itself. *Begins* is who speaks first.`,
    table(
      ['mechanism', 'how it works', 'in clear', 'begins'],
      mechanisms.map(({ name, summary, plainSecret, serverFirst }) => [
        linked(name, mechanism(name)),
        escapeMarkdown(summary),
        plainSecret ? 'yes' : 'no',
        serverFirst ? 'server' : 'client',
      ]),
    ),
    ...mechanisms.map(({ name }) => entry(mechanism(name))),
  )
}
