/** Importing on a map's page: files dropped on it or chosen, and rows pasted. Fetched when the page is at rest; the dialog comes with the first file. */
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { takeBrought, type BroughtIn } from '../canvas/bringIn.ts';
import { canvasCamera } from '../canvas/camera.ts';
import { useMapSession } from '../state/mapSession.ts';
import { listenToFiles } from './bringFiles.ts';

const ImportHost = lazy(() =>
  import('../panels/import/ImportHost.tsx').then((part) => ({ default: part.ImportHost })),
);

/** `onNewMap`: a file for a map of its own, which is all a viewer can do with one. */
export function Importing({ onNewMap }: { onNewMap: (file: File) => void }) {
  const { editing } = useMapSession();
  const [brought, setBrought] = useState<BroughtIn | null>(null);
  const take = useEffectEvent((given: BroughtIn) => {
    if (editing) setBrought(given);
    else if (given.kind === 'file') onNewMap(given.file);
  });
  useEffect(() => takeBrought((given) => take(given)), []);
  useEffect(listenToFiles, []);
  return (
    brought && (
      <Suspense fallback={null}>
        <ImportHost
          incoming={brought}
          onClose={() => setBrought(null)}
          onNewMap={onNewMap}
          onAdded={(id) => canvasCamera.centreOnRecord(id)}
        />
      </Suspense>
    )
  );
}
