import * as l10n from '@vscode/l10n'
import type { LimitRow, LimitUnit } from '../protocol/limits/limitRow.ts'
import type { LimitFacts } from '../protocol/limits.ts'
import { type ArticleSection, list } from './article.ts'
import { headings } from './headings.ts'

/** @returns the section about limits, or none where there are none. */
export function limitSections(limits: readonly LimitFacts[]): readonly ArticleSection[] {
  if (limits.length === 0) return []
  const items = limits.map(limit => [l10n.t(limit.what), limitText(limit)] as const)
  return [{ heading: headings.limits, blocks: [list(items)] }]
}

function limitText(limit: LimitRow): string {
  const { whenExceeded, kind } = limit
  if (whenExceeded === null) return amount(limit)
  const beyond = l10n.t(whenExceeded)
  if (whenExceeded.endsWith('.')) return `${amount(limit)} ${beyond}`
  const reply =
    kind === 'minimum'
      ? l10n.t`A server that allows no more answers ${beyond}.`
      : l10n.t`Beyond that the reply is ${beyond}.`
  return `${amount(limit)} ${reply}`
}

function amount({ value, unit, kind }: LimitRow): string {
  if (value === null) return l10n.t`The grammar sets none.`
  if (typeof value !== 'number') {
    const [least, most] = value
    return l10n.t`From ${least} to ${unit === 'steps' ? most : quantity(most, unit)}.`
  }
  const told = quantity(value, unit)
  switch (kind) {
    case 'maximum':
      return l10n.t`At most ${told}.`
    case 'minimum':
      return l10n.t`At least ${told}.`
    case 'recommended':
      return l10n.t`Recommended: ${told}.`
    case 'increase':
      return l10n.t`${told} more.`
    case 'exact':
      return `${told}.`
  }
}

function quantity(count: number, unit: LimitUnit): string {
  switch (unit) {
    case 'octets':
      return l10n.t`${count} octets`
    case 'characters':
      return l10n.t`${count} characters`
    case 'digits':
      return l10n.t`${count} digits`
    case 'commands':
      return l10n.t`${count} commands`
    case 'fields':
      return l10n.t`${count} fields`
    case 'attempts':
      return l10n.t`${count} attempts`
    case 'days':
      return l10n.t`${count} days`
    case 'steps':
      return l10n.t`${count} steps`
    case 'TCP port':
      return l10n.t`TCP port ${count}`
    case 'seconds':
      return count > 60 && count % 60 === 0 ? l10n.t`${count / 60} minutes` : l10n.t`${count} seconds`
  }
}
