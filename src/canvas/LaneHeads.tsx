/**
 * The frozen column of lane heads: number, name and, for emotion lanes, the scale with its faces; beside them a
 * vertical scale bar, ink and card by lane. Text keeps its size and stays in the visible part of its lane.
 * Follows the camera by writing to the DOM.
 */
import { memo, useCallback, useRef } from 'react';
import type { LaneRow } from '../layout/mapLayout.ts';
import { useMapSession, useRecord, useScreen } from '../state/mapSession.ts';
import { canvasWords } from '../words/canvas.ts';
import { canvasCamera, type CameraView } from './camera.ts';
import { EmotionFace } from './EmotionFace.tsx';
import { emotionBand } from '../model/emotionBand.ts';
import { signed } from '../words/scene.ts';
import { emotionY } from './emotionScale.ts';
import { useHeadFrames } from './headFrames.ts';
import { AddHead, HeadEdge, HeadMark, HeadMenu, placeAdd } from './HeadParts.tsx';
import styles from './Heads.module.css';
import { useMarked } from './markedPlace.ts';
import { putWithCamera } from './putWithCamera.ts';
import { useShownLayout } from './useShownLayout.ts';
import { writeStyle } from './writeStyle.ts';

const scaleValues = [2, 1, 0, -1, -2];
/** Heads lower than the first show no words, lower than the second small ones; the scale needs room for five faces. */
const numberPx = 14;
const smallPx = 21;
const scalePx = 96;
/** Line height of a lane's name, and what is above its first line and below its last. */
const nameLinePx = 17;
const namePadPx = 10;
/** A number and a name of one line, with what is around them. */
const oneLinePx = 32;

/** Asks for the marked lane alone, so that heads are left in peace while the place wanders inside it. */
export const LaneHeads = memo(function LaneHeads() {
  return <Heads current={useMarked((place) => (place?.mine ? place.laneId : null))} />;
});

const Heads = memo(function Heads({ current }: { readonly current: string | null }) {
  const canEdit = useMapSession().editing !== null;
  const lanes = useShownLayout((layout) => layout.lanes);
  const mapHeight = useShownLayout((layout) => layout.height);
  const language = useScreen((state) => state.language);
  const words = canvasWords[language];
  const column = useRef<HTMLDivElement>(null);

  const follow = useCallback(
    (view: CameraView, fits: boolean) => {
      if (!column.current) return;
      putWithCamera(column.current, 0, view.y);
      for (const [index, row] of lanes.entries()) {
        const head = column.current.children[index];
        if (head instanceof HTMLElement) placeHead(head, row, view, fits);
      }
      if (canEdit) placeAdd(column.current, 'Y', mapHeight * view.zoom);
    },
    [lanes, mapHeight, canEdit],
  );
  useHeadFrames(follow);

  return (
    <div className={styles.lanes} role="group" aria-label={words.lanes} data-part="lane-heads">
      <div ref={column} className={styles.column}>
        {lanes.map((row) => (
          <LaneHead key={row.id} row={row} current={row.id === current} canEdit={canEdit} />
        ))}
        {canEdit && <AddHead kind="lane" />}
      </div>
    </div>
  );
});

interface LaneHeadProps {
  readonly row: LaneRow;
  readonly current: boolean;
  readonly canEdit: boolean;
}

const LaneHead = memo(function LaneHead({ row, current, canEdit }: LaneHeadProps) {
  const lane = useRecord('lanes', row.id);
  const words = canvasWords[useScreen((state) => state.language)];
  const isOpen = useScreen(({ editing }) => editing?.id === row.id);
  if (!lane) return null;
  return (
    <div
      className={styles.lane}
      data-editing={isOpen || undefined}
      data-testid="lane"
      data-id={row.id}
      data-hit="lane-head"
      data-collapsed={row.collapsed}
      data-current={current}
      data-behind={row.behind}
      data-odd={row.index % 2 === 0}
      role="group"
      aria-label={words.lane(row.number, lane.name)}
      title={lane.name}
    >
      <div className={styles.laneText} data-part="text">
        <span className={styles.number}>{row.number}</span>
        <span className={styles.laneName} data-part="name">
          {lane.name}
        </span>
        <HeadMark id={row.id} />
      </div>
      {row.kind === 'emotion' && !row.collapsed && (
        <div className={styles.emotionScale} data-part="scale" aria-hidden="true">
          {scaleValues.map((value) => (
            <span key={value} className={styles.scaleMark} data-value={value}>
              <EmotionFace band={emotionBand(value)} size={16} />
              <span className={styles.scaleLabel}>{value === 0 ? '0' : signed(value).replace('.0', '')}</span>
            </span>
          ))}
        </div>
      )}
      <div className={styles.zebra} aria-hidden="true" />
      {canEdit && <HeadMenu kind="lane" id={row.id} name={lane.name} />}
      {canEdit && <HeadEdge kind="lane" id={row.id} />}
    </div>
  );
});

interface Measured {
  readonly words: string;
  readonly lines: number;
  readonly height: number;
}
const measured = new WeakMap<HTMLElement, Measured>();

/**
 * Known as long as the words and their number of lines are the same. On the way to another zoom, which has others and cuts
 * another lane with every frame, told from what is known, until the camera rests: to measure has the browser lay out in
 * the middle of a frame.
 */
function textHeight(text: HTMLElement, lines: number): number {
  const words = text.textContent;
  const last = measured.get(text);
  const known = last?.words === words ? last : undefined;
  if (known?.lines === lines) return known.height;
  if (known && canvasCamera.isMoving()) {
    const shown = Math.floor((known.height - namePadPx) / nameLinePx);
    return known.height - Math.max(0, shown - lines) * nameLinePx;
  }
  if (canvasCamera.isMoving() && !canvasCamera.isPanning()) return oneLinePx;
  const height = text.offsetHeight;
  measured.set(text, { words, lines, height });
  return height;
}

function placeHead(head: HTMLElement, row: LaneRow, view: CameraView, fits: boolean): void {
  const top = row.y * view.zoom;
  const height = row.height * view.zoom;
  // On its way to another place it is seen where the pointer has taken it.
  const seen = top + view.y + Number(head.dataset['lifted'] ?? 0);
  const inView = seen + height > 0 && seen < view.height;
  const wasInView = head.style.display === '';
  writeStyle(head, 'display', inView ? '' : 'none');
  if (!inView) return;
  writeStyle(head, 'transform', `translateY(${top}px)`);
  writeStyle(head, 'height', `${height}px`);
  const text = head.querySelector<HTMLElement>('[data-part="text"]');
  if (!text) return;
  // A name gets as many whole lines as the lane has room for.
  const lines = Math.max(1, Math.floor((height - namePadPx) / nameLinePx));
  if (text.style.getPropertyValue('--lines') !== String(lines))
    text.style.setProperty('--lines', String(lines));
  // Only the head that is partly gone is measured, as that makes the browser lay out in the middle of a frame.
  putWithCamera(text, 0, seen < 0 ? Math.min(-seen, Math.max(0, height - textHeight(text, lines))) : 0);
  if (!fits && wasInView) return;
  const size = height < numberPx ? 'none' : height < smallPx ? 'small' : height < 34 ? 'line' : 'all';
  if (head.dataset['size'] !== size) head.dataset['size'] = size;
  const scale = head.querySelector<HTMLElement>('[data-part="scale"]');
  if (!scale) return;
  const roomy = height > scalePx;
  // For what stands beside it: a selector that looks at styles would have every movement looked at.
  if ((head.dataset['scaled'] === 'true') !== roomy) head.dataset['scaled'] = String(roomy);
  writeStyle(scale, 'display', roomy ? '' : 'none');
  if (!roomy) return;
  for (const mark of scale.children) {
    if (!(mark instanceof HTMLElement)) continue;
    const y = (emotionY(row, Number(mark.dataset['value'])) - row.y) * view.zoom;
    writeStyle(mark, 'transform', `translateY(${y - 10}px)`);
  }
}
