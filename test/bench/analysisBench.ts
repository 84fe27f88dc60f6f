/**
 * Everything a map says, computed at once after one edit: A1 to A23 and the checks, for 2,000 touchpoints. Once over the plain
 * large map, once with every part of the model filled in (personas, tiers, channels, brand, counts, links); and that map also as
 * one that is opened: nothing is kept of it from an edit before.
 */
import { analyseMap } from '../../src/analysis/analyseMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';
import { median } from './figures.ts';
import type { Outcome, Row } from './results.ts';

const touchpoints = 2000;
const rounds = 60;
/** The engine compiles what runs often; a page has run it before the edit that is measured. */
const warmUp = 20;
/** One frame of a screen. */
const frameMs = 16;

export function benchAnalysis(): Promise<Outcome> {
  const plain = mapOf(largeMap(touchpoints));
  const rows = [
    rowOf('2,000 touchpoints, links and ratings', plain, withEdit),
    rowOf('2,000 touchpoints, everything filled in', filledIn(plain), withEdit),
    rowOf('2,000 touchpoints, everything filled in, opened', filledIn(plain), opened),
  ];
  return Promise.resolve({
    rows,
    notes: [
      'All analyses and checks after one edit, median of 60 edits; “opened”: of a map never looked at.',
    ],
  });
}

function rowOf(workload: string, map: JourneyMap, next: (map: JourneyMap, round: number) => JourneyMap): Row {
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const edited = next(map, round);
    const began = performance.now();
    analyseMap(edited);
    if (round >= warmUp) times.push(performance.now() - began);
  }
  return {
    suite: 'analysis',
    workload,
    figure: 'all analyses and checks',
    unit: 'ms',
    ours: median(times),
    peers: {},
    targets: [{ against: 'absolute', is: '<=', value: frameMs }],
  };
}

/** A new list with one new touchpoint in it, as every edit makes one. */
function withEdit(map: JourneyMap, round: number): JourneyMap {
  return {
    ...map,
    touchpoints: map.touchpoints.map((one, index) =>
      index === round ? { ...one, emotion: (round % 5) - 2 } : one,
    ),
  };
}

/** The same records as new ones: nothing can be kept of them. */
function opened(map: JourneyMap): JourneyMap {
  return {
    ...map,
    stages: [...map.stages],
    links: [...map.links],
    touchpoints: map.touchpoints.map((one) => ({ ...one })),
  };
}

function mapOf(file: unknown): JourneyMap {
  const parsed = parseMap(file);
  if (!parsed.ok) throw new Error(`the large map is no map: ${JSON.stringify(parsed.reasons[0])}`);
  return parsed.map;
}

function filledIn(map: JourneyMap): JourneyMap {
  const file = {
    format: 'touchline/1',
    map: { id: 'filled', title: 'Filled in' },
    brand: {
      name: 'Brand',
      messages: [
        { id: 'b1', text: 'One' },
        { id: 'b2', text: 'Two' },
      ],
      topics: [{ id: 'topic', name: 'Topic' }],
      tone: { formality: 1, humour: 0 },
    },
    tiers: ['ti1', 'ti2'].map((id) => ({ id, name: id })),
    personas: ['p1', 'p2', 'p3'].map((id) => ({ id, name: id, channelIds: ['c0'] })),
    stages: map.stages.map(({ id, name }) => ({ id, name, phase: 'purchase' })),
    lanes: map.lanes.map(({ id, name, kind }) => ({ id, name, kind })),
    channels: ['owned', 'paid', 'earned', 'shared'].map((media, index) => ({
      id: `c${index}`,
      name: media,
      media,
      needsPermission: index === 0,
    })),
    touchpoints: map.touchpoints.map((one, index) => ({
      id: one.id,
      title: one.title,
      stageId: one.stageId,
      laneId: one.laneId,
      t: one.t,
      emotion: one.emotion,
      importance: one.importance,
      performance: one.performance,
      owner: one.owner,
      channelId: `c${index % 4}`,
      reached: 10_000 - index,
      passed: 9_990 - index,
      messageIds: [index % 2 === 0 ? 'b1' : 'b2'],
      topicId: 'topic',
      tone: { formality: (index % 3) - 1 },
      answers: ['solution', 'value'],
      contactKinds: ['direct', 'employee'],
      responseTargetMin: 10,
      responseActualMin: index % 20,
      touchesPerWeek: 1,
      information: [{ what: 'Size', system: 'CRM' }],
      byPersona: { p1: { emotion: 1 }, p2: { emotion: -1 } },
      byTier: { ti1: { level: 'standard' }, ti2: { level: 'basic' } },
    })),
    links: map.links.map(({ id, from, to }) => ({ id, from, to })),
  };
  return mapOf(file);
}
