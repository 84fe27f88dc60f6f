import { describe, expect, it } from 'vitest';
import { aheadOf, type BuiltFiles } from '../../scripts/partsAhead.ts';

/** As if these files had been built: name, what it begins with, what it imports, its style sheets. */
function built(
  files: readonly (readonly [string, string | null, readonly string[], (readonly string[])?])[],
): BuiltFiles {
  return new Map(files.map(([name, lead, imports, sheets = []]) => [name, { lead, imports, sheets }]));
}

describe('the parts that are told with the page of a map', () => {
  const files = built([
    ['index.js', '/p/index.html', ['entry.js'], ['index.css']],
    ['entry.js', null, []],
    ['start.js', '/p/src/app/start.tsx', ['entry.js']],
    ['en.js', '\0first-words-en', ['entry.js']],
    ['zh.js', '\0first-words-zh', ['entry.js']],
    ['page.js', '/p/src/app/MapPage.tsx', ['map.js', 'start.js']],
    ['map.js', null, []],
    ['wide.js', '/p/src/app/wideParts.ts', ['map.js', 'views.js', 'draw.js'], ['wide.css']],
    ['draw.js', null, ['map.js']],
    ['narrow.js', '/p/src/app/NarrowMap.tsx', ['views.js']],
    ['views.js', null, []],
    ['present.js', '/p/src/app/presentParts.ts', ['slides.js']],
    ['slides.js', null, []],
    ['live.js', '/p/src/app/openLive.ts', []],
  ]);
  const links = aheadOf(files, 'en').split(', ');
  const media = (file: string) => /media="(.*)"/.exec(links.find((link) => link.includes(file)) ?? '')?.[1];

  it('are each told once, those first that everything waits for, the words in one language', () => {
    const names = links.map((link) => /<\/(.*)>/.exec(link)?.[1]);
    expect(names.slice(0, 3)).toEqual(['index.js', 'index.css', 'entry.js']);
    const first = [...files.keys(), 'index.css', 'wide.css'];
    const later = ['zh.js', 'live.js', 'present.js', 'slides.js'];
    expect(new Set(names)).toEqual(new Set(first.filter((name) => !later.includes(name))));
    expect(names).toHaveLength(new Set(names).size);
    expect(aheadOf(files, 'zh')).toContain('zh.js');
  });

  it('are told for one width only when the other is drawn without them', () => {
    expect(media('</wide.js>')).toBe('not all and (max-width: 639px)');
    expect(media('</wide.css>')).toBe('not all and (max-width: 639px)');
    expect(media('</narrow.js>')).toBe('(max-width: 639px)');
    for (const file of ['page.js', 'map.js', 'views.js', 'en.js'])
      expect(media(`</${file}>`)).toBeUndefined();
  });

  it('are the slides, and nothing of the canvas, for a map that is presented (U50)', () => {
    const told = aheadOf(files, 'en', ['src/app/presentParts.ts']);
    for (const file of ['present.js', 'slides.js', 'page.js', 'narrow.js']) expect(told).toContain(file);
    for (const file of ['wide.js', 'layout.js']) expect(told).not.toContain(file);
  });

  it('are missed in the build, not by a visitor', () => {
    const without = new Map([...files].filter(([name]) => name !== 'narrow.js'));
    expect(() => aheadOf(without, 'en')).toThrow('NarrowMap');
  });

  it('never fill the room a proxy gives to headers', () => {
    const many = new Map(files);
    const imports = Array.from({ length: 60 }, (_, index) => `a-part-with-a-long-name-${index}.js`);
    for (const name of imports) many.set(name, { lead: null, imports: [], sheets: [] });
    many.set('views.js', { lead: null, imports, sheets: [] });
    expect(() => aheadOf(many, 'en')).toThrow('too many');
  });
});
