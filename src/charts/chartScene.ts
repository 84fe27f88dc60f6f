/**
 * A chart as a scene of its own, so that the writers of the map save it as a picture: its name above it, paper around it.
 *
 * In:  a chart; its name; the language its texts are in; what its signs mean, which stands below it. Out: the scene; same input, same drawing.
 */
import type { Scene } from '../layout/scene.ts';
import type { Chart } from './chart.ts';
import { linesIn, lookOf, textLine } from './pieces.ts';

type Drawn = Pick<Chart, 'width' | 'height' | 'items'>;

const margin = 24;
const titleLook = { serif: true, size: 18 };
const titleLine = 26;

export function chartScene(
  { width, height, items }: Drawn,
  title: string,
  language: Scene['language'],
  key: Drawn = { width: 0, height: 0, items: [] },
): Scene {
  const lines = linesIn(title, titleLook, width, 2);
  const top = margin + lines.length * titleLine + 8;
  const keyTop = top + height + 14;
  return {
    width: width + 2 * margin,
    height: (key.height === 0 ? top + height : keyTop + key.height) + margin,
    title,
    language,
    background: 'paper',
    groups: [
      {
        id: 'title',
        role: 'legend',
        title,
        origin: { x: margin, y: margin },
        box: { x: margin, y: margin, width, height: lines.length * titleLine },
        items: lines.flatMap((text, row) =>
          textLine(text, 0, 18 + row * titleLine, lookOf(title, titleLook)),
        ),
      },
      {
        id: 'chart',
        role: 'legend',
        title,
        origin: { x: margin, y: top },
        // What stands at the edge, half a line or a letter, is in the picture too.
        box: { x: 0, y: top - 8, width: width + 2 * margin, height: height + 16 },
        items,
      },
      ...(key.height === 0
        ? []
        : [
            {
              id: 'key',
              role: 'legend' as const,
              title,
              origin: { x: margin, y: keyTop },
              box: { x: margin, y: keyTop, width: key.width, height: key.height },
              items: key.items,
            },
          ]),
    ],
  };
}
