import type { Refusal } from './messages.ts'

/** The answer about a document that the client has not opened. */
export const notOpen: Refusal = { error: 'No transcript with this address is open.' }
