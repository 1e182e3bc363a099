import { bad, type Case503, chunk, mail, message, rcpt } from './cases503.ts'
import { helloWith } from './hovering.ts'

const hello = helloWith()
const chunking = helloWith('CHUNKING')
const refusedChunk = ['C: BDAT 7', 'C: hello', 'S: 552 too large']

export const content503: readonly Case503[] = [
  {
    name: 'DATA after BDAT, which began with the first chunk',
    lines: [...chunking, ...mail, ...rcpt, ...chunk, ...chunk, 'C: DATA', bad],
    here: [/BDAT/, /both/],
    links: [9],
    todo: /RSET.*only one/,
  },
  {
    name: 'DATA for a binary message',
    lines: [
      ...helloWith('CHUNKING', 'BINARYMIME'),
      ...['C: MAIL FROM:<anna@example.net> BODY=BINARYMIME', 'S: 250 OK'],
      ...[...rcpt, 'C: DATA', bad],
    ],
    here: [/BINARYMIME/, /BDAT/],
    links: [6],
    todo: /RSET/,
  },
  {
    name: 'BDAT that was not announced',
    lines: [...hello, ...mail, ...rcpt, 'C: BDAT 7', bad],
    here: /CHUNKING/,
    links: [],
    todo: /Use DATA/,
  },
  {
    name: 'BDAT after the last chunk',
    lines: [...chunking, ...mail, ...rcpt, 'C: BDAT 7 LAST', 'C: hello', 'S: 250 queued', 'C: BDAT 7', bad],
    here: /LAST/,
    links: [9],
    todo: /RSET/,
  },
  {
    name: 'BDAT after a refused chunk',
    lines: [...chunking, ...mail, ...rcpt, ...refusedChunk, 'C: BDAT 7', bad],
    here: [/552/, /thrown away|swallow/],
    links: [9],
    todo: /RSET/,
  },
  {
    name: 'DATA after a refused MAIL',
    lines: [...hello, 'C: MAIL FROM:<anna@example.net>', 'S: 451 later', 'C: DATA', bad],
    here: [/MAIL/, /451/],
    links: [4],
    todo: /4yz.*5yz.*RCPT nor DATA/,
  },
  {
    name: 'DATA without a transaction',
    lines: [...hello, 'C: DATA', bad],
    here: /MAIL and RCPT are missing/,
    links: [],
    todo: /Insert MAIL and RCPT before DATA/,
  },
  {
    name: 'DATA without RCPT',
    lines: [...hello, ...mail, 'C: DATA', bad],
    here: /no RCPT TO/,
    links: [4],
    todo: /Insert at least one RCPT/,
  },
  {
    name: 'DATA after all of two recipients were deferred',
    lines: [
      ...[...hello, ...mail, 'C: RCPT TO:<bob@example.org>', 'S: 450 later'],
      ...['C: RCPT TO:<carol@example.org>', 'S: 451 later', 'C: DATA', bad],
    ],
    here: [/[Aa]ll 2 recipients were deferred \(450, 451\)/, /nobody to deliver to/],
    links: [
      [6, 7],
      [8, 9],
    ],
    todo: /RSET or QUIT.*queue.*later/,
  },
  {
    name: 'DATA after the only recipient was deferred',
    lines: [...hello, ...mail, 'C: RCPT TO:<bob@example.org>', 'S: 450 4.2.0 later', 'C: DATA', bad],
    here: [/only recipient was deferred/, /450/, /5 (of|in) 503 is not/],
    links: [[6, 7]],
    todo: /RSET or QUIT/,
  },
  {
    name: 'DATA after the only recipient was refused',
    lines: [...hello, ...mail, 'C: RCPT TO:<bob@example.org>', 'S: 550 5.1.1 nobody', 'C: DATA', bad],
    here: [/only recipient was refused/, /550/],
    links: [[6, 7]],
    todo: /RSET or QUIT/,
    never: /not the (last word|final answer) on the message|retry later/,
  },
  {
    name: 'DATA after one of two recipients was deferred and the other refused',
    lines: [
      ...[...hello, ...mail, 'C: RCPT TO:<bob@example.org>', 'S: 550 nobody'],
      ...['C: RCPT TO:<carol@example.org>', 'S: 452 full', 'C: DATA', bad],
    ],
    here: [/[Nn]o recipient was accepted/, /1 deferred, 1 refused/],
    links: [
      [6, 7],
      [8, 9],
    ],
    todo: /deferred.*later.*refused/,
  },
  {
    name: 'DATA where a recipient was over the limit',
    lines: [...hello, ...mail, ...rcpt, 'C: RCPT TO:<carol@example.org>', 'S: 452 too many', 'C: DATA', bad],
    here: [/as a whole/, /452/],
    links: [8],
    todo: /[Ss]plit the recipients/,
  },
  {
    name: 'DATA after more than a hundred recipients',
    lines: [...hello, ...mail, ...Array.from({ length: 101 }, () => rcpt).flat(), 'C: DATA', bad],
    here: /as a whole/,
    links: null,
    todo: /[Ss]plit the recipients/,
    never: /\(250\)/,
  },
  {
    name: 'DATA though a recipient was accepted',
    lines: [...hello, ...mail, ...rcpt, 'C: DATA', bad],
    here: [/recipient was accepted/, /order is right/],
    links: [],
    todo: /policy/,
  },
  {
    name: 'the end of the message',
    lines: [...hello, ...mail, ...rcpt, ...message.slice(0, -1), bad],
    here: /unusual/,
    links: [],
    todo: /nothing was delivered/,
  },
]
