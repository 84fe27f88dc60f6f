/**
 * The place that heads and plumb line mark: where the card I drag would land, else my one selected touchpoint, else
 * the card another person drags. While something is dragged it is another one with every movement: React is told of the
 * parts of it that shape what is drawn (`useMarked`), and where it lies is followed without React (`useMarkedFrames`).
 */
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { geometryOf, type Geometry } from '../layout/patchLayout.ts';
import { sameInputs } from '../layout/same.ts';
import { useMapSession, type MapSession } from '../state/mapSession.ts';
import { subscribeOutline } from '../state/outline.ts';
import type { DragPreview } from '../state/screen.ts';
import type { Person } from '../sync/presence.ts';
import { peopleInk } from '../theme/inks.ts';
import { canvasCamera, type CameraView } from './camera.ts';

export interface MarkedPlace {
  readonly id: string;
  /** The card's centre in map units. */
  readonly x: number;
  /** The card's vertical middle. */
  readonly y: number;
  readonly stageId: string;
  readonly laneId: string;
  /** A CSS colour: the signal, or the colour of who drags. */
  readonly ink: string;
  /** Mine, and not what another person drags. */
  readonly mine: boolean;
  /** Not settled: drawn dotted. */
  readonly moving: boolean;
}

/** A part of the marked place; re-renders only when that part changes. */
export function useMarked<T extends string | number | boolean | null>(
  select: (place: MarkedPlace | null) => T,
): T {
  const { place, subscribe } = markedIn(useMapSession());
  return useSyncExternalStore(subscribe, () => select(place()));
}

/**
 * Calls `follow` now and whenever place or camera are others, and when the camera rests; again whenever `follow` itself
 * changes. Never while nothing is marked.
 */
export function useMarkedFrames(follow: (place: MarkedPlace, view: CameraView) => void): void {
  const { place, subscribe } = markedIn(useMapSession());
  useLayoutEffect(() => {
    const put = (): void => {
      const now = place();
      if (now) follow(now, canvasCamera.view());
    };
    put();
    const stops = [subscribe(put), canvasCamera.subscribe(put), canvasCamera.onRest(put)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [place, subscribe, follow]);
}

interface Marked {
  /** The same object as long as it is the same place. */
  readonly place: () => MarkedPlace | null;
  readonly subscribe: (listener: () => void) => () => void;
}

const ofSessions = new WeakMap<MapSession, Marked>();

/** Worked out once for all who ask. */
function markedIn(session: MapSession): Marked {
  const marked = ofSessions.get(session) ?? createMarked(session);
  ofSessions.set(session, marked);
  return marked;
}

function createMarked({ screen, projection, presence }: MapSession): Marked {
  let inputs: readonly unknown[] = [];
  let known: MarkedPlace | null = null;
  let followers = 0;
  const place = (): MarkedPlace | null => {
    const { drag, selection } = screen.getState();
    const [only = null] = selection.size === 1 ? selection : [];
    const dragger = (drag === null && only === null && presence.others().find((one) => one.drag)) || null;
    const layout = geometryOf(projection.getState().layout);
    const now = [layout, drag, only, dragger];
    if (!sameInputs(now, inputs)) known = markedPlace(layout, drag, only, dragger);
    inputs = now;
    return known;
  };
  return {
    place,
    subscribe(listener) {
      let before = place();
      const look = (): void => {
        const now = place();
        if (now === before) return;
        before = now;
        listener();
      };
      followers += 1;
      const stops = [screen.subscribe(look), subscribeOutline(projection, look), presence.subscribe(look)];
      return () => {
        for (const stop of stops) stop();
        followers -= 1;
        if (followers > 0) return;
        // What React keeps of a session that was closed must not keep the map as it was then.
        inputs = [];
        known = null;
      };
    },
  };
}

/** `dragger`: whose drag counts, as I neither drag nor have one thing selected. */
function markedPlace(
  layout: Geometry,
  drag: DragPreview | null,
  only: string | null,
  dragger: Person | null,
): MarkedPlace | null {
  const theirs = dragger?.drag ?? null;
  const id = (drag ?? theirs)?.ids[0] ?? only;
  const box = id ? layout.cards.get(id) : undefined;
  if (!id || !box) return null;
  const landing = drag?.landing.get(id);
  const dx = landing ? landing.x - box.x : (theirs?.dx ?? 0);
  const dy = landing ? landing.y - box.y : (theirs?.dy ?? 0);
  const x = box.x + box.width / 2 + dx;
  const y = box.y + box.height / 2 + dy;
  const stage = layout.stages.find((column) => x >= column.x && x < column.x + column.width);
  const lane = layout.lanes.find((row) => y >= row.y && y < row.y + row.height);
  // Of my own drag the place is known, and may lie in a row that is not there yet.
  const place = drag?.place;
  return {
    id,
    x,
    y,
    stageId: place?.stageId ?? stage?.id ?? box.stageId,
    laneId: place?.laneId ?? lane?.id ?? box.laneId,
    mine: theirs === null,
    ink: dragger ? `var(--${peopleInk(dragger.colour)})` : 'var(--signal)',
    moving: drag !== null || theirs !== null,
  };
}
