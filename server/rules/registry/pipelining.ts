import { mustBeLast } from '../pipelining/mustBeLast.ts'
import { notAnnounced } from '../pipelining/notAnnounced.ts'
import type { Rule } from '../rule.ts'

/** Rules about commands that are sent in groups. */
export const pipeliningRules: readonly Rule[] = [notAnnounced, mustBeLast]
