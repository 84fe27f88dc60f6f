import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../src/import/fields.ts';
import { planReadings } from '../../src/import/planReadings.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { bytesOf, finished, tablesIn } from '../support/importing.ts';

const map: JourneyMap = { ...loadTemplate('saas-onboarding-blueprint.en'), readings: [] };
const [first, second] = map.touchpoints;

function plan(text: string, base = map) {
  const [heads, ...rows] = tablesIn(bytesOf(text))[0]?.rows ?? [];
  return finished(planReadings(rows, guessMapping('readings', heads?.cells ?? []), base, 'en'));
}

describe('a table of metrics', () => {
  it('becomes readings, with date, metric, value, source and sample size, by title, ID, or for the whole map', () => {
    const { readings, problems } = plan(
      `Date,Metric,Value,Source,Sample size,Touchpoint\n2025/3/1,NPS,42,Survey,120,${first?.title}\n2025年3月2日,csat,81%,,,${second?.id}\n20250303,conversion,12%,,,\n`,
    );
    expect(problems).toEqual([]);
    expect(readings).toMatchObject([
      { at: '2025-03-01', metric: 'nps', value: 42, source: 'Survey', n: 120, touchpointId: first?.id },
      { at: '2025-03-02', metric: 'csat', value: 81, n: null, touchpointId: second?.id },
      { at: '2025-03-03', metric: 'conversion', value: 0.12, touchpointId: null },
    ]);
  });

  it('names a touchpoint by the address of a cell that holds one alone', () => {
    const alone = { ...map, touchpoints: map.touchpoints.slice(0, 1) };
    const stage = map.stages.findIndex(({ id }) => id === first?.stageId);
    const lane = map.lanes.findIndex(({ id }) => id === first?.laneId);
    const place = `${String.fromCharCode(65 + stage)}${lane + 1}`;
    expect(
      plan(`date,metric,value,address\n2025-03-01,nps,1,${place}\n`, alone).readings[0]?.touchpointId,
    ).toBe(first?.id);
  });

  it('tells by row what is wrong, and takes the others', () => {
    const twice = { ...map, touchpoints: map.touchpoints.map((one) => ({ ...one, title: 'Same' })) };
    const { readings, problems, left } = plan(
      'date,metric,value,touchpoint\n2025-03-01,nps,999,\n2025-13-01,nps,9,\n2025-03-01,mood,9,\n2025-03-01,nps,9,Nowhere\n2025-03-01,nps,9,Same\n2025-03-01,nps,,\n2025-03-01,nps,9,\n2025-03-01,nps,8,\n',
      twice,
    );
    expect(problems.map(({ row, field, rule }) => [row, field, rule.code])).toEqual([
      [2, 'value', 'reading-out-of-range'],
      [3, 'at', 'not-a-date'],
      [4, 'metric', 'not-a-choice'],
      [5, 'touchpointId', 'no-touchpoint'],
      [6, 'touchpointId', 'several-touchpoints'],
      [7, 'value', 'required'],
      [9, 'value', 'second-reading'],
    ]);
    expect([readings.length, left]).toEqual([1, 7]);
  });

  it('takes a value without a sample size that cannot be read, and tells it', () => {
    const { readings, problems, left } = plan('date,metric,value,n\n2025-03-01,nps,9,many\n');
    expect(problems).toMatchObject([
      { row: 2, field: 'n', value: 'many', rule: { code: 'not-a-number' }, isEmptied: true },
    ]);
    expect([readings.length, readings[0]?.n, left]).toEqual([1, null, 0]);
  });

  it('says how many take the place of a value that is there', () => {
    const text = 'date,metric,value\n2025-03-01,nps,9\n';
    const [reading] = plan(text).readings;
    if (!reading) throw new Error('nothing was read');
    const again = plan(text, { ...map, readings: [{ ...reading, id: 'r1' }] });
    expect([again.readings.length, again.replaced]).toEqual([1, 1]);
  });
});
