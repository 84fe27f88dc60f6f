/**
 * The versions of a map: read, named, put back. What is written waits until the server has this device's latest edits:
 * a version must hold what the person sees, and what is replaced must hold it too.
 */
import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Restored, VersionFacts } from '../../protocol/http.ts';
import { readName } from '../../state/personName.ts';
import type { SaveState } from '../../sync/saveState.ts';
import { nameVersion, readVersions, restoreVersion } from '../../sync/versionsApi.ts';
import type { ProblemKey } from '../../words/problems.ts';
import { problemOfServer } from '../problem/problemOfServer.ts';

interface Place {
  readonly mapId: string;
  readonly token: string;
  readonly storage: Storage;
  readonly saveState: StoreApi<SaveState>;
}

export interface Versions {
  /** Null until they are read. */
  readonly list: readonly VersionFacts[] | null;
  readonly problem: ProblemKey | null;
  /** Something is being written. */
  readonly busy: boolean;
  readonly readAgain: () => void;
  /** Null when it was not kept. */
  readonly name: (title: string) => Promise<VersionFacts | null>;
  /** Null when it was not restored. */
  readonly restore: (id: string) => Promise<Restored | null>;
}

export function useVersions({ mapId, token, storage, saveState }: Place): Versions {
  const [list, setList] = useState<readonly VersionFacts[] | null>(null);
  const [problem, setProblem] = useState<ProblemKey | null>(null);
  const [busy, setBusy] = useState(false);
  const [reading, setReading] = useState(0);
  useEffect(() => {
    let gone = false;
    void readVersions(mapId, token).then((answer) => {
      if (gone) return;
      if (answer.ok) setList(answer.value);
      setProblem(answer.ok ? null : problemOfServer(answer.failure, 'versionsNotRead'));
    });
    return () => {
      gone = true;
    };
  }, [mapId, token, reading]);

  const by = () => readName(storage) ?? '';
  const write = async <T>(
    work: () => ReturnType<typeof nameVersion> | ReturnType<typeof restoreVersion>,
    otherwise: ProblemKey,
  ): Promise<T | null> => {
    setProblem(null);
    setBusy(true);
    const answer = (await isSaved(saveState)) ? await work() : null;
    setBusy(false);
    if (answer?.ok) return answer.value as T;
    setProblem(answer ? problemOfServer(answer.failure, otherwise) : otherwise);
    return null;
  };
  return {
    list,
    problem,
    busy,
    readAgain: () => setReading((times) => times + 1),
    async name(title) {
      const made = await write<VersionFacts>(
        () => nameVersion(mapId, token, { title, by: by() }),
        'versionNotKept',
      );
      if (made) setReading((times) => times + 1);
      return made;
    },
    restore: (id) => write<Restored>(() => restoreVersion(mapId, token, id, by()), 'versionNotRestored'),
  };
}

/** Waits while edits are on their way; false when they cannot be saved now. */
function isSaved(saveState: StoreApi<SaveState>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const look = ({ kind }: SaveState) => {
    if (kind !== 'saving') resolve(kind === 'saved');
  };
  const stop = saveState.subscribe(look);
  look(saveState.getState());
  return promise.finally(stop);
}
