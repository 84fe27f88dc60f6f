/**
 * Another map, looked at beside the open one: its document is kept in step with the server's, and told again when it has
 * been quiet for a moment. Nothing is ever written to it; who edits it sees that somebody looks.
 *
 * In:  where it is and the key to it, the visitor's name; whom to tell of it, and that it is no longer there. Out: its end.
 */
import { newDoc } from '../document/newDoc.ts';
import { readMap } from '../document/readMap.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { repairMap } from '../model/repair.ts';
import { connectMap, type ClosedReason, type ConnectOptions } from '../sync/connectMap.ts';

/** Typing gives a change a letter. */
const quietMs = 250;

export type Where = Omit<ConnectOptions, 'doc' | 'onNotice'> & { readonly name: string };

/** Why a map cannot be followed any more. */
const lost: Partial<Record<ClosedReason, 'gone' | 'no-access'>> = {
  'map-deleted': 'gone',
  'token-unknown': 'no-access',
};

export function followMap(
  { name, ...where }: Where,
  tell: (map: JourneyMap) => void,
  miss: (why: 'gone' | 'no-access') => void,
): () => void {
  const doc = newDoc();
  const connection = connectMap({ ...where, doc });
  connection.presence.set({ name });
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handleUpdate = () => {
    clearTimeout(timer);
    timer = setTimeout(() => tell(repairMap(readMap(doc))), quietMs);
  };
  // The first content comes in pieces, and may be older than what is shown already; then it is told as it stands.
  void connection.ready.then((from) => {
    if (from === 'closed' || isOver) return;
    doc.on('update', handleUpdate);
    handleUpdate();
  });
  connection.closed.subscribe((closed) => {
    const why = closed && lost[closed.reason];
    if (!why || isOver) return;
    // What came last is not told over that.
    clearTimeout(timer);
    miss(why);
  });
  return () => {
    clearTimeout(timer);
    isOver = true;
    doc.off('update', handleUpdate);
    void connection.destroy().finally(() => doc.destroy());
  };
}
