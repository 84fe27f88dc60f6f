/** A map alone under 640 px: the route without its bar, and the way to the page itself. */
import { Suspense } from 'react';
import { PhoneView } from '../panels/phone/PhoneView.tsx';
import { useWords } from '../state/interfaceStore.ts';
import { useOutline, useScreen, useMapSession } from '../state/mapSession.ts';
import { createPart } from '../ui/part.tsx';
import { topBarWords } from '../words/topBar.ts';
import { EmbedLink } from './EmbedLink.tsx';
import { EmbedOffline } from './EmbedOffline.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { leavePresenting } from './presenting.ts';
import { useLooking } from './useLooking.tsx';
import styles from './EmbedMap.module.css';

const { Part: OverlayHost } = createPart(() => import('./OverlayHost.tsx').then((part) => part.OverlayHost));

export function EmbedRoute({ presenting }: { readonly presenting: boolean }) {
  const { screen } = useMapSession();
  const { untitled } = useWords(topBarWords);
  const title = useOutline((state) => state.journey.map.title) || untitled;
  const isOverlaid = useScreen(({ overlay }) => overlay !== null);
  const looking = useLooking();
  return (
    <div className={styles.route} data-testid="embedded-map">
      {!presenting && (
        <header className={styles.unseen}>
          <h1>{title}</h1>
        </header>
      )}
      <PhoneView
        tools={null}
        onLeave={presenting ? leavePresenting : undefined}
        bar={(going) => looking({ ...going, narrow: true })}
        legend={
          isOverlaid && (
            <ErrorBoundary onClose={() => screen.setState({ overlay: null })}>
              <Suspense fallback={null}>
                <OverlayHost narrow />
              </Suspense>
            </ErrorBoundary>
          )
        }
      />
      <footer className={styles.foot}>
        <EmbedOffline />
        <EmbedLink />
      </footer>
    </div>
  );
}
