import { rfc } from '../references.ts'
import type { LimitRow } from './limitRow.ts'

/** A client gives up as if the server had said 451 (RFC 5321 3.8). */
const clientGivesUp = 'The client goes on as after 451.'

/** How long who waits for what; the client's time-outs are for each command, not for the session (RFC 5321 4.5.3.2). */
export const times = {
  greetingTimeout: timeout('The client waits for the greeting', 300, '4.5.3.2.1'),
  mailTimeout: timeout('The client waits for the reply to MAIL', 300, '4.5.3.2.2'),
  rcptTimeout: timeout('The client waits for the reply to RCPT', 300, '4.5.3.2.3'),
  dataTimeout: timeout('The client waits for 354 after DATA', 120, '4.5.3.2.4'),
  dataBlockTimeout: timeout('The client waits until a block of the message is sent', 180, '4.5.3.2.5'),
  dataEndTimeout: timeout('The client waits for the reply to the final dot', 600, '4.5.3.2.6'),
  commandTimeout: {
    what: 'The server waits for the next command',
    value: 300,
    unit: 'seconds',
    kind: 'minimum',
    whenExceeded: '421',
    references: [rfc(5321, '4.5.3.2.7')],
  },
  atrnTimeout: {
    what: 'The client waits for the reply to ATRN',
    value: 600,
    unit: 'seconds',
    kind: 'minimum',
    whenExceeded: clientGivesUp,
    references: [rfc(2645, '5.2.1')],
  },
  submissionReply: {
    what: 'A submission server answers any command',
    value: 120,
    unit: 'seconds',
    kind: 'recommended',
    whenExceeded: null,
    references: [rfc(6409, '5.3')],
  },
  retryInterval: {
    what: 'Pause before a destination is tried again, at least',
    value: 1800,
    unit: 'seconds',
    kind: 'recommended',
    whenExceeded: null,
    references: [rfc(5321, '4.5.4.1')],
  },
  retryGiveUp: {
    what: 'Time before a queued message is given up, at least',
    value: [4, 5],
    unit: 'days',
    kind: 'recommended',
    whenExceeded: 'The sender gets a bounce.',
    references: [rfc(5321, '4.5.4.1')],
  },
  greylistWindow: {
    what: 'Time after the first attempt in which greylisting accepts the next',
    value: [60, 86_400],
    unit: 'seconds',
    kind: 'recommended',
    whenExceeded: '450 or 421 again',
    references: [rfc(6647, '5')],
  },
  greylistRecord: {
    what: 'Time for which greylisting remembers a sender that is silent, at least',
    value: 7,
    unit: 'days',
    kind: 'recommended',
    whenExceeded: null,
    references: [rfc(6647, '5')],
  },
} as const satisfies Record<string, LimitRow>

/** The TCP ports of the services. */
export const ports = {
  smtpPort: port('SMTP between servers', 25, rfc(5321, '4.5.4.2')),
  submissionPort: port('Submission, with STARTTLS', 587, rfc(6409, '3.1')),
  submissionsPort: port('Submission, with TLS from the start', 465, rfc(8314, '3.3')),
  odmrPort: port('On-demand mail relay', 366, rfc(2645, '4')),
  // RFC 2033 only forbids 25.
  lmtpPort: port('LMTP, by custom', 24, rfc(2033, '5')),
} as const satisfies Record<string, LimitRow>

function timeout<Value extends number>(what: string, value: Value, section: string) {
  return {
    what,
    value,
    unit: 'seconds',
    kind: 'minimum',
    whenExceeded: clientGivesUp,
    references: [rfc(5321, section)],
  } as const
}

function port<Value extends number>(what: string, value: Value, reference: ReturnType<typeof rfc>) {
  return {
    what,
    value,
    unit: 'TCP port',
    kind: 'exact',
    whenExceeded: null,
    references: [reference],
  } as const
}
