import { document, type Reference } from '../references.ts'

/** A meaning that a provider gives to a code, or to a range of details, besides or instead of the registry's. */
export interface ProviderMeaning {
  readonly class: 2 | 4 | 5
  readonly subject: number
  /** First and last detail. */
  readonly details: readonly [number, number]
  readonly provider: string
  readonly meaning: string
  readonly reference: Reference
}

const exchange = document(
  'Microsoft: NDR error codes in Exchange Online',
  'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
)
const gmail = document('Google: Gmail SMTP errors and codes', 'https://support.google.com/a/answer/3726730')

function exchangeOnline(status: string, meaning: string, lastDetail?: number): ProviderMeaning {
  return row('Exchange Online', exchange, status, meaning, lastDetail)
}

function row(
  provider: string,
  reference: Reference,
  status: string,
  meaning: string,
  lastDetail?: number,
): ProviderMeaning {
  const [kind, subject = 0, detail = 0] = status.split('.').map(Number)
  const details = [detail, lastDetail ?? detail] as const
  return { class: kind === 2 || kind === 4 ? kind : 5, subject, details, provider, meaning, reference }
}

/** What the large providers say with codes of their own, after their published lists. */
export const providerMeanings: readonly ProviderMeaning[] = [
  exchangeOnline('4.4.316', 'the next host refused the connection'),
  exchangeOnline('4.7.26', 'mail over IPv6 must pass SPF or DKIM'),
  exchangeOnline('4.7.500', 'sending is restricted for now after suspicious activity', 699),
  exchangeOnline('4.7.850', 'the IP address is restricted for now after suspicious activity', 899),
  exchangeOnline('5.2.121', 'the recipient gets too much mail per hour from this sender'),
  exchangeOnline('5.2.122', 'the recipient gets too much mail per hour in total'),
  exchangeOnline('5.4.1', 'access denied: the recipient or the sending server is not accepted'),
  exchangeOnline('5.4.14', 'the message goes round in a circle (hop count)'),
  exchangeOnline('5.6.11', 'the message contains bare line feeds'),
  exchangeOnline('5.7.57', 'the client did not authenticate before MAIL FROM'),
  exchangeOnline('5.7.64', 'relaying refused: the connector does not match the sender any more'),
  exchangeOnline('5.7.509', 'the domain of the sender does not pass DMARC'),
  exchangeOnline('5.7.512', 'the message has no valid From header'),
  exchangeOnline('5.7.606', 'the sending IP address is banned', 649),
  exchangeOnline('5.7.700', 'the sending organisation is over a limit, or its mail is not accepted', 749),
  row('Gmail', gmail, '4.2.1', 'the recipient gets mail faster than Gmail allows (with reply 450)'),
  row('Gmail', gmail, '4.5.0', 'the client broke the protocol, e.g. sent commands behind STARTTLS'),
]
