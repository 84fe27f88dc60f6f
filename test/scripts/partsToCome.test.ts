import { describe, expect, it } from 'vitest';
import { partsToCome } from '../../scripts/partsToCome.ts';

/** As if these files had been built, each with the files it imports. */
function built(files: Readonly<Record<string, readonly string[]>>) {
  const parts = partsToCome();
  const bundle = Object.fromEntries(
    Object.entries(files).map(([fileName, imports]) => [fileName, { type: 'chunk', fileName, imports }]),
  );
  const { generateBundle } = parts.plugin;
  if (typeof generateBundle !== 'function') throw new Error('the plugin learns nothing from the build');
  Reflect.apply(generateBundle, undefined, [{}, bundle]);
  return parts.resolve;
}

describe('the parts a file names', () => {
  const resolve = built({
    'assets/MapPage-aaaaaaaa.js': ['assets/map-bbbbbbbb.js'],
    'assets/map-bbbbbbbb.js': ['assets/start-cccccccc.js'],
    'assets/start-cccccccc.js': [],
    'assets/live--_dddddd.js': ['assets/start-cccccccc.js'],
  });
  const context = { hostId: 'assets/MapPage-aaaaaaaa.js' };
  const needs = ['assets/live--_dddddd.js', 'assets/start-cccccccc.js', 'assets/map-bbbbbbbb.js'];

  it('are those that did not come with it, near or far', () => {
    expect(resolve('assets/openLive-eeeeeeee.js', needs, context)).toEqual(['assets/live--_dddddd.js']);
  });

  it('are none for what is asked for by a gesture', () => {
    expect(resolve('assets/printing-eeeeeeee.js', needs, context)).toEqual([]);
  });
});
