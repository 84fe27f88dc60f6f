/** A whole journey that comes in (Touchline, Mermaid, CJML): what it holds and what it would add; one of several is chosen. */
import { useMemo, useState } from 'react';
import { joinMap } from '../../import/joinMap.ts';
import type { FoundJourney } from '../../import/readSource.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { Select } from '../../ui/Select.tsx';
import { importWords } from '../../words/imports.ts';
import { randomId } from '../randomId.ts';
import { ImportFrame, type ImportFrameProps } from './ImportFrame.tsx';
import { effectsOf, EffectList } from './WhatHappens.tsx';
import styles from './ImportDialog.module.css';

export interface JourneyImportProps extends Pick<ImportFrameProps, 'onClose' | 'onNewMap' | 'lead'> {
  readonly journeys: readonly FoundJourney[];
  /** Kind of file and its name. */
  readonly subtitle: string;
  /** The map it goes into; null: a new one. */
  readonly base: JourneyMap | null;
  /** The whole journey for a new map, else what is to be added. */
  readonly onOutcome: (journey: JourneyMap) => void;
}

export function JourneyImport({
  journeys,
  subtitle,
  base,
  lead,
  onClose,
  onNewMap,
  onOutcome,
}: JourneyImportProps) {
  const language = useLanguage();
  const words = importWords[language];
  const [chosen, setChosen] = useState(0);
  const found = journeys[chosen];
  const outcome = useMemo(() => {
    if (!found) return null;
    return base ? joinMap(base, found.journey, randomId) : found.journey;
  }, [found, base]);
  if (!found || !outcome) return null;
  const { map } = found.journey;
  const effects = effectsOf(outcome, base === null, words);
  const left = found.left.length > 0 ? [{ text: words.leftElements, names: found.left }] : [];
  return (
    <ImportFrame
      title={words.title}
      subtitle={subtitle}
      lead={lead}
      action={base === null ? words.importMap : effects.length > 0 ? words.importInto : null}
      onImport={() => onOutcome(outcome)}
      onClose={onClose}
      onNewMap={onNewMap}
      width={560}
    >
      {journeys.length > 1 && (
        <div className={styles.choices}>
          <span className={styles.choice}>
            <span>{words.journey}</span>
            <Select
              large
              aria-label={words.journey}
              value={String(chosen)}
              choices={journeys.map(({ journey }, index) => ({
                value: String(index),
                label: `${journey.map.title} (${words.states[journey.map.state]})`,
              }))}
              onChange={(value) => setChosen(Number(value))}
              testId="import-journey"
            />
          </span>
        </div>
      )}
      <p className={styles.journey}>
        <b>{map.title}</b>
        <span>{words.states[map.state]}</span>
      </p>
      <EffectList effects={[...effects, ...left]} none={words.nothing} />
    </ImportFrame>
  );
}
