/**
 * An inline picture: chosen from a file and made small enough for the map (R: a data address of at most 524,288
 * characters, raster only). What is no picture, or cannot be made small enough, is said.
 */
import { useState, type ChangeEvent } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useInspector } from '../inspectorContext.ts';
import styles from './controls.module.css';
import { smallPicture } from './smallPicture.ts';

export interface PictureProps {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (data: string | null) => void;
  readonly onRule: (rule: string | null) => void;
}

export function Picture({ id, label, value, onChange, onRule }: PictureProps) {
  const { words } = useInspector();
  const [busy, setBusy] = useState(false);
  const data = typeof value === 'string' ? value : null;

  const handleFile = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (!file) return;
    setBusy(true);
    const made = await smallPicture(file);
    setBusy(false);
    onRule(made.ok ? null : words[made.reason]);
    if (made.ok) onChange(made.data);
  };
  return (
    <span className={styles.picture}>
      {data !== null && <img src={data} alt={label} className={styles.thumbnail} />}
      <label className={styles.fileButton}>
        {words.choosePicture}
        <input
          id={id}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          disabled={busy}
          onChange={(event) => void handleFile(event)}
        />
      </label>
      {data !== null && (
        <IconButton small icon="close" label={words.clearOf(label)} onClick={() => onChange(null)} />
      )}
    </span>
  );
}
