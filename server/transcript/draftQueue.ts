import type { SessionDraft } from './sessionDraft.ts'

interface Link {
  readonly draft: SessionDraft
  next: Link | null
}

/** Sessions in the order of their first lines. */
export interface DraftQueue {
  readonly push: (draft: SessionDraft) => void
  readonly first: () => SessionDraft | undefined
  /** Takes the first if nothing more of it comes. */
  readonly takeComplete: () => SessionDraft | undefined
}

/** A queue with nobody in it. */
export function draftQueue(): DraftQueue {
  let first: Link | null = null
  let last: Link | null = null
  return {
    push: draft => {
      const link: Link = { draft, next: null }
      if (last) last.next = link
      first ??= link
      last = link
    },
    first: () => first?.draft,
    takeComplete: () => {
      const draft = first?.draft
      if (!draft?.isComplete) return undefined
      first = first?.next ?? null
      if (!first) last = null
      return draft
    },
  }
}
