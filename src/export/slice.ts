/**
 * The part of a map that an export is about: some stages, one persona's journey, a selection, a saved view, or several of
 * these at once.
 *
 * In:  a repaired map and the options that choose a part.
 * Out: the records of the part as a map of its own (tables, outlines, JSON), and what a drawing of it needs: the same
 *      records in the whole map's grid, so that letters and numbers stay what they are everywhere else. Pure; or the
 *      options that name nothing in this map.
 */
import { filteredOut, filterOf } from '../analysis/filterMap.ts';
import { skippedBy } from '../analysis/skippedBy.ts';
import type { LayoutOptions } from '../layout/layoutOptions.ts';
import { drawRibbons } from '../layout/ribbons.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { stageLetter } from '../model/address.ts';
import type { JourneyMap, Persona, SavedView, Touchpoint } from '../model/journeyMap.ts';
import { repairMap } from '../model/repair.ts';
import { emotionFor, meets } from '../model/sequence.ts';
import type { ExportOptions, OptionName } from './exportOptions.ts';

export type SliceOptions = Pick<ExportOptions, 'stage' | 'persona' | 'select' | 'view' | 'curves'>;

export interface Slice {
  /** The part alone; the very map when it is whole. */
  readonly records: JourneyMap;
  /** To be laid out, with `layout`: what a saved view only dims is still there. */
  readonly drawn: JourneyMap;
  readonly layout: Pick<LayoutOptions, 'hiddenStages' | 'hiddenLanes' | 'hiddenCurves' | 'lead' | 'ribbons'>;
  /** Ids of what is drawn dimmed. */
  readonly dimmed: ReadonlySet<string>;
  /** What the part is, for the sheet's title; null: nothing is left out by choice. */
  readonly stages: readonly string[] | null;
  readonly persona: Persona | null;
  readonly view: SavedView | null;
  readonly isSelection: boolean;
}

/** Something was asked for that the map does not have. */
export interface SliceFault {
  readonly option: OptionName;
  readonly value: string;
}

/** What the options name that this map does not have; empty: the part can be made. */
export function sliceFaults(journey: JourneyMap, options: SliceOptions): readonly SliceFault[] {
  const faults: SliceFault[] = [];
  for (const value of options.stage)
    if (stagesNamed(journey, value).length === 0) faults.push({ option: 'stage', value });
  if (options.persona !== '' && !named(journey.personas, options.persona))
    faults.push({ option: 'persona', value: options.persona });
  if (options.view !== '' && !named(journey.views, options.view))
    faults.push({ option: 'view', value: options.view });
  const selectable = new Set(
    [
      journey.stages,
      journey.lanes,
      journey.touchpoints,
      journey.links,
      journey.moments,
      journey.insights,
      journey.opportunities,
      journey.actions,
      journey.elements,
    ].flatMap((records) => records.map(({ id }) => id)),
  );
  for (const value of options.select) if (!selectable.has(value)) faults.push({ option: 'select', value });
  const curves = new Set(['base', ...journey.personas.map(({ id }) => id)]);
  for (const value of options.curves) if (!curves.has(value)) faults.push({ option: 'curves', value });
  return faults;
}

/** The part; what the options name in vain is as if it had not been named. */
export function sliceMap(journey: JourneyMap, options: SliceOptions): Slice {
  const stages = new Set(options.stage.flatMap((value) => stagesNamed(journey, value)));
  const persona = options.persona === '' ? null : (named(journey.personas, options.persona) ?? null);
  const view = options.view === '' ? null : (named(journey.views, options.view) ?? null);
  const selected = new Set(options.select);

  let part = journey;
  if (persona) part = journeyOf(part, persona);
  if (stages.size > 0) part = inStages(part, stages);
  if (selected.size > 0) part = selection(part, selected);
  const hiddenLanes = new Set(view?.hiddenLaneIds ?? []);
  if (hiddenLanes.size > 0) part = withoutLanes(part, hiddenLanes);
  // Dated checks count from the day of the map's last change, not from today: the file is the same tomorrow.
  const day = journey.map.updatedAt?.slice(0, 10) ?? null;
  // With one persona's part alone there is nobody else to lead.
  const lead = persona ? null : (view?.leadPersonaId ?? null);
  const dimmed = new Set([
    ...(view ? filteredOut(part, filterOf(view), day) : []),
    ...(lead === null ? [] : skippedBy(part, lead)),
  ]);
  const records = part === journey && dimmed.size === 0 ? journey : repairMap(without(part, dimmed));

  const hiddenCurves = new Set(view?.hiddenPersonaIds ?? []);
  if (view && !view.everyone) hiddenCurves.add('base');
  if (persona) {
    hiddenCurves.add('base');
    for (const { id } of journey.personas) if (id !== persona.id) hiddenCurves.add(id);
  }
  if (lead !== null) hiddenCurves.delete(lead);
  if (options.curves.length > 0) {
    for (const id of ['base', ...journey.personas.map((one) => one.id)])
      if (!options.curves.includes(id)) hiddenCurves.add(id);
  }
  const keptStages = new Set(part.stages.map(({ id }) => id));
  const keptLanes = new Set(part.lanes.map(({ id }) => id));
  const missing = (all: readonly { readonly id: string }[], kept: ReadonlySet<string>) =>
    new Set(all.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
  return {
    records,
    // Stages, lanes and personas keep their place in the whole map: letter, number and sign hang on it.
    drawn:
      part === journey
        ? journey
        : { ...repairMap(part), stages: journey.stages, lanes: journey.lanes, personas: journey.personas },
    layout: {
      hiddenStages: missing(journey.stages, keptStages),
      hiddenLanes: new Set([
        ...missing(journey.lanes, keptLanes),
        ...(stages.size > 0 ? emptyLanes(part) : []),
      ]),
      hiddenCurves,
      lead: persona?.id ?? lead,
      ribbons: view?.ribbons ? drawRibbons : null,
    },
    dimmed,
    stages: stages.size > 0 ? journey.stages.flatMap(({ id }) => (stages.has(id) ? [id] : [])) : null,
    persona,
    view,
    isSelection: selected.size > 0,
  };
}

/** The ids of the stages that a word names: an id, a letter, or a range of letters. */
function stagesNamed({ stages }: Pick<JourneyMap, 'stages'>, word: string): readonly string[] {
  if (stages.some(({ id }) => id === word)) return [word];
  const [first = '', last = first, ...rest] = word.toUpperCase().split(/[-–]/);
  const letters = stages.map((_, index) => stageLetter(index));
  const [from, to] = [letters.indexOf(first.trim()), letters.indexOf(last.trim())];
  if (rest.length > 0 || from < 0 || to < from) return [];
  return stages.slice(from, to + 1).map(({ id }) => id);
}

/** By id, else by name. */
function named<T extends { readonly id: string; readonly name: string }>(
  records: readonly T[],
  word: string,
): T | undefined {
  return (
    records.find(({ id }) => id === word) ??
    records.find(({ name }) => name.trim().toLowerCase() === word.toLowerCase())
  );
}

/** The map with some touchpoints only; what hangs on the others goes with them. */
function withTouchpoints(map: JourneyMap, touchpoints: readonly Touchpoint[]): JourneyMap {
  const kept = new Set(touchpoints.map(({ id }) => id));
  const someKept = (ids: readonly string[]) => ids.length === 0 || ids.some((id) => kept.has(id));
  const insights = map.insights.filter(({ touchpointIds }) => someKept(touchpointIds));
  const opportunities = map.opportunities.filter(({ touchpointIds }) => someKept(touchpointIds));
  const cut = <T extends { readonly touchpointIds: readonly string[] }>(one: T): T =>
    one.touchpointIds.every((id) => kept.has(id))
      ? one
      : { ...one, touchpointIds: one.touchpointIds.filter((id) => kept.has(id)) };
  return {
    ...map,
    touchpoints,
    moments: map.moments.filter(({ touchpointId }) => kept.has(touchpointId)),
    links: map.links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    readings: map.readings.filter(({ touchpointId }) => touchpointId === null || kept.has(touchpointId)),
    insights: insights.map(cut),
    opportunities: opportunities.map(cut),
    actions: map.actions.filter(({ touchpointId }) => touchpointId === null || kept.has(touchpointId)),
  };
}

function inStages(map: JourneyMap, ids: ReadonlySet<string>): JourneyMap {
  const inside = ({ stageId }: { readonly stageId: string | null }) => stageId !== null && ids.has(stageId);
  const part = withTouchpoints(map, map.touchpoints.filter(inside));
  return {
    ...part,
    stages: map.stages.filter(({ id }) => ids.has(id)),
    insights: part.insights.filter(inside),
    opportunities: part.opportunities.filter(inside),
    actions: part.actions.filter(inside),
    elements: [],
  };
}

/** Lanes in which some stages have nothing; what is drawn from data (the curve, sieves) stays. None where there is nothing at all. */
function emptyLanes({ lanes, touchpoints, insights, opportunities, actions }: JourneyMap): string[] {
  if (touchpoints.length === 0) return [];
  const filled = new Set(
    [...touchpoints, ...insights, ...opportunities, ...actions].map(({ laneId }) => laneId),
  );
  // What names no lane stands in the first of its kind.
  const unplaced = { insights, opportunities, actions } as const;
  return lanes.flatMap(({ id, kind }) => {
    const holds = laneHolds(kind);
    if (filled.has(id) || holds === 'nothing') return [];
    const mayStand = holds !== 'touchpoints' && unplaced[holds].some(({ laneId }) => laneId === null);
    return mayStand ? [] : [id];
  });
}

function withoutLanes(map: JourneyMap, ids: ReadonlySet<string>): JourneyMap {
  const outside = ({ laneId }: { readonly laneId: string | null }) => laneId === null || !ids.has(laneId);
  const part = withTouchpoints(map, map.touchpoints.filter(outside));
  return {
    ...part,
    lanes: map.lanes.filter(({ id }) => !ids.has(id)),
    insights: part.insights.filter(outside),
    opportunities: part.opportunities.filter(outside),
    actions: part.actions.filter(outside),
  };
}

const rated = ['emotion', 'importance', 'performance'] as const;

/** What a persona meets, with what that persona feels there in place of everyone's. */
function journeyOf(map: JourneyMap, persona: Persona): JourneyMap {
  const own = (one: Touchpoint) =>
    Object.hasOwn(one.byPersona, persona.id) ? one.byPersona[persona.id] : undefined;
  const met = map.touchpoints.filter((one) => meets(one, persona.id));
  const part = withTouchpoints(map, met);
  // A reading for everyone would stand over the persona's own value.
  const overruled = new Set(
    met.flatMap((one) =>
      rated.flatMap((score) => (typeof own(one)?.[score] === 'number' ? [`${one.id} ${score}`] : [])),
    ),
  );
  const readings = part.readings.filter(
    ({ personaId, touchpointId, metric }) =>
      (personaId === null || personaId === persona.id) && !overruled.has(`${touchpointId ?? ''} ${metric}`),
  );
  return {
    ...part,
    personas: [persona],
    readings,
    touchpoints: met.map((one) => {
      const difference = own(one);
      return {
        ...one,
        emotion: emotionFor(one, persona.id, map.readings),
        importance: difference?.importance ?? one.importance,
        performance: difference?.performance ?? one.performance,
        feeling:
          difference?.feeling === undefined || difference.feeling === '' ? one.feeling : difference.feeling,
        personaIds: one.personaIds.filter((id) => id === persona.id),
        byPersona: difference ? { [persona.id]: difference } : {},
      };
    }),
    insights: part.insights.flatMap((one) => {
      if (one.personaIds.length > 0 && !one.personaIds.includes(persona.id)) return [];
      return [{ ...one, personaIds: one.personaIds.filter((id) => id === persona.id) }];
    }),
    lanes: part.lanes.filter(({ personaId }) => personaId === null || personaId === persona.id),
  };
}

/** Chosen records, all of a chosen stage or lane, and the stages and lanes they lie in. */
function selection(map: JourneyMap, ids: ReadonlySet<string>): JourneyMap {
  const isIn = (one: {
    readonly id: string;
    readonly stageId: string | null;
    readonly laneId: string | null;
  }) => ids.has(one.id) || ids.has(one.stageId ?? '') || ids.has(one.laneId ?? '');
  const ends = new Set([
    ...map.links.flatMap(({ id, from, to }) => (ids.has(id) ? [from, to] : [])),
    ...map.moments.flatMap(({ id, touchpointId }) => (ids.has(id) ? [touchpointId] : [])),
  ]);
  const part = withTouchpoints(
    map,
    map.touchpoints.filter((one) => isIn(one) || ends.has(one.id)),
  );
  // A chosen note may speak of touchpoints that were not chosen: it stays, without them.
  const kept = new Set(part.touchpoints.map(({ id }) => id));
  const cells = <T extends { readonly touchpointIds: readonly string[] }>(one: T): T => ({
    ...one,
    touchpointIds: one.touchpointIds.filter((id) => kept.has(id)),
  });
  const insights = map.insights.filter(isIn).map(cells);
  const opportunities = map.opportunities.filter(isIn).map(cells);
  const actions = map.actions.filter(isIn);
  const placed = [...part.touchpoints, ...insights, ...opportunities, ...actions];
  const stages = new Set([...ids, ...placed.map(({ stageId }) => stageId)]);
  const lanes = new Set([...ids, ...placed.map(({ laneId }) => laneId)]);
  return {
    ...part,
    insights,
    opportunities,
    actions,
    elements: map.elements.filter(({ id }) => ids.has(id)),
    stages: map.stages.filter(({ id }) => stages.has(id)),
    lanes: map.lanes.filter(
      ({ id, kind }) => lanes.has(id) || (kind === 'emotion' && part.touchpoints.length > 1),
    ),
  };
}

/** Without what a view leaves out. */
function without(map: JourneyMap, out: ReadonlySet<string>): JourneyMap {
  if (out.size === 0) return map;
  const stays = ({ id }: { readonly id: string }) => !out.has(id);
  const part = withTouchpoints(map, map.touchpoints.filter(stays));
  return {
    ...part,
    links: part.links.filter(stays),
    insights: part.insights.filter(stays),
    opportunities: part.opportunities.filter(stays),
    actions: part.actions.filter(stays),
    elements: part.elements.filter(stays),
  };
}
