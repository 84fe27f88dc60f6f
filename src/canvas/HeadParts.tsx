/**
 * What the heads of stages and of lanes have alike for those who may edit: the button that adds one, the menu of one,
 * the edge that is dragged to resize it, with a plus for whoever points at it, which puts one in between, and the mark of the
 * checks. Presses are read from the attributes by the canvas' pointer and gestures.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import { useMapSession, useOutline, useScreen } from '../state/mapSession.ts';
import { Icon } from '../ui/Icon.tsx';
import { WarningMark } from '../ui/WarningMark.tsx';
import { canvasWords } from '../words/canvas.ts';
import { canvasCamera } from './camera.ts';
import styles from './Heads.module.css';
import { writeStyle } from './writeStyle.ts';

type HeadKind = 'stage' | 'lane';

/** Stands after the last head; the head's row or column places it with the camera. */
export function AddHead({ kind }: { readonly kind: HeadKind }) {
  const words = canvasWords[useScreen((state) => state.language)];
  const { projection } = useMapSession();
  const isLocked = useStructureLock();
  const label = isLocked ? words.structureLocked : kind === 'stage' ? words.addStage : words.addLane;
  return (
    <button
      type="button"
      className={kind === 'stage' ? styles.addStage : styles.addLane}
      data-part="add"
      data-act={isLocked ? 'locked' : `add-${kind}`}
      aria-label={label}
      title={label}
      tabIndex={-1}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) showAdd(kind, projection.getState().layout);
      }}
    >
      {isLocked ? <Icon name="lock" size={16} /> : '+'}
    </button>
  );
}

interface HeadPartProps {
  readonly kind: HeadKind;
  readonly id: string;
}

export function HeadMenu({ kind, id, name }: HeadPartProps & { readonly name: string }) {
  const words = canvasWords[useScreen((state) => state.language)];
  return (
    <button
      type="button"
      className={styles.headMenu}
      data-act={`${kind}-menu`}
      data-id={id}
      aria-label={kind === 'stage' ? words.stageMenu(name) : words.laneMenu(name)}
      aria-haspopup="menu"
      tabIndex={-1}
    >
      ⋯
    </button>
  );
}

/** The plus is the mouse's way, and an edge to take hold of like the rest of it; menu, keys and palette insert as well, and listeners hear of those. */
export function HeadEdge({ kind, id }: HeadPartProps) {
  const words = canvasWords[useScreen((state) => state.language)];
  const isLocked = useStructureLock();
  if (isLocked) return null;
  return (
    <span
      className={kind === 'stage' ? styles.stageEdge : styles.laneEdge}
      data-hit={`${kind}-edge`}
      data-id={id}
      aria-hidden="true"
    >
      <button
        type="button"
        className={styles.between}
        data-act={`insert-${kind}`}
        data-hit={`${kind}-edge`}
        data-id={id}
        title={kind === 'stage' ? words.addStage : words.addLane}
        tabIndex={-1}
      >
        +
      </button>
    </span>
  );
}

/** Stages and lanes stay as they are: no edge to take hold of, a padlock in place of the plus (U31). */
function useStructureLock(): boolean {
  return useOutline((state) => state.journey.map.structureLocked);
}

/** What the checks found about it. */
export function HeadMark({ id }: { readonly id: string }) {
  const text = useScreen((state) => state.headMarks?.get(id));
  return text === undefined ? null : <WarningMark text={text} className={styles.headMark} />;
}

/** Puts the add button after the last head: `px` from the first one, along one axis. */
export function placeAdd(heads: HTMLElement | null, axis: 'X' | 'Y', px: number): void {
  const add = heads?.querySelector<HTMLElement>('[data-part="add"]');
  if (add) writeStyle(add, 'transform', `translate${axis}(${Math.round(px)}px)`);
}

/** Room for the add button behind the last head, px. */
const addPx = 48;

/** Moves the map so that the button, which somebody has come to by keys, is in view. */
function showAdd(kind: HeadKind, { width, height }: Pick<MapLayout, 'width' | 'height'>): void {
  const seen = canvasCamera.visible();
  const room = addPx / canvasCamera.view().zoom;
  canvasCamera.reveal(
    kind === 'stage'
      ? { x: width, y: seen.y, width: room, height: 0 }
      : { x: seen.x, y: height, width: 0, height: room },
  );
}
