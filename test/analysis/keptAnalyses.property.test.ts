import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseMap } from '../../src/analysis/analyseMap.ts';
import type { JourneyMap, Touchpoint } from '../../src/model/journeyMap.ts';
import { runs } from '../support/runs.ts';
import { templates } from '../support/templates.ts';

const fields = Object.keys(templates[0]?.map.touchpoints[0] ?? {}).filter(
  (field) => field !== 'id',
) as readonly (keyof Touchpoint)[];

/** One touchpoint with a field of another one: every value is one that may stand there. */
function withField(map: JourneyMap, at: number, from: number, field: keyof Touchpoint): JourneyMap {
  const donor = map.touchpoints[from % map.touchpoints.length];
  const target = at % map.touchpoints.length;
  if (!donor) return map;
  return {
    ...map,
    touchpoints: map.touchpoints.map((one, index) =>
      index === target ? { ...one, [field]: donor[field] } : one,
    ),
  };
}

const view = (map: JourneyMap) => ({
  persona: map.personas[0]?.id ?? null,
  tier: map.tiers[0]?.id ?? null,
  base: null,
});

/** The same map as nobody has seen it: nothing that was kept can be used for it. */
const anew = (map: JourneyMap) => analyseMap(structuredClone(map), view(map));

const field = fc.record({
  kind: fc.constant('field' as const),
  at: fc.nat(200),
  from: fc.nat(200),
  field: fc.constantFrom(...fields),
});
const change = fc.oneof(
  { arbitrary: field, weight: 6 },
  fc.record({
    kind: fc.constantFrom('copy' as const, 'remove' as const, 'forward' as const),
    at: fc.nat(200),
  }),
  fc.record({ kind: fc.constantFrom('links' as const, 'readings' as const, 'channels' as const) }),
);

type Step = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(map: JourneyMap, step: Step, index: number): JourneyMap {
  const { touchpoints } = map;
  if (step.kind === 'field') return withField(map, step.at, step.from, step.field);
  if (step.kind === 'links') return { ...map, links: map.links.slice(1) };
  if (step.kind === 'readings') return { ...map, readings: map.readings.slice(1) };
  if (step.kind === 'channels') return { ...map, channels: map.channels.slice(0, -1) };
  if (!('at' in step)) return map;
  const at = step.at % Math.max(1, touchpoints.length);
  const one = touchpoints[at];
  if (!one || touchpoints.length < 3) return map;
  const others = touchpoints.toSpliced(at, 1);
  if (step.kind === 'remove') return { ...map, touchpoints: others };
  if (step.kind === 'forward') return { ...map, touchpoints: [one, ...others] };
  return { ...map, touchpoints: [...touchpoints, { ...one, id: `copy${index}` }] };
}

describe('analyses kept from edit to edit', () => {
  it('say after any run of edits what the same map says that nobody has seen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        ({ map: start }, steps) => {
          let map = start;
          analyseMap(map, view(map));
          for (const [index, step] of steps.entries()) {
            map = changed(map, step, index);
            expect(analyseMap(map, view(map))).toEqual(anew(map));
          }
        },
      ),
      runs(60),
    );
  });

  it.each(fields)('follow a change of %s alone', (name) => {
    for (const { map } of templates) {
      analyseMap(map, view(map));
      const target = map.touchpoints.findIndex(({ channelId }) => channelId !== null);
      const old = JSON.stringify(map.touchpoints[target]?.[name]);
      const donor = map.touchpoints.findIndex((one) => JSON.stringify(one[name]) !== old);
      if (donor === -1) continue;
      const edited = withField(map, target, donor, name);
      expect(analyseMap(edited, view(map))).toEqual(anew(edited));
    }
  });

  it('are not worked out again where nothing they rest on has changed', () => {
    for (const { map } of templates) {
      const before = analyseMap(map);
      const edited = {
        ...map,
        touchpoints: map.touchpoints.map((one, index) => (index === 0 ? { ...one, emotion: -1.7 } : one)),
      };
      const after = analyseMap(edited);
      for (const name of ['A5', 'A8', 'A9', 'A16', 'A18', 'A19', 'A20', 'A21', 'A22'] as const)
        expect([name, after[name] === before[name]]).toEqual([name, true]);
      expect(after.A3).not.toBe(before.A3);
    }
  });
});
