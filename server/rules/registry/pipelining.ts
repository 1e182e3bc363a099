import { contentBefore354 } from '../pipelining/contentBefore354.ts'
import { mustBeLast } from '../pipelining/mustBeLast.ts'
import { notAnnounced } from '../pipelining/notAnnounced.ts'
import type { Rule } from '../rule.ts'

/** Rules about pipelined groups. */
export const pipeliningRules: readonly Rule[] = [notAnnounced, mustBeLast, contentBefore354]
