/** Opens a map for as long as the component shows it, and tells what keeps it from being open. */
import { useEffect, useEffectEvent, useState } from 'react';
import { useInterface } from '../state/interfaceStore.ts';
import { useToast } from '../ui/Toast.tsx';
import { appWords } from '../words/app.ts';
import type { ProblemKey } from '../words/problems.ts';
import { openMapSession, type OpenedMap, type OpenOptions } from './openMapSession.ts';

export type OpenMap =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: ProblemKey; readonly detail?: string | undefined }
  | { readonly kind: 'open'; readonly opened: OpenedMap };

/** Opens once for each mounting: to try again, mount anew. */
export function useOpenMap(
  mapId: string,
  { token, brokenKey }: Pick<OpenOptions, 'token' | 'brokenKey'>,
  storage: Storage,
): OpenMap {
  const [state, setState] = useState<OpenMap>({ kind: 'loading' });
  const look = useInterface();
  const toast = useToast();
  const say = useEffectEvent(toast);

  useEffect(() => {
    let opened: OpenedMap | null = null;
    let gone = false;
    const onNotice: Parameters<typeof openMapSession>[0]['onNotice'] = (notice) => {
      // The state of saving says these two as long as they last.
      if (gone || notice.kind === 'cannot-save' || notice.kind === 'refused') return;
      const text = appWords[look.getState().language].notices[notice.kind];
      const details = 'detail' in notice ? notice.detail : 'name' in notice ? notice.name : undefined;
      say({ text, stays: notice.kind !== 'saving-again', details });
    };
    const onClosed = (problem: ProblemKey, detail: string) => {
      if (!gone) setState({ kind: 'problem', problem, detail: detail || undefined });
      opened?.close();
      opened = null;
    };
    openMapSession({ mapId, token, brokenKey, storage, look: look.getState(), onNotice, onClosed })
      .then((opening) => {
        if (opening.ok) {
          if (gone) opening.opened.close();
          else {
            opened = opening.opened;
            setState({ kind: 'open', opened });
          }
        } else if (!gone) setState({ kind: 'problem', problem: opening.problem, detail: opening.detail });
      })
      .catch((error: unknown) => {
        if (!gone) setState({ kind: 'problem', problem: 'partMissing', detail: String(error) });
      });
    return () => {
      gone = true;
      opened?.close();
    };
  }, [mapId, token, brokenKey, storage, look]);
  return state;
}
