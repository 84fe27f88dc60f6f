/** Presenting, between the address and the slides. One part, fetched when somebody presents. */
import { Suspense, useEffect, useState } from 'react';
import { canvasCamera } from '../canvas/camera.ts';
import { Present } from '../present/Present.tsx';
import { useMapSession } from '../state/mapSession.ts';
import { createPart } from '../ui/part.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { keepSlide, leavePresenting, slideIn } from './presenting.ts';

const { Part: ViewOpener } = createPart(() => import('./ViewOpener.tsx').then((part) => part.ViewOpener));

/** `isAlone`: there is no map behind, the visit began with presenting; then a saved view that the address names holds here. */
export function PresentHost({ isAlone }: { readonly isAlone: boolean }) {
  const { screen } = useMapSession();
  const [start] = useState(() => slideIn(location.search));
  useEffect(() => screen.setState({ dialog: null, card: null }), [screen]);
  // A full screen has another size than the window: whoever comes back finds the map where it was.
  useEffect(() => {
    const place = canvasCamera.view();
    return () => canvasCamera.putBack(place);
  }, []);
  return (
    <>
      {isAlone && location.search.includes('view=') && (
        <ErrorBoundary quiet>
          <Suspense fallback={null}>
            <ViewOpener narrow />
          </Suspense>
        </ErrorBoundary>
      )}
      <Present start={start} onShown={keepSlide} onLeave={leavePresenting} />
    </>
  );
}
