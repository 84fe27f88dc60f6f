/** Who controls a contact (A19): organisation, staff and customer as parts of a bar of 100, told apart by how they are filled. */
import type { ControlBalance, ControlPart } from '../analysis/controlBalance.ts';
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { Chart, ChartFacts, ChartTarget } from './chart.ts';
import { mediaFill } from './mixChart.ts';
import { tagItems, tagWidth, textLine } from './pieces.ts';

export const controlParts: readonly ControlPart[] = ['organisation', 'staff', 'customer'];
const fills = { organisation: 'owned', staff: 'paid', customer: 'earned' } as const;
const row = 40;

export function controlChart({ rows }: ControlBalance, width: number, facts: ChartFacts): Chart {
  const words = facts.words.contacts.control;
  const items: SceneItem[] = [];
  const targets: ChartTarget[] = [];
  const said = (by: ControlPart | null): string => (by === null ? words.even : words.dominated[by]);
  for (const [index, { id, shares, dominatedBy }] of rows.entries()) {
    const y = index * row;
    const tag = facts.tag(id);
    const left = tagWidth(tag) + 8;
    items.push(
      ...tagItems(tag, 0, y + 3),
      ...textLine(facts.title(id), left, y + 15, { size: 12.5, weight: 500 }, width - left - 106),
      ...textLine(
        said(dominatedBy),
        width,
        y + 15,
        { size: 11.5, fill: dominatedBy ? 'ink' : 'ink-2', weight: dominatedBy ? 600 : 400, align: 'end' },
        100,
      ),
    );
    let x = left + 0.5;
    for (const part of controlParts) {
      const own = (shares[part] / 100) * (width - left - 1);
      if (own > 0) items.push(...controlFill(part, x, y + 22.5, own, 9));
      x += own;
    }
    items.push(line(0, y + row - 2.5, width, y + row - 2.5, { colour: 'hair', width: 1 }));
    targets.push({
      box: { x: 0, y, width, height: row - 3 },
      label: words.row(
        `${tag} ${facts.title(id)}`,
        shares.organisation,
        shares.staff,
        shares.customer,
        said(dominatedBy),
      ),
      ids: [id],
    });
  }
  return {
    width,
    height: rows.length * row,
    items,
    targets,
    table: {
      columns: words.columns,
      rows: rows.map(({ id, shares, dominatedBy }) => [
        `${facts.tag(id)} ${facts.title(id)}`,
        ...controlParts.map((part) => facts.numbers.plain(shares[part])),
        said(dominatedBy),
      ]),
    },
  };
}

/** How a part is filled; also for the key. */
export function controlFill(
  part: ControlPart,
  x: number,
  y: number,
  width: number,
  height: number,
): SceneItem[] {
  return mediaFill(fills[part], x, y, width, height);
}
