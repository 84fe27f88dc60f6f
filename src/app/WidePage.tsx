/**
 * The page from 640 px up: the map, and over it, while it is presented, its stages as slides. The map stays as it is
 * behind them, undrawn; whoever opens the address of presenting fetches nothing of it until they leave.
 */
import { Suspense, useState } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Loading } from './Loading.tsx';
import { presentPage, wideMap } from './parts.ts';
import { leavePresenting } from './presenting.ts';
import type { WideMapProps } from './WideMap.tsx';
import styles from './WidePage.module.css';

const WideMap = wideMap.Part;
const PresentPage = presentPage.Part;

export function WidePage({ presenting, ...map }: WideMapProps & { readonly presenting: boolean }) {
  const [hasMap, setHasMap] = useState(!presenting);
  if (!presenting && !hasMap) setHasMap(true);
  return (
    <>
      {hasMap && (
        <div className={styles.map}>
          <Suspense fallback={<Loading />}>
            <WideMap {...map} />
          </Suspense>
        </div>
      )}
      {presenting && (
        <ErrorBoundary onClose={leavePresenting}>
          <Suspense fallback={hasMap ? null : <Loading />}>
            <PresentPage isAlone={!hasMap} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
