/** In place of a map that cannot be shown: why, and what to do next. */
import { useEffect } from 'react';
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { problemOfServer } from '../panels/problem/problemOfServer.ts';
import { useWords } from '../state/interfaceStore.ts';
import { rememberedMap } from '../state/deviceMaps.ts';
import { undeleteMap } from '../sync/linksApi.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { problemActions } from '../words/crash.ts';
import { problemWords, type ProblemKey } from '../words/problems.ts';
import { Cures } from './Cures.tsx';
import { keepPageOnDevice } from './keepOnDevice.ts';

export interface MapProblemProps {
  readonly problem: ProblemKey;
  readonly detail: string | undefined;
  readonly mapId: string;
  readonly storage: Storage;
  readonly onRetry: () => void;
  readonly onHome: () => void;
}

export function MapProblem({ problem, detail, mapId, storage, onRetry, onHome }: MapProblemProps) {
  const actions = useWords(problemActions);
  const words = useWords(problemWords)[problem];
  useEffect(keepPageOnDevice, []);
  return (
    <main>
      <ProblemNote problem={problem} words={words} detail={detail} page>
        <Cures problem={problem} onRetry={onRetry} />
        {problem === 'mapDeleted' && <BringBack mapId={mapId} storage={storage} onDone={onRetry} />}
        <Button onClick={onHome}>{actions.home}</Button>
      </ProblemNote>
    </main>
  );
}

/** For a device that holds the owner's key (U41). */
function BringBack({
  mapId,
  storage,
  onDone,
}: Pick<MapProblemProps, 'mapId' | 'storage'> & { readonly onDone: () => void }) {
  const words = useWords(problemActions);
  const problems = useWords(problemWords);
  const toast = useToast();
  const known = rememberedMap(storage, mapId);
  if (known?.role !== 'owner') return null;
  const bringBack = async () => {
    const answer = await undeleteMap(mapId, known.token);
    if (answer.ok) return onDone();
    const { title, next } = problems[problemOfServer(answer.failure, 'serverDown')];
    toast({ text: `${title}. ${next}`, stays: true });
  };
  return (
    <Button kind="main" onClick={() => void bringBack()}>
      {words.bringBack}
    </Button>
  );
}
