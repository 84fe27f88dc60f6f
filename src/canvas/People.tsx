/**
 * Other people on the map: their cursors with name flags, at one size at every zoom, and the cards they drag, moved
 * live. A cursor fades after 5 s of rest and is dimmed when its person is idle. Positions are written to the DOM;
 * React draws again only when somebody comes, goes or changes state. Never takes clicks, never exported. Cursors can be
 * hidden on this device (U45); what others drag still moves.
 */
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import type { Person } from '../sync/presence.ts';
import { peopleInk } from '../theme/inks.ts';
import type { CameraView } from './camera.ts';
import { offsetCards } from './cardOffsets.ts';
import styles from './MapCanvas.module.css';
import { putWithCamera } from './putWithCamera.ts';
import { useCameraFrames } from './useCameraFrames.ts';
import { writeStyle } from './writeStyle.ts';
import { canvasCamera } from './camera.ts';

export const fadeAfterMs = 5000;
const nobody: readonly Person[] = [];

export const People = memo(function People() {
  const { presence, screen } = useMapSession();
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  const pointing = useScreen((state) => state.cursors) ? others : nobody;
  const box = useRef<HTMLDivElement>(null);

  const place = useCallback(
    (view: CameraView) => {
      for (const [index, person] of pointing.entries()) {
        const flag = box.current?.children[index];
        if (!(flag instanceof HTMLElement)) continue;
        writeStyle(flag, 'display', person.cursor ? '' : 'none');
        if (!person.cursor) continue;
        const { x, y } = person.cursor;
        putWithCamera(flag, x * view.zoom + view.x, y * view.zoom + view.y);
      }
    },
    [pointing],
  );
  useCameraFrames(place);

  // My own drag wins on my screen: what I hold is not moved by anybody else.
  useLayoutEffect(() => {
    const mine = new Set(screen.getState().drag?.ids);
    for (const { clientId, drag } of others) {
      const offsets = new Map(
        (drag?.ids ?? [])
          .filter((id) => !mine.has(id))
          .map((id) => [id, { dx: drag?.dx ?? 0, dy: drag?.dy ?? 0 }]),
      );
      offsetCards(`person ${clientId}`, offsets);
    }
  }, [others, screen]);
  const known = useRef<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const here = new Set(others.map(({ clientId }) => clientId));
    for (const id of known.current) if (!here.has(id)) offsetCards(`person ${id}`, new Map());
    known.current = here;
  }, [others]);

  return (
    <div ref={box} className={styles.people} aria-hidden="true">
      {pointing.map((person) => (
        <CursorFlag key={person.clientId} person={person} />
      ))}
    </div>
  );
});

function CursorFlag({ person }: { person: Person }) {
  const element = useRef<HTMLDivElement>(null);
  const { cursor } = person;
  useEffect(() => {
    const flag = element.current;
    if (!flag) return;
    delete flag.dataset['resting'];
    const timer = setTimeout(() => {
      flag.dataset['resting'] = 'true';
    }, fadeAfterMs);
    return () => clearTimeout(timer);
  }, [cursor?.x, cursor?.y]);
  const ink = `var(--${peopleInk(person.colour)})`;
  return (
    <div
      ref={element}
      className={styles.cursor}
      data-testid="cursor"
      data-id={person.clientId}
      data-idle={person.idle}
    >
      <svg width={18} height={20}>
        <path
          d="M1.5 1.5L15 8.5L9 10.5L6.5 16.5Z"
          style={{ fill: ink, stroke: 'var(--paper)' }}
          strokeWidth={1.5}
        />
      </svg>
      <span className={styles.flag} style={{ background: ink }}>
        {person.name}
      </span>
    </div>
  );
}

/** Keeps my cursor in presence, in map units; gone when it leaves the pane. Gives back its undoing. */
export function sendCursor(
  pane: HTMLElement,
  set: (cursor: { x: number; y: number } | null) => void,
): () => void {
  const handleMove = (event: PointerEvent): void => {
    const point = canvasCamera.toMap({ x: event.clientX, y: event.clientY });
    set({ x: Math.round(point.x), y: Math.round(point.y) });
  };
  const handleLeave = (): void => set(null);
  pane.addEventListener('pointermove', handleMove);
  pane.addEventListener('pointerleave', handleLeave);
  return () => {
    pane.removeEventListener('pointermove', handleMove);
    pane.removeEventListener('pointerleave', handleLeave);
    set(null);
  };
}
