/** Why nothing can be saved; the words are the page's. `closed`: the connection has ended for good. */
export type CannotSave = 'cannot-save' | 'refused' | 'too-large' | 'closed';

/** The five states of saving (U36). "saved" only after the server's durable acknowledgement. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** `kept`: edits on this device that the server does not have; `retryAt` ms since epoch, null while trying. */
  | { readonly kind: 'offline'; readonly kept: number; readonly retryAt: number | null }
  | { readonly kind: 'cannot-save'; readonly reason: CannotSave }
  | { readonly kind: 'view-only'; readonly online: boolean };
