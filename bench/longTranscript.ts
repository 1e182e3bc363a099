/** One session as it is in life: a hello, a message to two recipients, one of them refused. About 1.3 KB. */
function session(number: number): string {
  const id = String(number).padStart(8, '0')
  return `S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10240000
S: 250-STARTTLS
S: 250-ENHANCEDSTATUSCODES
S: 250 CHUNKING
C: MAIL FROM:<anna@example.net>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: RCPT TO:<nosuch@example.org>
S: 550 5.1.1 <nosuch@example.org>: Recipient address rejected: User unknown
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: anna@example.net
C: To: bob@example.org
C: Subject: message ${id}
C: Message-Id: <${id}@client.example.net>
C:
C: A few lines of text, as people write them, so that the message has
C: some length, and one that begins with a dot:
C: ..hidden
C: Regards, Anna
C: .
S: 250 2.0.0 Ok: queued as ${id}
C: QUIT
S: 221 2.0.0 Bye
`
}

/** A transcript of at least that many octets. Every tenth session has a MAIL inside a transaction. */
export function longTranscript(octets: number): string {
  const parts: string[] = []
  let length = 0
  for (let number = 0; length < octets; number++) {
    const text = session(number)
    const part =
      number % 10 === 9
        ? text.replace('C: DATA\n', 'C: MAIL FROM:<eve@example.net>\nS: 503 5.5.1 nested MAIL\nC: DATA\n')
        : text
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}
