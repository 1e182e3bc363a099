import { codeOutOfRange } from '../reply/codeOutOfRange.ts'
import { ehloKeywordOnFirstLine } from '../reply/ehloKeywordOnFirstLine.ts'
import { ehloKeywordSyntax } from '../reply/ehloKeywordSyntax.ts'
import { enhancedClassMismatch } from '../reply/enhancedClassMismatch.ts'
import { enhancedDiffersBetweenLines } from '../reply/enhancedDiffersBetweenLines.ts'
import { enhancedMalformed } from '../reply/enhancedMalformed.ts'
import { enhancedMissing } from '../reply/enhancedMissing.ts'
import { enhancedNotAllowedHere } from '../reply/enhancedNotAllowedHere.ts'
import { enhancedUnregistered } from '../reply/enhancedUnregistered.ts'
import { enhancedUnusualClass } from '../reply/enhancedUnusualClass.ts'
import { extendedReplyToHelo } from '../reply/extendedReplyToHelo.ts'
import { greetingUnexpectedCode } from '../reply/greetingUnexpectedCode.ts'
import { greetingWithoutDomain } from '../reply/greetingWithoutDomain.ts'
import { malformedLine } from '../reply/malformedLine.ts'
import { missingText } from '../reply/missingText.ts'
import { multilineCodeMismatch } from '../reply/multilineCodeMismatch.ts'
import { multilineMissingHyphen } from '../reply/multilineMissingHyphen.ts'
import { multilineNotFinished } from '../reply/multilineNotFinished.ts'
import type { Rule } from '../rule.ts'

/** Rules about the replies of the server. */
export const replyRules: readonly Rule[] = [
  greetingUnexpectedCode,
  greetingWithoutDomain,
  extendedReplyToHelo,
  ehloKeywordOnFirstLine,
  ehloKeywordSyntax,
  malformedLine,
  codeOutOfRange,
  multilineCodeMismatch,
  multilineNotFinished,
  multilineMissingHyphen,
  missingText,
  enhancedNotAllowedHere,
  enhancedClassMismatch,
  enhancedDiffersBetweenLines,
  enhancedMissing,
  enhancedMalformed,
  enhancedUnregistered,
  enhancedUnusualClass,
]
