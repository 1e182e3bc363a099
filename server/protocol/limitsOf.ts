import { allLimits, type LimitFacts, type limits } from './limits.ts'

type LimitIds = Readonly<Record<string, readonly (keyof typeof limits)[]>>

const address = ['path', 'localPart', 'domain', 'domainLabel'] as const
const hello = ['domain', 'domainLabel'] as const

/** By verb. The limit of a command line holds for all and is named only where it grows, or another one takes its place. */
const ofCommands: LimitIds = {
  EHLO: hello,
  HELO: hello,
  LHLO: hello,
  MAIL: ['commandLine', ...address, 'mailTimeout'],
  RCPT: ['commandLine', ...address, 'recipients', 'rcptTimeout'],
  DATA: [
    'messageContent',
    'textLine',
    'textLineRecommended',
    'receivedFields',
    'dataTimeout',
    'dataBlockTimeout',
    'dataEndTimeout',
  ],
  BDAT: ['bdatChunk', 'messageContent', 'receivedFields', 'dataBlockTimeout', 'dataEndTimeout'],
  AUTH: ['authCommand', 'authLine', 'saslMechanism', 'authFailures'],
  ATRN: ['odmrPort', 'atrnTimeout'],
  XCLIENT: ['xclientAttribute'],
  XFORWARD: ['xclientAttribute'],
  NOOP: ['commandTimeout'],
}

/** By EHLO keyword, without those of its parameters. */
const ofExtensions: LimitIds = {
  SIZE: ['messageContent', 'sizeMailIncrease'],
  BINARYMIME: ['binarymimeMailIncrease'],
  '8BITMIME': ['textLine'],
  CHUNKING: ['bdatChunk'],
  ENHANCEDSTATUSCODES: ['enhancedStatusCodePart'],
  AUTH: ['authCommand', 'authLine', 'saslMechanism', 'authMailIncrease'],
  DSN: ['dsnMailIncrease', 'dsnRcptIncrease'],
  SMTPUTF8: ['smtputf8MailIncrease'],
  UTF8SMTP: ['utf8smtpMailIncrease', 'utf8smtpRcptIncrease'],
  DELIVERBY: ['deliverbyMailIncrease'],
  FUTURERELEASE: ['futurereleaseMailIncrease'],
  'MT-PRIORITY': ['mtPriorityPolicy', 'mtPriorityMailIncrease'],
  REQUIRETLS: ['requiretlsMailIncrease'],
  RRVS: ['rrvsRcptIncrease'],
  MTRK: ['mtrkMailIncrease'],
  'NO-SOLICITING': ['noSolicitingMailIncrease'],
  CHECKPOINT: ['checkpointMailIncrease'],
  LIMITS: ['limitsValue', 'recipients'],
  XCLIENT: ['xclientAttribute'],
  XFORWARD: ['xclientAttribute'],
  ATRN: ['odmrPort'],
}

/** By the keyword of the parameter. */
const ofParameters: LimitIds = {
  SIZE: ['sizeValue'],
  ENVID: ['envid'],
  ORCPT: ['orcpt'],
  BY: ['byTime'],
  HOLDFOR: ['holdfor'],
  'MT-PRIORITY': ['mtPriority'],
  MTRK: ['mtrkTimeout'],
  SOLICIT: ['solicit'],
  TRANSID: ['transid'],
}

const ofMechanisms: LimitIds = { PLAIN: ['saslPlainField'] }

/** What a limit can belong to. */
export type LimitedThing = 'command' | 'extension' | 'parameter' | 'mechanism'

const ofThings: Readonly<Record<LimitedThing, ReadonlyMap<string, LimitIds[string]>>> = {
  command: new Map(Object.entries(ofCommands)),
  extension: new Map(Object.entries(ofExtensions)),
  parameter: new Map(Object.entries(ofParameters)),
  mechanism: new Map(Object.entries(ofMechanisms)),
}

/**
 * @param name a verb, the keyword of an extension or a parameter, or the name of a mechanism, in upper case
 * @returns the limits that belong to it, the most important first; none for an unknown one
 */
export function limitsOf(thing: LimitedThing, name: string): readonly LimitFacts[] {
  const ids: readonly string[] = ofThings[thing].get(name) ?? []
  return ids.flatMap(id => allLimits.filter(limit => limit.id === id))
}
