import { markedDialect } from './marked.ts'

/** Perl's Net::SMTP with `Debug => 1`: `>>> ` client, `<<< ` server, behind the object; mail data without added dots. */
export const perlNetSmtp = markedDialect({
  name: 'net-smtp-perl',
  title: "Perl's Net::SMTP with Debug => 1",
  example: [
    'Net::SMTP=GLOB(0x55bd3faac7d8)<<< 220 mx.example.org ESMTP Postfix (Debian/GNU)',
    'Net::SMTP=GLOB(0x55bd3faac7d8)>>> DATA',
    'Net::SMTP=GLOB(0x55bd3faac7d8)<<< 503 5.5.1 Error: need RCPT command',
  ],
  line: /^(?<head>[\w:]+=GLOB\(0x[0-9a-f]+\))(?:(?<note>(?:>>>|<<<) \(decoded\) )|(?<client>>>> ?)|(?<server><<< ?))/,
  id: /^[\w:]+=GLOB\((0x[0-9a-f]+)\)(?:>>>|<<<)/,
  events: [[/unexpected EOF on command channel/, 'lost']],
  signature: /^[\w:]+=GLOB\(0x[0-9a-f]+\)(?:>>>|<<<)/,
  isUnstuffed: true,
  write: { head: 'Net::SMTP=GLOB(0x1)', client: ['>>> ', ''], server: ['<<< ', ''] },
})
