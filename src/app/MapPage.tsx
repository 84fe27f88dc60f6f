/**
 * A map's page: opens the session, says what keeps it from opening, and shows the map as wide canvas, presented, or,
 * under 640 px, as the phone view. Only what everybody needs is loaded here; editing comes by itself for those who may.
 */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { MapSessionContext } from '../state/mapSession.ts';
import { useInterface } from '../state/interfaceStore.ts';
import { createPart } from '../ui/part.tsx';
import { carried } from './carried.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { keepPageLater } from './keepLater.ts';
import { narrowQuery } from './narrowQuery.ts';
import { Loading } from './Loading.tsx';
import { narrowMap } from './parts.ts';
import { safeStorage } from './safeStorage.ts';
import { Seen } from './Seen.tsx';
import { useOpenMap, type OpenedMap } from './useOpenMap.ts';
import { usePrinting } from './usePrinting.ts';
import { useSafeSession } from './useSafeSession.ts';
import { useMedia } from './useMedia.ts';
import { WidePage } from './WidePage.tsx';

const NarrowMap = narrowMap.Part;
const overPage = createPart(() => import('./OverPage.tsx').then((part) => part.OverPage));
const OverPage = overPage.Part;
const RescueHost = lazy(() => import('./RescueHost.tsx').then((part) => ({ default: part.RescueHost })));
const tabStorage = safeStorage('sessionStorage');
const MapProblem = lazy(() => import('./MapProblem.tsx').then((part) => ({ default: part.MapProblem })));

/** Dialogs that other parts draw. */
const elsewhere: ReadonlySet<string> = new Set(['palette', 'views']);

export interface MapPageProps {
  readonly mapId: string;
  readonly token: string | null;
  /** The address has a key, but one that can be none. */
  readonly brokenKey: boolean;
  readonly presenting: boolean;
  readonly storage: Storage;
  readonly onHome: () => void;
  readonly onImport: (file: File) => void;
}

export function MapPage(props: MapPageProps) {
  const [attempt, setAttempt] = useState(0);
  return <Visit key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function Visit({
  mapId,
  token,
  brokenKey,
  presenting,
  storage,
  onHome,
  onImport,
  onRetry,
}: MapPageProps & { readonly onRetry: () => void }) {
  const narrow = useMedia(narrowQuery);
  const opening = useOpenMap(mapId, { token, brokenKey }, storage);

  switch (opening.kind) {
    case 'loading':
      return <Loading />;
    case 'problem':
      return (
        <Suspense fallback={<Loading />}>
          <MapProblem
            problem={opening.problem}
            detail={opening.detail}
            mapId={mapId}
            storage={storage}
            onRetry={onRetry}
            onHome={onHome}
          />
        </Suspense>
      );
    case 'open':
      return (
        <OpenMap
          opened={opening.opened}
          narrow={narrow}
          presenting={presenting}
          storage={storage}
          onHome={onHome}
          onImport={onImport}
        />
      );
  }
}

interface OpenMapProps extends Pick<MapPageProps, 'presenting' | 'storage' | 'onHome' | 'onImport'> {
  readonly opened: OpenedMap;
  readonly narrow: boolean;
}

function OpenMap({ opened, narrow, ...page }: OpenMapProps) {
  const { storage } = page;
  const session = useSafeSession(opened.session);
  const { language, theme, letterKeys, wheel, cursors } = useStore(useInterface());
  const isCovered = useStore(
    session.screen,
    ({ card, dialog }) => card !== null || (dialog !== null && !elsewhere.has(dialog)),
  );
  const title = useStore(session.projection, (state) => state.journey.map.title);
  useEffect(
    () => session.screen.setState({ language, theme, letterKeys, wheel, cursors }),
    [session, language, theme, letterKeys, wheel, cursors],
  );
  usePrinting(session);
  useEffect(() => {
    if (carried.forMap === session.mapId && session.editing && !session.isFirst)
      void import('./carryPersona.ts').then(({ takeCarried }) => takeCarried(session));
  }, [session]);
  useEffect(() => {
    document.title = title ? `${title} · Touchline` : 'Touchline';
  }, [title]);
  return (
    // The page goes on when the live session takes the place of the first picture: what is open in it stays so.
    <MapSessionContext key={narrow ? 'narrow' : 'wide'} value={session}>
      <Suspense fallback={<Loading />}>
        {narrow ? <NarrowMap token={opened.token} {...page} /> : <WidePage token={opened.token} {...page} />}
        {isCovered && (
          <ErrorBoundary onClose={() => session.screen.setState({ card: null, dialog: null })}>
            <Suspense fallback={null}>
              <OverPage storage={storage} token={opened.token} />
            </Suspense>
          </ErrorBoundary>
        )}
        {session.editing && !session.isFirst && (
          <ErrorBoundary quiet>
            <Suspense fallback={null}>
              <RescueHost storage={tabStorage} />
            </Suspense>
          </ErrorBoundary>
        )}
        <Seen isFirst={session.isFirst === true} onSeen={opened.onSeen} onLive={keepPageLater} />
      </Suspense>
    </MapSessionContext>
  );
}
