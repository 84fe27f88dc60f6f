/**
 * Coverage (A7): which stage is reached over which channel.
 *
 * In:  a map. Out: a cell for each stage and channel that meet (count, mean emotion of the base, touchpoints), the
 *      covered share = filled cells / (stages × channels used at least once), and the gaps G1 to G5.
 *      `covered` is null when there is no stage or no channel in use. Only journey touchpoints count.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { effectiveMedia, emotionFor, journeyTouchpoints, meets } from '../model/sequence.ts';

interface CoverageCell {
  readonly stageId: string;
  readonly channelId: string;
  readonly touchpointIds: readonly string[];
  /** Of those rated; null when none is. */
  readonly meanEmotion: number | null;
}

export interface Coverage {
  /** Filled cells only, stage by stage, channel by channel. */
  readonly cells: readonly CoverageCell[];
  /** 0…1. */
  readonly covered: number | null;
  /** Journey touchpoints without a channel; they are in no cell. */
  readonly withoutChannel: readonly string[];
  readonly gaps: {
    /** G1: stages with no journey touchpoint. */
    readonly emptyStages: readonly string[];
    /** G2: channels never used. */
    readonly unusedChannels: readonly string[];
    /** G3: stages reached over one channel only. */
    readonly singleChannel: readonly { readonly stageId: string; readonly channelId: string }[];
    /** G4: stages where none of a persona's preferred channels appears at a touchpoint the persona meets. */
    readonly missedPreference: readonly { readonly stageId: string; readonly personaId: string }[];
    /** G5: stages with no touchpoint on owned media. */
    readonly notOwned: readonly string[];
  };
}

export function coverage(map: JourneyMap): Coverage {
  const nodes = journeyTouchpoints(map);
  const byStage = new Map<string, Touchpoint[]>(map.stages.map((stage) => [stage.id, []]));
  for (const node of nodes) byStage.get(node.stageId)?.push(node);

  const cells = map.stages.flatMap((stage) => cellsOf(stage.id, byStage.get(stage.id) ?? [], map));
  const used = new Set(cells.map((cell) => cell.channelId));
  const size = map.stages.length * used.size;
  const stages = map.stages.map(({ id }) => ({ id, nodes: byStage.get(id) ?? [] }));
  return {
    cells,
    covered: size === 0 ? null : cells.length / size,
    withoutChannel: nodes.filter((node) => node.channelId === null).map((node) => node.id),
    gaps: {
      emptyStages: stages.filter((stage) => stage.nodes.length === 0).map((stage) => stage.id),
      unusedChannels: map.channels.filter(({ id }) => !used.has(id)).map(({ id }) => id),
      singleChannel: stages.flatMap(({ id }) => {
        const [only, another] = cells.filter((cell) => cell.stageId === id);
        return only && !another ? [{ stageId: id, channelId: only.channelId }] : [];
      }),
      missedPreference: stages.flatMap((stage) =>
        map.personas
          .filter((persona) => misses(persona.channelIds, stage.nodes, persona.id))
          .map((persona) => ({ stageId: stage.id, personaId: persona.id })),
      ),
      notOwned: stages
        .filter((stage) => !stage.nodes.some((node) => effectiveMedia(node, map) === 'owned'))
        .map((stage) => stage.id),
    },
  };
}

function cellsOf(stageId: string, nodes: readonly Touchpoint[], map: JourneyMap): CoverageCell[] {
  const cells: CoverageCell[] = [];
  for (const channel of map.channels) {
    const inCell = nodes.filter((node) => node.channelId === channel.id);
    if (inCell.length === 0) continue;
    const emotions = inCell
      .map((node) => emotionFor(node, null, map.readings))
      .filter((emotion) => emotion !== null);
    cells.push({
      stageId,
      channelId: channel.id,
      touchpointIds: inCell.map((node) => node.id),
      meanEmotion:
        emotions.length === 0 ? null : emotions.reduce((sum, emotion) => sum + emotion, 0) / emotions.length,
    });
  }
  return cells;
}

/** A persona without preferences misses nothing. */
function misses(preferred: readonly string[], nodes: readonly Touchpoint[], personaId: string): boolean {
  if (preferred.length === 0) return false;
  return !nodes.some(
    (node) => node.channelId !== null && preferred.includes(node.channelId) && meets(node, personaId),
  );
}
