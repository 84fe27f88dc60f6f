/**
 * What gestures show above the map while they last: the selection frame, the link being drawn, the moved point of the
 * curve, the ruler of a resized or moved stage or lane, the marked empty cell; and the link ports of the hovered and
 * the selected card. All of it is this screen's alone.
 */
import { memo } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { monotoneCubic } from '../../analysis/monotoneCubic.ts';
import { curvePath } from '../../layout/curveAreas.ts';
import type { Geometry } from '../../layout/patchLayout.ts';
import type { Box, Point } from '../../layout/scene.ts';
import { useMapSession, useScreen } from '../../state/mapSession.ts';
import { editingWords } from '../../words/editing.ts';
import { elementWords } from '../../words/elements.ts';
import { signed } from '../../words/scene.ts';
import { emotionY } from '../emotionScale.ts';
import type { CanvasHost } from '../host.ts';
import { pathData } from '../SceneItems.tsx';
import { useRestingView } from '../useRestingView.ts';
import { useGeometry } from '../useShownLayout.ts';
import styles from './Editing.module.css';
import { editingStore, type EditingState } from './editingStore.ts';
import { isLocked } from '../locked.ts';
import { Padlocks } from './Padlocks.tsx';

export const PreviewLayer = memo(function PreviewLayer({ host }: { readonly host: CanvasHost }) {
  const layout = useGeometry();
  const layer = host.frame.querySelector('.react-flow__viewport-portal');
  if (!layer) return null;
  return createPortal(
    <>
      <svg className={styles.previews} width={1} height={1} aria-hidden="true" focusable="false">
        <Padlocks layout={layout} />
        <Strokes layout={layout} />
      </svg>
      <Ports layout={layout} />
      <Corners layout={layout} />
    </>,
    layer,
  );
});

/** What changes with every movement of a gesture; nothing else is drawn again with it. */
function Strokes({ layout }: { layout: Geometry }) {
  const { marquee, ruler, guides, cell, draft, linking, emotion, resizing } = useStore(editingStore);
  return (
    <>
      {cell && <rect {...cell.box} className={styles.cell} data-part="cell-spot" />}
      {draft && <rect {...draft.box} className={styles.draft} />}
      {ruler && (
        <path
          className={styles.ruler}
          d={ruler.axis === 'x' ? `M${ruler.at} -99999V99999` : `M-99999 ${ruler.at}H99999`}
        />
      )}
      {guides.map(({ axis, at, from, to }) => (
        <path
          key={axis}
          className={styles.guide}
          data-part="guide"
          d={axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`}
        />
      ))}
      {linking && <LinkPreview layout={layout} linking={linking} />}
      {emotion && <EmotionPreview layout={layout} emotion={emotion} />}
      {resizing && <rect {...resizing.box} className={styles.linkEnd} data-part="resizing" />}
      {marquee && <rect {...marquee} className={styles.marquee} data-testid="marquee" />}
    </>
  );
}

function LinkPreview({
  layout,
  linking,
}: {
  layout: Geometry;
  linking: NonNullable<EditingState['linking']>;
}) {
  const from = layout.cards.get(linking.from);
  const over = linking.over ? layout.cards.get(linking.over) : undefined;
  if (!from) return null;
  const to = over ? middleOf(over) : linking.to;
  const start = to && borderTowards(grown(from, 4), to);
  const end = to && over ? borderTowards(grown(over, 4), middleOf(from)) : to;
  return (
    <>
      <rect {...grown(from, 4)} className={styles.linkEnd} />
      {over && <rect {...grown(over, 4)} className={styles.linkEnd} />}
      {start && end && (
        <>
          <path className={styles.linkLine} d={`M${start.x} ${start.y}L${end.x} ${end.y}`} />
          <path
            className={styles.linkHead}
            data-part="link-head"
            d="M0 0L-9 -4.5V4.5Z"
            transform={`translate(${end.x} ${end.y}) rotate(${(Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI})`}
          />
        </>
      )}
    </>
  );
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Where the line from the middle of a box to a point leaves the box; null when the point lies inside. */
function borderTowards(box: Box, to: Point): Point | null {
  const from = middleOf(box);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const far = Math.max(Math.abs(dx) / (box.width / 2), Math.abs(dy) / (box.height / 2));
  return far <= 1 ? null : { x: from.x + dx / far, y: from.y + dy / far };
}

/** The curve as it would be, and the value being set. */
function EmotionPreview({
  layout,
  emotion,
}: {
  layout: Geometry;
  emotion: NonNullable<EditingState['emotion']>;
}) {
  const lane = layout.lanes.find(({ id }) => id === emotion.laneId);
  const curve = layout.curves.find(
    ({ laneId, personaId }) => laneId === emotion.laneId && personaId === emotion.personaId,
  );
  if (!lane || !curve) return null;
  const y = emotionY(lane, emotion.value);
  const points = curve.points.map((point) =>
    point.touchpointIds.join(' ') === emotion.ids.join(' ') ? { x: point.x, y } : point,
  );
  return (
    <>
      {points.length > 1 && (
        <path className={styles.curve} d={pathData(curvePath(monotoneCubic(points).segments))} />
      )}
      <circle cx={emotion.x} cy={y} r={7} className={styles.curvePoint} />
      <g transform={`translate(${emotion.x} ${y})`}>
        <rect x={11} y={-10} width={44} height={20} className={styles.tag} />
        <text x={33} y={4.5} textAnchor="middle" className={styles.tagText}>
          {signed(emotion.value)}
        </text>
      </g>
    </>
  );
}

const sides = [
  ['top', 0.5, 0],
  ['right', 1, 0.5],
  ['bottom', 0.5, 1],
  ['left', 0, 0.5],
] as const;

/**
 * Four places to draw a link from, 24 px to hit at every zoom, only on the card under the pointer or the selected one.
 * On cards that are small on the screen they stand outside, so that the card itself can still be taken.
 */
const Ports = memo(function Ports({ layout }: { layout: Geometry }) {
  const hover = useStore(editingStore, (state) => state.hover);
  const linking = useStore(editingStore, (state) => state.linking !== null);
  const { projection } = useMapSession();
  const selected = useScreen(({ selection }) => (selection.size === 1 ? ([...selection][0] ?? null) : null));
  const isBusy = useScreen((state) => state.drag !== null || state.editing !== null);
  const { detail } = useRestingView();
  const words = editingWords[useScreen((state) => state.language)];
  if (isBusy || linking) return null;
  return [...new Set([hover, selected])].flatMap((id) => {
    const box = id ? layout.cards.get(id) : undefined;
    if (!id || !box || isLocked(projection, id)) return [];
    return sides.map(([side, x, y]) => (
      <div
        key={`${id} ${side}`}
        className={styles.port}
        style={{ left: box.x + x * box.width, top: box.y + y * box.height }}
        data-hit="port"
        data-testid="link-port"
        data-id={id}
        data-side={side}
        data-far={detail !== 'full'}
        title={words.port}
      />
    ));
  });
});

const corners = [
  ['nw', 0, 0],
  ['ne', 1, 0],
  ['sw', 0, 1],
  ['se', 1, 1],
] as const;
/** From the element's edge to the middle of its selection frame's corner. */
const cornerOut = 4;

/** An element that is lower or narrower than this (map units) has its corners outside for fingers at every zoom. */
const roomForFingers = 88;

/** The corners of the one free element that is selected; for fingers outside of it where it is small on the screen, as ports are. */
const Corners = memo(function Corners({ layout }: { layout: Geometry }) {
  const { detail } = useRestingView();
  const { projection } = useMapSession();
  const selected = useScreen(({ selection }) => (selection.size === 1 ? ([...selection][0] ?? null) : null));
  const isBusy = useScreen((state) => state.drag !== null || state.editing !== null);
  const words = elementWords[useScreen((state) => state.language)];
  const box = selected === null ? undefined : layout.elements.get(selected);
  if (!box || isBusy || isLocked(projection, box.id)) return null;
  return corners.map(([corner, x, y]) => (
    <div
      key={corner}
      className={styles.resize}
      style={{
        left: box.x - cornerOut + x * (box.width + 2 * cornerOut),
        top: box.y - cornerOut + y * (box.height + 2 * cornerOut),
      }}
      data-hit="corner"
      data-testid="resize-corner"
      data-id={box.id}
      data-corner={corner}
      data-far={detail !== 'full' || Math.min(box.width, box.height) < roomForFingers}
      title={words.resize}
    />
  ));
});

function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}
