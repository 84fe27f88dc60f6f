/**
 * The session of a map's first picture: what the server told at the start, laid out and shown while the code and the
 * connection of the real session are on their way. It changes by itself in nothing and has nobody else in it.
 */
import { noImages } from '../state/noImages.ts';
import { createStore } from 'zustand/vanilla';
import { opening } from '../canvas/opening.ts';
import { nearWindow } from '../layout/screenFrame.ts';
import { emptyMap } from '../model/blankMap.ts';
import type { MapWithContent } from '../protocol/http.ts';
import { hasRole } from '../protocol/roles.ts';
import { parseOwn } from '../model/parseOwn.ts';
import { emptyLayout } from '../layout/mapLayout.ts';
import type { MapSession, Projection, ProjectionState } from '../state/mapSession.ts';
import { createRecordIndex } from '../state/recordIndex.ts';
import type { ScreenStore } from '../state/screen.ts';
import type { Presence } from '../sync/presence.ts';
import type { SaveState } from '../sync/saveState.ts';
import type { Drawing } from './createDrawing.ts';

export interface First {
  readonly session: MapSession;
  close(): void;
  /**
   * What was closed shows the live map from now on, once nobody sees it: React keeps what parts of the page were drawn with
   * until they are drawn anew, some for as long as the page is open, and with this session they would keep the map as it was
   * at the start. Whoever began something with it, as an export, goes on with the map.
   */
  handOver(live: Projection): void;
}

/** Null when the answer has no content that this page can read. `drawing` is null where no layout is shown. */
export function openFirst(facts: MapWithContent, screen: ScreenStore, drawing: Drawing | null): First | null {
  const parsed = parseOwn(facts.content);
  if (!parsed.ok) return null;
  const nothing = { journey: emptyMap(facts.id), layout: emptyLayout, loaded: true, newer: false };
  // The state a store begins with is never let go.
  const store = createStore<ProjectionState>(() => nothing);
  let shown: Pick<Projection, 'getState' | 'find' | 'collectionOf'> = {
    getState: store.getState,
    ...createRecordIndex(parsed.map),
  };
  const projection: Projection = {
    ...store,
    getState: () => shown.getState(),
    find: (collection, id) => shown.find(collection, id),
    collectionOf: (id) => shown.collectionOf(id),
    unhurried(act: () => void, shown: () => void) {
      act();
      shown();
      return () => undefined;
    },
  };
  projection.setState({ journey: parsed.map });
  const canEdit = hasRole(facts.role, 'editor');
  return {
    session: {
      mapId: facts.id,
      role: facts.role,
      projection,
      screen,
      presence: nobody,
      editing: null,
      // This device may hold edits that the server lacks: only the real session can say "Saved".
      saveState: createStore<SaveState>(() =>
        canEdit ? { kind: 'saving' } : { kind: 'view-only', online: true },
      ),
      retry: () => undefined,
      images: noImages,
      askExport: () => Promise.reject(new Error('the session is not there yet')),
      isFirst: true,
    },
    close:
      drawing?.keepUp(projection, nearWindow(opening, { width: innerWidth, height: innerHeight })) ??
      (() => undefined),
    handOver(live) {
      shown = live;
      store.setState(nothing);
    },
  };
}

const nobody: Presence = {
  clientId: 0,
  set: () => undefined,
  others: () => none,
  me: () => null,
  subscribe: () => () => undefined,
};
const none: readonly never[] = [];
