/**
 * Spoilt files of every kind that is read (R68, R69, R71, R72): whatever stands in them, reading gives a sound map, a table or
 * reasons, and never throws; what is added to an open map is added whole, as one step that one undo takes back, or not at all.
 */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { toCsv } from '../../src/export/tables/csv.ts';
import { toXlsx } from '../../src/export/tables/xlsx.ts';
import { toMarkdown } from '../../src/export/markdown.ts';
import { guessKind, guessMapping } from '../../src/import/fields.ts';
import { joinMap } from '../../src/import/joinMap.ts';
import { asNewMap, withCurve } from '../../src/import/newMap.ts';
import { planReadings } from '../../src/import/planReadings.ts';
import { planTouchpoints } from '../../src/import/planTouchpoints.ts';
import { readSource } from '../../src/import/readSource.ts';
import { emptyMap } from '../../src/model/blankMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { writeMap, writeMapText } from '../../src/model/writeMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { cjml, mermaid } from '../support/foreignJourneys.ts';
import { bytesOf, countedIds, finished, into, journeyNames } from '../support/importing.ts';
import { runs } from '../support/runs.ts';

const base: JourneyMap = buildMap({
  stages: [
    { id: 's1', name: 'Look' },
    { id: 's2', name: 'Buy' },
  ],
  lanes: [
    { id: 'l1', name: 'Touchpoints', kind: 'contact' },
    { id: 'l2', name: 'Pains', kind: 'pains' },
  ],
  personas: [{ id: 'p1', name: 'Ana', goals: ['Tea', 'Peace'] }],
  channels: [{ id: 'c1', name: 'Web shop' }],
  touchpoints: [
    {
      id: 't1',
      title: 'Reads reviews',
      stageId: 's1',
      laneId: 'l1',
      channelId: 'c1',
      emotion: 0.5,
      reached: 100,
    },
    {
      id: 't2',
      title: '结账',
      stageId: 's2',
      laneId: 'l1',
      emotion: -1,
      byPersona: { p1: { emotion: -1.5, importance: null, performance: null, feeling: '', skipped: false } },
    },
  ],
  links: [{ id: 'k1', from: 't1', to: 't2' }],
  insights: [{ id: 'i1', kind: 'pain', text: 'Too slow', stageId: 's2', laneId: 'l2' }],
});
const metrics = 'Date,Metric,Value,Touchpoint\n2025-03-01,NPS,40,Reads reviews\n2025-03-01,csat,80 %,A1\n';

/** Words that break readers, or would harm whoever believes them. */
const barbs = [
  '',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\uFEFF',
  '\uD800',
  '\u202E',
  '=1+1',
  '<!ENTITY x "y">',
  '&x;',
  ']]>',
  '<![CDATA[',
  '</',
  '/>',
  '__proto__',
  'constructor',
  'toString',
  'javascript:alert(1)',
  'data:text/html,x',
  '1e999',
  '-0',
  'NaN',
  '[]',
  '{}',
  'null',
  '```',
  ':',
  'section',
  '%%',
  '9'.repeat(400),
  '"__proto__":{"a":1},',
  '[id]',
  'A1048576',
  'r="XFD1"',
];

/** A file with some of it replaced, taken out, doubled or cut off. */
const spoil = fc.record({
  cuts: fc.array(
    fc.record({
      at: fc.nat(1_000_000),
      length: fc.nat(40),
      put: fc.oneof(fc.constantFrom(...barbs), fc.string()),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  end: fc.option(fc.nat(1_000_000), { freq: 5 }),
});
type Spoil = typeof spoil extends fc.Arbitrary<infer T> ? T : never;

function spoilt(text: string, { cuts, end }: Spoil): string {
  let out = text;
  for (const { at, length, put } of cuts) {
    const from = at % (out.length + 1);
    out = out.slice(0, from) + put + out.slice(from + length);
  }
  return end === null ? out : out.slice(0, end % (out.length + 1));
}

/** What reading and importing such a file does. */
async function expectSound(bytes: Uint8Array, name: string): Promise<void> {
  const read = readSource(bytes, name, journeyNames);
  if (!read.ok) {
    expect(read.reasons.length).toBeGreaterThan(0);
    return;
  }
  const newId = countedIds('n');
  for (const { journey } of [...(read.journeys ?? []), ...(read.tables && read.whole ? [read.whole] : [])]) {
    expect(parseMap(writeMap(journey)).ok).toBe(true);
    await expectWholeOrNothing((map) => joinMap(map, journey, newId));
  }
  for (const { rows } of read.tables ?? []) {
    const [heads, ...others] = rows;
    const cells = heads?.cells ?? [];
    if (guessKind(cells) === 'readings')
      finished(planReadings(others, guessMapping('readings', cells), base, 'en'));
    const mapping = guessMapping('touchpoints', cells);
    const plan = (map: JourneyMap) => finished(planTouchpoints(others, mapping, into(map, { newId }))).added;
    const made = plan(emptyMap('new'));
    const facts = { title: 'New', language: 'en', now: '2025-03-01T09:00:00.000Z', newId } as const;
    // A table without any touchpoint cannot be imported.
    if (made.touchpoints.length > 0)
      expect(parseMap(writeMap(asNewMap(withCurve(made, 'Emotion', newId), facts))).ok).toBe(true);
    await expectWholeOrNothing(plan);
  }
}

async function expectWholeOrNothing(plan: (map: JourneyMap) => JourneyMap): Promise<void> {
  const doc = new Y.Doc();
  writeContent(doc, base, 'file');
  const undo = createUndo(doc);
  const before = readMap(doc);
  const added = plan(before);
  const answer = await createCommands(doc, { newId: countedIds('d') }).add(added);
  const after = readMap(doc);
  if (!answer?.ok) {
    expect(after).toEqual(before);
    return;
  }
  expect(parseMap(writeMap(after)).ok).toBe(true);
  expect(after.touchpoints.length).toBe(before.touchpoints.length + added.touchpoints.length);
  expect(after.stages.length).toBe(before.stages.length + added.stages.length);
  undo.undo();
  expect(readMap(doc)).toEqual(before);
  doc.destroy();
}

const texts: readonly (readonly [kind: string, name: string, text: string])[] = [
  ['Touchline file', 'x.json', writeMapText(base)],
  ['CSV', 'x.csv', new TextDecoder().decode(toCsv(base, { lang: 'en', encoding: 'utf-8' }))],
  ['table of metrics', 'x.csv', metrics],
  ['Mermaid journey', 'x.mmd', mermaid],
  ['outline of ours', 'x.md', toMarkdown(base, { lang: 'zh' })],
  ['CJML journey', 'x.xml', cjml],
];

describe('a spoilt file changes nothing, or all that it says', () => {
  it.each(texts)('%s', async (_kind, name, text) => {
    await expectSound(bytesOf(text), name);
    await fc.assert(
      fc.asyncProperty(spoil, (how) => expectSound(bytesOf(spoilt(text, how)), name)),
      { ...runs(60), endOnFailure: true },
    );
  });

  it('as bytes that are no text any more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async ([, name, text], changes) => {
          const bytes = bytesOf(text);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          await expectSound(bytes, name);
        },
      ),
      { ...runs(60), endOnFailure: true },
    );
  });

  it('workbook, spoilt inside its parts and as a zip', async () => {
    const bytes = toXlsx(base, { lang: 'en' });
    const parts = unzipSync(bytes);
    await expectSound(bytes, 'x.xlsx');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(parts)),
        spoil,
        fc.boolean(),
        async (part, how, asZip) => {
          if (asZip) {
            const spoiltZip = Uint8Array.from(bytes);
            for (const { at, put } of how.cuts)
              spoiltZip.set(strToU8(put).subarray(0, 4), at % (bytes.length - 4));
            return expectSound(
              how.end === null ? spoiltZip : spoiltZip.subarray(0, how.end % bytes.length),
              'x.xlsx',
            );
          }
          const content = spoilt(strFromU8(parts[part] ?? new Uint8Array()), how);
          return expectSound(zipSync({ ...parts, [part]: strToU8(content) }), 'x.xlsx');
        },
      ),
      { ...runs(60), endOnFailure: true },
    );
  });
});
