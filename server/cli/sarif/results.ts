import type { FixData } from '../../features/fixData.ts'
import { fixesOf, type ListedProblem, placeOfRange } from '../listing.ts'
import { message } from './message.ts'
import { artifactLocation, physicalLocation, regionOf } from './places.ts'
import { levelOf, ruleIndexOf } from './rules.ts'

function fixOf(file: string, { title, edits }: FixData) {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(placeOfRange(range)),
    insertedContent: { text: newText },
  }))
  return {
    description: message(title),
    artifactChanges: [{ artifactLocation: artifactLocation(file), replacements }],
  }
}

/** A problem as a `result` object (SARIF 2.1.0, 3.27). */
export function resultOf(listed: ListedProblem, fingerprint: string) {
  const { rule, span, severity, fault, related, ...problem } = listed.problem
  const relatedLocations = related.map((one, index) => ({
    id: index + 1,
    physicalLocation: physicalLocation(listed, one.span),
    message: message(one.message),
  }))
  const fixes = fixesOf(listed).map(fix => fixOf(listed.file, fix))
  return {
    ruleId: rule.id,
    ruleIndex: ruleIndexOf(rule.id),
    level: levelOf(severity),
    message: message(problem.message),
    locations: [{ physicalLocation: physicalLocation(listed, span) }],
    ...(relatedLocations.length > 0 && { relatedLocations }),
    ...(fixes.length > 0 && { fixes }),
    partialFingerprints: { 'ruleAndLine/v1': fingerprint },
    properties: { fault },
  }
}
