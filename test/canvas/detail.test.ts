import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { itemsAt } from '../../src/canvas/detail.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { createScreen } from '../../src/state/screen.ts';
import { buildMap } from '../support/buildMap.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('drawings from afar', () => {
  it('hold on to none of the layouts they were made for', async () => {
    const screen = createScreen({ theme: 'light', language: 'en' }).getState();
    const drawn = Array.from({ length: 6 }, (_, index) => {
      const journey = buildMap({ touchpoints: [{ id: 'a', t: 0.1 + index / 10 }] });
      const layout = layoutMap(journey, layoutOptionsFor(journey));
      return { layout: new WeakRef(layout), itemsOf: itemsAt('blocks', { journey, layout }, screen) };
    });
    // What a reference was just made to lives until the turn ends.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(drawn.filter(({ layout }) => layout.deref())).toEqual([]);
  });
});
