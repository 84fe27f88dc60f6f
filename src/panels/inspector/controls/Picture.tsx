/**
 * An inline picture: chosen from a file and made small enough for the map (R: a data address of at most 524,288
 * characters, raster only). What is no picture, or cannot be made small enough, is said.
 */
import { useState, type ChangeEvent } from 'react';
import { IMAGE_LENGTH } from '../../../model/limits.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useInspector } from '../inspectorContext.ts';
import styles from './controls.module.css';

export interface PictureProps {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (data: string | null) => void;
  readonly onRule: (rule: string | null) => void;
}

/** Longest sides tried, in px, until the picture fits. */
const sides = [1280, 960, 640, 400, 240] as const;

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

type Made =
  | { readonly ok: true; readonly data: string }
  | { readonly ok: false; readonly reason: 'pictureNotRead' | 'pictureTooLarge' };

/** The picture as a data address that fits, drawn smaller when it must be. */
async function smallPicture(file: File): Promise<Made> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return { ok: false, reason: 'pictureNotRead' };
  const canvas = document.createElement('canvas');
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    // PNG keeps drawings crisp and see-through; photographs fit as WebP.
    const fitting = [canvas.toDataURL('image/png'), canvas.toDataURL('image/webp', 0.85)].find(
      (data) => data.length <= IMAGE_LENGTH,
    );
    if (fitting) return { ok: true, data: fitting };
  }
  return { ok: false, reason: 'pictureTooLarge' };
}
