/**
 * Opens a map that stands alone: only by the key in the address, to be looked at whatever that key
 * may do elsewhere, and without a trace: nothing is kept on this device, and nobody on the map sees who looks.
 */
import { minZoom } from '../canvas/camera.ts';
import { opening } from '../canvas/opening.ts';
import { askForMap } from './askForMap.ts';
import { openMapSession, type OpenOptions } from './openMapSession.ts';
import { memoryStorage } from './safeStorage.ts';

/** In place of what this device keeps: empty at first, forgotten with the page. */
export const noStorage = memoryStorage();

/** As `openMapSession`; gives back its end. */
export function openEmbedded(options: OpenOptions): () => void {
  const { mapId, token, look } = options;
  // Also where an address opened here before had one.
  if (token === null) {
    options.onProblem(options.brokenKey ? 'keyDoesNotFit' : 'noToken');
    return () => undefined;
  }
  // All of the map is seen at first, and so are all its links.
  opening.zoom = minZoom;
  return openMapSession({
    ...options,
    look: { ...look, isAlone: true },
    asked: askToLook(mapId, token),
  });
}

async function askToLook(mapId: string, token: string): ReturnType<typeof askForMap> {
  const answer = await askForMap(mapId, token);
  return answer.ok ? { ok: true, value: { ...answer.value, role: 'viewer' } } : answer;
}
