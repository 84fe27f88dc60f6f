/** R62, R63: whatever people do, in any order of delivery, with cuts and undo, all copies end equal and valid. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/document/digest.ts';
import { readMap } from '../../src/document/readMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { repairMap } from '../../src/model/repair.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { createProjection } from '../../src/state/projection.ts';
import { buildMap } from '../support/buildMap.ts';
import { createPeers } from '../support/peers.ts';
import { arbitraryHappening, makeEdit, type Happening } from '../support/randomEdits.ts';
import { runs } from '../support/runs.ts';
import { emptyLayout } from '../../src/layout/mapLayout.ts';

const start: JourneyMap = buildMap({
  stages: ['s1', 's2', 's3'],
  lanes: ['l1', { id: 'l2', kind: 'thoughts' }, { id: 'l3', kind: 'customer-action' }],
  personas: ['p1', 'p2'],
  channels: ['c1'],
  touchpoints: ['t1', { id: 't2', stageId: 's2' }, { id: 't3', stageId: 's2', description: 'long' }, 't4'],
  links: [{ id: 'k1', from: 't1', to: 't2' }],
  moments: [{ id: 'o1', touchpointId: 't1', kind: 'zero' }],
  insights: [{ id: 'n1', kind: 'pain', stageId: 's1', laneId: 'l2' }],
});

function play(count: number, happenings: readonly Happening[]): void {
  const peers = createPeers(count, start);
  const projections = peers.all.map(({ doc }) =>
    createProjection(doc, { layout: () => emptyLayout, schedule: () => () => {} }),
  );
  for (const happening of happenings) {
    const peer = peers.all[happening.peer % count];
    if (!peer) continue;
    if (happening.what === 'edit') makeEdit(peer, happening.edit);
    else if (happening.what === 'deliver') peers.deliver(peer, happening.pick);
    else if (happening.what === 'cut') peer.isCut = true;
    else peers.meet();
  }
  peers.meet();
  const [first] = peers.all;
  if (!first) return;
  const map = readMap(first.doc);
  const repaired = repairMap(map);
  for (const [index, { doc }] of peers.all.entries()) {
    expect(doc.store.pendingStructs).toBeNull();
    expect(readMap(doc)).toEqual(map);
    expect(digest(doc)).toBe(digest(first.doc));
    const projection = projections[index];
    projection?.flush();
    expect(projection?.getState().journey).toEqual(repaired);
    projection?.dispose();
  }
  const parsed = parseMap(writeMap(repaired));
  expect(parsed.ok ? [] : parsed.reasons).toEqual([]);
}

describe('copies of a map', () => {
  it('[D17] [D18] end equal and valid, whatever happened between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.array(arbitraryHappening, { maxLength: 60 }), play),
      runs(150),
    );
  });
});
