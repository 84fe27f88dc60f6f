/**
 * A map's page: opens the session, says what keeps it from opening, and shows the map as wide canvas or, under 640 px,
 * as the phone view. Only what everybody needs is loaded here; editing comes by itself for those who may.
 */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { MapSessionContext } from '../state/mapSession.ts';
import { useInterface, useWords } from '../state/interfaceStore.ts';
import { Button } from '../ui/Button.tsx';
import { problemActions } from '../words/problems.ts';
import { narrowQuery } from './fetchParts.ts';
import { Loading } from './Loading.tsx';
import type { OpenedMap } from './openMapSession.ts';
import { useOpenMap } from './useOpenMap.ts';
import { useMedia } from './useMedia.ts';

const loadWide = () => import('./WideMap.tsx');
const loadNarrow = () => import('./NarrowMap.tsx');
const WideMap = lazy(() => loadWide().then(({ WideMap }) => ({ default: WideMap })));
const NarrowMap = lazy(() => loadNarrow().then(({ NarrowMap }) => ({ default: NarrowMap })));

export interface MapPageProps {
  readonly mapId: string;
  readonly token: string | null;
  readonly storage: Storage;
  readonly onHome: () => void;
  readonly onImport: (file: File) => void;
}

export function MapPage({ mapId, token, storage, onHome, onImport }: MapPageProps) {
  const actions = useWords(problemActions);
  const narrow = useMedia(narrowQuery);
  const [attempt, setAttempt] = useState(0);
  const opening = useOpenMap(mapId, token, storage, attempt);

  // The view is fetched while the session still opens.
  useEffect(() => void (narrow ? loadNarrow() : loadWide()).catch(() => undefined), [narrow]);

  switch (opening.kind) {
    case 'loading':
      return <Loading />;
    case 'problem':
      return (
        <main>
          <ProblemNote problem={opening.problem} detail={opening.detail} page>
            {opening.problem === 'serverDown' && (
              <Button kind="main" onClick={() => setAttempt(attempt + 1)}>
                {actions.retry}
              </Button>
            )}
            {(opening.problem === 'otherGeneration' || opening.problem === 'roleChanged' || opening.problem === 'outOfStep') && (
              <Button kind="main" onClick={() => location.reload()}>
                {actions.reload}
              </Button>
            )}
            <Button onClick={onHome}>{actions.home}</Button>
          </ProblemNote>
        </main>
      );
    case 'open':
      return <OpenMap opened={opening.opened} narrow={narrow} storage={storage} onHome={onHome} onImport={onImport} />;
  }
}

interface OpenMapProps extends Pick<MapPageProps, 'storage' | 'onHome' | 'onImport'> {
  readonly opened: OpenedMap;
  readonly narrow: boolean;
}

function OpenMap({ opened, narrow, storage, onHome, onImport }: OpenMapProps) {
  const { session } = opened;
  const { language, theme } = useStore(useInterface());
  const title = useStore(session.projection, (state) => state.journey.map.title);
  useEffect(() => session.screen.setState({ language, theme }), [session, language, theme]);
  useEffect(() => {
    document.title = title ? `${title} · Touchline` : 'Touchline';
  }, [title]);
  return (
    <MapSessionContext value={session}>
      <Suspense fallback={<Loading />}>
        {narrow ? <NarrowMap onHome={onHome} /> : <WideMap storage={storage} token={opened.token} onHome={onHome} onImport={onImport} />}
      </Suspense>
    </MapSessionContext>
  );
}
