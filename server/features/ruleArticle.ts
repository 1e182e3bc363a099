import type { Fault } from '../protocol/causes/replyCause.ts'
import { checkTranscript } from '../rules/check.ts'
import type { Profile, Rule } from '../rules/rule.ts'
import { defaultSettings, profileOf } from '../rules/settings.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { type Article, linksTo, list, paragraph, transcriptLines } from './article.ts'

const whoChanges: Readonly<Record<Fault, string>> = {
  client: 'the client',
  server: 'the server',
  middlebox: 'a box between client and server',
  policy: 'nobody in the dialogue: it is a policy of the receiving side',
  transcript: 'the transcript',
}

const whereAsked: Readonly<Record<Profile, string>> = {
  lenient: 'lenient, standard and strict',
  standard: 'standard and strict',
  strict: 'strict only',
}

/** The titles of the fixes that are offered for the example of a rule, each once. Each is tried, which takes its time. */
export function fixTitlesOf(rule: Rule): readonly string[] {
  const asked = { ...defaultSettings, profile: 'strict' } as const
  const found = checkTranscript(readTranscript(rule.example.trim()), asked)
  const own = found.flatMap(({ problems }) => problems).filter(problem => problem.rule === rule)
  return [...new Set(own.flatMap(problem => problem.fixes().map(({ title }) => title)))]
}

/**
 * The documentation of a rule: what it finds, why that matters, what to do, and both of its examples.
 *
 * @param fixes the titles of its quick fixes, see `fixTitlesOf`; without them nothing is said of any
 */
export function ruleArticle(rule: Rule, fixes: readonly string[] = []): Article {
  const { id, title, what, why, remedy, fault, severity, example, instead, references } = rule
  return {
    title,
    lead: what,
    sections: [
      { heading: 'Why it matters', blocks: [paragraph(why)] },
      {
        heading: 'What to do',
        blocks: [paragraph(remedy), ...(fixes.length > 0 ? [paragraph('Quick fixes:'), list(fixes)] : [])],
      },
      { heading: 'Example', blocks: [transcriptLines(example.trim())] },
      { heading: 'Instead', blocks: [transcriptLines(instead.trim())] },
      {
        heading: 'In the settings',
        blocks: [
          list([
            ['Rule', id],
            ['Severity', severity],
            ['Who has to change something', whoChanges[fault]],
            ['Profiles', whereAsked[profileOf(rule)]],
          ]),
        ],
      },
    ],
    links: linksTo(references),
  }
}
