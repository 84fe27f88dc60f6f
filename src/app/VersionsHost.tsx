/** The versions of the map over the page, on every screen; its pictures are decoded as the canvas does it. */
import { createImages } from '../canvas/images.ts';
import { VersionsDialog } from '../panels/versions/VersionsDialog.tsx';
import { useMapSession } from '../state/mapSession.ts';

export function VersionsHost({ storage, token }: { readonly storage: Storage; readonly token: string }) {
  const { screen, images } = useMapSession();
  return (
    <VersionsDialog
      storage={storage}
      token={token}
      openImages={(onReady) => createImages(onReady, images)}
      onClose={() => screen.setState({ dialog: null })}
    />
  );
}
