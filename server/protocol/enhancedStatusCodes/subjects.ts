import * as l10n from '@vscode/l10n'

/** What the second number of an enhanced status code stands for. */
export interface Subject {
  readonly name: string
  /** A sentence without a verb, e.g. `The receiving mail system.` */
  readonly about: string
  /** Who can do something about it, as a rule. */
  readonly whoActs: string
}

/** @returns the subject of that number (RFC 3463 3); undefined where the registry has none. */
export function subjectFacts(subject: number): Subject | undefined {
  return subjects[subject]?.()
}

const subjects: readonly (() => Subject)[] = [
  () => ({
    name: l10n.t`Other or Undefined Status`,
    about: l10n.t`Nothing in particular.`,
    whoActs: l10n.t`Not told by the code.`,
  }),
  () => ({
    name: l10n.t`Addressing Status`,
    about: l10n.t`The address of the sender or of a recipient.`,
    whoActs: l10n.t`The sender, by correcting an address.`,
  }),
  () => ({
    name: l10n.t`Mailbox Status`,
    about: l10n.t`The recipient's mailbox.`,
    whoActs: l10n.t`The recipient, or the administrator of the mailbox.`,
  }),
  () => ({
    name: l10n.t`Mail System Status`,
    about: l10n.t`The receiving mail system.`,
    whoActs: l10n.t`The administrator of the receiving system.`,
  }),
  () => ({
    name: l10n.t`Network and Routing Status`,
    about: l10n.t`The network, DNS or routing.`,
    whoActs: l10n.t`The administrator of the destination, or of a host on the way.`,
  }),
  () => ({
    name: l10n.t`Mail Delivery Protocol Status`,
    about: l10n.t`The SMTP dialogue itself.`,
    whoActs: l10n.t`Who programs or configures the client or the server.`,
  }),
  () => ({
    name: l10n.t`Message Content or Media Status`,
    about: l10n.t`The content of the message, or how it is encoded.`,
    whoActs: l10n.t`The sender, by sending another form of the content.`,
  }),
  () => ({
    name: l10n.t`Security or Policy Status`,
    about: l10n.t`Authentication, encryption, or a policy of the receiving side.`,
    whoActs: l10n.t`The sending side, by meeting the policy; the receiving side, where its policy is wrong.`,
  }),
]
