/**
 * The session of an open map: document, projection, connection and, for those who may edit, commands and undo. What it
 * brings along (Yjs, socket, store on the device) is fetched beside the first picture, not before it. Everything that
 * starts here stops with `close`.
 */
import { newDoc } from '../document/newDoc.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { Notice } from '../protocol/frames.ts';
import { hasRole } from '../protocol/roles.ts';
import { rememberedMap, type DeviceMap } from '../state/deviceMaps.ts';
import { createLostWork, type LostWork } from '../state/lostWork.ts';
import { createMapImages } from '../state/mapImages.ts';
import { loadImage, storeImage } from '../sync/imagesApi.ts';
import type { MapSession } from '../state/mapSession.ts';
import { readName } from '../state/personName.ts';
import { createProjection } from '../state/projection.ts';
import type { ScreenStore } from '../state/screen.ts';
import { connectMap, type Closed } from '../sync/connectMap.ts';
import { deviceKey } from '../sync/deviceKey.ts';
import { loadExport } from '../sync/exportsApi.ts';
import type { LocalProblem } from '../sync/localCopy.ts';
import { appWords } from '../words/app.ts';
import { noticeWords } from '../words/notices.ts';
import type { ProblemKey } from '../words/problems.ts';
import { watchForChinese } from './chineseFaces.ts';
import type { Drawing } from './createDrawing.ts';
import { rememberVisit } from './rememberVisit.ts';
import { warnOfLoss } from './warnOfLoss.ts';

/** What a device remembers of a map it opens. */
export type Entry = Pick<DeviceMap, 'id' | 'title' | 'role' | 'token' | 'generation' | 'openedAt'>;

export type OnNotice = (notice: Notice | LocalProblem, text: string | null) => void;

export interface LiveOptions {
  readonly entry: Entry;
  readonly storage: Storage;
  readonly screen: ScreenStore;
  readonly drawing: Drawing;
  /** The map as the page shows it meanwhile. */
  readonly shown: () => JourneyMap | null;
  /** `text`: what to say of it, unless the state of saving does. */
  readonly onNotice: OnNotice;
  /** The connection has ended for good. */
  readonly onClosed: (problem: ProblemKey) => void;
}

export interface Live {
  readonly session: MapSession;
  close(): void;
}

export async function openLive({
  entry,
  storage,
  screen,
  drawing,
  shown,
  onNotice,
  onClosed,
}: LiveOptions): Promise<Live> {
  const { id: mapId, role, token, generation } = entry;
  const doc = newDoc();
  // Made with the connection; until then nothing was deleted by others.
  let watch: LostWork | null = null;
  // Beside the rest: a narrow page is live without what lays a map out, and the ordinary way does until it is here.
  import('../layout/layoutWords.ts').then(
    ({ layoutWords }) => drawing.quicken(layoutWords),
    () => undefined,
  );
  const projection = createProjection(doc, {
    layout: drawing.layout,
    layoutSteps: drawing.layoutSteps,
    shown,
    onChanges: (changes) => watch?.changed(changes),
  });
  const stopDrawing = drawing.keepUp(projection);
  const stopWatching = watchForChinese(projection);
  const connection = connectMap({
    mapId,
    token,
    role,
    generation,
    doc,
    deviceKey: deviceKey(storage),
    traceless: screen.getState().isAlone,
    onNotice(notice) {
      const { kind } = notice;
      const isState = kind === 'cannot-save' || kind === 'refused';
      onNotice(notice, isState ? null : noticeWords[screen.getState().language][kind]);
    },
  });
  const { guest } = appWords[screen.getState().language].name;
  if (hasRole(role, 'editor'))
    watch = createLostWork({
      mapId,
      storage,
      find: (collection, record) => projection.find(collection, record),
      saveState: connection.saveState,
    });
  connection.presence.set({ name: readName(storage) || guest });
  const stopClosed = connection.closed.subscribe((why) => {
    const problem = why && closedProblem(why);
    if (problem) onClosed(problem);
  });
  // Fetched while the connection is made; a viewer's page never asks for it.
  const editing = hasRole(role, 'editor')
    ? (await import('./openEditing.ts')).openEditing(doc, role === 'owner')
    : null;
  const images = createMapImages(
    (hash) => loadImage(mapId, token, hash),
    (image) => storeImage(mapId, token, image),
    async (from, hash) => {
      const key = rememberedMap(storage, from)?.token;
      return key === undefined ? null : loadImage(from, key, hash);
    },
  );
  const session: MapSession = {
    mapId,
    role,
    projection,
    screen,
    presence: connection.presence,
    editing,
    saveState: connection.saveState,
    images,
    askExport: (format, query, signal) => loadExport(mapId, token, format, query, signal),
    ...(watch ? { lost: watch.store } : {}),
    retry: () => connection.retry(),
  };
  const kept = rememberedMap(storage, mapId);
  const stopRemembering = rememberVisit(
    storage,
    { ...entry, role: kept?.role ?? role, token: kept?.token ?? token },
    projection,
  );
  const stopWarning = warnOfLoss(() => connection.wouldLose());
  return {
    session,
    close() {
      stopWarning();
      stopRemembering();
      stopClosed();
      watch?.dispose();
      stopDrawing();
      stopWatching();
      editing?.dispose();
      images.dispose();
      projection.dispose();
      void connection.destroy().finally(() => doc.destroy());
    },
  };
}

/** What ends the page, in the words of problems.ts; null where the map stays and the save state says it. */
function closedProblem({ reason }: Closed): ProblemKey | null {
  switch (reason) {
    case 'token-unknown':
      return 'linkWithdrawn';
    case 'map-deleted':
      return 'mapDeleted';
    case 'other-generation':
      return 'otherGeneration';
    case 'role-too-low':
      return 'roleChanged';
    case 'out-of-step':
    case 'refused':
      return 'outOfStep';
    case 'too-large':
      return null;
  }
}
