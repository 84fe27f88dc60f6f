/**
 * The profile of the whole journey, always in sight: land and water of the base curve, the curves that are shown,
 * pins, highest and lowest point; every stage a target, the current one framed in signal (look, section 9). Compared,
 * the curves are ribbons and the picture is higher; with many of them also wider, and it scrolls under the scale.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { curveAreas, curvePath } from '../../layout/curveAreas.ts';
import { markerItem } from '../../layout/markers.ts';
import { pinItems } from '../../layout/pins.ts';
import { emotionBand } from '../../model/emotionBand.ts';
import { useProjection, useScreen } from '../../state/mapSession.ts';
import { createPart, useFetched } from '../../ui/part.tsx';
import { phoneWords } from '../../words/phone.ts';
import { signed } from '../../words/scene.ts';
import { Face } from '../Face.tsx';
import {
  comparedWidth,
  layoutProfile,
  profileMeasures,
  type Profile as Drawn,
  type ProfileCurve,
  type ProfilePoint,
} from './profile.ts';
import { pathData, SceneSvg } from '../SceneSvg.tsx';
import styles from './Profile.module.css';

const profileRibbons = createPart(() => import('./ProfileRibbons.tsx').then((part) => part.ProfileRibbons));

export interface ProfileProps {
  readonly current: string | null;
  readonly onStage: (id: string) => void;
}

const pinHeight = 21;
const pinHalf = 8;
/** Half the width of "+1.6". */
const heightHalf = 14;
const waterPitch = 4;
/** Before the first measure: the narrowest screen. */
const startWidth = 320;

export function Profile({ current, onStage }: ProfileProps) {
  const words = phoneWords[useScreen((state) => state.language)];
  const journey = useProjection((state) => state.journey);
  const hidden = useScreen((state) => state.hiddenCurves);
  const lead = useScreen((state) => state.lead);
  const isWanted = useScreen((state) => state.ribbons !== null);
  const isCompared = useFetched(profileRibbons, isWanted) && isWanted;
  const box = useRef<HTMLElement>(null);
  const size = useSize(box);
  const drawn = useMemo(
    () =>
      layoutProfile(
        journey,
        isCompared ? comparedWidth(journey, size.width, hidden) : size.width,
        size.height,
        hidden,
        lead,
      ),
    [journey, size, hidden, lead, isCompared],
  );

  // A map wider than the screen follows the stage one reads.
  useEffect(() => {
    const column = drawn.stages.find(({ id }) => id === current);
    const element = box.current;
    if (!column || !element || drawn.width <= size.width) return;
    element.scrollLeft = column.x + column.width / 2 - size.width / 2;
  }, [drawn, current, size.width]);

  return (
    <section
      ref={box}
      className={styles.profile}
      data-compared={isCompared || undefined}
      aria-label={words.profile}
      data-testid="emotion-curve"
    >
      <div className={styles.scale} aria-hidden="true">
        {(['very-positive', 'neutral', 'very-negative'] as const).map((band, index) => (
          <span key={band} style={{ top: [drawn.top, drawn.datum, drawn.bottom][index] }}>
            <Face band={band} size={18} />
          </span>
        ))}
      </div>
      <svg width={drawn.width} height={drawn.height} className={styles.drawing} aria-hidden="true">
        <Picture drawn={drawn} current={current} isCompared={isCompared} />
      </svg>
      {drawn.stages.map(({ id, letter, name, x, width }) => (
        <button
          key={id}
          type="button"
          className={styles.stage}
          style={{ left: x, width }}
          aria-label={words.stage(letter, name)}
          aria-current={id === current ? 'step' : undefined}
          data-testid="stage"
          data-id={id}
          onClick={() => onStage(id)}
        >
          <span className={styles.letter}>{letter}</span>
        </button>
      ))}
    </section>
  );
}

interface PictureProps {
  readonly drawn: Drawn;
  readonly current: string | null;
  readonly isCompared: boolean;
}

function Picture({ drawn, current, isCompared }: PictureProps) {
  const { stages, datum, bottom, curves, pins, leads, highest, lowest, height, width } = drawn;
  const [first] = curves;
  const main = first && (leads || first.personaId === null) ? first : undefined;
  const shown = stages.find(({ id }) => id === current);
  const right = width - profileMeasures.right;
  const rules = stages
    .slice(1)
    .map(({ x }) => `M${x} ${profileMeasures.letters}V${bottom + profileMeasures.clear}`);
  const zebraY = height - profileMeasures.zebra;
  return (
    <>
      {shown && <rect x={shown.x} y={1} width={shown.width} height={height - 1} fill="var(--card)" />}
      <path d={rules.join('')} stroke="var(--hair)" fill="none" />
      {main && !isCompared && <Land curve={main} datum={datum} />}
      <path d={`M${profileMeasures.left} ${datum}H${right}`} stroke="var(--ink-2)" fill="none" />
      {isCompared ? (
        <profileRibbons.Part drawn={drawn} />
      ) : (
        <>
          {curves.toReversed().map((curve) => (
            <Line
              key={curve.personaId ?? ''}
              curve={curve}
              isMain={leads ? curve === main : curve.personaId === null}
              follows={leads && curve !== main}
            />
          ))}
          {main && <Points points={main.points} shown={shown} highest={highest} lowest={lowest} />}
          {main && highest && <Height point={highest} drawn={drawn} above />}
          {main && lowest && <Height point={lowest} drawn={drawn} />}
          {pins.map(({ id, kind, x, y }) => (
            <SceneSvg
              key={id}
              items={pinItems(kind, x, Math.max(y - 6, profileMeasures.letters + pinHeight - 4), pinHeight)}
            />
          ))}
        </>
      )}
      <g stroke="var(--ink)">
        {stages.map(({ id, x, width: columnWidth }, index) => (
          <rect
            key={id}
            x={x}
            y={zebraY + 0.5}
            width={columnWidth}
            height={profileMeasures.zebra - 1}
            fill={index % 2 === 0 ? 'var(--ink)' : 'var(--card)'}
          />
        ))}
      </g>
      {shown && (
        <rect
          x={shown.x}
          y={1}
          width={shown.width}
          height={height - 2}
          fill="none"
          stroke="var(--signal)"
          strokeWidth={2}
        />
      )}
    </>
  );
}

function Land({ curve, datum }: { readonly curve: ProfileCurve; readonly datum: number }) {
  const areas = curveAreas(curve.segments, datum, waterPitch);
  return (
    <>
      <path d={pathData(areas.land)} fill="var(--land)" />
      <path d={pathData(areas.water)} fill="var(--water)" />
      <path d={pathData(areas.waterLines)} stroke="var(--water-line)" fill="none" strokeWidth={0.75} />
    </>
  );
}

function Line({
  curve,
  isMain,
  follows,
}: {
  readonly curve: ProfileCurve;
  readonly isMain: boolean;
  /** Behind the one that leads. */
  readonly follows: boolean;
}) {
  const { sign, segments, dashed, points } = curve;
  const ink = `var(--${sign.ink})`;
  const width = follows ? 1 : isMain ? 2.25 : sign.double ? 3 : 2;
  const solid = pathData(curvePath(segments.filter((_, index) => !dashed[index])));
  const broken = pathData(curvePath(segments.filter((_, index) => dashed[index])));
  const [only] = points;
  if (points.length === 1 && only)
    return <SceneSvg items={[markerItem(sign.marker, only.x, only.y, 8, sign.ink, 'card')]} />;
  return (
    <g fill="none" stroke={ink} strokeWidth={width}>
      <path d={solid} strokeDasharray={sign.dash.join(' ') || undefined} />
      {broken !== '' && <path d={broken} strokeDasharray="4 4" />}
      {sign.double && <path d={solid + broken} stroke="var(--paper)" strokeWidth={1} />}
    </g>
  );
}

/** Points of the stage one reads, and the two extremes. */
function Points({
  points,
  shown,
  highest,
  lowest,
}: {
  readonly points: readonly ProfilePoint[];
  readonly shown: Drawn['stages'][number] | undefined;
  readonly highest: ProfilePoint | null;
  readonly lowest: ProfilePoint | null;
}) {
  const isShown = (point: ProfilePoint): boolean =>
    (shown !== undefined && point.x >= shown.x && point.x <= shown.x + shown.width) ||
    point === highest ||
    point === lowest;
  return (
    <>
      {points.filter(isShown).map((point) => (
        <circle
          key={point.x}
          cx={point.x}
          cy={point.y}
          r={3.75}
          fill={`var(--emotion-${emotionBand(point.emotion)})`}
          stroke="var(--ink)"
          strokeWidth={1.5}
        />
      ))}
    </>
  );
}

/** A spot height, kept inside the picture and beside a pin that stands where it would stand. */
function Height({
  point,
  drawn,
  above,
}: {
  readonly point: ProfilePoint;
  readonly drawn: Drawn;
  readonly above?: boolean;
}) {
  const { top, bottom, pins, width } = drawn;
  const left = profileMeasures.left + heightHalf;
  const right = width - profileMeasures.right - heightHalf;
  const aside = pinHalf + heightHalf + 2;
  const isFree = (place: number): boolean =>
    !above ||
    pins.every((pin) => Math.abs(pin.x - place) >= pinHalf + heightHalf || pin.y > point.y + pinHeight);
  const middle = Math.min(right, Math.max(left, point.x));
  const x =
    [middle, middle - aside, middle + aside].find(
      (place) => place >= left && place <= right && isFree(place),
    ) ?? middle;
  const y = above ? Math.max(top - 4, point.y - 8) : Math.min(bottom + 15, point.y + 17);
  return (
    <text x={x} y={y} textAnchor="middle" className={styles.height}>
      {signed(point.emotion)}
    </text>
  );
}

function useSize(box: { readonly current: HTMLElement | null }): {
  readonly width: number;
  readonly height: number;
} {
  const [size, setSize] = useState({ width: startWidth, height: 154 });
  // Before the first paint: nothing is drawn at a size that it does not keep.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth > 0)
        setSize({ width: clientWidth, height: Math.max(profileMeasures.leastHeight, clientHeight) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}
