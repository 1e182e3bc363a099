import { fileURLToPath } from 'node:url'
import { type Agreement, agreementWith, groupsOf, percent } from './agreement.ts'
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
const all = agreements.flatMap(one => one.disagreements.map(part => ({ ...part, server: one.server })))
for (const [group, members] of groupsOf(all).slice(0, 40)) {
  const by = new Map<string, number>()
  for (const member of members) {
    const server =
      agreements.find(one => one.disagreements.includes(member))?.server ??
      (member as { server?: string }).server ??
      ''
    by.set(server, (by.get(server) ?? 0) + 1)
  }
  console.log(
    `${String(members.length).padStart(6)}  ${group}  (${[...by].map(([server, n]) => `${server} ${n}`).join(', ')})`,
  )
}
