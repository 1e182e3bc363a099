import * as l10n from '@vscode/l10n'

/** The headings that articles have in common, in the order in which they stand. */
export const headings = {
  /** In a hover alone, and first there. */
  get here(): string {
    return l10n.t`In this session`
  },
  get meaning(): string {
    return l10n.t`What it means`
  },
  /** Of what a client or server chooses; of a code, which one gets, `whenSeen`. */
  get whenUsed(): string {
    return l10n.t`When to use it`
  },
  get whenSeen(): string {
    return l10n.t`When you see it`
  },
  get todo(): string {
    return l10n.t`What to do`
  },
  get mistakes(): string {
    return l10n.t`What goes wrong`
  },
  get class(): string {
    return l10n.t`Transient or permanent`
  },
  get syntax(): string {
    return l10n.t`Syntax`
  },
  get replies(): string {
    return l10n.t`Replies`
  },
  get limits(): string {
    return l10n.t`Limits`
  },
} as const
