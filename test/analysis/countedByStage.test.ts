/** What is counted over touchpoints: questions (A16), five Ws (A17), control (A19), information (A20), formality (A21), kinds (A22), ownership (A23). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactKinds } from '../../src/analysis/contactKinds.ts';
import { controlBalance } from '../../src/analysis/controlBalance.ts';
import { fiveWs } from '../../src/analysis/fiveWs.ts';
import { formalityMix } from '../../src/analysis/formality.ts';
import { informationProduced } from '../../src/analysis/informationProduced.ts';
import { ownership } from '../../src/analysis/ownership.ts';
import { questionsAnswered } from '../../src/analysis/questionsAnswered.ts';
import { effectivePhase, journeyTouchpoints } from '../../src/model/sequence.ts';
import { arbitraryMap, buildMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

const answers = ['solution', 'information', 'value', 'access'] as const;

describe('counts over stages, phases and teams', () => {
  it('are those of going through every stage with every value by hand', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const nodes = journeyTouchpoints(map);
        const idsWhere = (test: (node: (typeof nodes)[number]) => boolean) =>
          nodes.filter(test).map(({ id }) => id);
        for (const { stageId, ids } of questionsAnswered(map).value?.stages ?? [])
          for (const answer of answers)
            expect(ids[answer]).toEqual(
              idsWhere((node) => node.stageId === stageId && node.answers.includes(answer)),
            );
        for (const { stageId, ids } of formalityMix(map).value?.stages ?? [])
          for (const formality of ['formal', 'informal', 'mixed'] as const)
            expect(ids[formality]).toEqual(
              idsWhere((node) => node.stageId === stageId && node.formality === formality),
            );
        const kinds = contactKinds(map).value;
        for (const { kind, phase, ids } of kinds?.cells ?? [])
          expect(ids).toEqual(
            idsWhere((node) => node.contactKinds.includes(kind) && effectivePhase(node, map) === phase),
          );
        for (const phase of kinds?.missingPhases ?? [])
          expect(idsWhere((node) => effectivePhase(node, map) === phase)).toEqual([]);
        for (const { name, ids } of ownership(map).value?.teams ?? [])
          expect(ids).toEqual(idsWhere((node) => node.team.trim() === name));
        for (const { system, ids } of informationProduced(map).value?.systems ?? [])
          expect(ids.toSorted()).toEqual(
            idsWhere((node) => node.information.some((one) => one.system.trim() === system)).toSorted(),
          );
      }),
      runs(150),
    );
  });
});

describe('questions answered (A16)', () => {
  it('name the gaps of stages before and at the purchase only', () => {
    const map = buildMap({
      stages: [{ phase: 'influence' }, { phase: 'prepurchase' }, { phase: 'purchase' }],
      touchpoints: [
        { stageId: 's1', answers: [] },
        { stageId: 's2', answers: ['solution', 'information', 'value'] },
        { stageId: 's3', answers: [...answers] },
      ],
    });
    expect(questionsAnswered(map)).toMatchObject({
      n: 2,
      of: 3,
      value: { gaps: [{ stageId: 's2', answer: 'access' }] },
    });
  });
});

describe('five Ws (A17)', () => {
  it('count what is said, and take one persona for “to whom”', () => {
    const parts = {
      touchpoints: [{ team: 'Sales', description: 'Calls', channelId: 'c1', effect: ' ' }],
      channels: ['c1'],
    };
    expect(fiveWs(buildMap({ ...parts, personas: ['p1'] })).value).toEqual({
      touchpoints: [{ id: 't1', missing: ['effect'], completeness: 0.8 }],
      mean: 0.8,
    });
    expect(fiveWs(buildMap({ ...parts, personas: ['p1', 'p2'] })).value?.touchpoints[0]?.missing).toEqual([
      'whom',
      'effect',
    ]);
  });
});

describe('control balance (A19)', () => {
  it('calls a contact dominated above 60, and looks at direct and employee contacts only', () => {
    const triad = (organisation: number) => ({ organisation, staff: 100 - organisation, customer: 0 });
    const map = buildMap({
      touchpoints: [
        { contactKinds: ['direct'], triad: triad(60) },
        { contactKinds: ['employee'], triad: triad(61) },
        { contactKinds: ['employee'], triad: triad(39) },
        { contactKinds: ['document'], triad: triad(90) },
        { contactKinds: ['direct'] },
      ],
    });
    const balance = controlBalance(map);
    expect([balance.n, balance.of]).toEqual([3, 4]);
    expect(balance.value?.rows.map(({ dominatedBy }) => dominatedBy)).toEqual([
      null,
      'organisation',
      'staff',
    ]);
    expect(balance.value).toMatchObject({
      balanced: 1,
      dominated: { organisation: 1, staff: 1, customer: 0 },
    });
  });
});

describe('information (A20)', () => {
  it('names key touchpoints that produce none, and what ends up nowhere', () => {
    const item = (system: string) => ({ what: 'Size', system, use: '' });
    const result = informationProduced(
      buildMap({
        touchpoints: [
          { information: [item('CRM'), item(' ')] },
          { key: true },
          { information: [item('CRM ')] },
        ],
      }),
    );
    expect(result.value).toMatchObject({
      systems: [{ system: 'CRM', ids: ['t1', 't3'] }],
      keyWithout: ['t2'],
      withoutSystem: [{ id: 't1', what: 'Size' }],
    });
  });
});

describe('formal and informal (A21)', () => {
  it('hint at a journey without anything informal before the purchase', () => {
    const informal = (formality: 'formal' | 'informal', phase: 'influence' | 'purchase') =>
      formalityMix(buildMap({ touchpoints: [{ formality, phase }] })).value?.informalBefore;
    expect(informal('formal', 'influence')).toMatchObject({ value: [], n: 1 });
    expect(informal('informal', 'influence')).toMatchObject({ value: ['t1'] });
    expect(informal('informal', 'purchase')).toMatchObject({ value: null, reason: 'no-prepurchase' });
  });
});

describe('ownership (A23)', () => {
  it('lists hand-offs with their teams, and does not guess a team that is not named', () => {
    const map = buildMap({
      touchpoints: [{ team: 'A' }, { team: 'B' }, { key: true }, { team: 'A' }],
      links: [
        { from: 't1', to: 't2', kind: 'handoff' },
        { from: 't1', to: 't4', kind: 'handoff' },
        { from: 't1', to: 't3', kind: 'handoff' },
        { from: 't1', to: 't2' },
      ],
    });
    const { value } = ownership(map);
    expect(value?.teams).toEqual([
      { name: 'A', ids: ['t1', 't4'] },
      { name: 'B', ids: ['t2'] },
    ]);
    expect(value?.keyWithoutOwner).toEqual(['t3']);
    expect(value?.handoffs.map(({ linkId, betweenTeams }) => [linkId, betweenTeams])).toEqual([
      ['k1', true],
      ['k2', false],
      ['k3', null],
    ]);
  });
});
