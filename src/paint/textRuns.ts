/**
 * The runs a line of text is painted in, measured once a line: a canvas squeezes neighbouring full-width signs together
 * and has no switch for it (CSS: text-spacing-trim), while the scene is measured without. Each goes in a run of its own.
 */
import { measureText } from '../layout/measureText.ts';
import type { TextItem } from '../layout/scene.ts';

export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** Dashes of Chinese text, which have whole ems. */
  readonly stretched: boolean;
}

const fullWidthSigns =
  /(?<=[\u3000-\u303F\uFF00-\uFF65\u2018-\u201D])(?=[\u3000-\u303F\uFF00-\uFF65\u2018-\u201D])/u;
/** The same, and dashes apart from the rest. */
const chineseRuns = new RegExp(`${fullWidthSigns.source}|(?<=—)(?!—)|(?<!—)(?=—)`, 'u');

const known = new WeakMap<TextItem, readonly TextRun[]>();

export function textRuns(item: TextItem): readonly TextRun[] {
  let runs = known.get(item);
  if (!runs) {
    runs = findRuns(item);
    known.set(item, runs);
  }
  return runs;
}

function findRuns(item: TextItem): readonly TextRun[] {
  const { script } = item.font;
  const parts = item.text.split(script === 'cjk' ? chineseRuns : fullWidthSigns);
  let { x } = item;
  return parts.map((text) => {
    const stretched = script === 'cjk' && text.startsWith('—');
    const width = parts.length > 1 || stretched ? measureText(text, item.font) : item.width;
    const run = { text, x, width, stretched };
    x += width;
    return run;
  });
}
