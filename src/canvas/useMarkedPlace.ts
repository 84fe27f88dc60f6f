/**
 * The place that heads and plumb line mark: where the card I drag would land, else my one selected touchpoint, else
 * the card another person drags.
 */
import { useMemo, useSyncExternalStore } from 'react';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { peopleInk } from '../theme/inks.ts';
import { useGeometry } from './useShownLayout.ts';

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

export function useMarkedPlace(): MarkedPlace | null {
  const { presence } = useMapSession();
  const layout = useGeometry();
  const drag = useScreen((state) => state.drag);
  const only = useScreen(({ selection }) => (selection.size === 1 ? ([...selection][0] ?? null) : null));
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  const dragger = others.find((person) => person.drag !== null);

  return useMemo(() => {
    const theirs = drag === null && only === null ? (dragger?.drag ?? null) : null;
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
      ink: theirs && dragger ? `var(--${peopleInk(dragger.colour)})` : 'var(--signal)',
      moving: drag !== null || theirs !== null,
    };
  }, [layout, drag, only, dragger]);
}
