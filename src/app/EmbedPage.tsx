/**
 * A map alone, to be shown within another page (`/m/<mapId>?embed#<token>`): nothing that edits or leads elsewhere but one
 * link that opens the page itself. As canvas, or under 640 px as a route; presented, as slides, which leave to the map.
 */
import { Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useInterface } from '../state/interfaceStore.ts';
import { MapSessionContext } from '../state/mapSession.ts';
import { createPart } from '../ui/part.tsx';
import { EmbedProblem } from './EmbedProblem.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Loading } from './Loading.tsx';
import type { MapPageProps } from './MapPage.tsx';
import { narrowQuery } from './narrowQuery.ts';
import { noStorage, openEmbedded } from './openEmbedded.ts';
import { presentPage } from './parts.ts';
import { leavePresenting } from './presenting.ts';
import { Seen } from './Seen.tsx';
import { useMedia } from './useMedia.ts';
import { useOpenMap, type OpenedMap } from './useOpenMap.ts';

const { Part: EmbedMap } = createPart(() => import('./EmbedMap.tsx').then((part) => part.EmbedMap));
const { Part: EmbedRoute } = createPart(() => import('./EmbedRoute.tsx').then((part) => part.EmbedRoute));
const { Part: OverPage } = createPart(() => import('./OverPage.tsx').then((part) => part.OverPage));
const PresentPage = presentPage.Part;

type Asked = Pick<MapPageProps, 'mapId' | 'token' | 'brokenKey' | 'presenting'>;

export function EmbedPage(asked: MapPageProps) {
  const [attempt, setAttempt] = useState(0);
  return <Visit key={attempt} {...asked} onRetry={() => setAttempt(attempt + 1)} />;
}

function Visit({ mapId, token, brokenKey, presenting, onRetry }: Asked & { readonly onRetry: () => void }) {
  const opening = useOpenMap(mapId, { token, brokenKey }, noStorage, openEmbedded);
  switch (opening.kind) {
    case 'loading':
      return <Loading />;
    case 'problem':
      return <EmbedProblem problem={opening.problem} detail={opening.detail} onRetry={onRetry} />;
    case 'open':
      return <OpenMap opened={opening.opened} presenting={presenting} />;
  }
}

function OpenMap({ opened, presenting }: { readonly opened: OpenedMap; readonly presenting: boolean }) {
  const { session, token } = opened;
  const { screen, projection, isFirst = false } = session;
  const narrow = useMedia(narrowQuery);
  const { language, theme, letterKeys } = useStore(useInterface());
  const isCovered = useStore(screen, ({ card, dialog }) => card !== null || dialog !== null);
  const title = useStore(projection, (state) => state.journey.map.title);
  // The plain wheel is the page's around as far as it can be, and other people's cursors are no part of the map.
  useEffect(
    () => screen.setState({ language, theme, letterKeys, wheel: 'pan', cursors: false, view: 'map' }),
    [screen, language, theme, letterKeys],
  );
  useEffect(() => {
    document.title = title ? `${title} · Touchline` : 'Touchline';
  }, [title]);
  return (
    <MapSessionContext key={narrow ? 'narrow' : 'wide'} value={session}>
      <Suspense fallback={<Loading />}>
        {narrow ? <EmbedRoute presenting={presenting} /> : presenting ? <Slides /> : <MapAlone />}
        {isCovered && (
          <ErrorBoundary onClose={() => screen.setState({ card: null, dialog: null })}>
            <Suspense fallback={null}>
              <OverPage storage={noStorage} token={token} />
            </Suspense>
          </ErrorBoundary>
        )}
        <Seen isFirst={isFirst} onSeen={opened.onSeen} />
      </Suspense>
    </MapSessionContext>
  );
}

function Slides() {
  return (
    <ErrorBoundary onClose={leavePresenting}>
      <PresentPage isAlone />
    </ErrorBoundary>
  );
}

/** While it is on its way the slides that were left are gone: hidden only, they would go on telling the address where they are. */
function MapAlone() {
  return (
    <Suspense fallback={<Loading />}>
      <EmbedMap />
    </Suspense>
  );
}
