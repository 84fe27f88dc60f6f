/** From whose point of view the page is worked out: everyone or one persona, and for response times and surveys a tier. */
import type { ReactNode } from 'react';
import type { JourneyMap } from '../model/journeyMap.ts';
import { baseSign, personaSign, type LineSign } from '../theme/inks.ts';
import { LineSample } from '../ui/LineSample.tsx';
import { Select } from '../ui/Select.tsx';
import type { InsightsWords } from '../words/insights.ts';
import type { Numbers } from '../words/numbers.ts';
import styles from './PointsBar.module.css';

export interface PointsBarProps {
  readonly personas: JourneyMap['personas'];
  readonly tiers: JourneyMap['tiers'];
  readonly words: InsightsWords;
  readonly numbers: Numbers;
  readonly personaId: string | null;
  readonly tierId: string | null;
  readonly onPersona: (id: string | null) => void;
  readonly onTier: (id: string | null) => void;
  readonly end?: ReactNode;
}

export function PointsBar({
  personas,
  tiers,
  words,
  numbers,
  personaId,
  tierId,
  onPersona,
  onTier,
  end,
}: PointsBarProps) {
  return (
    <section className={styles.bar} aria-label={words.points} data-testid="points-bar">
      <span className={styles.caption}>{words.points}</span>
      <div className={styles.points}>
        <Point
          sign={baseSign}
          name={words.everyone}
          note=""
          on={personaId === null}
          onChoose={() => onPersona(null)}
        />
        {personas.map(({ id, name, share }, index) => (
          <Point
            key={id}
            sign={personaSign(index)}
            name={name || words.untitled}
            note={share === null ? '' : numbers.percent(share)}
            on={personaId === id}
            onChoose={() => onPersona(id)}
          />
        ))}
      </div>
      {tiers.length > 0 && (
        <label className={styles.tier}>
          <span className={styles.tierName}>{words.tier}</span>
          <Select
            testId="tier-choice"
            value={tierId ?? ''}
            choices={[
              { value: '', label: words.allTiers },
              ...tiers.map(({ id, name }) => ({ value: id, label: name || words.untitled })),
            ]}
            onChange={(id) => onTier(id === '' ? null : id)}
          />
        </label>
      )}
      {end}
    </section>
  );
}

interface PointProps {
  readonly sign: LineSign;
  readonly name: string;
  readonly note: string;
  readonly on: boolean;
  readonly onChoose: () => void;
}

function Point({ sign, name, note, on, onChoose }: PointProps) {
  return (
    <button type="button" className={styles.point} aria-pressed={on} onClick={onChoose}>
      <LineSample sign={sign} off={!on} />
      <span className={styles.name}>{name}</span>
      {note && <span className={styles.share}>{note}</span>}
    </button>
  );
}
