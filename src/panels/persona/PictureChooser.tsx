/**
 * A picture of the map chosen from a file: made fit, stored by content hash like every picture of the map, and only
 * then named by whatever shows it. What cannot be taken is said below.
 */
import { useState, type ChangeEvent, type ReactNode } from 'react';

import type { StoredImageFacts } from '../../protocol/http.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession } from '../../state/mapSession.ts';
import { prepareImage } from '../../state/prepareImage.ts';
import { Button } from '../../ui/Button.tsx';
import { personaWords } from '../../words/persona.ts';
import styles from './Persona.module.css';

export interface PictureChooserProps {
  /** How it looks now. */
  readonly children: ReactNode;
  /** Whether there is one that can be taken away. */
  readonly isChosen: boolean;
  readonly onChange: (picture: StoredImageFacts | null) => void;
}

export function PictureChooser({ children, isChosen, onChange }: PictureChooserProps) {
  const { images } = useMapSession();
  const words = personaWords[useLanguage()].portrait;
  const [said, setSaid] = useState('');

  const store = async (file: File): Promise<void> => {
    setSaid(words.storing);
    const prepared = await prepareImage(file);
    if (!prepared.ok) return setSaid(words[prepared.reason]);
    const answer = await images.add(prepared.image);
    if (answer.ok) {
      onChange(answer.value);
      return setSaid('');
    }
    const { failure } = answer;
    const isFull = failure.kind === 'refused' && failure.status === 413;
    return setSaid(failure.kind === 'offline' ? words.offline : isFull ? words.full : words.refused);
  };
  const handleFile = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file) void store(file);
  };
  return (
    <div className={styles.portrait}>
      {children}
      <div className={styles.portraitTools}>
        <label className={styles.file}>
          {words.choose}
          <input type="file" accept="image/png,image/jpeg,image/webp,image/gif" onChange={handleFile} />
        </label>
        {isChosen && (
          <Button kind="text" small underlined onClick={() => onChange(null)}>
            {words.remove}
          </Button>
        )}
      </div>
      <p className={styles.said} role="status">
        {said}
      </p>
    </div>
  );
}
