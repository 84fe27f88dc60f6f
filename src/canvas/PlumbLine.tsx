/**
 * The plumb line: from the scale bar down through the selected (or dragged) touchpoint to its point on the curve, where
 * the value stands in a tag. While one persona's journey is shown it is that persona's point, and the tag says whose.
 * It hangs behind the cards, so that it strikes out no text.
 */
import { memo, useCallback, useRef, type ReactNode } from 'react';
import { fontOf } from '../layout/lettering.ts';
import { measureText } from '../layout/measureText.ts';
import { cutText } from '../model/cutText.ts';
import { emotionFor } from '../model/sequence.ts';
import { useMapSession, useOutline, useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { signed } from '../words/scene.ts';
import { shortName } from '../words/shortName.ts';
import { emotionY } from './emotionScale.ts';
import { useGlide } from './glide.ts';
import { growth } from './growth.ts';
import styles from './MapCanvas.module.css';
import { useMarked, useMarkedFrames, type MarkedPlace } from './markedPlace.ts';
import { useRestingView } from './useRestingView.ts';
import { useShownLayout } from './useShownLayout.ts';

/** Beyond this a name is cut; the chip says it whole. */
const mostName = 14;

export const PlumbLine = memo(function PlumbLine() {
  const { detail } = useRestingView();
  const { projection } = useMapSession();
  const curves = useShownLayout((layout) => layout.curves);
  const lanes = useShownLayout((layout) => layout.lanes);
  const wanted = useScreen((state) => state.lead);
  const lead = useOutline(() => (wanted === null ? undefined : projection.find('personas', wanted)));
  const personaId = lead?.id ?? null;
  const isHidden = useScreen((state) => state.hiddenCurves.has(personaId ?? 'base'));
  const markedId = useMarked((place) => place?.id ?? null);
  const moving = useMarked((place) => place?.moving ?? false);
  const emotion = useOutline(({ journey }) => {
    const touchpoint = markedId !== null && projection.find('touchpoints', markedId);
    return touchpoint ? emotionFor(touchpoint, personaId, journey.readings) : null;
  });
  if (markedId === null) return null;
  const isRated = curves.some(
    (curve) =>
      curve.personaId === personaId &&
      curve.points.some(({ touchpointIds }) => touchpointIds.includes(markedId)),
  );
  const curveLane = lanes.find(({ kind, collapsed }) => kind === 'emotion' && !collapsed);
  const foot = curveLane && emotion !== null && isRated && !isHidden ? emotionY(curveLane, emotion) : null;
  const size = Math.min(growth[detail], 2);
  const name = lead && nameOnTag(lead.name);
  return (
    <Line moving={moving} foot={foot}>
      {foot !== null && emotion !== null && !moving && (
        <g transform={`translate(0 ${foot}) scale(${size})`}>
          <circle r={6.5} className={styles.plumbPoint} />
          <Tag text={name ? `${name} ${signed(emotion)}` : signed(emotion)} />
        </g>
      )}
    </Line>
  );
});

interface LineProps {
  readonly moving: boolean;
  /** Null: it ends at the card. */
  readonly foot: number | null;
  readonly children: ReactNode;
}

/** It stands at the left edge and is put to its place as a whole: moving, it is not drawn anew. */
function Line({ moving, foot, children }: LineProps) {
  const layer = useRef<SVGSVGElement>(null);
  const ink = useMarked((place) => place?.ink ?? null);
  const end = useMarked((place) => foot ?? place?.y ?? 0);
  const put = useGlide(layer, moving);
  useMarkedFrames(useCallback(({ x }: MarkedPlace) => put(x, 0), [put]));
  return (
    <svg
      ref={layer}
      className={classes(styles.plumbLayer, moving && styles.gliding)}
      width={1}
      height={1}
      aria-hidden="true"
      data-part="plumb-line"
    >
      <path
        d={`M0 -99999V${end}`}
        className={classes(styles.plumb, moving && styles.moving)}
        style={{ stroke: ink ?? undefined }}
      />
      {children}
    </svg>
  );
}

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
