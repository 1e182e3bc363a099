import { aiosmtpd } from './aiosmtpd.ts'
import { bare } from './bare.ts'
import { bounce } from './bounce.ts'
import { curl } from './curl.ts'
import type { Dialect, WritableDialect } from './dialect.ts'
import { exchange } from './exchange.ts'
import { exim } from './exim.ts'
import { eximBh } from './eximBh.ts'
import { eximLog } from './eximLog.ts'
import { haraka } from './haraka.ts'
import { javamail } from './javamail.ts'
import { mailkit } from './mailkit.ts'
import { msmtp } from './msmtp.ts'
import { mutt } from './mutt.ts'
import { nodemailer } from './nodemailer.ts'
import { opensmtpd } from './opensmtpd.ts'
import { opensmtpdLog } from './opensmtpdLog.ts'
import { openssl } from './openssl.ts'
import { perlNetSmtp } from './perlNetSmtp.ts'
import { phpmailer } from './phpmailer.ts'
import { postfixDebug } from './postfixDebug.ts'
import { postfixLog } from './postfixLog.ts'
import { postfixNotice } from './postfixNotice.ts'
import { prose } from './prose.ts'
import { pythonSmtpd } from './pythonSmtpd.ts'
import { pythonSmtplib } from './pythonSmtplib.ts'
import { qpsmtpd } from './qpsmtpd.ts'
import { rfcExamples } from './rfcExamples.ts'
import { rubyNetSmtp } from './rubyNetSmtp.ts'
import { sendmail } from './sendmail.ts'
import { sendmailBounce } from './sendmailBounce.ts'
import { sendmailLog } from './sendmailLog.ts'
import { smtp } from './smtp.ts'
import { smtpCli } from './smtpCli.ts'
import { smtpServer } from './smtpServer.ts'
import { sNail } from './sNail.ts'
import { swaks } from './swaks.ts'

/** Every dialect that is described, the language's own first. */
export const dialects: readonly Dialect[] = [
  smtp,
  bare,
  // Clients.
  swaks,
  curl,
  pythonSmtplib,
  msmtp,
  smtpCli,
  openssl,
  perlNetSmtp,
  nodemailer,
  phpmailer,
  rubyNetSmtp,
  javamail,
  sNail,
  mutt,
  mailkit,
  // Servers, and what both sides of a server print.
  exim,
  eximBh,
  sendmail,
  postfixDebug,
  postfixNotice,
  opensmtpd,
  haraka,
  smtpServer,
  aiosmtpd,
  qpsmtpd,
  pythonSmtpd,
  exchange,
  // What tells of sessions without their dialogue.
  postfixLog,
  eximLog,
  sendmailLog,
  opensmtpdLog,
  sendmailBounce,
  bounce,
  prose,
  // Documents.
  rfcExamples,
]

/** Those that people write, too: their files can be repaired. */
export const writableDialects: readonly WritableDialect[] = dialects.filter(
  (dialect): dialect is WritableDialect => dialect.write !== null,
)

/** The dialect of that name, or undefined. */
export function dialectNamed(name: string): Dialect | undefined {
  return dialects.find(dialect => dialect.name === name)
}
