/** The five states of saving (U36). "saved" only after the server's durable acknowledgement. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** `kept`: edits on this device that the server does not have; `retryAt` ms since epoch, null while trying. */
  | { readonly kind: 'offline'; readonly kept: number; readonly retryAt: number | null }
  | { readonly kind: 'cannot-save'; readonly reason: string }
  | { readonly kind: 'view-only'; readonly online: boolean };
