/**
 * What of this person's work the server has (U36): each local edit is known by the writing frame that carried it, and
 * is safe once `stored` has reached that frame. Edits made without a connection are carried by the step 2 that opens
 * the next one, or by the first frame after it.
 */
export interface SaveTracker {
  /** A local edit happened; not sent yet. */
  edited(count?: number): void;
  /** Edits of an earlier visit came into the document; frames that have gone out on this connection carry them. */
  found(count: number): void;
  /** A writing frame went out: it carries every edit that nothing has carried yet. */
  written(frame: number): void;
  /** The server has stored the first `frames` writing frames of this connection. */
  stored(frames: number): void;
  /** The connection is gone: what was not stored has to be sent again. */
  lost(): void;
  /** Edits the server does not have yet. */
  kept(): number;
  /** Everything sent is stored, something was sent, and nothing waits. */
  isSaved(): boolean;
}

interface Batch {
  /** Null: not sent on this connection. */
  frame: number | null;
  edits: number;
}

export function createSaveTracker(): SaveTracker {
  let waiting: Batch[] = [];
  let sent = 0;
  let acknowledged = 0;
  const kept = (): number => waiting.reduce((sum, { edits }) => sum + edits, 0);
  return {
    edited(count = 1) {
      const last = waiting.at(-1);
      if (last?.frame === null) last.edits += count;
      else waiting.push({ frame: null, edits: count });
    },
    found(count) {
      if (sent === 0) this.edited(count);
      else if (acknowledged < sent) waiting.unshift({ frame: sent, edits: count });
    },
    written(frame) {
      sent = frame;
      const last = waiting.at(-1);
      if (last?.frame === null) last.frame = frame;
    },
    stored(frames) {
      acknowledged = Math.max(acknowledged, frames);
      waiting = waiting.filter(({ frame }) => frame === null || frame > acknowledged);
    },
    lost() {
      const edits = kept();
      waiting = edits > 0 ? [{ frame: null, edits }] : [];
      sent = 0;
      acknowledged = 0;
    },
    kept,
    isSaved: () => waiting.length === 0 && sent > 0 && acknowledged >= sent,
  };
}
