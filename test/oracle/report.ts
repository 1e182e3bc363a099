import { fileURLToPath } from 'node:url'
import { referenceLabel } from '../../server/protocol/references.ts'
import { type Agreement, agreementWith, groupsOf, percent } from './agreement.ts'
import { libertyOf } from './liberties.ts'
import { recordings, servers } from './recording.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../test/oracle/recordings', import.meta.url))

function printRow(cells: readonly string[]): void {
  const [name = '', ...numbers] = cells
  console.log(name.padEnd(26) + numbers.map(cell => cell.padStart(12)).join(''))
}

const agreements: Agreement[] = []
printRow(['server', 'judged', 'agreed', 'agreement', 'dependent'])
for (const server of servers(folder)) {
  const agreement = agreementWith(server, recordings(folder, server))
  agreements.push(agreement)
  const { judged, agreed, serverDependent, steps } = agreement
  printRow([server, `${judged}`, `${agreed}`, percent(agreed, judged), percent(serverDependent, steps)])
}
const sum = (of: (agreement: Agreement) => number) => agreements.reduce((total, one) => total + of(one), 0)
const judged = sum(one => one.judged)
const agreed = sum(one => one.agreed)
printRow([
  'all',
  `${judged}`,
  `${agreed}`,
  percent(agreed, judged),
  percent(
    sum(one => one.serverDependent),
    sum(one => one.steps),
  ),
])

console.log('\nThe largest groups of disagreement:')
const all = agreements.flatMap(one => one.disagreements)
for (const [group, members] of groupsOf(all).slice(0, 40)) {
  const byServer = new Map<string, number>()
  for (const { server } of members) byServer.set(server, (byServer.get(server) ?? 0) + 1)
  const servers = [...byServer].map(([server, count]) => `${server} ${count}`).join(', ')
  const liberty = members[0] && libertyOf(members[0])
  const note = liberty ? `${liberty.what} Departs from ${referenceLabel(liberty.from)}.` : 'Not explained.'
  console.log(`${String(members.length).padStart(6)}  ${group}  (${servers})\n        ${note}`)
}
