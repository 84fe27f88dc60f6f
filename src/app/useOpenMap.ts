/** Opens a map for as long as the component shows it, and tells what keeps it from being open. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { MapSession } from '../state/mapSession.ts';
import { useInterface } from '../state/interfaceStore.ts';
import { useToast } from '../ui/Toast.tsx';
import type { ProblemKey } from '../words/problems.ts';
import { narrowQuery } from './narrowQuery.ts';
import { narrowMap, presentPage, wideMap } from './parts.ts';
import { openMapSession, type OpenOptions } from './openMapSession.ts';
import { isPresenting } from './route.ts';

export interface OpenedMap {
  readonly session: MapSession;
  /** What this visit opened the map with. */
  readonly token: string;
  /** To be called when the session is on the screen. */
  readonly onSeen: () => void;
}

export type OpenMap =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: ProblemKey; readonly detail?: string | undefined }
  | { readonly kind: 'open'; readonly opened: OpenedMap };

/** Opens once for each mounting: to try again, mount anew. `storage` and `open` stay the same as long as it is mounted. */
export function useOpenMap(
  mapId: string,
  { token, brokenKey }: Pick<OpenOptions, 'token' | 'brokenKey'>,
  storage: Storage,
  open = openMapSession,
): OpenMap {
  const [state, setState] = useState<OpenMap>({ kind: 'loading' });
  const look = useInterface();
  const toast = useToast();
  const say = useEffectEvent(toast);

  useEffect(() => {
    let gone = false;
    const page = matchMedia(narrowQuery).matches
      ? narrowMap
      : isPresenting(location.search)
        ? presentPage
        : wideMap;
    // Shown when the view is here too; whoever draws it tells when it cannot be fetched.
    const view = page.fetch().catch(() => undefined);
    const end = open({
      mapId,
      token,
      brokenKey,
      wide: page === wideMap,
      storage,
      look: look.getState(),
      onNotice(notice, text) {
        if (gone || text === null) return;
        const details = 'detail' in notice ? notice.detail : 'name' in notice ? notice.name : undefined;
        say({ text, stays: notice.kind !== 'saving-again', details });
      },
      onSession: (session, used, onSeen) =>
        void view.then(() => {
          if (!gone) setState({ kind: 'open', opened: { session, token: used, onSeen } });
        }),
      onProblem: (problem, detail) => setState({ kind: 'problem', problem, detail: detail || undefined }),
    });
    return () => {
      gone = true;
      end();
    };
  }, [mapId, token, brokenKey, storage, look, open]);
  return state;
}
