/** The maps that went to the bin from this device, to be brought back within their 30 days (U41). */
import { useState } from 'react';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import type { DeviceMap } from '../../state/deviceMaps.ts';
import { Button } from '../../ui/Button.tsx';
import { homeWords } from '../../words/home.ts';
import { HomeSection } from './HomeSection.tsx';
import { writeWhen } from './writeWhen.ts';
import styles from './MapBin.module.css';

export interface MapBinProps {
  readonly maps: readonly DeviceMap[];
  readonly onBringBack: (map: DeviceMap) => void;
}

export function MapBin({ maps, onBringBack }: MapBinProps) {
  const words = useWords(homeWords);
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  if (maps.length === 0) return null;
  return (
    <HomeSection id="bin" title={words.bin} note={words.binNote} ruled>
      <ul className={styles.list} data-testid="bin">
        {maps.map((map) => {
          const title = map.title || words.blankMapTitle;
          return (
            <li key={map.id} className={styles.map} data-id={map.id}>
              <span className={styles.name}>{title}</span>
              <span className={styles.when}>
                {words.deletedWhen(writeWhen(map.deletedAt ?? 0, now, language))}
              </span>
              <Button aria-label={words.bringBackOf(title)} onClick={() => onBringBack(map)}>
                {words.bringBack}
              </Button>
            </li>
          );
        })}
      </ul>
    </HomeSection>
  );
}
