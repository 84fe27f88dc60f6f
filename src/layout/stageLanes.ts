/** Lanes with one drawing a stage: the channels in use, and owned, paid, earned and shared media. */
import { coverage } from '../analysis/coverage.ts';
import type { Lane, Touchpoint } from '../model/journeyMap.ts';
import { effectiveMedia } from '../model/sequence.ts';
import { drawChannels, type ChannelUse } from './drawChannels.ts';
import { drawMedia } from './drawMedia.ts';
import type { Drawn } from './drawn.ts';
import { channelsById, evidenceById } from './indexes.ts';
import { emptyContent, type LaneContent, type LaneSources, type PlacedPart } from './laneSources.ts';
import type { StageColumn } from './mapLayout.ts';
import type { GroupRole } from './scene.ts';
import { cell } from './sizes.ts';

/** Channels of each stage with how people feel there. */
export function channelContent(lane: Lane, sources: LaneSources): LaneContent {
  return stageContent(lane, sources, 'channel-row', channelRows(sources));
}

/** Media of each stage, and its evidence images. */
export function mediaContent(lane: Lane, sources: LaneSources): LaneContent {
  return stageContent(lane, sources, 'media-row', mediaRows(sources));
}

interface StageRow {
  readonly column: StageColumn;
  readonly inputs: readonly unknown[];
  readonly draw: (width: number) => Drawn;
}

/** One drawing a stage; the lane grows with the tallest. */
function stageContent(
  lane: Lane,
  { drawings, journey }: LaneSources,
  role: GroupRole,
  rows: readonly StageRow[],
): LaneContent {
  const pad = 14;
  const parts = rows.map(({ column, inputs, draw }): PlacedPart => {
    const id = `${role}.${lane.id}.${column.id}`;
    const width = column.width - 2 * cell.side;
    const title = journey.stages[column.index]?.name ?? '';
    const part = drawings.part(id, [...inputs, width], () => {
      const drawn = draw(width);
      return {
        id,
        role,
        recordId: column.id,
        title,
        items: drawn.items,
        box: { x: 0, y: 0, width, height: drawn.height },
      };
    });
    return { part, x: column.x + cell.side, y: pad };
  });
  const needed = parts.reduce((most, { part }) => Math.max(most, part.box.height), 0);
  return { ...emptyContent(Math.max(lane.height, needed + 2 * pad)), parts };
}

function openColumns({ columns }: LaneSources): readonly StageColumn[] {
  return columns.list.filter((column) => !column.collapsed);
}

function channelRows(sources: LaneSources): StageRow[] {
  const { journey, options } = sources;
  const { words, detail } = options;
  const channels = channelsById(journey.channels);
  const byStage = new Map<string, ChannelUse[]>();
  for (const use of coverage(journey).cells) {
    const channel = channels.get(use.channelId);
    if (!channel) continue;
    const entry = { channel, count: use.touchpointIds.length, meanEmotion: use.meanEmotion };
    const own = byStage.get(use.stageId);
    if (own) own.push(entry);
    else byStage.set(use.stageId, [entry]);
  }
  return openColumns(sources).flatMap((column) => {
    const uses = byStage.get(column.id);
    if (!uses) return [];
    const inputs = [words, detail, ...uses.flatMap((use) => [use.channel, use.count, use.meanEmotion])];
    return [{ column, inputs, draw: (width: number) => drawChannels(uses, width, words, detail) }];
  });
}

function mediaRows(sources: LaneSources): StageRow[] {
  const { journey, options, nodes } = sources;
  const { words, detail } = options;
  const evidence = evidenceById(journey.evidence);
  const touchpointsByStage = new Map<string, Touchpoint[]>();
  for (const { touchpoint, column } of sources.inSequence) {
    const own = touchpointsByStage.get(column.id);
    if (own) own.push(touchpoint);
    else touchpointsByStage.set(column.id, [touchpoint]);
  }
  const inJourney = new Set(nodes.map((node) => node.touchpoint));
  return openColumns(sources).map((column) => {
    const counts = { owned: 0, paid: 0, earned: 0, shared: 0, unset: 0 };
    const images = new Set<string>();
    for (const touchpoint of touchpointsByStage.get(column.id) ?? []) {
      if (inJourney.has(touchpoint)) counts[effectiveMedia(touchpoint, journey) ?? 'unset'] += 1;
      for (const id of touchpoint.evidenceIds) {
        const found = evidence.get(id);
        if (found?.kind === 'image' && found.data !== null) images.add(found.data);
      }
    }
    const pictures = [...images];
    const inputs = [words, detail, ...Object.values(counts), ...pictures];
    return { column, inputs, draw: (width: number) => drawMedia(counts, pictures, width, words, detail) };
  });
}
