import { articleToMarkdown } from '../../server/features/article.ts'
import { fixTitlesOf, ruleArticle } from '../../server/features/ruleArticle.ts'
import { rules } from '../../server/rules/registry.ts'
import type { Rule } from '../../server/rules/rule.ts'
import { profileOf } from '../../server/rules/settings.ts'

/** Where the page of a rule is kept. */
export function rulePagePath({ id }: Pick<Rule, 'id'>): string {
  return `docs/rules/${id}.md`
}

/** The page of a rule, as the editor shows it, too. */
export function rulePage(rule: Rule): string {
  return articleToMarkdown(ruleArticle(rule, fixTitlesOf(rule)))
}

function row(rule: Rule): string {
  const { id, title, severity, fault } = rule
  const isStrict = profileOf(rule) === 'strict'
  return `| [\`${id}\`](${id}.md) | ${title} | ${severity}${isStrict ? ', strict only' : ''} | ${fault} |`
}

/** The list of all rules. */
export function rulesIndex(): string {
  const count = rules.length
  return `# Rules

${count} rules, by family. Each links to its page: what it finds, why it matters, what to do, an example, and the same done
right. **Severity** is that of the standard profile; a finding may be milder where the case is. **Fault** is who has to change
something; it stands in the source of each problem (\`smtp:client\`), so that the Problems panel can be filtered by it.

Severities are changed in the settings (\`"smtp.rules": { "sequence/nested-mail": "hint" }\`), with \`--rule ID=SEVERITY\` in
the terminal, and by comments in a transcript: \`# smtp-disable RULE…\`, \`# smtp-enable RULE…\`,
\`# smtp-disable-next-line RULE…\`, \`# smtp-disable-file RULE…\`; without a rule they mean all. In the terminal, a comment for
the file that stands behind its first 4 MiB holds from there on. The setting \`smtp.profile\`, or \`--profile\`, says how strict to
be: \`lenient\` asks only for what breaks a delivery, \`strict\` for the RFCs to the letter.

| rule | finds | severity | fault |
|---|---|---|---|
${rules.map(row).join('\n')}
`
}
