/**
 * The plumb line: from the scale bar down through the selected (or dragged) touchpoint to its point on the curve, where
 * the value stands in a tag. While one persona's journey is shown it is that persona's point, and the tag says whose.
 * It hangs behind the cards, so that it strikes out no text.
 */
import { memo } from 'react';
import { fontOf } from '../layout/lettering.ts';
import { measureText } from '../layout/measureText.ts';
import { cutText } from '../model/cutText.ts';
import { emotionFor } from '../model/sequence.ts';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { signed } from '../words/scene.ts';
import { shortName } from '../words/shortName.ts';
import { emotionY } from './emotionScale.ts';
import { growth } from './growth.ts';
import styles from './MapCanvas.module.css';
import { useRestingView } from './useCamera.ts';
import { useShownLayout } from './useShownLayout.ts';
import { useMarkedPlace } from './useMarkedPlace.ts';

/** Beyond this a name is cut; the chip says it whole. */
const mostName = 14;

export const PlumbLine = memo(function PlumbLine() {
  const { detail } = useRestingView();
  const { projection } = useMapSession();
  const layout = useShownLayout((shown) => shown);
  const wanted = useScreen((state) => state.lead);
  const lead = useProjection(() => (wanted === null ? undefined : projection.find('personas', wanted)));
  const personaId = lead?.id ?? null;
  const isHidden = useScreen((state) => state.hiddenCurves.has(personaId ?? 'base'));
  const marked = useMarkedPlace();
  const emotion = useProjection(({ journey }) => {
    const touchpoint = marked && projection.find('touchpoints', marked.id);
    return touchpoint ? emotionFor(touchpoint, personaId, journey.readings) : null;
  });
  if (!marked) return null;
  const isRated = layout.curves.some(
    (curve) =>
      curve.personaId === personaId &&
      curve.points.some(({ touchpointIds }) => touchpointIds.includes(marked.id)),
  );
  const curveLane = layout.lanes.find(({ kind, collapsed }) => kind === 'emotion' && !collapsed);
  const foot = curveLane && emotion !== null && isRated && !isHidden ? emotionY(curveLane, emotion) : null;
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
          <Tag text={lead ? `${nameOnTag(lead.name)} ${signed(emotion)}` : signed(emotion)} />
        </g>
      )}
    </svg>
  );
});

function Tag({ text }: { readonly text: string }) {
  const width = Math.max(42, Math.ceil(measureText(text, fontOf('emotion-number', text))) + 12);
  return (
    <>
      <rect x={9} y={-9} width={width} height={18} style={{ fill: 'var(--signal)' }} />
      <text x={9 + width / 2} y={4.3} textAnchor="middle" className={styles.plumbValue}>
        {text}
      </text>
    </>
  );
}

function nameOnTag(name: string): string {
  const short = shortName(name);
  return short.length > mostName ? `${cutText(short, mostName - 1)}…` : short;
}
