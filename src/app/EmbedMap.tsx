/**
 * A map alone from 640 px up: the canvas, all of the map at first, beside it what is selected to be read, and a quiet
 * corner with the zoom and the way to the page itself.
 */
import { Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { canvasCamera } from '../canvas/camera.ts';
import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { useWords } from '../state/interfaceStore.ts';
import { useMapSession, useOutline, useScreen } from '../state/mapSession.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { createPart } from '../ui/part.tsx';
import { embedWords } from '../words/embed.ts';
import { statusWords } from '../words/statusLine.ts';
import { topBarWords } from '../words/topBar.ts';
import { EmbedLink } from './EmbedLink.tsx';
import { EmbedOffline } from './EmbedOffline.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { fitFirst, keepFitted } from './keepFitted.ts';
import { letPageScroll } from './letPageScroll.ts';
import { showAddress, showRecord } from './showRecord.ts';
import { useInspectorOnSelection } from './useInspectorOnSelection.ts';
import { useLooking } from './useLooking.tsx';
import styles from './EmbedMap.module.css';

const { Part: ReadingPanel } = createPart(() =>
  import('../panels/reading/ReadingPanel.tsx').then((part) => part.ReadingPanel),
);
const { Part: OverlayHost } = createPart(() => import('./OverlayHost.tsx').then((part) => part.OverlayHost));
const { Part: KeepInSight } = createPart(() => import('./KeepInSight.tsx').then((part) => part.KeepInSight));

export function EmbedMap() {
  const session = useMapSession();
  const { screen, projection, isFirst = false } = session;
  const { untitled } = useWords(topBarWords);
  const title = useOutline((state) => state.journey.map.title) || untitled;
  const hasPanel = useScreen(({ panel }) => panel === 'inspector');
  const isOverlaid = useScreen(({ overlay }) => overlay !== null);
  const frame = useRef<HTMLDivElement>(null);
  const looking = useLooking();
  useInspectorOnSelection();
  // A saved view says itself where to look.
  const namesView = location.search.includes('view=');
  useLayoutEffect(() => {
    if (!namesView) fitFirst(session);
    // Once, with the first picture: the live map goes on from there.
    // oxlint-disable-next-line exhaustive-deps
  }, []);
  useEffect(() => {
    if (!frame.current || isFirst) return;
    const stopFitting = namesView ? null : keepFitted(frame.current, projection);
    const stopScrolling = letPageScroll(frame.current, projection);
    return () => {
      stopFitting?.();
      stopScrolling();
    };
  }, [projection, isFirst, namesView]);
  const going = { onGo: (id: string) => showRecord(session, id), onAddress: showAddress };
  return (
    <main className={styles.page} data-testid="embedded-map">
      <h1 className={styles.unseen}>{title}</h1>
      <div className={styles.middle}>
        <div ref={frame} className={styles.canvas}>
          <MapCanvas />
          <Corner />
        </div>
        {hasPanel && (
          <Suspense fallback={null}>
            <ErrorBoundary quiet>
              <KeepInSight />
              <ReadingPanel className={styles.reading} onOpen={going.onGo} />
            </ErrorBoundary>
          </Suspense>
        )}
      </div>
      {looking(going)}
      {isOverlaid && (
        <ErrorBoundary onClose={() => screen.setState({ overlay: null })}>
          <Suspense fallback={null}>
            <OverlayHost />
          </Suspense>
        </ErrorBoundary>
      )}
    </main>
  );
}

function Corner() {
  const words = useWords(statusWords);
  return (
    <div
      className={styles.corner}
      role="group"
      aria-label={useWords(embedWords).corner}
      data-testid="embed-corner"
    >
      <EmbedOffline />
      <IconButton small icon="minus" label={words.zoomOut} onClick={() => canvasCamera.zoomOut()} />
      <IconButton small icon="plus" label={words.zoomIn} onClick={() => canvasCamera.zoomIn()} />
      <Button
        kind="text"
        className={styles.fit}
        title={words.fitLong}
        data-fits
        onClick={() => canvasCamera.fitAll()}
      >
        {words.fit}
      </Button>
      <EmbedLink />
    </div>
  );
}
