import { deliveryExtensions } from '../extensions/delivery.ts'
import { rareExtensions } from '../extensions/rare.ts'
import { transportExtensions } from '../extensions/transport.ts'
import { document, type Reference, rfc } from '../references.ts'
import type { LimitRow } from './limitRow.ts'

const { SIZE, BINARYMIME, AUTH, SMTPUTF8, REQUIRETLS, UTF8SMTP } = transportExtensions
const { DSN, DELIVERBY, FUTURERELEASE, RRVS } = deliveryExtensions
const { MTRK, CHECKPOINT } = rareExtensions

/** How much longer a command line may be with an extension (RFC 5321 4.5.3.1.4); the extension's row has the number. */
const increases = {
  sizeMailIncrease: increase('MAIL with SIZE', SIZE.commandLineIncrease.MAIL, SIZE.references),
  binarymimeMailIncrease: increase(
    'MAIL with BINARYMIME',
    BINARYMIME.commandLineIncrease.MAIL,
    BINARYMIME.references,
  ),
  authMailIncrease: increase('MAIL with AUTH', AUTH.commandLineIncrease.MAIL, AUTH.references),
  dsnMailIncrease: increase('MAIL with DSN, for ENVID', DSN.commandLineIncrease.MAIL, DSN.references),
  dsnRcptIncrease: increase('RCPT with DSN, for ORCPT', DSN.commandLineIncrease.RCPT, DSN.references),
  smtputf8MailIncrease: increase(
    'MAIL with SMTPUTF8',
    SMTPUTF8.commandLineIncrease.MAIL,
    SMTPUTF8.references,
  ),
  deliverbyMailIncrease: increase(
    'MAIL with DELIVERBY',
    DELIVERBY.commandLineIncrease.MAIL,
    DELIVERBY.references,
  ),
  futurereleaseMailIncrease: increase(
    'MAIL with FUTURERELEASE',
    FUTURERELEASE.commandLineIncrease.MAIL,
    FUTURERELEASE.references,
  ),
  mtPriorityMailIncrease: increase(
    'MAIL with MT-PRIORITY',
    deliveryExtensions['MT-PRIORITY'].commandLineIncrease.MAIL,
    deliveryExtensions['MT-PRIORITY'].references,
  ),
  requiretlsMailIncrease: increase(
    'MAIL with REQUIRETLS',
    REQUIRETLS.commandLineIncrease.MAIL,
    REQUIRETLS.references,
  ),
  rrvsRcptIncrease: increase('RCPT with RRVS', RRVS.commandLineIncrease.RCPT, RRVS.references),
  mtrkMailIncrease: increase('MAIL with MTRK', MTRK.commandLineIncrease.MAIL, MTRK.references),
  noSolicitingMailIncrease: increase(
    'MAIL with NO-SOLICITING',
    rareExtensions['NO-SOLICITING'].commandLineIncrease.MAIL,
    rareExtensions['NO-SOLICITING'].references,
  ),
  checkpointMailIncrease: increase(
    'MAIL with CHECKPOINT',
    CHECKPOINT.commandLineIncrease.MAIL,
    CHECKPOINT.references,
  ),
  utf8smtpMailIncrease: increase(
    'MAIL with UTF8SMTP',
    UTF8SMTP.commandLineIncrease.MAIL,
    UTF8SMTP.references,
  ),
  utf8smtpRcptIncrease: increase(
    'RCPT with UTF8SMTP',
    UTF8SMTP.commandLineIncrease.RCPT,
    UTF8SMTP.references,
  ),
}

/** What parameters of commands and extensions may measure. */
export const parameterLimits = {
  ...increases,
  sizeValue: maximum('The value of SIZE', 20, 'digits', '501', [rfc(1870, '3')]),
  envid: maximum('The value of ENVID', 100, 'characters', '501', [rfc(3461, '4.4')]),
  orcpt: maximum('The parameter ORCPT', 500, 'characters', '501', [rfc(3461, '4.2')]),
  byTime: maximum('The seconds of BY', 9, 'digits', '501', [rfc(2852, '4')]),
  holdfor: maximum('The time of HOLDFOR', 999_999_999, 'seconds', '501 with 5.5.4', [rfc(4865, '3')]),
  mtPriority: {
    what: 'The value of MT-PRIORITY',
    value: [-9, 9],
    unit: 'steps',
    kind: 'maximum',
    whenExceeded: '501 with 5.5.2',
    references: [rfc(6710, '3')],
  },
  mtPriorityPolicy: maximum('The name of a priority policy behind MT-PRIORITY', 20, 'characters', null, [
    rfc(6710, '7'),
  ]),
  mtrkTimeout: maximum('The seconds of MTRK', 9, 'digits', '501', [rfc(3885, '3.1')]),
  solicit: maximum('The keywords of SOLICIT', 1000, 'characters', '501', [rfc(3865, '2.2')]),
  transid: maximum('The value of TRANSID', 80, 'characters', '501', [rfc(1845, '2')]),
  limitsValue: maximum('A value behind LIMITS, which may not be 0', 6, 'digits', null, [rfc(9422, '4')]),
  xclientAttribute: maximum('A value of XCLIENT or XFORWARD', 255, 'characters', '501', [
    document('Postfix XCLIENT_README', 'https://www.postfix.org/XCLIENT_README.html'),
    document('Postfix XFORWARD_README', 'https://www.postfix.org/XFORWARD_README.html'),
  ]),
  bdatChunk: {
    what: 'A chunk of BDAT; the server may set a limit of its own',
    value: null,
    unit: 'octets',
    kind: 'maximum',
    whenExceeded: '552 with 5.3.4',
    references: [rfc(3030, '2')],
  },
} as const satisfies Record<string, LimitRow>

function increase<Value extends number>(whose: string, value: Value, references: readonly Reference[]) {
  return {
    what: `The command line of ${whose}`,
    value,
    unit: 'octets',
    kind: 'increase',
    whenExceeded: '500',
    references,
  } as const
}

function maximum<Value extends number>(
  what: string,
  value: Value,
  unit: LimitRow['unit'],
  whenExceeded: string | null,
  references: readonly Reference[],
) {
  return { what, value, unit, kind: 'maximum', whenExceeded, references } as const
}
