/**
 * All groups of a layout in paint order: papers, stages, profiles and other drawn parts, blueprint lines, links, the
 * lines' names, cells, cards, free elements.
 */
import type { Touchpoint } from '../model/journeyMap.ts';
import { blueprintItems, blueprintLabel } from './blueprintLines.ts';
import { cardContext } from './cardContext.ts';
import { cardInputs, drawCard, type CardContext } from './drawCard.ts';
import { drawOnce } from './drawOnce.ts';
import { elementGroups } from './elementGroups.ts';
import { stripItems } from './folded.ts';
import type { LaneLayer } from './laneLayers.ts';
import type { LaneContent, LaneSources } from './laneSources.ts';
import { linkGroup } from './linkGroup.ts';
import type { CardBox, LaneRow, MapLayout } from './mapLayout.ts';
import { LazyPart, type Part } from './part.ts';
import type { RoutedLink } from './routedLink.ts';
import { sameInputs } from './same.ts';
import type { Detail, SceneGroup, SceneItem } from './scene.ts';
import { pin, ruleScale } from './sizes.ts';

/** The groups, and those of records by id. */
export function paintGroups(
  sources: LaneSources,
  layers: readonly LaneLayer[],
  rows: readonly LaneRow[],
  links: readonly RoutedLink[],
  elements: MapLayout['elements'],
): Pick<MapLayout, 'groups' | 'groupOf'> {
  const groups = fieldGroups(sources, layers, rows);
  const groupOf = new Map<string, SceneGroup>();
  for (const routed of links) {
    const group = linkGroup(routed, rows, sources);
    groups.push(group);
    groupOf.set(routed.link.id, group);
  }
  groups.push(...blueprintGroups(sources, rows, 'name'));
  for (const group of cellGroups(sources, layers)) {
    groups.push(group);
    if (group.recordId !== undefined) groupOf.set(group.recordId, group);
  }
  for (const layer of layers) {
    for (const group of cardGroups(layer, sources)) {
      groups.push(group);
      if (group.recordId !== undefined) groupOf.set(group.recordId, group);
    }
  }
  for (const group of elementGroups(sources, elements)) {
    groups.push(group);
    if (group.recordId !== undefined) groupOf.set(group.recordId, group);
  }
  return { groups, groupOf };
}

/** All groups but cards and links, for another detail. */
export function groundGroups(
  sources: LaneSources,
  layers: readonly LaneLayer[],
  rows: readonly LaneRow[],
): readonly SceneGroup[] {
  return [
    ...fieldGroups(sources, layers, rows),
    ...blueprintGroups(sources, rows, 'name'),
    ...cellGroups(sources, layers),
  ];
}

/** Papers, stages, drawn parts and blueprint lines: what lies under links. */
function fieldGroups(
  sources: LaneSources,
  layers: readonly LaneLayer[],
  rows: readonly LaneRow[],
): SceneGroup[] {
  const { drawings } = sources;
  const last = rows.at(-1);
  return [
    ...layers.map(({ row, content }) => drawings.place(lanePart(row, content, sources), { x: 0, y: row.y })),
    ...stageGroups(sources, last ? last.y + last.height : 0),
    ...layers.flatMap(({ row, content }) =>
      content.parts.map(({ part, x, y }) => drawings.place(part, { x, y: row.y + y })),
    ),
    ...blueprintGroups(sources, rows, 'line'),
  ];
}

function cellGroups({ drawings }: LaneSources, layers: readonly LaneLayer[]): readonly SceneGroup[] {
  return layers.flatMap(({ row, content }) =>
    content.cells.map(({ part, x, y }) => drawings.place(part, { x, y: row.y + y })),
  );
}

type Drawn = { readonly inputs: readonly unknown[]; readonly groups: readonly SceneGroup[] };
const known = new WeakMap<readonly CardBox[], { [D in Detail]?: Drawn }>();

/** The cards of a lane; all of them are kept when neither the lane nor what cards show besides it changed. */
function cardGroups(
  { cards, content }: LaneLayer,
  { journey, options, drawings }: LaneSources,
): readonly SceneGroup[] {
  const { words, detail } = options;
  const inputs = [
    content,
    journey.channels,
    journey.moments,
    journey.readings,
    journey.personas,
    words,
    detail,
    options.lead,
  ];
  const drawn = known.get(cards);
  const before = drawn?.[detail];
  if (before && sameInputs(before.inputs, inputs)) return before.groups;
  const groups = cards.flatMap((box, index) => {
    const placed = content.cards[index];
    if (!placed) return [];
    const { touchpoint } = placed;
    const context = cardContext(touchpoint, box.kind, journey, options);
    const part = drawings.part(
      `touchpoint.${touchpoint.id}`,
      cardPartInputs(touchpoint, context, detail),
      () => cardPart(touchpoint, context, detail, box),
    );
    return [drawings.place(part, { x: box.x, y: box.y })];
  });
  if (drawn) drawn[detail] = { inputs, groups };
  else known.set(cards, { [detail]: { inputs, groups } });
  return groups;
}

/** What a card's part is drawn from. */
export function cardPartInputs(
  touchpoint: Touchpoint,
  context: CardContext,
  detail: Detail,
): readonly unknown[] {
  return [detail, ...cardInputs(touchpoint, context)];
}

/** Apart from its caller, so that a card not yet drawn holds on to no map. */
export function cardPart(touchpoint: Touchpoint, context: CardContext, detail: Detail, box: CardBox): Part {
  return new LazyPart(
    {
      id: `touchpoint.${touchpoint.id}`,
      role: 'touchpoint',
      recordId: touchpoint.id,
      title: touchpoint.title,
      box: cardArea(box.width, box.height, box.kind === 'journey' && context.moments.length > 0),
    },
    detail,
    (wished) => drawCard(touchpoint, context, wished),
  );
}

/** A card with its outline, and its pins above it. */
const cardArea = drawOnce((width: number, height: number, hasPins: boolean): Part['box'] => {
  const above = hasPins ? 34 - pin.sink + 2 : 1;
  return { x: -1, y: -above, width: width + 2, height: height + above + 1 };
});

/** A lane's paper, its own rules and the hair rule below it. */
function lanePart(
  lane: LaneRow,
  content: LaneContent | undefined,
  { columns, drawings, journey, options }: LaneSources,
): Part {
  const { width } = columns;
  const { height, behind, line, collapsed } = lane;
  const id = `lane.${lane.id}`;
  const title = journey.lanes[lane.index]?.name ?? '';
  return drawings.part(id, [width, height, behind, line, collapsed, lane.kind, title, options.detail], () => {
    const items: SceneItem[] = [];
    if (behind) items.push({ kind: 'rect', x: 0, y: 0, width, height, fill: 'paper-2' });
    items.push(...(content?.rules ?? []));
    if (line === null) {
      items.push({
        kind: 'path',
        commands: [
          ['M', 0, height],
          ['L', width, height],
        ],
        stroke: { colour: 'hair', width: ruleScale[options.detail] },
      });
    }
    return { id, role: 'lane', recordId: lane.id, title, items, box: { x: 0, y: 0, width, height } };
  });
}

/** The rule at the left of each stage but the first; a folded stage is a strip. */
function stageGroups({ columns, drawings, journey, options }: LaneSources, height: number): SceneGroup[] {
  return columns.list.map((column) => {
    const id = `stage.${column.id}`;
    const title = journey.stages[column.index]?.name ?? '';
    const part = drawings.part(
      id,
      [height, column.collapsed, column.width, column.index > 0, title, options.detail],
      () => ({
        id,
        role: 'stage',
        recordId: column.id,
        title,
        items: [
          ...(column.collapsed ? stripItems(height, title, options.detail) : []),
          ...(column.index > 0 ? [stageRule(height, ruleScale[options.detail])] : []),
        ],
        box: { x: 0, y: 0, width: column.width, height },
      }),
    );
    return drawings.place(part, { x: column.x, y: 0 });
  });
}

function stageRule(height: number, width: number): SceneItem {
  return {
    kind: 'path',
    commands: [
      ['M', 0, 0],
      ['L', 0, height],
    ],
    stroke: { colour: 'hair', width },
  };
}

/** Blueprint lines (under links) or their names (over links, for a view to keep at its left edge). */
function blueprintGroups(
  { columns, drawings, options }: LaneSources,
  lanes: readonly LaneRow[],
  what: 'line' | 'name',
): SceneGroup[] {
  const { words, detail } = options;
  return lanes.flatMap((lane, at) => {
    const { line } = lane;
    if (line === null) return [];
    const id = what === 'line' ? `blueprint.${lane.id}` : `blueprint-name.${lane.id}`;
    const above = lane.behind ? 'paper-2' : 'paper';
    const below = lanes[at + 1]?.behind === true ? 'paper-2' : 'paper';
    const part = drawings.part(id, [line, columns.width, above, below, words, detail], () => {
      const name = what === 'name' ? blueprintLabel(line, above, below, words, detail) : null;
      const width = name?.width ?? columns.width;
      const items = name?.items ?? blueprintItems(line, width, detail);
      return {
        id,
        role: 'blueprint-line',
        title: words.lines[line],
        items,
        box: { x: 0, y: -8, width, height: 16 },
      };
    });
    return [drawings.place(part, { x: 0, y: lane.y + lane.height })];
  });
}
