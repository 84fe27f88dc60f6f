/** The page under 640 px: the journey as a route; sharing is fetched when it is wanted. */
import { lazy, Suspense } from 'react';
import { PhoneView } from '../panels/phone/PhoneView.tsx';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import type { WideMapProps } from './WideMap.tsx';

const ShareDialog = lazy(() =>
  import('../panels/share/ShareDialog.tsx').then((part) => ({ default: part.ShareDialog })),
);

export function NarrowMap({ storage, token, onHome }: Omit<WideMapProps, 'onImport'>) {
  const { screen } = useMapSession();
  const dialog = useScreen((state) => state.dialog);
  return (
    <>
      <PhoneView onHome={onHome} onShare={() => screen.setState({ dialog: 'share' })} />
      <Suspense fallback={null}>
        {dialog === 'share' && (
          <ShareDialog
            storage={storage}
            token={token}
            origin={location.origin}
            onClose={() => screen.setState({ dialog: null })}
          />
        )}
      </Suspense>
    </>
  );
}
