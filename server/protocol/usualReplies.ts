import { commandFacts, repliesToAnyCommand } from './commands.ts'
import { replyCodeFacts } from './replyCodes.ts'

/** What servers usually say with a reply code: an enhanced status code (RFC 3463) and a text. */
export interface UsualReply {
  readonly code: number
  /** Null where none belongs (RFC 2034 section 4), and where none is usual. */
  readonly enhanced: string | null
  /** `<server>` stands for the server's name. */
  readonly text: string
}

/** What is answered: a verb in upper case, `.` for mail data, `greeting` for nothing but the connection. */
export type AnsweredThing = string

type Row = readonly [enhanced: string | null, text: string]

/** By code alone. */
const byCode: Readonly<Record<number, Row>> = {
  211: ['2.0.0', 'System status'],
  214: ['2.0.0', 'See RFC 5321'],
  220: [null, '<server> ESMTP'],
  221: ['2.0.0', 'Bye'],
  235: ['2.7.0', 'Authentication successful'],
  250: ['2.0.0', 'Ok'],
  251: ['2.1.5', 'User not local; will forward'],
  252: ['2.0.0', 'Cannot verify the user, but will try to deliver'],
  253: ['2.0.0', 'Messages are waiting, delivery begins'],
  334: [null, ''],
  354: [null, 'End data with <CR><LF>.<CR><LF>'],
  421: ['4.3.2', '<server> Service not available, closing transmission channel'],
  432: ['4.7.12', 'A password transition is needed'],
  450: ['4.2.0', 'Mailbox unavailable, try again later'],
  451: ['4.3.0', 'Local error in processing, try again later'],
  452: ['4.3.1', 'Insufficient system storage'],
  453: ['4.3.2', 'You have no mail'],
  454: ['4.7.0', 'Temporary failure, try again later'],
  455: ['4.3.3', 'Unable to accommodate parameters just now'],
  458: ['4.5.0', 'Unable to queue messages for this node'],
  459: ['4.5.0', 'Node not allowed'],
  500: ['5.5.2', 'Syntax error, command unrecognized'],
  501: ['5.5.4', 'Syntax error in parameters or arguments'],
  502: ['5.5.1', 'Command not implemented'],
  503: ['5.5.1', 'Bad sequence of commands'],
  504: ['5.5.4', 'Command parameter not implemented'],
  521: ['5.3.2', '<server> does not accept mail'],
  523: ['5.7.10', 'Encryption needed'],
  525: ['5.7.13', 'User account disabled'],
  530: ['5.7.0', 'Authentication required'],
  534: ['5.7.9', 'Authentication mechanism is too weak'],
  535: ['5.7.8', 'Authentication credentials invalid'],
  538: ['5.7.11', 'Encryption required for requested authentication mechanism'],
  550: ['5.7.1', 'Refused by local policy'],
  551: ['5.1.6', 'User not local'],
  552: ['5.2.2', 'Mailbox full'],
  553: ['5.1.3', 'Mailbox name not allowed'],
  554: ['5.0.0', 'Transaction failed'],
  555: ['5.5.4', 'Parameters not recognized or not implemented'],
  556: ['5.1.10', 'Domain does not accept mail'],
}

/** Where what is answered makes another text usual. */
const byAnswered: Readonly<Record<AnsweredThing, Readonly<Record<number, Row>>>> = {
  greeting: {
    421: [null, '<server> Service not available, closing transmission channel'],
    521: [null, '<server> does not accept mail'],
    554: [null, '<server> No SMTP service here'],
  },
  MAIL: {
    250: ['2.1.0', 'Ok'],
    550: ['5.7.1', 'Sender address refused'],
    552: ['5.3.4', 'Message size exceeds fixed limit'],
    553: ['5.1.7', 'Bad sender address syntax'],
  },
  RCPT: {
    250: ['2.1.5', 'Ok'],
    450: ['4.7.1', 'Greylisted, try again later'],
    452: ['4.5.3', 'Too many recipients'],
    550: ['5.1.1', 'User unknown'],
  },
  DATA: {
    554: ['5.5.1', 'No valid recipients'],
  },
  '.': {
    250: ['2.0.0', 'Ok: queued'],
    550: ['5.7.1', 'Message refused by local policy'],
    552: ['5.3.4', 'Message size exceeds fixed limit'],
    554: ['5.6.0', 'Message refused'],
  },
  STARTTLS: {
    220: ['2.0.0', 'Ready to start TLS'],
    454: ['4.7.0', 'TLS not available just now'],
    554: ['5.7.0', 'TLS is active already'],
  },
  AUTH: {
    454: ['4.7.0', 'Temporary authentication failure'],
  },
  XCLIENT: {
    220: [null, '<server> ESMTP'],
  },
}

const greetingReplies: readonly number[] = [220, 554, 421, 521]
const unknownCommandReplies: readonly number[] = [500, 502, 421]

/** The enhanced status code that the definition of a hello keeps out of its acceptance (RFC 2034 section 4). */
function isWithoutEnhanced(answered: AnsweredThing, code: number): boolean {
  return code < 300 && /^(?:EHLO|HELO|LHLO)$/.test(answered)
}

/** What is usually said with a code in answer to something. */
export function usualReply(answered: AnsweredThing, code: number): UsualReply {
  const row = byAnswered[answered]?.[code] ?? byCode[code]
  const name = replyCodeFacts(code)?.name.replace(/^<domain> /, '') ?? ''
  const [enhanced, text] = row ?? [null, name]
  if (isWithoutEnhanced(answered, code)) return { code, enhanced: null, text: '<server>' }
  return { code, enhanced, text }
}

/**
 * The codes that something can be answered with, as the RFCs list them (RFC 5321 section 4.3.2): what accepts it first,
 * then what refuses it, then what may answer anything.
 *
 * @param isLmtp whether a message is answered for each recipient (RFC 2033 section 4.2)
 */
export function codesFor(answered: AnsweredThing, isLmtp = false): readonly number[] {
  if (answered === 'greeting') return greetingReplies
  if (answered === '.') {
    const { success = [], error = [] } = commandFacts('DATA')?.endOfData ?? {}
    const forRecipient = isLmtp ? (commandFacts('RCPT')?.replies.error ?? []) : []
    return distinct([...success, ...error, ...forRecipient, 421])
  }
  const facts = commandFacts(answered)
  if (!facts) return unknownCommandReplies
  const { success, intermediate, error } = facts.replies
  const listed = [...success, ...intermediate, ...error]
  return distinct([...(listed.length > 0 ? listed : [250]), ...repliesToAnyCommand])
}

function distinct(codes: readonly number[]): readonly number[] {
  return [...new Set(codes)]
}
