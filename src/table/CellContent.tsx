/** What a cell shows of its value: words, faces, five blocks, the square of the evidence. The cell's name says it in words. */
import { emotionBand } from '../model/emotionBand.ts';
import type { Touchpoint } from '../model/journeyMap.ts';
import { channelGlyph, starItem } from '../layout/glyphs.ts';
import { inPinOrder, pinItems } from '../layout/pins.ts';
import { Face } from '../panels/Face.tsx';
import { SceneSvg } from '../panels/SceneSvg.tsx';
import { useMapSession, useProjection } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { signed } from '../words/scene.ts';
import { cellText, type Lookup } from './cellValue.ts';
import type { Column } from './columns.ts';
import styles from './Table.module.css';

export interface CellContentProps {
  readonly column: Column;
  readonly touchpoint: Touchpoint;
  readonly lookup: Lookup;
  readonly narrow: boolean;
}

export function CellContent({ column, touchpoint, lookup, narrow }: CellContentProps) {
  const text = cellText(column, touchpoint, lookup);
  switch (column.field) {
    case 'title':
      return <Title touchpoint={touchpoint} lookup={lookup} />;
    case 'emotion':
      return <Emotion value={touchpoint.emotion} />;
    case 'channelId':
      return <Channel id={touchpoint.channelId} name={text} />;
    case 'evidenceLevel':
      return (
        <span className={styles.evidence} data-level={touchpoint.evidenceLevel}>
          <span className={styles.square} />
          {text}
        </span>
      );
    default: {
      const value = touchpoint[column.field];
      if (column.blocks)
        return <Blocks value={typeof value === 'number' ? value : null} narrow={narrow} lookup={lookup} />;
      if (column.spec.kind === 'boolean')
        return <span className={styles.text}>{value === true ? '✓' : ''}</span>;
      return (
        <span className={classes(styles.text, column.spec.kind === 'number' && styles.figure)}>
          {text}
          {column.percent && text !== '' ? '%' : ''}
        </span>
      );
    }
  }
}

function Title({
  touchpoint: { id, title, key },
  lookup: { words },
}: Pick<CellContentProps, 'touchpoint' | 'lookup'>) {
  const moments = useProjection((state) => state.journey.moments);
  const pins = inPinOrder(moments.filter(({ touchpointId }) => touchpointId === id));
  return (
    <span className={styles.title}>
      <span className={styles.words}>{title}</span>
      {(key || pins.length > 0) && (
        <span className={styles.unseen}>
          {words.list([key ? words.key : '', pins.length > 0 ? words.moment : ''].filter(Boolean))}
        </span>
      )}
      {key && (
        <svg width={14} height={14} aria-hidden="true">
          <SceneSvg items={[starItem(7, 7.5, 6.5, 'ink')]} />
        </svg>
      )}
      {pins.map((pin) => (
        <svg key={pin.id} width={16} height={22} aria-hidden="true">
          <SceneSvg items={pinItems(pin.kind, 8, 21, 20)} />
        </svg>
      ))}
    </span>
  );
}

function Emotion({ value }: { readonly value: number | null }) {
  const band = value === null ? null : emotionBand(value);
  return (
    <span
      className={styles.emotion}
      style={band ? { background: `var(--emotion-${band})`, color: `var(--on-${band})` } : undefined}
    >
      <Face band={band} size={18} ink={band ? `on-${band}` : 'ink-2'} />
      <span>{value === null ? '–' : signed(value)}</span>
    </span>
  );
}

function Channel({ id, name }: { readonly id: string | null; readonly name: string }) {
  const { projection } = useMapSession();
  const form = useProjection(() => (id === null ? undefined : projection.find('channels', id)?.form));
  return (
    <span className={styles.text}>
      {form && (
        <svg width={13} height={13} aria-hidden="true" className={styles.glyph}>
          <SceneSvg items={channelGlyph(form, 0, 0, 13, 'ink-2')} />
        </svg>
      )}
      {name}
    </span>
  );
}

function Blocks({
  value,
  narrow,
  lookup,
}: {
  readonly value: number | null;
  readonly narrow: boolean;
  readonly lookup: Lookup;
}) {
  if (value === null)
    return (
      <span className={styles.unrated}>
        <b>–</b> {!narrow && lookup.words.notRated}
      </span>
    );
  return (
    <span className={styles.score}>
      <b>{Math.round(value * 10) / 10}</b>
      {!narrow && (
        <svg width={63} height={8} aria-hidden="true">
          {[0, 1, 2, 3, 4].map((block) => (
            <g key={block}>
              <rect x={block * 13 + 0.5} y={0.5} width={10} height={7} className={styles.blockFrame} />
              <rect
                x={block * 13}
                y={0}
                width={11 * Math.min(1, Math.max(0, value - block))}
                height={8}
                className={styles.blockFill}
              />
            </g>
          ))}
        </svg>
      )}
    </span>
  );
}
