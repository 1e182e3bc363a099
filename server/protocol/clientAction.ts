import { interner } from './intern.ts'

/**
 * What the client did, as far as the state machine cares.
 *
 * - `command`: a command line. `last` is for BDAT ... LAST, `binaryMime` for MAIL ... BODY=BINARYMIME.
 * - `message`: the mail data with its final dot.
 * - `auth-response`: a line of an AUTH exchange.
 */
export interface ClientAction {
  readonly kind: 'command' | 'message' | 'auth-response'
  /** Upper case; `.` for a message, empty for an empty command line. */
  readonly verb: string
  readonly last: boolean
  readonly binaryMime: boolean
}

const intern = interner<ClientAction>(
  action => `${action.kind} ${action.verb} ${action.last ? 'L' : ''}${action.binaryMime ? 'B' : ''}`,
)

/** The action of a command line; verbs are compared without regard to case (RFC 5321 section 2.4). */
export function commandAction(
  verb: string,
  options: Partial<Pick<ClientAction, 'last' | 'binaryMime'>> = {},
): ClientAction {
  return intern({
    kind: 'command',
    verb: verb.toUpperCase(),
    last: options.last ?? false,
    binaryMime: options.binaryMime ?? false,
  })
}

const bare = { last: false, binaryMime: false }

/** The action of sending the mail data with its final dot. */
export const messageAction: ClientAction = intern({ kind: 'message', verb: '.', ...bare })

/** The action of answering a 334 challenge. */
export const authResponseAction: ClientAction = intern({ kind: 'auth-response', verb: '', ...bare })
