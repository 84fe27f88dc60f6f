/**
 * The versions of a map: read, named, put back, deleted. What takes up the present state waits until the server has this
 * device's latest edits: a version must hold what the person sees, and what is replaced must hold it too. It does not wait
 * for ever: offline, and after a while, it is said instead.
 */
import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Restored, VersionFacts } from '../../protocol/http.ts';
import { readName } from '../../state/personName.ts';
import type { SaveState } from '../../sync/saveState.ts';
import type { Answer } from '../../sync/mapsApi.ts';
import {
  deleteVersion,
  nameVersion,
  readVersions,
  renameVersion,
  restoreVersion,
} from '../../sync/versionsApi.ts';
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
  /** False when it was not. */
  readonly rename: (id: string, title: string) => Promise<boolean>;
  readonly remove: (id: string) => Promise<boolean>;
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
    work: () => Promise<Answer<T>>,
    otherwise: ProblemKey,
    unanswered = otherwise,
  ): Promise<Answer<T> | null> => {
    setProblem(null);
    setBusy(true);
    const answer = await work();
    setBusy(false);
    if (answer.ok) return answer;
    setProblem(problemOfServer(answer.failure, answer.failure.kind === 'offline' ? unanswered : otherwise));
    return null;
  };
  /** What takes up the present state waits until the server has it. */
  const writeSaved = async <T>(
    ...[work, otherwise, unanswered]: Parameters<typeof write<T>>
  ): Promise<Answer<T> | null> => {
    setProblem(null);
    setBusy(true);
    const saved = await isSaved(saveState);
    setBusy(false);
    if (saved === 'saved') return write(work, otherwise, unanswered);
    setProblem(saved === 'offline' ? 'versionOffline' : otherwise);
    return null;
  };
  const readAgain = () => setReading((times) => times + 1);
  return {
    list,
    problem,
    busy,
    readAgain,
    async name(title) {
      const made = await writeSaved(() => nameVersion(mapId, token, { title, by: by() }), 'versionNotKept');
      if (made?.ok) readAgain();
      return made?.ok ? made.value : null;
    },
    async rename(id, title) {
      const done = await write(() => renameVersion(mapId, token, id, title), 'versionNotRenamed');
      if (done) readAgain();
      return done !== null;
    },
    async remove(id) {
      const done = await write(() => deleteVersion(mapId, token, id), 'versionNotDeleted');
      if (done) readAgain();
      return done !== null;
    },
    async restore(id) {
      const done = await writeSaved(
        () => restoreVersion(mapId, token, id, by()),
        'versionNotRestored',
        'versionMaybeRestored',
      );
      return done?.ok ? done.value : null;
    },
  };
}

/** As long as a healthy line may take for a large edit; after that a person wants to know. */
const longestWaitMs = 15_000;

/** Waits while edits are on their way, not for ever: a line that is dead is noticed late. */
function isSaved(saveState: StoreApi<SaveState>): Promise<'saved' | 'offline' | 'not-saved'> {
  const { promise, resolve } = Promise.withResolvers<'saved' | 'offline' | 'not-saved'>();
  const look = ({ kind }: SaveState) => {
    if (kind === 'saved' || kind === 'offline') resolve(kind);
    else if (kind !== 'saving') resolve('not-saved');
  };
  const stop = saveState.subscribe(look);
  const timer = setTimeout(() => resolve('not-saved'), longestWaitMs);
  look(saveState.getState());
  return promise.finally(() => {
    stop();
    clearTimeout(timer);
  });
}
