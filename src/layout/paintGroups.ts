/**
 * All groups of a layout in paint order: papers, stages, profiles and other drawn parts, blueprint lines, links, the
 * lines' names, cells, cards.
 */
import { blueprintItems, blueprintLabel } from './blueprintLines.ts';
import { cardContext } from './cardContext.ts';
import { cardInputs, drawCard } from './drawCard.ts';
import { stripItems } from './folded.ts';
import type { LaneLayer } from './laneLayers.ts';
import type { LaneContent, LaneSources } from './laneSources.ts';
import { linkGroup } from './linkGroup.ts';
import type { CardBox, LaneRow, MapLayout } from './mapLayout.ts';
import type { Part } from './part.ts';
import type { RoutedLink } from './routedLink.ts';
import { sameInputs } from './same.ts';
import type { SceneGroup, SceneItem } from './scene.ts';
import { pin, ruleScale } from './sizes.ts';

/** The groups, and those of records by id. */
export function paintGroups(
  sources: LaneSources,
  layers: readonly LaneLayer[],
  rows: readonly LaneRow[],
  links: readonly RoutedLink[],
): Pick<MapLayout, 'groups' | 'groupOf'> {
  const { drawings } = sources;
  const groups: SceneGroup[] = [];
  const groupOf = new Map<string, SceneGroup>();
  const last = rows.at(-1);
  for (const { row, content } of layers)
    groups.push(drawings.place(lanePart(row, content, sources), 0, row.y));
  groups.push(...stageGroups(sources, last ? last.y + last.height : 0));
  for (const { row, content } of layers) {
    for (const { part, x, y } of content.parts) groups.push(drawings.place(part, x, row.y + y));
  }
  groups.push(...blueprintGroups(sources, rows, 'line'));
  for (const routed of links) {
    const group = linkGroup(routed, rows, sources);
    groups.push(group);
    groupOf.set(routed.link.id, group);
  }
  groups.push(...blueprintGroups(sources, rows, 'name'));
  for (const { row, content } of layers) {
    for (const { part, id, x, y } of content.cells) {
      const group = drawings.place(part, x, row.y + y);
      groups.push(group);
      groupOf.set(id, group);
    }
  }
  for (const layer of layers) {
    for (const group of cardGroups(layer, sources)) {
      groups.push(group);
      if (group.recordId !== undefined) groupOf.set(group.recordId, group);
    }
  }
  return { groups, groupOf };
}

const known = new WeakMap<
  readonly CardBox[],
  { readonly inputs: readonly unknown[]; readonly groups: readonly SceneGroup[] }
>();

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
  ];
  const before = known.get(cards);
  if (before && sameInputs(before.inputs, inputs)) return before.groups;
  const groups = cards.flatMap((box, index) => {
    const placed = content.cards[index];
    if (!placed) return [];
    const { touchpoint } = placed;
    const context = cardContext(touchpoint, box.kind, journey, words);
    const id = `touchpoint.${touchpoint.id}`;
    const part = drawings.part(id, [detail, ...cardInputs(touchpoint, context)], () => ({
      id,
      role: 'touchpoint',
      recordId: touchpoint.id,
      title: touchpoint.title,
      items: drawCard(touchpoint, context, detail),
      box: cardArea(box, box.kind === 'journey' && context.moments.length > 0),
    }));
    return [drawings.place(part, box.x, box.y)];
  });
  known.set(cards, { inputs, groups });
  return groups;
}

/** A card with its outline, and its pins above it. */
function cardArea({ width, height }: CardBox, hasPins: boolean): Part['box'] {
  const above = hasPins ? 34 - pin.sink + 2 : 1;
  return { x: -1, y: -above, width: width + 2, height: height + above + 1 };
}

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
          ...(column.collapsed ? stripItems(height) : []),
          ...(column.index > 0 ? [stageRule(height, ruleScale[options.detail])] : []),
        ],
        box: { x: 0, y: 0, width: column.width, height },
      }),
    );
    return drawings.place(part, column.x, 0);
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
    return [drawings.place(part, 0, lane.y + lane.height)];
  });
}
