import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { geometryOf } from '../../src/layout/patchLayout.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { subscribeOutline } from '../../src/state/outline.ts';
import { createProjection } from '../../src/state/projection.ts';
import { arbitraryEdit, makeEdit } from '../support/randomEdits.ts';
import { runs } from '../support/runs.ts';
import { templates } from '../support/templates.ts';

const [template] = templates;
if (!template) throw new Error('there are templates');
const { map } = template;

function open() {
  const doc = new Y.Doc();
  writeContent(doc, map, 'file');
  const projection = createProjection(doc, {
    layout: (journey, previous) => layoutMap(journey, layoutOptionsFor(journey), previous ?? undefined),
  });
  let made = 0;
  const commands = createCommands(doc, { newId: () => `new${(made += 1)}` });
  return { doc, projection, commands, undo: createUndo(doc), journey: () => projection.getState().journey };
}

const words: ReadonlySet<string> = new Set([
  'title',
  'description',
  'owner',
  'key',
  'evidenceLevel',
  'importance',
  'performance',
]);

/** Whatever of touchpoints is more than words. */
function placesAndFeelings({ touchpoints }: JourneyMap): unknown {
  return touchpoints.map((touchpoint) => Object.entries(touchpoint).filter(([field]) => !words.has(field)));
}

describe('who shows no words of touchpoints', () => {
  it('is told of another feeling and another name, and not of other words', () => {
    const { projection, commands, journey } = open();
    const { touchpoints, lanes } = journey();
    const [touchpoint, lane] = [touchpoints[0]?.id ?? '', lanes[0]?.id ?? ''];
    let told = 0;
    const stop = subscribeOutline(projection, () => (told += 1));
    commands.update('touchpoints', [touchpoint], { title: 'Other words', description: 'and more' });
    expect(journey().touchpoints[0]?.title).toBe('Other words');
    expect(told).toBe(0);
    commands.update('lanes', [lane], { name: 'Other lane' });
    expect(told).toBe(1);
    commands.update('touchpoints', [touchpoint], { emotion: -2 });
    expect(told).toBe(2);
    projection.setState({ newer: true });
    expect(told).toBe(3);
    stop();
    commands.update('lanes', [lane], { name: 'A third one' });
    expect(told).toBe(3);
  });

  it('asks the projection once, however many they are', () => {
    const { projection, commands, journey } = open();
    let subscriptions = 0;
    const counted = {
      subscribe: (listener: Parameters<typeof projection.subscribe>[0]) => {
        subscriptions += 1;
        const stop = projection.subscribe(listener);
        return () => {
          subscriptions -= 1;
          stop();
        };
      },
    };
    let told = 0;
    const tell = (): void => void (told += 1);
    const stops = Array.from({ length: 50 }, () => subscribeOutline(counted, tell));
    expect(subscriptions).toBe(1);
    commands.update('lanes', [journey().lanes[0]?.id ?? ''], { name: 'Other lane' });
    expect(told).toBe(50);
    for (const stop of stops) stop();
    expect(subscriptions).toBe(0);
  });

  it('misses nothing else, whatever is edited', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEdit, { minLength: 1, maxLength: 15 }), (edits) => {
        const { doc, projection, commands, undo, journey } = open();
        let told = false;
        const stop = subscribeOutline(projection, () => (told = true));
        for (const edit of edits) {
          const { journey: before, layout } = projection.getState();
          told = false;
          makeEdit({ doc, commands, undo }, edit);
          projection.flush();
          if (told) continue;
          for (const [name, value] of Object.entries(journey()))
            if (name !== 'touchpoints') expect(value).toBe(Reflect.get(before, name));
          expect(geometryOf(projection.getState().layout)).toBe(geometryOf(layout));
          expect(placesAndFeelings(journey())).toEqual(placesAndFeelings(before));
        }
        stop();
      }),
      runs(60),
    );
  });
});
