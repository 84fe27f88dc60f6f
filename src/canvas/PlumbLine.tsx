/**
 * The plumb line: from the scale bar down through the selected (or dragged) touchpoint to its point on the curve, where
 * the value stands in a tag. It hangs behind the cards, so that it strikes out no text.
 */
import { memo } from 'react';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { signed } from '../words/scene.ts';
import { emotionY } from './emotionScale.ts';
import { growth } from './growth.ts';
import styles from './MapCanvas.module.css';
import { useRestingView } from './useCamera.ts';
import { useShownLayout } from './useShownLayout.ts';
import { useMarkedPlace } from './useMarkedPlace.ts';

export const PlumbLine = memo(function PlumbLine() {
  const { detail } = useRestingView();
  const { projection } = useMapSession();
  const layout = useShownLayout((shown) => shown);
  const hiddenBase = useScreen((state) => state.hiddenCurves.has('base'));
  const marked = useMarkedPlace();
  const touchpoint = useProjection(() => (marked ? projection.find('touchpoints', marked.id) : undefined));
  if (!marked) return null;
  const emotion = touchpoint?.emotion ?? null;
  const isRated = layout.curves.some(
    ({ personaId, points }) =>
      personaId === null && points.some(({ touchpointIds }) => touchpointIds.includes(marked.id)),
  );
  const curveLane = layout.lanes.find(({ kind, collapsed }) => kind === 'emotion' && !collapsed);
  const foot = curveLane && emotion !== null && isRated && !hiddenBase ? emotionY(curveLane, emotion) : null;
  const size = Math.min(growth[detail], 2);
  return (
    <svg className={styles.plumbLayer} width={1} height={1} aria-hidden="true" data-part="plumb-line">
      <path
        d={`M${marked.x} -99999V${foot ?? marked.y}`}
        className={classes(styles.plumb, marked.moving && styles.moving)}
        style={{ stroke: marked.ink }}
      />
      {foot !== null && emotion !== null && !marked.moving && (
        <g transform={`translate(${marked.x} ${foot}) scale(${size})`}>
          <circle r={6.5} className={styles.plumbPoint} />
          <rect x={9} y={-9} width={42} height={18} style={{ fill: 'var(--signal)' }} />
          <text x={30} y={4.3} textAnchor="middle" className={styles.plumbValue}>
            {signed(emotion)}
          </text>
        </g>
      )}
    </svg>
  );
});
