/**
 * The flow through the sieves, drawn behind the cards of the journey's lanes: a body that narrows at the middle of each
 * counted card to those who get through. Its height is a logarithm of the count (analysis/sieveFlow.ts), as on the page
 * of insights: the same step is the same share lost. Over stages in which nobody counts its outline is dashed.
 *
 * In: the flow, a laid out map. Out: one group over the run of neighbouring journey lanes that holds most of the sieves;
 * none where no sieve has a card.
 */
import type { Flow, FlowStep } from '../../analysis/sieveFlow.ts';
import { isJourneyLane } from '../../model/laneKinds.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { plain } from '../../words/scene.ts';
import { line } from '../hatch.ts';
import { fontFor, measureText } from '../measureText.ts';
import type { LaneRow, MapLayout } from '../mapLayout.ts';
import type { Box, Detail, SceneGroup, SceneItem } from '../scene.ts';
import { ruleScale } from '../sizes.ts';
import { textItems } from '../textItems.ts';
import { rect } from './blocks.ts';

/** Clear of the lanes' edges, and never so high that it would tint the lanes. */
const clear = 7;
const tallest = 240;

interface Mesh {
  readonly step: FlowStep;
  readonly x: number;
}

export function flowBody(
  flow: Flow,
  layout: MapLayout,
  journey: JourneyMap,
  largest: string | null,
): readonly SceneGroup[] {
  const rows = widestRun(flow, layout);
  const [first, last] = [rows[0], rows.at(-1)];
  const meshes = meshesOf(flow, layout);
  if (!first || !last || meshes.length === 0) return [];
  const inRows = new Set(rows.map(({ id }) => id));
  const cards = [...layout.cards.values()].filter(({ laneId }) => inRows.has(laneId));
  const box = boxOf(flow, layout, { top: first.y, bottom: last.y + last.height });
  const counted = countedStages(flow, layout);
  const draw = (detail: Detail): readonly SceneItem[] => [
    ...bodyItems(meshes, counted, layout, box.height, detail),
    ...meshes.flatMap((mesh) => meshItems(mesh, mesh.step.id === largest, box.height, detail)),
    ...(detail === 'full' ? countItems(meshes, cards, box) : []),
  ];
  const drawn: { [D in Detail]?: readonly SceneItem[] } = {};
  const itemsAt = (detail: Detail): readonly SceneItem[] => (drawn[detail] ??= draw(detail));
  const name = journey.lanes.find(({ id }) => id === first.id)?.name ?? '';
  return [
    {
      id: 'overlay.flow',
      role: 'sieve',
      title: name,
      origin: { x: 0, y: box.y },
      box,
      get items() {
        return itemsAt('full');
      },
      itemsAt,
    },
  ];
}

/** As high as its lanes are, at most; at the middle of its sieves' cards. */
function boxOf(
  { steps }: Flow,
  { cards, width }: MapLayout,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Box {
  const height = Math.min(bottom - top, tallest + 2 * clear);
  const middles = steps.flatMap(({ id }) => {
    const card = cards.get(id);
    return card && card.y >= top && card.y < bottom ? [card.y + card.height / 2] : [];
  });
  const middle = middles.reduce((sum, one) => sum + one, 0) / Math.max(1, middles.length);
  return { x: 0, y: Math.max(top, Math.min(bottom - height, middle - height / 2)), width, height };
}

/** Neighbouring journey lanes, of such runs the one with most sieves. */
function widestRun(flow: Flow, { lanes, cards }: MapLayout): readonly LaneRow[] {
  const perLane = new Map<string, number>();
  for (const { id } of flow.steps) {
    const laneId = cards.get(id)?.laneId;
    if (laneId !== undefined) perLane.set(laneId, (perLane.get(laneId) ?? 0) + 1);
  }
  const runs: LaneRow[][] = [[]];
  for (const lane of lanes) {
    if (isJourneyLane(lane.kind) && !lane.collapsed) runs.at(-1)?.push(lane);
    else runs.push([]);
  }
  const sieves = (run: readonly LaneRow[]): number =>
    run.reduce((sum, { id }) => sum + (perLane.get(id) ?? 0), 0);
  return runs.reduce((best, run) => (sieves(run) > sieves(best) ? run : best), []);
}

/** In the order of the chain; what stands left of the one before it (rows of one stage) is passed at the same place. */
function meshesOf(flow: Flow, { cards }: MapLayout): readonly Mesh[] {
  let least = 0;
  return flow.steps.flatMap((step): Mesh[] => {
    const card = cards.get(step.id);
    if (!card) return [];
    least = Math.max(least, card.x + card.width / 2);
    return [{ step, x: least }];
  });
}

function countedStages(flow: Flow, { cards }: MapLayout): ReadonlySet<string> {
  return new Set(flow.steps.flatMap(({ id }) => cards.get(id)?.stageId ?? []));
}

function bodyItems(
  meshes: readonly Mesh[],
  counted: ReadonlySet<string>,
  { stages, width }: MapLayout,
  height: number,
  detail: Detail,
): SceneItem[] {
  const scale = ruleScale[detail];
  const middle = height / 2;
  const grounds: SceneItem[] = [];
  const outlines: SceneItem[] = [];
  for (const [index, mesh] of [...meshes, null].entries()) {
    const last = meshes[index - 1];
    const [from, to] = [last?.x ?? 0, mesh?.x ?? width];
    const half = halfOf(mesh ? mesh.step.before : (last?.step.after ?? 0), height);
    if (to <= from || half <= 0) continue;
    grounds.push(rect({ x: from, y: middle - half, width: to - from, height: 2 * half }, 'flow'));
    for (const stage of stages) {
      const [start, end] = [Math.max(from, stage.x), Math.min(to, stage.x + stage.width)];
      if (end <= start) continue;
      const stroke = counted.has(stage.id)
        ? ({ colour: 'ink', width: 1.5 * scale } as const)
        : ({ colour: 'ink', width: 1.25 * scale, dash: [4 * scale, 3 * scale] } as const);
      for (const y of [middle - half, middle + half]) outlines.push(line(start, y, end, y, stroke));
    }
  }
  return [...grounds, ...outlines];
}

function halfOf(share: number, height: number): number {
  return (share * (height - 2 * clear)) / 2;
}

/** The wall in which the mesh hangs, from the wide body to the narrow one, and a little beyond. */
function meshItems({ step, x }: Mesh, isLargest: boolean, height: number, detail: Detail): SceneItem[] {
  const scale = ruleScale[detail];
  const middle = height / 2;
  const half = Math.min(height / 2 - 1, halfOf(Math.max(step.before, step.after), height) + 5);
  const colour = isLargest ? ('signal' as const) : ('ink' as const);
  return [
    line(x, middle - half, x, middle + half, { colour: 'paper', width: 4 * scale }),
    line(x, middle - half, x, middle + half, { colour, width: 2.25 * scale, dash: [3 * scale, 2.5 * scale] }),
  ];
}

const halo = 2;

/** How many arrive, written into the body before each mesh where no card is in the way. */
function countItems(meshes: readonly Mesh[], cards: readonly Box[], { y, height }: Box): SceneItem[] {
  const { font } = fontFor('gauge-number', 'latin');
  const middle = height / 2;
  return meshes.flatMap(({ step, x }, index): SceneItem[] => {
    if (step.entering === null) return [];
    const text = plain(Math.round(step.entering), 0);
    const width = measureText(text, font);
    const half = halfOf(step.before, height);
    const from = meshes[index - 1]?.x ?? 0;
    for (const baseline of baselines(middle, half)) {
      for (let right = x - 8; right - width > from + 6; right -= 12) {
        const box = { x: right - width - halo, y: y + baseline - 11, width: width + 2 * halo, height: 14 };
        if (!cards.some((card) => meet(card, box)))
          return textItems(text, right - width, baseline, font, 'ink');
      }
    }
    return [];
  });
}

/** From the middle outwards, as long as they lie in the body. */
function baselines(middle: number, half: number): readonly number[] {
  const found: number[] = [];
  for (let away = 0; away <= half - 4; away += 10) {
    found.push(middle + 4 + away);
    if (away > 0) found.push(middle + 4 - away);
  }
  return found.filter((baseline) => baseline - 10 > middle - half && baseline + 3 < middle + half);
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
