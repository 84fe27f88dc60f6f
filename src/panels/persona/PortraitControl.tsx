/**
 * The picture of a persona chosen from a file: made fit, stored by content hash like every picture of the map, and only
 * then named by the persona. What cannot be taken is said below.
 */
import { useState, type ChangeEvent } from 'react';

import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession, useRecord } from '../../state/mapSession.ts';
import { prepareImage } from '../../state/prepareImage.ts';
import { Button } from '../../ui/Button.tsx';
import { personaWords } from '../../words/persona.ts';
import styles from './Persona.module.css';
import { PersonaPortrait } from './PersonaPortrait.tsx';

export interface PortraitControlProps {
  readonly personaId: string;
  readonly onChange: (hash: string | null) => void;
}

export function PortraitControl({ personaId, onChange }: PortraitControlProps) {
  const { images } = useMapSession();
  const words = personaWords[useLanguage()].portrait;
  const persona = useRecord('personas', personaId);
  const [said, setSaid] = useState('');
  if (!persona) return null;

  const store = async (file: File): Promise<void> => {
    setSaid(words.storing);
    const prepared = await prepareImage(file);
    if (!prepared.ok) return setSaid(words[prepared.reason]);
    const answer = await images.add(prepared.image);
    if (answer.ok) {
      onChange(answer.value.hash);
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
      <PersonaPortrait persona={persona} size={72} />
      <div className={styles.portraitTools}>
        <label className={styles.file}>
          {words.choose}
          <input type="file" accept="image/png,image/jpeg,image/webp,image/gif" onChange={handleFile} />
        </label>
        {persona.portrait !== null && (
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
