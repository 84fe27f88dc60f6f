/**
 * The findings of the whole report on one page, for whoever reads no other: what each section finds, under its name, with the page
 * where it stands.
 */
import { line } from '../layout/hatch.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { SceneItem } from '../layout/scene.ts';
import { stack, type Piece } from './flow.ts';
import type { ReportContext, Section } from './reportContext.ts';
import { paragraph } from './texts.ts';

/** Left of the sentences stand the names of sections, right of them the pages. */
const columns = { name: 210, page: 84, gap: 20 } as const;
/** Above and below a row: as much as the page has to give. */
const space = { least: 6, most: 13 } as const;

/** `pageOf`: where a section begins. `room`: the height of a page. */
export function shortSection(
  context: ReportContext,
  sections: readonly Section[],
  { pageOf, room }: { readonly pageOf: (id: string) => number; readonly room: number },
): Section {
  const { words, width } = context;
  const rows = sections.flatMap(({ id, name, says, inShort = says }): Row[] =>
    inShort.length === 0 ? [] : [rowOf(name, inShort, words.pageMark(pageOf(id)), width)],
  );
  const all = rows.reduce((sum, { height }) => sum + height, 0);
  const spare = (room - all) / Math.max(1, 2 * rows.length) - 0.5;
  const padding = Math.max(space.least, Math.min(space.most, spare));
  return {
    id: 'short',
    name: words.short,
    rests: '',
    says: sections.flatMap(({ says, inShort = says }) => inShort),
    pieces: rows.map(({ items, height }, index): Piece => {
      const high = height + 2 * padding;
      const rule =
        index === rows.length - 1 ? [] : [line(0, high, width, high, { colour: 'hair', width: 1 })];
      return { width, height: high, items: [...moveItems(items, 0, padding), ...rule] };
    }),
  };
}

interface Row {
  readonly items: readonly SceneItem[];
  readonly height: number;
}

function rowOf(name: string, says: readonly string[], page: string, width: number): Row {
  const left = columns.name + columns.gap;
  const texts = stack(
    says.flatMap((text) =>
      paragraph(text, width - left - columns.page - columns.gap, { role: 'lead', above: 3 }),
    ),
  );
  const head = stack(paragraph(name, columns.name, { role: 'fact' }));
  const number = stack(paragraph(page, columns.page, { role: 'legend-text', fill: 'ink-2', align: 'end' }));
  return {
    items: [
      ...moveItems(head.items, 0, 1),
      ...moveItems(texts.items, left, 0),
      ...moveItems(number.items, width - columns.page, 2),
    ],
    height: Math.max(head.height, texts.height),
  };
}
