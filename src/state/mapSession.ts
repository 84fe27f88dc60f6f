/**
 * Everything a map page holds, handed to canvas and panels through one React context, so that no component
 * reaches for globals and tests can build a session by hand (test/support/panelSession.tsx).
 */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Commands, Undo } from '../document/commands.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Collection, JourneyMap, Records } from '../model/journeyMap.ts';
import type { Role } from '../protocol/roles.ts';
import type { Presence } from '../sync/presence.ts';
import type { SaveState } from '../sync/saveState.ts';
import type { LostRecord } from './lostWork.ts';
import type { MapImages } from './mapImages.ts';
import { subscribeOutline } from './outline.ts';
import type { ScreenState, ScreenStore } from './screen.ts';

/** The read-only copy of the document: only changed records are replaced, so identity means "unchanged". */
export interface ProjectionState {
  readonly journey: JourneyMap;
  /** The layout of `journey`, kept up incrementally. */
  readonly layout: MapLayout;
  /** False until the first content is there (from the device or the server). */
  readonly loaded: boolean;
  /** A newer program wrote in this map: what it means is not all known here, so nothing is written (D3, R56). */
  readonly newer: boolean;
}
export interface Projection extends StoreApi<ProjectionState> {
  /** O(1) look-up of a record in the present state. */
  find<C extends Collection>(collection: C, id: string): Records[C] | undefined;
  /** The collection an id belongs to. */
  collectionOf(id: string): Collection | undefined;
  /**
   * A person's own changes are shown at once; those made in `act` piece by piece, while the page goes on drawing and
   * shows the map as it was. `shown` when they are, at once where nothing was changed. Gives what shows them now.
   */
  unhurried(act: () => void, shown: () => void): () => void;
}

export interface Editing {
  readonly commands: Commands;
  readonly undo: Undo;
}

export type AskExport = (
  format: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal | null,
) => Promise<Uint8Array<ArrayBuffer>>;

export interface MapSession {
  readonly mapId: string;
  readonly role: Role;
  readonly projection: Projection;
  readonly screen: ScreenStore;
  readonly presence: Presence;
  /** Null for viewers and commenters: a stray write cannot be typed. */
  readonly editing: Editing | null;
  readonly saveState: StoreApi<SaveState>;
  /** The pictures of its images. */
  readonly images: MapImages;
  /** A file of the map as the server has it (export/fileFormats.ts); rejects where it cannot be had. */
  readonly askExport: AskExport;
  /** What this person changed and others deleted meanwhile; for those who edit. */
  readonly lost?: StoreApi<readonly LostRecord[]>;
  /** Try to connect now. */
  readonly retry: () => void;
  /** What the server told at the start, to be looked at until the session with its connection takes its place. */
  readonly isFirst?: true;
}

export const MapSessionContext = createContext<MapSession | null>(null);

export function useMapSession(): MapSession {
  const session = useContext(MapSessionContext);
  if (!session) throw new Error('no map session above this component');
  return session;
}

/** A part of the screen state; re-renders only when that part changes. */
export function useScreen<T>(select: (state: ScreenState) => T): T {
  return useStore(useMapSession().screen, select);
}

/** Whether the map has been painted already, or is a live one: what its first picture does without is fetched from then on. */
export function useIsSeen(): boolean {
  const { isFirst } = useMapSession();
  return useScreen(({ isSeen }) => isSeen) || !isFirst;
}

/** A part of the projection; re-renders only when that part changes. */
export function useProjection<T>(select: (state: ProjectionState) => T): T {
  return useStore(useMapSession().projection, select);
}

/**
 * A part of the projection in which no words of touchpoints are (records of other kinds, places, the map's own fields):
 * it is not even looked at when only such words change, as they do with every letter of somebody's typing.
 */
export function useOutline<T>(select: (state: ProjectionState) => T): T {
  const { projection } = useMapSession();
  const subscribe = useCallback((tell: () => void) => subscribeOutline(projection, tell), [projection]);
  return useSyncExternalStore(subscribe, () => select(projection.getState()));
}

/** One record by id; re-renders only when that record changes. */
export function useRecord<C extends Collection>(collection: C, id: string): Records[C] | undefined {
  const { projection } = useMapSession();
  const subscribe = useCallback(
    (tell: () => void) =>
      collection === 'touchpoints' ? projection.subscribe(tell) : subscribeOutline(projection, tell),
    [collection, projection],
  );
  return useSyncExternalStore(subscribe, () => projection.find(collection, id));
}
