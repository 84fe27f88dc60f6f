/**
 * The page under 640 px: the journey as a route; the Table, which is the way to edit on a phone; or what the map says.
 * These two are fetched when they are wanted. Presented, it is the route: stages one by one they are slides already.
 */
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { PhoneView } from '../panels/phone/PhoneView.tsx';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { writeView } from '../state/viewMemory.ts';
import { createPart } from '../ui/part.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Loading } from './Loading.tsx';
import { leavePresenting } from './presenting.ts';
import { useLooking } from './useLooking.tsx';
import type { WideMapProps } from './WideMap.tsx';

const { Part: NarrowInsights } = createPart(() =>
  import('./NarrowInsights.tsx').then((part) => part.NarrowInsights),
);
const { Part: NarrowTable } = createPart(() => import('./NarrowTable.tsx').then((part) => part.NarrowTable));

const { Part: OverlayHost } = createPart(() => import('./OverlayHost.tsx').then((part) => part.OverlayHost));

const over = (part: ReactNode, onClose: () => void): ReactNode => (
  <ErrorBoundary onClose={onClose}>
    <Suspense fallback={null}>{part}</Suspense>
  </ErrorBoundary>
);

const Importing = lazy(() => import('./Importing.tsx').then((part) => ({ default: part.Importing })));

export function NarrowMap({
  presenting,
  storage,
  token,
  onHome,
  onImport,
}: WideMapProps & { readonly presenting: boolean }) {
  const { screen, editing } = useMapSession();
  const [imports, setImports] = useState(false);
  const chosen = useScreen((state) => state.view);
  const view = presenting ? 'map' : chosen;
  const looking = useLooking();
  const isOverlaid = useScreen(({ overlay }) => overlay !== null);
  /** A touchpoint was asked for elsewhere: it is opened, unlike what merely was selected there. */
  const [isAsked, setAsked] = useState(false);
  useEffect(() => writeView(storage, chosen), [storage, chosen]);
  useEffect(() => {
    if (view !== 'map') setAsked(false);
  }, [view]);
  const wasElsewhere = useRef(false);
  wasElsewhere.current ||= view !== 'map';
  return (
    <>
      {view === 'map' ? (
        <PhoneView
          onLeave={presenting ? leavePresenting : undefined}
          isBack={wasElsewhere.current && !isAsked}
          tools={{
            onHome,
            onShare: () => screen.setState({ dialog: 'share' }),
            onImport:
              editing &&
              (() => {
                setImports(true);
                void import('./bringFiles.ts').then((part) => part.chooseFile());
              }),
          }}
          bar={(going) => looking({ ...going, narrow: true })}
          over={over}
          legend={isOverlaid && over(<OverlayHost narrow />, () => screen.setState({ overlay: null }))}
        />
      ) : (
        // Both take up anew what may be done here.
        <ErrorBoundary key={editing ? `edit ${view}` : view} onClose={() => screen.setState({ view: 'map' })}>
          <Suspense fallback={<Loading />}>
            {view === 'table' ? (
              <NarrowTable
                storage={storage}
                onHome={onHome}
                bar={looking({ onGo: () => undefined, onAddress: () => false, narrow: true })}
              />
            ) : (
              <NarrowInsights
                token={token}
                storage={storage}
                onHome={onHome}
                onGo={(id) => {
                  setAsked(true);
                  screen.setState({ view: 'map', selection: new Set([id]) });
                }}
              />
            )}
          </Suspense>
        </ErrorBoundary>
      )}
      {imports && over(<Importing onNewMap={onImport} />, () => setImports(false))}
    </>
  );
}
