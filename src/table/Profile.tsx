/**
 * The profile of the journey, running down beside the emotions (look-more, "Table profile"): zero is a line, land lies
 * right of it, water left; a point a row, at the row's middle; personas as their own lines. Spaced by row, not by time.
 * Drawn for the rows in the window only; decoration, as the emotions stand in their cells.
 */
import { useId, useMemo } from 'react';
import { mergeEqualX } from '../analysis/emotionCurve.ts';
import { monotoneCubic, type CurveSegment } from '../analysis/monotoneCubic.ts';
import { emotionBand } from '../model/emotionBand.ts';
import { emotionFor } from '../model/sequence.ts';
import { useProjection, useScreen } from '../state/mapSession.ts';
import { baseSign, personaSign, type LineSign } from '../theme/inks.ts';
import type { TableRow } from './rows.ts';
import styles from './Table.module.css';
import type { RowWindow } from './useWindow.ts';

/** px: zero from the left, and one step of emotion. */
export const profileZero = 80;
export const profileStep = 32.5;
export const profileWidth = 178;
/** Slopes look at two neighbours; this many rows around the window hold them. */
const beyond = 60;

export interface ProfileProps {
  readonly rows: readonly TableRow[];
  readonly shown: RowWindow;
  readonly rowPx: number;
  readonly left: number;
}

export function Profile({ rows, shown, rowPx, left }: ProfileProps) {
  const clip = useId();
  const touchpoints = useProjection((state) => state.journey.touchpoints);
  const readings = useProjection((state) => state.journey.readings);
  const personas = useProjection((state) => state.journey.personas);
  const hidden = useScreen((state) => state.hiddenCurves);
  const top = shown.first * rowPx;
  const height = (shown.end - shown.first) * rowPx;
  const curves = useMemo(() => {
    const byId = new Map(touchpoints.map((one) => [one.id, one]));
    const from = Math.max(0, shown.first - beyond);
    const near = rows.slice(from, shown.end + beyond);
    const curveOf = (personaId: string | null) => {
      const points = near.flatMap(({ key, kind }, index) => {
        const touchpoint = kind === 'touchpoint' ? byId.get(key) : undefined;
        const y = touchpoint ? emotionFor(touchpoint, personaId, readings) : null;
        return y === null
          ? []
          : [{ x: from + index + 0.5, y, touchpointIds: [key], firstStage: 0, lastStage: 0 }];
      });
      const merged = mergeEqualX(points);
      return { points: merged, segments: monotoneCubic(merged).segments };
    };
    return [
      ...(hidden.has('base') ? [] : [{ id: 'base', sign: baseSign, ...curveOf(null) }]),
      ...personas.flatMap(({ id }, index) =>
        hidden.has(id) ? [] : [{ id, sign: personaSign(index), ...curveOf(id) }],
      ),
    ];
  }, [rows, shown, touchpoints, readings, personas, hidden]);

  const x = (emotion: number): number => profileZero + emotion * profileStep;
  const y = (row: number): number => row * rowPx - top;
  const isNear = ({ x: row }: { readonly x: number }): boolean =>
    row >= shown.first - 3 && row <= shown.end + 3;
  const [base] = curves;
  return (
    <svg
      className={styles.profile}
      style={{ top, left, width: profileWidth, height }}
      viewBox={`0 0 ${profileWidth} ${height}`}
      aria-hidden="true"
    >
      <defs>
        <pattern id={`${clip}-water`} width={5} height={5} patternUnits="userSpaceOnUse">
          <path d="M2.5 0V5" className={styles.waterLine} />
        </pattern>
        <clipPath id={`${clip}-left`}>
          <rect x={0} y={0} width={profileZero} height={height} />
        </clipPath>
        <clipPath id={`${clip}-right`}>
          <rect x={profileZero} y={0} width={profileWidth} height={height} />
        </clipPath>
      </defs>
      {[-2, -1, 1, 2].map((level) => (
        <path key={level} d={`M${x(level)} 0V${height}`} className={styles.level} />
      ))}
      {base?.id === 'base' && (
        <>
          <path
            d={areaOf(
              base.segments.filter(({ from }) => isNear(from)),
              x,
              y,
            )}
            clipPath={`url(#${clip}-right)`}
            className={styles.land}
          />
          <path
            d={areaOf(
              base.segments.filter(({ from }) => isNear(from)),
              x,
              y,
            )}
            clipPath={`url(#${clip}-left)`}
            className={styles.water}
          />
          <path
            d={areaOf(
              base.segments.filter(({ from }) => isNear(from)),
              x,
              y,
            )}
            clipPath={`url(#${clip}-left)`}
            style={{ fill: `url(#${clip}-water)` }}
          />
        </>
      )}
      <path d={`M${profileZero} 0V${height}`} className={styles.zero} />
      {curves.toReversed().map(({ id, sign, points, segments }) => (
        <g key={id}>
          <path
            d={lineOf(
              segments.filter(({ from }) => isNear(from)),
              x,
              y,
            )}
            fill="none"
            stroke={`var(--${sign.ink})`}
            strokeWidth={id === 'base' ? 2.25 : sign.double ? 3 : 2}
            strokeDasharray={sign.dash.join(' ') || undefined}
          />
          {points.filter(isNear).map((point) => (
            <Mark key={point.x} sign={sign} cx={x(point.y)} cy={y(point.x)} emotion={point.y} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Mark({
  sign,
  cx,
  cy,
  emotion,
}: {
  readonly sign: LineSign;
  readonly cx: number;
  readonly cy: number;
  readonly emotion: number;
}) {
  const look = { fill: 'var(--card)', stroke: `var(--${sign.ink})`, strokeWidth: 1.5 };
  switch (sign.marker) {
    case 'circle':
      return (
        <circle cx={cx} cy={cy} r={5} style={{ ...look, fill: `var(--emotion-${emotionBand(emotion)})` }} />
      );
    case 'square':
      return <rect x={cx - 4} y={cy - 4} width={8} height={8} style={look} />;
    case 'diamond':
      return <path d={`M${cx} ${cy - 5}l5 5-5 5-5-5z`} style={look} />;
    case 'triangle':
      return <path d={`M${cx} ${cy - 5}l5 9h-10z`} style={look} />;
    case 'cross':
      return <path d={`M${cx - 4} ${cy - 4}l8 8m0-8l-8 8`} style={look} />;
    case 'ring':
      return <circle cx={cx} cy={cy} r={4} style={look} />;
  }
}

type Axis = (value: number) => number;

/** Rows run down, emotions across: the curve's x is our y. */
function lineOf(segments: readonly CurveSegment[], x: Axis, y: Axis): string {
  return segments
    .map(
      ({ from, control1, control2, to }) =>
        `M${x(from.y)} ${y(from.x)}C${x(control1.y)} ${y(control1.x)} ${x(control2.y)} ${y(control2.x)} ${x(to.y)} ${y(to.x)}`,
    )
    .join('');
}

function areaOf(segments: readonly CurveSegment[], x: Axis, y: Axis): string {
  return segments
    .map(
      ({ from, control1, control2, to }) =>
        `M${profileZero} ${y(from.x)}L${x(from.y)} ${y(from.x)}C${x(control1.y)} ${y(control1.x)} ${x(control2.y)} ${y(control2.x)} ${x(to.y)} ${y(to.x)}L${profileZero} ${y(to.x)}Z`,
    )
    .join('');
}
