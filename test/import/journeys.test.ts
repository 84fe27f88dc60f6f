/** Journeys of other programs: Mermaid and CJML, and what they add to an open map. */
import { describe, expect, it } from 'vitest';
import { joinMap } from '../../src/import/joinMap.ts';
import { readSource } from '../../src/import/readSource.ts';
import { toMarkdown } from '../../src/export/markdown.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { cjml, mermaid } from '../support/foreignJourneys.ts';
import { bytesOf, countedIds, journeyNames } from '../support/importing.ts';

function journeysIn(text: string, name = 'x'): readonly { journey: JourneyMap; left: readonly string[] }[] {
  const read = readSource(bytesOf(text), name, journeyNames);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.reasons)}`);
  for (const { journey } of read.journeys ?? [])
    expect(parseMap(writeMap(journey))).toMatchObject({ ok: true });
  return read.journeys ?? [];
}
function reasonsOf(text: string, name = 'x') {
  const read = readSource(bytesOf(text), name, journeyNames);
  return read.ok ? [] : read.reasons.map(({ path, rule }) => [path, rule.code]);
}

describe('a Mermaid journey', () => {
  it('becomes stages, touchpoints, emotions and personas', () => {
    const [found] = journeysIn(mermaid);
    const { map, stages, lanes, touchpoints, personas } = found?.journey ?? buildMap();
    expect(map.title).toBe('My working day');
    expect(stages.map(({ name }) => name)).toEqual(['Go to work', 'Go home']);
    expect(lanes.map(({ kind }) => kind)).toEqual(['contact', 'emotion']);
    expect(personas.map(({ name }) => name)).toEqual(['Me', 'Cat']);
    expect(
      touchpoints.map(({ title, emotion, t, personaIds }) => [title, emotion, t, personaIds.length]),
    ).toEqual([
      ['Make tea', 2, 0.25, 1],
      ['Go upstairs', 0, 0.75, 2],
      ['Sit down', -1.5, 0.5, 0],
    ]);
  });

  it('is found in our own outline, and says there what the map says', () => {
    const map = loadTemplate('airline-tiers.en');
    const outline = toMarkdown(map, { lang: 'en' });
    const [found] = journeysIn(outline, 'x.md');
    const rated = map.touchpoints.filter(({ emotion, laneId }) => {
      const kind = map.lanes.find(({ id }) => id === laneId)?.kind;
      return emotion !== null && (kind === 'contact' || kind === 'customer-action');
    });
    expect(found?.journey.touchpoints).toHaveLength(rated.length);
  });

  it('of our own outline comes back with every sign', () => {
    const map = loadTemplate('saas-onboarding-blueprint.en');
    const title = 'A: b; 50 % #1 <i> `c`, d & "e"';
    const [persona] = map.personas;
    const [found] = journeysIn(
      toMarkdown(
        {
          ...map,
          map: { ...map.map, title },
          personas: persona ? [{ ...persona, name: title }] : [],
          stages: map.stages.map((stage) => ({ ...stage, name: title })),
          touchpoints: map.touchpoints.map((one) => ({
            ...one,
            title,
            personaIds: persona ? [persona.id] : [],
          })),
        },
        { lang: 'en' },
      ),
      'x.md',
    );
    const { journey } = found ?? { journey: buildMap() };
    expect(journey.map.title).toBe(title);
    expect(journey.stages.length).toBeGreaterThan(0);
    for (const { name } of [...journey.stages, ...journey.personas]) expect(name).toBe(title);
    for (const one of journey.touchpoints) expect(one.title).toBe(title);
  });

  it('with lines that are none is refused with their numbers', () => {
    expect(reasonsOf('journey\n  section A\n    Make tea\n    Sit: 9: Me\n')).toEqual([
      ['#3', 'not-a-task'],
      ['#4', 'not-a-number'],
    ]);
    expect(reasonsOf('journey\n')).toEqual([['$', 'no-journey']]);
    expect(reasonsOf('# Only words', 'x.md')).toEqual([['$', 'no-journey']]);
  });
});

describe('a CJML 2.0 journey', () => {
  it('that was really made becomes an actual map: phases, actors, channels, outcomes, order', () => {
    const [planned, actual] = journeysIn(cjml);
    expect(planned?.journey.map).toMatchObject({ title: 'PJ1', state: 'current' });
    expect(planned?.journey.touchpoints[0]).toMatchObject({ title: 'Thinks', outcome: null });
    const { map, stages, lanes, personas, channels, touchpoints, links } = actual?.journey ?? buildMap();
    expect(map).toMatchObject({ title: 'Carl buys a book', state: 'actual', scenario: 'Short' });
    expect(stages.map(({ name, description }) => [name, description])).toEqual([
      ['Before & at', 'Looking'],
      ['After', ''],
    ]);
    expect(lanes.map(({ kind }) => kind)).toEqual(['customer-action', 'contact', 'emotion', 'backstage']);
    expect([personas.map(({ name }) => name), channels.map(({ name }) => name)]).toEqual([
      ['Carl'],
      ['Web', 'E-mail'],
    ]);
    const laneOf = new Map(lanes.map(({ id, kind }) => [id, kind]));
    expect(
      touchpoints.map(({ title, outcome, laneId, initiator }) => [
        title,
        outcome,
        laneOf.get(laneId),
        initiator,
      ]),
    ).toEqual([
      ['Creates an account', 'done', 'contact', 'customer'],
      ['Gets the receipt', 'missed', 'contact', 'company'],
      ['Reads', 'extra', 'customer-action', 'customer'],
      ['Packs', 'failed', 'backstage', 'company'],
    ]);
    expect(touchpoints[0]).toMatchObject({
      description: 'Account registered',
      team: 'Bookis',
      emotion: 1,
      feeling: 'Easy',
      evidenceLevel: 'measured',
      durationMin: 5,
      originId: 'T1',
    });
    expect(touchpoints[2]?.description).toBe('All night');
    expect(links.map(({ from, to }) => [from, to])).toEqual(
      touchpoints.slice(1).map((to, index) => [touchpoints[index]?.id, to.id]),
    );
    // What has no place in a map is named.
    expect(actual?.left).toEqual(['uncertainty']);
  });

  it('takes ratings from −2 to 2 for emotions as they are, once one of them is below 1', () => {
    const rated = (rating: string) =>
      `<actualAction><initiator><initiatorLabel>x</initiatorLabel></initiator><touchpointExperience><experienceRating>${rating}</experienceRating></touchpointExperience></actualAction>`;
    const emotions = (...ratings: string[]) =>
      journeysIn(
        `<CJML version="2.0"><actualJourney><touchpoints>${ratings.map(rated).join('')}</touchpoints></actualJourney></CJML>`,
      )[0]?.journey.touchpoints.map(({ emotion }) => emotion);
    expect(emotions('1', '2', '5')).toEqual([-2, -1, 2]);
    expect(emotions('-1', '2', '')).toEqual([-1, 2, null]);
    expect(emotions('very negative')).toEqual([-2]);
  });

  it.each([
    ['<html></html>', 'not-cjml'],
    ['<CJML version="3.0"><actualJourney/></CJML>', 'other-cjml'],
    ['<CJML version="2.0"></CJML>', 'no-journey'],
    ['<CJML version="2.0"><actualJourney></CJML>', 'broken-xml'],
    ['<!DOCTYPE CJML SYSTEM "http://127.0.0.1:1/x"><CJML version="2.0"/>', 'xml-with-doctype'],
  ])('%s is refused', (text, code) => {
    expect(reasonsOf(text).map(([, rule]) => rule)).toEqual([code]);
  });
});

describe('a journey that joins an open map', () => {
  it('finds stages, lanes and personas of the same name, and brings the rest under new ids', () => {
    const base = buildMap();
    const [stage] = base.stages;
    const [found] = journeysIn(mermaid.replace('Go home', stage?.name ?? ''));
    if (!found) throw new Error('no journey');
    const added = joinMap(base, found.journey, countedIds());
    expect(added.stages.map(({ name }) => name)).toEqual(['Go to work']);
    const all = [...base.stages, ...added.stages, ...base.lanes, ...added.lanes].map(({ id }) => id);
    for (const { stageId, laneId } of added.touchpoints)
      expect(all).toEqual(expect.arrayContaining([stageId, laneId]));
    expect(added.touchpoints.at(-1)?.stageId).toBe(stage?.id);
    const known = new Set(base.touchpoints.map(({ id }) => id));
    expect(added.touchpoints.filter(({ id }) => known.has(id))).toEqual([]);
  });
});
