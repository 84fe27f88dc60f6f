/** Below an open emotion: the five faces to press, the scale with a pointer at what is typed, its word, and the keys. */
import { emotionBand, emotionBands } from '../model/emotionBand.ts';
import { Face } from '../panels/Face.tsx';
import { useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { parseNumber } from '../ui/NumberField.tsx';
import { canvasWords } from '../words/canvas.ts';
import type { TableWords } from '../words/table.ts';
import { numberText } from './cellValue.ts';
import styles from './Table.module.css';

export interface EmotionPickerProps {
  readonly title: string;
  /** As typed so far. */
  readonly text: string;
  readonly words: TableWords;
  readonly onPick: (text: string) => void;
}

export function EmotionPicker({ title, text, words, onPick }: EmotionPickerProps) {
  const { bands } = canvasWords[useScreen((state) => state.language)];
  const typed = parseNumber(text);
  const value = typed === null ? null : Math.min(2, Math.max(-2, typed));
  const band = value === null ? null : emotionBand(value);
  return (
    <span className={styles.picker} data-testid="emotion-picker">
      <span className={styles.pickerTitle}>{title}</span>
      <span className={styles.faces} role="group" aria-label={words.faces}>
        {emotionBands.map((one, index) => (
          <button
            key={one}
            type="button"
            tabIndex={-1}
            aria-pressed={one === band}
            aria-label={`${numberText(index - 2)}, ${bands[one]}`}
            className={classes(styles.face, one === band && styles.faceOn)}
            style={{ background: `var(--emotion-${one})`, color: `var(--on-${one})` }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(String(index - 2))}
          >
            <Face band={one} size={20} ink={`on-${one}`} />
            {index > 2 ? `+${index - 2}` : numberText(index - 2)}
          </button>
        ))}
      </span>
      <svg className={styles.ruler} viewBox="0 0 280 18" aria-hidden="true">
        <path d="M28 5H252M28 1V9M84 1V9M140 1V9M196 1V9M252 1V9" className={styles.ticks} />
        {value !== null && <path d={`M${140 + value * 56} 9l6 9h-12z`} className={styles.pointer} />}
      </svg>
      <span className={styles.pickerFoot}>
        <b>{band === null ? words.notRated : bands[band]}</b>
        <span>{words.emotionKeys}</span>
      </span>
    </span>
  );
}
