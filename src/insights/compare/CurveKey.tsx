/** Which line is whose, and what the two tints of the band say. */
import type { LineSign } from '../../theme/inks.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { line } from '../../layout/hatch.ts';
import { Drawing } from '../ChartView.tsx';
import styles from './Compare.module.css';

export interface CurveKeyProps {
  readonly entries: readonly { readonly sign: LineSign; readonly name: string }[];
  /** Null: no band is drawn. */
  readonly higher: string | null;
  readonly lower: string | null;
}

export function CurveKey({ entries, higher, lower }: CurveKeyProps) {
  return (
    <p className={styles.key}>
      {entries.map(({ sign, name }) => (
        <span key={name} className={styles.keyEntry}>
          <LineSample sign={sign} />
          {name}
        </span>
      ))}
      {higher !== null && (
        <span className={styles.keyEntry}>
          <Swatch paint="land" />
          {higher}
        </span>
      )}
      {lower !== null && (
        <span className={styles.keyEntry}>
          <Swatch paint="water" />
          {lower}
        </span>
      )}
    </p>
  );
}

function Swatch({ paint }: { readonly paint: 'land' | 'water' }) {
  return (
    <Drawing
      width={20}
      height={12}
      items={[
        { kind: 'rect', x: 0, y: 0, width: 20, height: 12, fill: paint },
        ...(paint === 'water'
          ? [3, 9, 15].map((x) => line(x, 0, x, 12, { colour: 'water-line', width: 0.75 }))
          : []),
      ]}
    />
  );
}
