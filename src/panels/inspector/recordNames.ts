/**
 * What records are called in lists: by name, touchpoints with their address, drawn from the map as it is now.
 * In: the projection's state and words. Out: names; "Untitled" where there is none.
 */
import type { IdSpace } from '../../model/fieldSpec.ts';
import type { Collection, JourneyMap, Records } from '../../model/journeyMap.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { InspectorTools } from './inspectorContext.ts';

export interface NamedRecord {
  readonly id: string;
  readonly name: string;
}

type Words = Pick<InspectorTools, 'words' | 'fields'>;

/** Every record a reference of this kind may point at. `forCards`: only lanes that hold touchpoints. */
export function recordsIn(
  space: IdSpace,
  journey: JourneyMap,
  layout: MapLayout,
  words: Words,
  forCards = false,
): readonly NamedRecord[] {
  switch (space) {
    case 'touchpoints': {
      const byId = new Map(journey.touchpoints.map((one) => [one.id, one]));
      return layout.sequence.flatMap((id) => {
        const found = byId.get(id);
        return found
          ? [{ id, name: placed(layout.cards.get(id)?.address, found.title || words.words.untitled) }]
          : [];
      });
    }
    case 'stages':
      return journey.stages.map(({ id, name }, index) => ({
        id,
        name: placed(layout.stages[index]?.letter, name || words.words.untitled),
      }));
    case 'lanes':
      return journey.lanes.flatMap(({ id, name, kind }, index) =>
        forCards && laneHolds(kind) !== 'touchpoints'
          ? []
          : [
              {
                id,
                name: placed(
                  layout.lanes[index] && String(layout.lanes[index].number),
                  name || words.fields.values.laneKind[kind],
                ),
              },
            ],
      );
    case 'messages':
      return (journey.brand?.messages ?? []).map(({ id, text }) => ({
        id,
        name: text || words.words.untitled,
      }));
    case 'topics':
      return (journey.brand?.topics ?? []).map(({ id, name }) => ({
        id,
        name: name || words.words.untitled,
      }));
    case 'jobs':
      return journey.personas.flatMap(({ jobs }) =>
        jobs.map(({ id, statement }) => ({ id, name: statement })),
      );
    case 'map':
      return [{ id: journey.map.id, name: journey.map.title }];
    default:
      return journey[space].map((record) => ({ id: record.id, name: nameOf(space, record, words) }));
  }
}

/** What one record is called. */
export function nameOf<C extends Collection>(
  collection: C,
  record: Records[C],
  { words, fields }: Words,
): string {
  const named = record as {
    readonly [K in 'title' | 'name' | 'text' | 'question' | 'label' | 'metric']?: unknown;
  };
  const own = named.title ?? named.name ?? named.question ?? named.text ?? named.label;
  if (typeof own === 'string' && own !== '') return own;
  if (collection === 'readings') return fields.values.metric[(record as Records['readings']).metric];
  if (collection === 'links') return fields.values.linkKind[(record as Records['links']).kind];
  if (collection === 'lanes') return fields.values.laneKind[(record as Records['lanes']).kind];
  if (collection === 'elements') return fields.values.elementKind[(record as Records['elements']).kind];
  if (collection === 'moments') return fields.values.momentKind[(record as Records['moments']).kind];
  return words.untitled;
}

function placed(address: string | undefined, name: string): string {
  return address === undefined ? name : `${address}  ${name}`;
}
