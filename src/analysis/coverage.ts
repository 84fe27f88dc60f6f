/**
 * Coverage (A7): which stage is reached over which channel.
 *
 * In:  a map and a persona id (null = base, which meets all touchpoints).
 * Out: a cell for each stage and channel that meet (count, mean emotion, touchpoints), the covered share = filled
 *      cells / (stages × channels used at least once), and the gaps G1 to G5 (G4 for every persona, whoever looks).
 *      `covered` is null when there is no stage or no channel in use. Only journey touchpoints count.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { meets } from '../model/sequence.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

interface CoverageCell {
  readonly stageId: string;
  readonly channelId: string;
  readonly touchpointIds: readonly string[];
  /** Of those rated; null when none is. */
  readonly meanEmotion: number | null;
  /** How many of the touchpoints are rated. */
  readonly rated: number;
}

export interface Coverage {
  /** Filled cells only, stage by stage, channel by channel. */
  readonly cells: readonly CoverageCell[];
  /** 0…1. */
  readonly covered: number | null;
  /** Cells there could be: stages × channels used at least once. */
  readonly size: number;
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

export function coverage(map: JourneyMap, personaId: string | null = null): Coverage {
  const nodes = scoredTouchpoints(map, personaId);
  const byStage = Map.groupBy(nodes, (node) => node.touchpoint.stageId);
  const everybody =
    personaId === null
      ? byStage
      : Map.groupBy(scoredTouchpoints(map, null), (node) => node.touchpoint.stageId);

  const cells = map.stages.flatMap((stage) => cellsOf(stage.id, byStage.get(stage.id) ?? [], map));
  const used = new Set(cells.map((cell) => cell.channelId));
  const size = map.stages.length * used.size;
  const stages = map.stages.map(({ id }) => ({ id, nodes: byStage.get(id) ?? [] }));
  return {
    cells,
    covered: size === 0 ? null : cells.length / size,
    size,
    withoutChannel: nodes.filter((node) => node.touchpoint.channelId === null).map((node) => node.id),
    gaps: {
      emptyStages: stages.filter((stage) => stage.nodes.length === 0).map((stage) => stage.id),
      unusedChannels: map.channels.filter(({ id }) => !used.has(id)).map(({ id }) => id),
      singleChannel: stages.flatMap(({ id }) => {
        const [only, another] = cells.filter((cell) => cell.stageId === id);
        return only && !another ? [{ stageId: id, channelId: only.channelId }] : [];
      }),
      missedPreference: stages.flatMap((stage) =>
        map.personas
          .filter((persona) => misses(persona.channelIds, everybody.get(stage.id) ?? [], persona.id))
          .map((persona) => ({ stageId: stage.id, personaId: persona.id })),
      ),
      notOwned: stages
        .filter((stage) => !stage.nodes.some((node) => node.media === 'owned'))
        .map((stage) => stage.id),
    },
  };
}

function cellsOf(stageId: string, nodes: readonly ScoredTouchpoint[], map: JourneyMap): CoverageCell[] {
  const cells: CoverageCell[] = [];
  const byChannel = Map.groupBy(nodes, (node) => node.touchpoint.channelId);
  for (const channel of map.channels) {
    const inCell = byChannel.get(channel.id);
    if (!inCell) continue;
    const emotions = inCell.map((node) => node.emotion).filter((emotion) => emotion !== null);
    cells.push({
      stageId,
      channelId: channel.id,
      touchpointIds: inCell.map((node) => node.id),
      meanEmotion:
        emotions.length === 0 ? null : emotions.reduce((sum, emotion) => sum + emotion, 0) / emotions.length,
      rated: emotions.length,
    });
  }
  return cells;
}

/** A persona without preferences misses nothing. */
function misses(
  preferred: readonly string[],
  nodes: readonly ScoredTouchpoint[],
  personaId: string,
): boolean {
  if (preferred.length === 0) return false;
  return !nodes.some(
    ({ touchpoint }) =>
      touchpoint.channelId !== null &&
      preferred.includes(touchpoint.channelId) &&
      meets(touchpoint, personaId),
  );
}
