import { type NamedParameter, valueFits } from './extensions.ts'

/** A value that each parameter may have whose values are not a few words, to be changed by whoever writes it. */
const samples: Readonly<Record<string, string>> = {
  SIZE: '1000',
  ENVID: 'QQ314159',
  ORCPT: 'rfc822;bob@example.org',
  BY: '3600;R',
  HOLDFOR: '3600',
  HOLDUNTIL: '2030-01-01T00:00:00Z',
  'MT-PRIORITY': '3',
  RRVS: '2030-01-01T00:00:00Z',
  MTRK: 'QUJDREVGR0hJSktMTU5PUFFSU1Q',
  SOLICIT: 'org.example:ADV',
  TRANSID: '<20300101.1@example.net>',
  SUBMITTER: 'anna@example.net',
  AUTH: '<>',
  'ALT-ADDRESS': 'anna@example.net',
}

/** The words that a parameter can have as its whole value, with what they mean; none where it is no choice of words. */
export function valueWords(parameter: NamedParameter): readonly string[] {
  const { values = {} } = parameter
  return Object.keys(values).filter(word => isWord(word) && valueFits(parameter, word))
}

/** A value that a parameter may have; null where it needs none and where nothing is known. */
export function sampleValue(parameter: NamedParameter): string | null {
  if (parameter.value === 'none') return null
  return samples[parameter.keyword] ?? valueWords(parameter)[0] ?? null
}

function isWord(value: string): boolean {
  return /^[A-Z\d]{2,}$/.test(value)
}
