import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap, parseMapText } from '../../src/model/parseMap.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';
import { ruleText } from '../../src/words/reasons.ts';

/** The example of domain.md 4. */
function kettle() {
  return {
    format: 'touchline/1',
    map: { id: 'm1', title: 'Kettle purchase', language: 'en', goal: 'Boil water tomorrow' },
    brand: { name: 'Kettles', messages: [{ id: 'b1', text: 'Hot' }], topics: [{ id: 'b2', name: 'Tea' }] },
    tiers: [{ id: 'ti1', name: 'Gold' }],
    personas: [
      { id: 'p1', name: 'Ana', primary: true, channelIds: ['c1'], jobs: [{ id: 'j1', statement: 'Tea' }] },
    ],
    stages: [
      { id: 's1', name: 'Look', phase: 'prepurchase' },
      { id: 's2', name: 'Buy', phase: 'purchase' },
    ],
    lanes: [
      { id: 'l1', name: 'Touchpoints', kind: 'contact' },
      { id: 'l2', name: 'Emotion', kind: 'emotion' },
    ],
    channels: [{ id: 'c1', name: 'Web shop', media: 'owned', roles: ['media', 'sales'] }],
    touchpoints: [
      { id: 't1', title: 'Reads reviews', stageId: 's1', laneId: 'l1', channelId: 'c1', emotion: 0.5 },
      { id: 't2', title: 'Checkout', stageId: 's2', laneId: 'l1', byPersona: { p1: { emotion: -1.5 } } },
    ],
    moments: [{ id: 'o1', touchpointId: 't1', kind: 'zero' }],
    links: [{ id: 'k1', from: 't1', to: 't2' }],
    insights: [{ id: 'n1', kind: 'pain', text: 'Slow' }],
    evidence: [{ id: 'ev1', kind: 'link', title: 'Survey' }],
    readings: [{ id: 'r1', metric: 'nps', value: 10, at: '2025-01-31', touchpointId: 't1' }],
    comments: [
      {
        id: 'cm1',
        targetId: 't1',
        author: { id: 'u1', name: 'Ana' },
        text: 'Hm',
        at: '2025-01-31T10:00:00Z',
      },
    ],
    votes: [{ id: 'v1', targetId: 'n1', voter: 'u1', round: 1, dots: 3 }],
    snapshots: [{ id: 'sn1', at: '2025-01-31T10:00:00Z', doc: null }],
    dismissals: [{ id: 'x1', code: 'L02', targetId: 't2', reason: 'Asked in May' }],
    elements: [{ id: 'fe1', kind: 'note', text: 'Why twice?', x: 20, y: 30 }],
    views: [
      {
        id: 'w1',
        name: 'Ana, unhappy',
        hiddenLaneIds: ['l2'],
        personaIds: ['p1'],
        emotions: ['negative', 'not-rated'],
        checks: ['L02'],
        owners: [''],
        camera: { zoom: 0.5, x: 100, y: -20.5 },
      },
    ],
  };
}

/** The example with values changed at paths such as `touchpoints.1.emotion`; undefined takes the key away. */
type Changes = { readonly [path: string]: unknown };

function changed(changes: Changes): unknown {
  const file: unknown = kettle();
  for (const [path, value] of Object.entries(changes)) setAt(file, path.split('.'), value);
  return file;
}

function setAt(holder: unknown, [key, ...rest]: readonly string[], value: unknown): void {
  const object = holder as { [key: string]: unknown };
  if (key === undefined) throw new Error('no path');
  if (rest.length > 0) setAt(object[key], rest, value);
  else if (value === undefined) delete object[key];
  else object[key] = value;
}

function reasonsFor(changes: Changes) {
  const parsed = parseMap(changed(changes));
  return parsed.ok ? [] : parsed.reasons;
}

function read(changes: Changes = {}): JourneyMap {
  const parsed = parseMap(changed(changes));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons));
  return parsed.map;
}

const emptyFile = { format: 'touchline/1', map: { id: 'm', title: '' }, stages: [], lanes: [] };
const personaB = { id: 'p2', name: 'B', primary: true };
const fortyOne = Array.from({ length: 41 }, (_, index) => ({ id: `x${index}` }));

/** What is wrong, the change that makes it so, where the reason stands, what it says. */
const wrong: readonly (readonly [string, Changes, string, RegExp])[] = [
  [
    'an emotion out of range',
    { 'touchpoints.1.emotion': 3 },
    '$.touchpoints[1].emotion',
    /number from −2 to 2/,
  ],
  ['a number as a text', { 'touchpoints.1.emotion': '1' }, '$.touchpoints[1].emotion', /number from −2 to 2/],
  ['half a row', { 'touchpoints.0.row': 0.5 }, '$.touchpoints[0].row', /whole number from 0 to 20/],
  [
    'a negative count',
    { 'touchpoints.0.reached': -1 },
    '$.touchpoints[0].reached',
    /whole number, 0 or more/,
  ],
  ['an infinite number', { 'touchpoints.0.cost': Infinity }, '$.touchpoints[0].cost', /finite/],
  [
    'an unknown enum value',
    { 'stages.0.phase': 'before' },
    '$.stages[0].phase',
    /one of influence, prepurchase/,
  ],
  [
    'an unknown value in a list',
    { 'channels.0.roles': ['media', 'x'] },
    '$.channels[0].roles[1]',
    /one of media, sales/,
  ],
  ['an unknown lane kind', { 'lanes.1.kind': 'feelings' }, '$.lanes[1].kind', /one of contact/],
  ['a duplicate id', { 'links.0.id': 't1' }, '$.links[0].id', /already used at \$\.touchpoints\[0\]\.id/],
  ["the map's id used again", { 'links.0.id': 'm1' }, '$.links[0].id', /already used at \$\.map\.id/],
  ['a brand message with a used id', { 'brand.messages.0.id': 'b2' }, '$.brand.topics[0].id', /already used/],
  [
    'a persona job with a used id',
    { 'personas.0.jobs.0.id': 'p1' },
    '$.personas[0].jobs[0].id',
    /already used/,
  ],
  ['an id with a space', { 'evidence.0.id': 'e 1' }, '$.evidence[0].id', /1 to 40 letters/],
  ['an id of 41 characters', { 'evidence.0.id': 'e'.repeat(41) }, '$.evidence[0].id', /1 to 40 letters/],
  ['a check that does not exist', { 'dismissals.0.code': 'L18' }, '$.dismissals[0].code', /one of L01, L02/],
  [
    'a check set aside without a reason',
    { 'dismissals.0.reason': undefined },
    '$.dismissals[0].reason',
    /required/,
  ],
  ['a view without a name', { 'views.0.name': undefined }, '$.views[0].name', /required/],
  [
    'a view that hides a lane of no map',
    { 'views.0.hiddenLaneIds': ['l9'] },
    '$.views[0].hiddenLaneIds[0]',
    /no lanes of this id/,
  ],
  ['a view for nobody', { 'views.0.personaIds': ['c1'] }, '$.views[0].personaIds[0]', /no personas/],
  [
    'a view of a feeling there is not',
    { 'views.0.emotions': ['sad'] },
    '$.views[0].emotions[0]',
    /one of very-negative/,
  ],
  ['a view of a check there is not', { 'views.0.checks': ['L99'] }, '$.views[0].checks[0]', /one of L01/],
  ['a view from too near', { 'views.0.camera.zoom': 5 }, '$.views[0].camera.zoom', /number from 0.1 to 4/],
  ['a view from nowhere', { 'views.0.camera.x': undefined }, '$.views[0].camera.x', /required/],
  ['an element of no kind', { 'elements.0.kind': 'sticker' }, '$.elements[0].kind', /one of note, text/],
  ['an element on the grid', { 'elements.0.x': -1 }, '$.elements[0].x', /whole number from 0 to 20000/],
  ['an element too small to see', { 'elements.0.width': 1 }, '$.elements[0].width', /number from 40 to 4000/],
  ['an ink of one’s own', { 'elements.0.ink': '#ff0000' }, '$.elements[0].ink', /one of ink, sienna/],
  ['an image without a picture', { 'elements.0.kind': 'image' }, '$.elements[0].image', /needs the SHA-256/],
  ['a picture that is no hash', { 'elements.0.image': 'cat.png' }, '$.elements[0].image', /64 digits/],
  [
    'a check set aside for nothing',
    { 'dismissals.0.targetId': 't9' },
    '$.dismissals[0].targetId',
    /touchpoints/,
  ],
  [
    'a dangling reference',
    { 'touchpoints.0.channelId': 'c9' },
    '$.touchpoints[0].channelId',
    /no channels of this id/,
  ],
  [
    'a reference to the wrong kind',
    { 'touchpoints.0.channelId': 's1' },
    '$.touchpoints[0].channelId',
    /no channels/,
  ],
  [
    'a dangling reference in a list',
    { 'personas.0.channelIds': ['c1', 'c2'] },
    '$.personas[0].channelIds[1]',
    /no channels/,
  ],
  [
    'a difference for nobody',
    { 'touchpoints.1.byPersona': { p9: {} } },
    '$.touchpoints[1].byPersona.p9',
    /no personas/,
  ],
  ['a comment on nothing', { 'comments.0.targetId': 'zz' }, '$.comments[0].targetId', /no record of this id/],
  [
    'a vote on a stage',
    { 'votes.0.targetId': 's1' },
    '$.votes[0].targetId',
    /no touchpoints or insights or opportunities/,
  ],
  [
    'a touchpoint in an emotion lane',
    { 'touchpoints.0.laneId': 'l2' },
    '$.touchpoints[0].laneId',
    /holds no touchpoints/,
  ],
  [
    'a triad of 90',
    { 'touchpoints.0.triad': { organisation: 50, staff: 20, customer: 20 } },
    '$.touchpoints[0].triad',
    /must add to 100/,
  ],
  [
    'a long title',
    { 'touchpoints.0.title': 'x'.repeat(121) },
    '$.touchpoints[0].title',
    /at most 120 characters; it has 121/,
  ],
  [
    'a long text in UTF-16 units',
    { 'touchpoints.0.doing': '😀'.repeat(201) },
    '$.touchpoints[0].doing',
    /at most 400 characters; it has 402/,
  ],
  ['a null text', { 'touchpoints.0.title': null }, '$.touchpoints[0].title', /may not be null/],
  ['a missing title', { 'touchpoints.0.title': undefined }, '$.touchpoints[0].title', /is required/],
  ['a missing stage list', { stages: undefined }, '$.stages', /is required/],
  ['a missing map', { map: undefined }, '$.map', /is required/],
  ['a brand that is a text', { brand: 'Kettles' }, '$.brand', /must be an object/],
  ['too many stages', { stages: fortyOne }, '$.stages', /at most 40 stages; it holds 41/],
  ['an object for a list', { touchpoints: {} }, '$.touchpoints', /must be a list/],
  ['a text for a record', { 'links.0': 'k1' }, '$.links[0]', /must be an object/],
  [
    'an upper-case colour',
    { 'channels.0.colour': '#FFFFFF' },
    '$.channels[0].colour',
    /#rrggbb in lower case/,
  ],
  ['a day that does not exist', { 'readings.0.at': '2025-02-29' }, '$.readings[0].at', /YYYY-MM-DD/],
  [
    'a time that is not in UTC',
    { 'comments.0.at': '2025-01-31T10:00:00+08:00' },
    '$.comments[0].at',
    /time in UTC/,
  ],
  [
    'a metric out of range',
    { 'readings.0.value': 101 },
    '$.readings[0].value',
    /nps must be a number from −100 to 100/,
  ],
  ['a lower-case currency', { 'map.currency': 'eur' }, '$.map.currency', /three capital letters/],
  ['a link to itself', { 'links.0.to': 't1' }, '$.links[0].to', /another touchpoint/],
  ['two primary personas', { 'personas.1': personaB }, '$.personas[1].primary', /at most one/],
  [
    'a second moment of a kind',
    { 'moments.1': { id: 'o2', touchpointId: 't1', kind: 'zero' } },
    '$.moments[1].kind',
    /already/,
  ],
  [
    'a second vote for the same',
    { 'votes.1': { id: 'v2', targetId: 'n1', voter: 'u1', round: 1 } },
    '$.votes[1].targetId',
    /already/,
  ],
  [
    'too many dots',
    { 'votes.1': { id: 'v2', targetId: 't1', voter: 'u1', round: 1, dots: 3 } },
    '$.votes[1].dots',
    /at most 5 dots/,
  ],
  ['half a character', { 'map.title': 'a\ud83d' }, '$.map.title', /half of a character/],
  [
    'a snapshot of another format',
    { 'snapshots.0.doc': { format: 'touchline/2' } },
    '$.snapshots[0].doc.format',
    /touchline\/2/,
  ],
  [
    'a snapshot with comments',
    { 'snapshots.0.doc': { ...emptyFile, comments: [] } },
    '$.snapshots[0].doc.comments',
    /holds no comments/,
  ],
];

describe('parseMap', () => {
  it('reads the example and fills in every default', () => {
    const map = read();
    expect(map.touchpoints[0]).toMatchObject({
      t: 0.5,
      row: 0,
      emotion: 0.5,
      importance: null,
      status: 'live',
      planned: true,
      tags: [],
    });
    expect(map.stages[0]).toMatchObject({ width: 320, collapsed: false, colour: null });
    expect(map.lanes[0]).toMatchObject({ height: 160 });
    expect(map.map).toMatchObject({ currency: 'CNY', dots: 5, round: 1, state: 'current' });
    expect(map.actions).toEqual([]);
  });

  it('needs only format, map, stages and lanes', () => {
    expect(parseMap(emptyFile).ok).toBe(true);
  });

  it.each(wrong)('refuses %s, and says where, what and why', (_name, changes, path, rule) => {
    const reason = reasonsFor(changes).find((one) => one.path === path);
    expect(reason && ruleText(reason.rule, 'en')).toMatch(rule);
    expect(reason?.value).not.toBeUndefined();
  });

  // What else refers to a record that is gone, or that gave up its id, has a reason of its own.
  const alone = wrong.filter(
    ([name]) => !/stage list|missing map|brand that|too many stages|object for a list/.test(name),
  );
  it.each(alone)('gives one reason for %s', (_name, changes) => {
    expect(reasonsFor(changes)).toHaveLength(1);
  });

  it('names the format it cannot read, and reads nothing else', () => {
    expect(reasonsFor({ format: 'touchline/7', stages: 'nonsense' })).toEqual([
      {
        path: '$.format',
        value: 'touchline/7',
        rule: { code: 'other-format', named: 'touchline/7', format: 'touchline/1' },
      },
    ]);
    expect(parseMap({})).toMatchObject({ ok: false, reasons: [{ path: '$.format' }] });
  });

  it('lists at most 50 reasons', () => {
    const touchpoints = Array.from({ length: 80 }, (_, index) => ({
      id: `x${index}`,
      title: 'x',
      stageId: 's1',
      laneId: 'l1',
      emotion: 9,
    }));
    expect(reasonsFor({ touchpoints })).toHaveLength(50);
  });

  it('keeps unknown keys at every level and writes them back', () => {
    const map = read({
      later: { a: [1, null] },
      'map.mood': 'new',
      'brand.messages.0.weight': 3,
      'touchpoints.0.tone': { humour: 1, irony: 2 },
      'touchpoints.1.byPersona.p1.since': 'May',
      'comments.0.author.badge': 'x',
    });
    expect(map.extra).toEqual({ later: { a: [1, null] } });
    expect(map.touchpoints[0]?.tone?.extra).toEqual({ irony: 2 });
    expect(writeMap(map)).toMatchObject({
      later: { a: [1, null] },
      map: { mood: 'new' },
      brand: { messages: [{ weight: 3 }] },
      touchpoints: [{ tone: { humour: 1, irony: 2 } }, { byPersona: { p1: { since: 'May' } } }],
      comments: [{ author: { badge: 'x' } }],
    });
  });

  it('keeps numbers finer than the editor makes, and takes null for an empty feeling', () => {
    const map = read({
      'touchpoints.0.t': 0.333,
      'touchpoints.0.emotion': 0.25,
      'touchpoints.1.byPersona.p1.feeling': null,
    });
    expect(map.touchpoints[0]).toMatchObject({ t: 0.333, emotion: 0.25 });
    expect(map.touchpoints[1]?.byPersona['p1']?.feeling).toBe('');
  });

  it('R33: has entries only for ids that are there, also for an id like toString', () => {
    const byPersona: { readonly [id: string]: unknown } = read().touchpoints[1]?.byPersona ?? {};
    expect(byPersona['toString']).toBeUndefined();
    expect(byPersona['p1']).toMatchObject({ emotion: -1.5, skipped: false });
  });
});

describe('hostile files', () => {
  it.each(['__proto__', 'constructor', 'prototype'])(
    'R33: the key %s is refused wherever it stands',
    (key) => {
      const start = '{"format":"touchline/1","stages":[],"lanes":[],"map":{"id":"m","title":""';
      for (const text of [`${start}},"${key}":{}}`, `${start},"x":[{"${key}":{"polluted":1}}]}}`]) {
        expect(parseMapText(text)).toMatchObject({
          ok: false,
          reasons: [{ rule: { code: 'forbidden-key' } }],
        });
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(reasonsFor({ 'evidence.0.id': key })[0]?.path).toBe('$.evidence[0].id');
    },
  );

  it('R71: 32 levels are read, 33 are not', () => {
    // The file is the first level.
    expect(reasonsFor({ later: nested(31) })).toEqual([]);
    expect(reasonsFor({ later: nested(32) })[0]?.rule).toEqual({ code: 'too-deep', levels: 32 });
  });

  it('R71: a million brackets are refused without a fall', () => {
    expect(parseMapText('['.repeat(1_000_000) + ']'.repeat(1_000_000)).ok).toBe(false);
  });

  it('R71: broken JSON is refused; a byte order mark is no reason', () => {
    expect(parseMapText('{"format":\n')).toMatchObject({
      ok: false,
      reasons: [{ path: '$', rule: { code: 'broken-json', line: 2, column: 1 } }],
    });
    expect(parseMapText(`\uFEFF${JSON.stringify(kettle())}`).ok).toBe(true);
  });

  it('R71: more than 20 MiB are refused, counted as UTF-8', () => {
    const text = JSON.stringify({ ...kettle(), later: '茶'.repeat(7 * 1024 * 1024) });
    expect(parseMapText(text)).toMatchObject({
      ok: false,
      reasons: [{ rule: { code: 'file-too-large', mebibytes: 20 } }],
    });
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0001javascript:alert(1)',
    'java\u200bscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.com',
    '//example.com',
    'https://example.com/\u202Etxt',
    'https://exa mple.com',
    'http:',
    '',
  ])('R68: the address %j is refused', (url) => {
    expect(reasonsFor({ 'evidence.0.url': url })[0]?.path).toBe('$.evidence[0].url');
  });

  it.each([
    'https://example.com',
    'HTTP://EXAMPLE.com/a?b#c',
    'mailto:ana@example.com',
    'https://例子.测试/路径',
  ])('R68: the address %j is read', (url) => {
    expect(reasonsFor({ 'evidence.0.url': url })).toEqual([]);
  });

  it('R69: inline images are raster and at most 524288 characters', () => {
    const head = 'data:image/png;base64,';
    expect(reasonsForImage(`${head}${'A'.repeat(524_288 - head.length)}`)).toBe(0);
    expect(reasonsForImage(`${head}${'A'.repeat(524_289 - head.length)}`)).toBe(1);
    expect(reasonsForImage('data:image/svg+xml;base64,AAAA')).toBe(1);
    expect(reasonsForImage('data:image/png;base64,<svg>')).toBe(1);
    expect(reasonsForImage('https://example.com/a.png')).toBe(1);
  });

  it('R71: any JSON at all gives an answer and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseMap(value).ok).toBe(false);
      }),
      runs(500),
    );
  });

  it('R71: a valid file with any one value replaced is read or refused, and stays as it was', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.nat(), fc.jsonValue({ maxDepth: 2 }), (map, pick, value) => {
        const file: unknown = JSON.parse(JSON.stringify(writeMap(map)));
        const paths = pathsIn(file);
        setAt(file, paths[pick % paths.length] ?? [], value ?? null);
        const before = JSON.stringify(file);
        const parsed = parseMap(JSON.parse(before));
        // Whatever is read can be read again; whatever is refused says why.
        const proof = parsed.ok ? parseMap(writeMap(parsed.map)) : parsed.reasons.length > 0;
        expect(proof).toEqual(parsed.ok ? parsed : true);
        parseMap(file);
        expect(JSON.stringify(file)).toBe(before);
      }),
      runs(300),
    );
  });
});

function reasonsForImage(data: string): number {
  return reasonsFor({ 'evidence.0.data': data }).length;
}

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}

/** The paths to all values inside a JSON value. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...pathsIn(item, [...path, key])]);
}
