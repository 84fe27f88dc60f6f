/**
 * The sieve (A5) along the stages (look-more, "Sieve"): a body that narrows at each mesh by what is stuck there, with a
 * flag at every mesh that says who it is, how many are lost and which share. Stages without a count are dashed.
 *
 * In:  the sieve, the stages as columns, which stage each member stands in. Out: a chart 298 high.
 * Sieves stand evenly inside their stage, not at their time. The largest loss is in the signal colour.
 */
import type { Sieve, SieveMember } from '../analysis/sieve.ts';
import { hatch, line } from '../layout/hatch.ts';
import type { Point, SceneItem } from '../layout/scene.ts';
import type { Chart, ChartFacts, ChartTarget, StageColumn } from './chart.ts';
import { linesIn, lookOf, tagItems, tagWidth, textLine, textWidth } from './pieces.ts';
import { sieveFlow, type Flow } from '../analysis/sieveFlow.ts';
import { sieveTable } from './sieveTable.ts';
import { endOf } from './stageColumns.ts';

const height = 298;
const middle = 152;
const tallest = 146;
const flagText = 112;
const gap = 8;

interface Mesh {
  readonly member: SieveMember;
  readonly x: number;
  readonly entering: number | null;
  readonly before: number;
  readonly after: number;
  readonly isLargest: boolean;
  readonly up: boolean;
}

export function sieveChart(
  sieve: Sieve,
  columns: readonly StageColumn[],
  stageOf: (id: string) => string | null,
  facts: ChartFacts,
): Chart {
  const flow = sieveFlow(sieve);
  const meshes = meshesOf(sieve, flow, columns, stageOf);
  const left = columns[0]?.x ?? 0;
  const right = endOf(columns);
  const isCounted = new Set(sieve.chain.map(({ id }) => stageOf(id)));
  const items: SceneItem[] = columns
    .slice(1)
    .map(({ x }) => line(x, 0, x, height, { colour: 'hair', width: 1 }));
  const targets: ChartTarget[] = [];

  // The body: one piece between two meshes, its outline dashed where nobody counts.
  for (const [index, mesh] of [...meshes, null].entries()) {
    const last = meshes[index - 1];
    const [from, to] = [last?.x ?? left, mesh?.x ?? right];
    const half = mesh?.before ?? last?.after ?? 0;
    if (half === 0 || to <= from) continue;
    items.push({ kind: 'rect', x: from, y: middle - half, width: to - from, height: 2 * half, fill: 'flow' });
    if (mesh) items.push(...stuck(mesh, from));
    for (const column of columns) {
      const [start, end] = [Math.max(from, column.x), Math.min(to, column.x + column.width)];
      if (end <= start) continue;
      const known = isCounted.has(column.id);
      const stroke = known
        ? { colour: 'ink' as const, width: 1.5 }
        : { colour: 'ink' as const, width: 1.25, dash: [4, 3] };
      for (const side of [-half, half]) items.push(line(start, middle + side, end, middle + side, stroke));
    }
  }
  for (const mesh of meshes) items.push(...meshItems(mesh));

  for (const [index, mesh] of meshes.entries()) {
    const from = meshes[index - 1]?.x ?? left;
    const { entering } = mesh;
    if (entering === null) continue;
    const text = facts.numbers.plain(Math.round(entering));
    const look =
      index < 3
        ? ({ serif: true, size: [19, 17, 15][index] ?? 15 } as const)
        : ({ size: 13, weight: 600 } as const);
    const width = textWidth(text, look);
    if (width > mesh.x - from - 6) continue;
    const x = (from + mesh.x) / 2 - Math.min(8, Math.max(0, (mesh.x - from - width) / 4));
    items.push(...textLine(text, x, middle + 5, { ...look, align: 'middle' }));
    targets.push({
      box: { x: x - width / 2 - 4, y: middle - 12, width: width + 8, height: 24 },
      label: facts.words.sieve.arrive(text, facts.title(mesh.member.id)),
      ids: [mesh.member.id],
    });
  }
  for (const column of columns) {
    if (isCounted.has(column.id) || meshes.length === 0) continue;
    const half = halfAt(meshes, column.x + column.width / 2);
    const side = [true, false].find((up) => isFree(meshes, column, up));
    if (side === undefined) continue;
    const y = side ? middle - half - 7 : middle + half + 16;
    const text = facts.words.sieve.notCounted;
    items.push(...textLine(text, column.x + 8, y, { fill: 'ink-2' }, column.width - 12));
  }
  for (const mesh of meshes) {
    const flag = flagOf(mesh, meshes, right, facts);
    items.push(...flag.items);
    targets.push(flag.target);
  }
  return { width: right, height, items, targets, table: sieveTable(sieve, facts) };
}

function meshesOf(
  sieve: Sieve,
  flow: Flow,
  columns: readonly StageColumn[],
  stageOf: (id: string) => string | null,
): readonly Mesh[] {
  const inStage = Map.groupBy(sieve.chain, ({ id }) => stageOf(id));
  const first = columns[0];
  return sieve.chain.flatMap((member, index): readonly Mesh[] => {
    const column = columns.find(({ id }) => id === stageOf(member.id));
    const step = flow.steps[index];
    if (!column || !step) return [];
    const row = inStage.get(column.id) ?? [];
    // Behind the last mesh stands its flag.
    const isLast = column === columns.at(-1);
    const usable = isLast ? Math.max(24, column.width - 64) : column.width;
    const even = column.x + (usable * (row.indexOf(member) + 0.5)) / row.length;
    // The count of those who begin stands before the first mesh.
    const room = first && index === 0 ? first.x + Math.min(84, column.width * 0.62) : even;
    return [
      {
        member,
        x:
          row.length === 1 || index === 0
            ? Math.max(even, Math.min(room, column.x + column.width - 10))
            : even,
        entering: step.entering,
        before: (step.before * tallest) / 2,
        after: (step.after * tallest) / 2,
        isLargest:
          sieve.largestLoss === member.id || (sieve.largestLoss === null && sieve.largestDrop === member.id),
        up: index % 2 === 0,
      },
    ];
  });
}

/** What does not get through, hatched before the mesh above and below. */
function stuck({ x, before, after, isLargest }: Mesh, from: number): SceneItem[] {
  const wide = Math.min(from === 0 || isLargest ? 34 : 22, (x - from) * 0.6);
  if (before - after < 1.5) return [];
  const stroke = isLargest
    ? ({ colour: 'signal', width: 1.8 } as const)
    : ({ colour: 'ink', width: 1.4 } as const);
  return [-1, 1].flatMap((side) => {
    const shape: Point[] = [
      { x: x - wide, y: middle + side * before },
      { x, y: middle + side * before },
      { x, y: middle + side * after },
    ];
    return hatch(shape, 5, stroke, side > 0);
  });
}

function meshItems({ x, before, isLargest }: Mesh): SceneItem[] {
  const [top, bottom] = [middle - before - 7, middle + before + 7];
  return [
    line(x, top, x, bottom, { colour: 'paper', width: 4 }),
    line(x, top, x, bottom, { colour: isLargest ? 'signal' : 'ink', width: 2.25, dash: [3, 2.5] }),
  ];
}

/** The staff with number, loss, name and share, on its own paper where it lies over a stage's rule. */
function flagOf(
  mesh: Mesh,
  meshes: readonly Mesh[],
  right: number,
  facts: ChartFacts,
): { readonly items: readonly SceneItem[]; readonly target: ChartTarget } {
  const { member, x, up, isLargest } = mesh;
  const { words, numbers } = facts;
  const next = meshes.find((other) => other.x > x && other.up === up);
  const width = Math.max(52, Math.min(flagText, (next?.x ?? right + 40) - x - 5 - gap));
  const flip = x + 5 + width > right && !next ? Math.max(0, x + 5 + width - right) : 0;
  const room = Math.max(52, width - flip);
  const tag = facts.tag(member.id);
  const loss = lossText(member, facts);
  const titleLook = lookOf(facts.title(member.id), { size: 12, weight: 500 });
  const title = linesIn(facts.title(member.id), titleLook, room, 3);
  const shareLost = shareText(member, facts, room);
  const lineHeight = 15;
  const blockHeight = 18 + title.length * lineHeight + (shareLost ? lineHeight : 0);
  const reach = [x, x + 5 + room] as const;
  const lane = Math.max(...halves(meshes, ...reach));
  const top = up
    ? Math.max(2, middle - lane - 10 - blockHeight)
    : Math.min(height - blockHeight - 4, middle + lane + 10);
  const ink = isLargest ? ('signal' as const) : ('ink' as const);
  const staff = up
    ? line(x, top, x, middle - mesh.before - 7, { colour: ink, width: 1 })
    : line(x, middle + mesh.before + 7, x, top + blockHeight, { colour: ink, width: 1 });
  const items: SceneItem[] = [
    { kind: 'rect', x: x + 2, y: top, width: room + 4, height: blockHeight, fill: 'paper' },
    staff,
    ...tagItems(tag, x + 5, top, isLargest ? 'signal' : 'plain'),
    ...textLine(loss, x + 5 + tagWidth(tag) + 5, top + 12.5, { size: 12.5, weight: 700, fill: ink }, room),
  ];
  let y = top + 12.5;
  for (const text of title) {
    y += lineHeight;
    items.push(...textLine(text, x + 5, y, titleLook));
  }
  if (shareLost) {
    items.push(
      ...textLine(
        shareLost,
        x + 5,
        y + lineHeight,
        isLargest ? { size: 11.5, weight: 600, fill: 'signal' } : { size: 11.5, fill: 'ink-2' },
        room,
      ),
    );
  }
  const said = words.sieve.target(
    tag,
    facts.title(member.id),
    loss,
    member.drop === null
      ? words.reasons[member.unknown ?? 'not-counted'].short
      : numbers.percent(member.drop),
  );
  const label =
    member.costPerPassed === null
      ? said
      : `${said}. ${words.sieve.perPassed(numbers.money(member.costPerPassed, facts.currency))}`;
  return {
    items,
    target: { box: { x: x + 2, y: top, width: room + 4, height: blockHeight }, label, ids: [member.id] },
  };
}

/** The people lost as text; "none lost" only where somebody was there to be lost. */
export function lossText({ loss, drop }: SieveMember, { numbers, words }: ChartFacts): string {
  if (loss === 0) return drop === null ? numbers.plain(0) : words.sieve.noneLost;
  if (loss !== null) return numbers.plain(-loss);
  return drop === null ? '?' : `−${numbers.percent(drop)}`;
}

function shareText({ loss, drop, unknown, derived }: SieveMember, facts: ChartFacts, width: number): string {
  const { words, numbers } = facts;
  if (loss === 0 && drop !== null) return '';
  if (drop === null) return words.reasons[unknown ?? 'not-counted'].short;
  if (loss === null) return derived ? words.sieve.derived : '';
  const long = words.sieve.lost(numbers.percent(drop));
  return textWidth(long, { size: 11.5 }) <= width ? long : numbers.percent(drop);
}

/** Half the heights of the body's pieces between two places. */
function halves(meshes: readonly Mesh[], from: number, to: number): readonly number[] {
  const inside = meshes
    .filter(({ x }) => x >= from && x <= to)
    .flatMap(({ before, after }) => [before + 7, after]);
  return [halfAt(meshes, from + 1), halfAt(meshes, to), ...inside];
}

function halfAt(meshes: readonly Mesh[], x: number): number {
  const next = meshes.find((mesh) => mesh.x >= x);
  return next?.before ?? meshes.at(-1)?.after ?? 0;
}

/** No flag stands above, or below, the body in this stage. */
function isFree(meshes: readonly Mesh[], { x, width }: StageColumn, up: boolean): boolean {
  return !meshes.some((mesh) => mesh.up === up && mesh.x < x + width && mesh.x + flagText > x);
}
