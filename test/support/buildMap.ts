/**
 * Maps by hand, as terse as a test wants them: every record may be just its id, everything else has its default.
 * Always the same for the same parts; not checked, so a test can build a broken map too.
 */
import { emptyMap } from '../../src/model/blankMap.ts';
import type { Brand, Collection, JourneyMap, MapInfo, Records } from '../../src/model/journeyMap.ts';
import { laneHolds } from '../../src/model/laneKinds.ts';
import { brandDefaults, collectionNames, defaultsOf } from '../../src/model/schema.ts';

type Part<C extends Collection> = string | Partial<Records[C]>;
export type Parts = { readonly [C in Collection]?: readonly Part<C>[] } & {
  readonly map?: Partial<MapInfo>;
  readonly brand?: Partial<Brand>;
};

const prefixes: Readonly<Record<Collection, string>> = {
  tiers: 'ti',
  personas: 'p',
  stages: 's',
  lanes: 'l',
  channels: 'c',
  touchpoints: 't',
  moments: 'o',
  links: 'k',
  insights: 'n',
  opportunities: 'op',
  actions: 'a',
  evidence: 'ev',
  readings: 'r',
  comments: 'cm',
  votes: 'v',
  snapshots: 'sn',
  dismissals: 'x',
  elements: 'fe',
  views: 'w',
};

/**
 * Without `stages` and `lanes` there is one stage s1 and one contact lane l1. Ids that are not given are s1, s2 …,
 * t1, t2 …; a touchpoint lies in the first stage and the first lane that holds touchpoints; names are ids.
 */
export function buildMap(parts: Parts = {}): JourneyMap {
  const records = Object.fromEntries(
    collectionNames.map((name) => [
      name,
      partsOf(name, parts).map((part, index) => build(name, part, index)),
    ]),
  ) as unknown as Pick<JourneyMap, Collection>;
  const stageId = records.stages[0]?.id ?? '';
  const laneId = records.lanes.find((lane) => laneHolds(lane.kind) === 'touchpoints')?.id ?? '';
  const empty = emptyMap('m1');
  return {
    ...empty,
    ...records,
    map: { ...empty.map, title: 'Test', ...parts.map },
    brand: parts.brand ? { ...brandDefaults, ...parts.brand } : null,
    touchpoints: records.touchpoints.map((touchpoint) => ({
      ...touchpoint,
      stageId: touchpoint.stageId || stageId,
      laneId: touchpoint.laneId || laneId,
    })),
  };
}

function partsOf<C extends Collection>(name: C, parts: Parts): readonly Part<C>[] {
  const given = parts[name] as readonly Part<C>[] | undefined;
  return given ?? (name === 'stages' || name === 'lanes' ? [{}] : []);
}

function build<C extends Collection>(name: C, part: Part<C>, index: number): Records[C] {
  const defaults = defaultsOf(name);
  const fields: Partial<Records[C]> = typeof part === 'string' ? ({ id: part } as Partial<Records[C]>) : part;
  const id = fields.id ?? `${prefixes[name]}${index + 1}`;
  return {
    ...defaults,
    id,
    ...('name' in defaults ? { name: id } : {}),
    ...('title' in defaults ? { title: id } : {}),
    ...fields,
  };
}
