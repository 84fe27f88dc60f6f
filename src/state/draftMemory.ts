/**
 * The text that is being typed in this tab and not written to the map yet, kept in the tab's own storage (R52): titles
 * and short fields are written when they are left, and a tab that dies leaves nothing. Never throws.
 */
export interface KeptDraft {
  /** What the text box says of itself in `data-draft`: which record and field, or where something new was begun. */
  readonly place: string;
  readonly text: string;
}

export function readDraft(storage: Storage, mapId: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(mapId)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('place' in kept) || !('text' in kept)) return null;
    const { place, text } = kept;
    return typeof place === 'string' && typeof text === 'string' ? { place, text } : null;
  } catch {
    return null;
  }
}

export function writeDraft(storage: Storage, mapId: string, draft: KeptDraft | null): void {
  try {
    if (draft) storage.setItem(keyOf(mapId), JSON.stringify(draft));
    else storage.removeItem(keyOf(mapId));
  } catch {
    // Blocked or full: as without it.
  }
}

const keyOf = (mapId: string): string => `touchline:draft:${mapId}`;
