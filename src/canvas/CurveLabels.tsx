/**
 * The end labels of the emotion curves: they stick to the right edge of the view at the height of their curve and
 * move apart (21 px pitch), so that they never overlap. Placed by the camera's frames, without React.
 */
import { memo, useCallback, useMemo, useRef } from 'react';
import { curveValue, monotoneCubic, type CurveSegment } from '../analysis/monotoneCubic.ts';
import type { CurveShape } from '../layout/mapLayout.ts';
import { useScreen } from '../state/mapSession.ts';
import { canvasWords } from '../words/canvas.ts';
import type { CameraView } from './camera.ts';
import { LineSample } from '../ui/LineSample.tsx';
import styles from './MapCanvas.module.css';
import { useCameraFrames } from './useCamera.ts';
import { useShownLayout } from './useShownLayout.ts';

const pitchPx = 21;
const halfPx = 10;
/** Many labels in a low lane stand closer, smaller; below this they could not be read. */
const leastPitchPx = 14;
const tightBelowPx = 19;

export const CurveLabels = memo(function CurveLabels() {
  const curves = useShownLayout((layout) => layout.curves);
  const lanes = useShownLayout((layout) => layout.lanes);
  const hidden = useScreen((state) => state.hiddenCurves);
  const words = canvasWords[useScreen((state) => state.language)];
  const box = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    () =>
      curves
        .filter((curve) => curve.points.length > 1 && !hidden.has(curve.personaId ?? 'base'))
        .map((curve): ShownCurve => ({ curve, segments: monotoneCubic(curve.points).segments })),
    [curves, hidden],
  );

  const follow = useCallback(
    (view: CameraView) => {
      const edge = (view.width - view.x) / view.zoom;
      for (const lane of lanes) {
        if (lane.kind !== 'emotion') continue;
        const top = lane.y * view.zoom + view.y;
        const bottom = top + lane.height * view.zoom;
        const own = shown.flatMap(({ curve, segments }, index) =>
          curve.laneId === lane.id ? [{ segments, index }] : [],
        );
        const pitch = Math.min(pitchPx, (bottom - top) / Math.max(1, own.length));
        const tall = pitch >= leastPitchPx && !lane.collapsed;
        const isTight = pitch < tightBelowPx;
        const half = isTight ? leastPitchPx / 2 : halfPx;
        const wanted = own.map(({ segments, index }) => ({
          index,
          y: heightAt(segments, edge) * view.zoom + view.y,
        }));
        const places = spread(wanted, pitch, Math.max(0, top) + half, Math.min(view.height, bottom) - half);
        for (const { index, y } of places) {
          const label = box.current?.children[index];
          if (!(label instanceof HTMLElement)) continue;
          const seen = tall && y > top - half && y < bottom + half && y > -half && y < view.height + half;
          label.style.display = seen ? '' : 'none';
          label.toggleAttribute('data-tight', isTight);
          if (seen) label.style.transform = `translateY(${Math.round(y - half)}px)`;
        }
      }
    },
    [lanes, shown],
  );
  useCameraFrames(follow);

  return (
    <div ref={box} className={styles.endLabels} aria-hidden="true">
      {shown.map(({ curve }) => (
        <div
          key={`${curve.laneId}-${curve.personaId ?? 'base'}`}
          className={styles.endLabel}
          style={{ borderColor: `var(--${curve.sign.ink})`, color: `var(--${curve.sign.ink})` }}
        >
          <LineSample sign={curve.sign} width={26} />
          {curve.name || words.everyone}
        </div>
      ))}
    </div>
  );
});

/** A curve with its segments, which every frame asks for. */
interface ShownCurve {
  readonly curve: CurveShape;
  readonly segments: readonly CurveSegment[];
}

/** Where a curve is at an x; before its first and past its last point, as high as that point. */
export function heightAt(segments: readonly CurveSegment[], x: number): number {
  const first = segments[0]?.from;
  const last = segments.at(-1)?.to;
  if (!first || !last) return 0;
  if (x <= first.x) return first.y;
  return x >= last.x ? last.y : (curveValue(segments, x) ?? last.y);
}

/** Moves wished places apart to at least `pitch`, kept between two bounds, in the order of the wishes. */
export function spread<T extends { readonly y: number }>(
  wishes: readonly T[],
  pitch: number,
  least: number,
  most: number,
): T[] {
  const sorted = wishes.toSorted((a, b) => a.y - b.y);
  const places: number[] = [];
  for (const wish of sorted) {
    const before = places.at(-1);
    places.push(Math.max(least, before === undefined ? wish.y : Math.max(wish.y, before + pitch)));
  }
  let limit = most;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const place = Math.min(places[index] ?? 0, limit);
    places[index] = place;
    limit = place - pitch;
  }
  return sorted.map((wish, index) => ({ ...wish, y: places[index] ?? wish.y }));
}
