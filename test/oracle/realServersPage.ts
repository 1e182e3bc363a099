import { referenceLabel, referenceUrl } from '../../server/protocol/references.ts'
import { type Agreement, percent } from './agreement.ts'
import { liberties, libertyOf } from './liberties.ts'

function agreementRow({ server, judged, agreed, serverDependent, steps }: Agreement): string {
  return `| ${server} | ${judged} | ${percent(agreed, judged)} | ${percent(serverDependent, steps)} |`
}

/** The page of the documentation on real servers. */
export function realServersPage(agreements: readonly Agreement[]): string {
  const sum = (of: (agreement: Agreement) => number) => agreements.reduce((total, one) => total + of(one), 0)
  const judged = sum(one => one.judged)
  const disagreements = agreements.flatMap(one => one.disagreements)
  const rows = liberties.map(liberty => {
    const steps = disagreements.filter(one => libertyOf(one) === liberty).length
    const { what, from, servers } = liberty
    return `| ${what} | [${referenceLabel(from)}](${referenceUrl(from)}) | ${servers.join(', ')} | ${steps} |`
  })
  return `# Real servers and the verdicts

The verdict on a command comes from the RFCs and from what stands before the command. Eighteen set-ups of real servers
were played the same ${Math.max(...agreements.map(one => one.sessions))} sessions, one command at a time: every command in every state, and random walks. A step agrees
when \`allowed\` was answered with anything but 503, and \`out-of-sequence\` with 5yz, 421 or 454. \`npm run oracle\` prints
these numbers again, with the largest groups of disagreement.

| server | judged steps | agree | left to the server |
|---|---|---|---|
${agreements.map(agreementRow).join('\n')}
| all | ${judged} | ${percent(
    sum(one => one.agreed),
    judged,
  )} | ${percent(
    sum(one => one.serverDependent),
    sum(one => one.steps),
  )} |

## What is left

Every disagreement is one of these liberties. A finding stays what the RFC makes it, and the state follows the server.

| what the servers do | departs from | servers | steps |
|---|---|---|---|
${rows.join('\n')}
`
}
