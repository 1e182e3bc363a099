import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const qq = document('QQ Mail: bounce messages', 'https://service.mail.qq.com/detail/122')
const qqCode = document('QQ Mail: authorization codes', 'https://service.mail.qq.com/detail/0/75')
const netEase = document(
  'NetEase: why mail was refused as spam',
  'https://mail.163.com/help/help_spam_16.htm',
)
const docomo = document('docomo mail', 'https://www.docomo.ne.jp/service/docomo_mail/')
const au = document('au: e-mail', 'https://www.au.com/')

/** What QQ Mail (Tencent), NetEase (163.com, 126.com), docomo and au say. */
export function eastAsia(): readonly ReplyWording[] {
  return [
    {
      id: 'qq/authorization-code',
      by: 'QQ Mail',
      says: [
        'login fail. please enter your authorization code to login',
        'login fail.please enter your authorization code to login',
      ],
      cause: 'QQ Mail takes no account password from programs, only an authorization code.',
      next: 'Switch on SMTP in the account settings of QQ Mail, let it make an authorization code, and use that as password.',
      fault: 'policy',
      references: [qqCode, rfc(4954, '6')],
      example:
        '535 Login Fail. Please enter your authorization code to login. More information in https://service.mail.qq.com/detail/0/1001',
    },
    {
      id: 'qq/login-failed',
      by: 'QQ Mail',
      says: [
        'account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy',
      ],
      cause:
        'The login at QQ Mail failed; the reply names all reasons that there are: SMTP not switched on, a wrong authorization code, or too many logins.',
      next: 'Check that SMTP is switched on and make a new authorization code; log in once for many messages.',
      fault: 'client',
      references: [qqCode, rfc(4954, '6')],
      example:
        '535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://service.mail.qq.com/detail/0/1056',
    },
    {
      id: 'qq/foreign-sender',
      by: 'QQ Mail',
      says: ['mail from address must be same as authorization user'],
      cause: 'The address in MAIL FROM is not that of the account that logged in.',
      next: 'Use the address of the account as sender, in MAIL FROM and in From.',
      fault: 'policy',
      references: [qqCode],
      example: '501 Mail from address must be same as authorization user.',
    },
    {
      id: 'qq/frequency',
      by: 'QQ Mail',
      says: [
        'ip frequency limited',
        'domain frequency limited',
        'sender frequency limited',
        'connection frequency limited',
      ],
      cause:
        'This IP address, domain or sender sends more often than QQ Mail allows; in spite of the 550 the limit passes.',
      next: 'Pause for some hours, then send more slowly.',
      fault: 'client',
      references: [qq],
      example:
        '550 Ip frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000725',
    },
    {
      id: 'qq/content',
      by: 'QQ Mail',
      says: ['mail content denied. http*mail.qq.com', 'spam is embedded in the email*mail.qq.com'],
      cause: 'QQ Mail takes the content of this message for spam.',
      next: 'Change links and wording; send to QQ only what its users have asked for.',
      fault: 'policy',
      references: [qq],
      example:
        '550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726',
    },
    {
      id: 'qq/no-such-user',
      by: 'QQ Mail',
      says: ['mailbox not found. http*mail.qq.com', 'mailbox unavailable or access denied* mail.qq.com'],
      cause: 'There is no such mailbox at QQ Mail, or it takes no mail from this sender.',
      next: 'Check the address; if it is right, take it off the list.',
      fault: 'client',
      references: [qq],
      example:
        '550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728',
    },
    {
      id: 'qq/authentication',
      by: 'QQ Mail',
      says: ['spf check failed*mail.qq.com', 'dmarc check failed*mail.qq.com'],
      cause: 'The message passes neither the SPF nor the DMARC check that the sender domain itself asks for.',
      next: 'Add the sending server to the SPF record, or sign with DKIM for the domain in From.',
      fault: 'policy',
      references: [qq, rfc(7208, '8.4')],
      example: '550 SPF check failed. https://service.mail.qq.com/detail/122/72',
    },
    {
      id: 'netease/spam',
      by: 'NetEase',
      says: ['dt:spm'],
      codes: ['4', '5'],
      cause:
        'The filter of NetEase takes this message for spam; test messages with hardly any text or without From, To and Subject are hit, too.',
      next: 'Give the message a true subject, From, To and some sentences, avoid many links, and send more slowly; the page in the reply tells more.',
      fault: 'policy',
      references: [netEase],
      example:
        '554 DT:SPM 163 smtp5,D9GowACHO7RNWNdXmXs1Bw--.9035S2 1473730639,please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.25&hostid=smtp5&time=1473730639',
    },
    {
      id: 'netease/two-senders',
      by: 'NetEase',
      says: ['dt:sum'],
      codes: ['4', '5'],
      cause: 'The address in MAIL FROM and that in the From field are not the same.',
      next: 'Use the address of the account in both.',
      fault: 'client',
      references: [netEase],
      example: '554 DT:SUM 163 smtp5,D9GowACHO7RNWNdXmXs1Bw--.9035S2 1473730639',
    },
    {
      id: 'netease/foreign-sender',
      by: 'NetEase',
      says: ['mail from must equal authorized user'],
      cause: 'The address in MAIL FROM is not that of the account that logged in.',
      next: 'Use the address of the account as sender.',
      fault: 'policy',
      references: [netEase],
      example: '553 Mail from must equal authorized user',
    },
    {
      id: 'docomo/no-such-user',
      by: 'docomo',
      says: ['unknown user *@docomo.ne.jp'],
      cause:
        "There is no such address at docomo, or its owner's filter refuses this sender: both get the same words.",
      next: 'Check the address; if it is right, ask the recipient in another way to allow your domain in the settings against spam.',
      fault: 'client',
      references: [docomo],
      example: '550 Unknown user bob@docomo.ne.jp',
    },
    {
      id: 'au/no-such-user',
      by: 'au (KDDI)',
      says: ['@ezweb.ne.jp>: user unknown', '@au.com>: user unknown'],
      cause: "There is no such address at au, or its owner's filter refuses this sender.",
      next: 'Check the address; if it is right, ask the recipient in another way to allow your domain in the settings against spam.',
      fault: 'client',
      references: [au],
      example: '550 <bob@ezweb.ne.jp>: User unknown',
    },
  ]
}
