/**
 * The points of the emotion curves as things one can focus and (with the right to edit) drag or type into. The drawing
 * itself is the scene's; these are unseen targets of 24 px on the screen at every zoom (U20), for the points in view. The one point of a folded stage is a mean
 * of touchpoints one does not see: it is read in the stage's head and set by nobody.
 */
import { memo, useMemo } from 'react';
import type { CurvePoint, CurveShape, StageColumn } from '../layout/mapLayout.ts';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { canvasWords } from '../words/canvas.ts';
import { holdsPoint, widened } from './boxes.ts';
import { signed } from '../words/scene.ts';
import styles from './MapCanvas.module.css';
import { useRestingView } from './useRestingView.ts';
import { useShownLayout } from './useShownLayout.ts';
import { marginShare } from './windowOfNodes.ts';

const mostTargets = 200;

export const EmotionPoints = memo(function EmotionPoints() {
  const curves = useShownLayout((layout) => layout.curves);
  const stages = useShownLayout((layout) => layout.stages);
  const hidden = useScreen((state) => state.hiddenCurves);
  const selection = useScreen((state) => state.selection);
  const { visible, detail } = useRestingView();
  const near = widened(visible, marginShare);
  if (detail === 'blocks') return null;
  // The base lies on top: it is what people most often mean when two points are at one place.
  const shown = curves.filter(({ personaId }) => !hidden.has(personaId ?? 'base')).toReversed();
  const strips = stages.filter(({ collapsed }) => collapsed);
  const inView = shown.flatMap((curve) =>
    curve.points
      .filter((point) => holdsPoint(near, point) && !strips.some((strip) => isAcross(strip, point)))
      .map((point) => ({
        curve,
        point,
        isSelected: point.touchpointIds.some((id) => selection.has(id)),
      })),
  );
  // So many would lie over each other: those of what is selected can still be taken.
  const targets = inView.length > mostTargets ? inView.filter(({ isSelected }) => isSelected) : inView;
  return (
    <div className={styles.points}>
      {targets.map(({ curve, point }) => (
        <EmotionPoint
          key={`${curve.laneId} ${curve.personaId ?? 'base'} ${point.touchpointIds.join(' ')}`}
          curve={curve}
          point={point}
        />
      ))}
    </div>
  );
});

function isAcross({ x, width }: StageColumn, point: CurvePoint): boolean {
  return point.x > x && point.x < x + width;
}

interface EmotionPointProps {
  readonly curve: CurveShape;
  readonly point: CurvePoint;
}

const EmotionPoint = memo(
  function EmotionPoint({ curve, point }: EmotionPointProps) {
    const { projection, editing } = useMapSession();
    const words = canvasWords[useScreen((state) => state.language)];
    const first = point.touchpointIds[0] ?? '';
    const title = useProjection(() => projection.find('touchpoints', first)?.title ?? '');
    const style = useMemo(() => ({ left: point.x, top: point.y }), [point.x, point.y]);
    return (
      <button
        type="button"
        className={styles.point}
        style={style}
        data-testid="emotion-point"
        data-hit="emotion-point"
        data-id={first}
        data-ids={point.touchpointIds.join(' ')}
        data-lane={curve.laneId}
        data-persona={curve.personaId ?? ''}
        data-value={point.emotion}
        {...(editing && { role: 'slider' })}
        aria-label={words.emotionPoint(
          title || words.untitled,
          curve.personaId ? curve.name : words.everyone,
        )}
        {...(editing && {
          'aria-valuemin': -2,
          'aria-valuemax': 2,
          'aria-valuenow': point.emotion,
          'aria-valuetext': signed(point.emotion),
          'aria-orientation': 'vertical' as const,
        })}
        tabIndex={-1}
      />
    );
  },
  (before, after) =>
    before.point.x === after.point.x &&
    before.point.y === after.point.y &&
    before.point.emotion === after.point.emotion &&
    before.curve.name === after.curve.name,
);
