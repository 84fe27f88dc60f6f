import { Resvg } from '@resvg/resvg-js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../src/export/svg.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { fontFor } from '../../src/layout/measureText.ts';
import type { Scene, SceneGroup, SceneItem } from '../../src/layout/scene.ts';
import { textItems } from '../../src/layout/textItems.ts';
import { sheetWith } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';

const { font } = fontFor('cell', 'latin');
const withoutFonts = { font: { loadSystemFonts: false } };
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function linesOf(items: readonly SceneItem[]): string[] {
  return items.flatMap((item) =>
    item.kind === 'clip' ? linesOf(item.items) : item.kind === 'text' ? [item.text] : [],
  );
}

function unescape(svg: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&apos;': "'",
  };
  return svg.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (mark) => marks[mark] ?? mark);
}

function groupOf(items: readonly SceneItem[], more: Partial<SceneGroup> = {}): SceneGroup {
  const origin = { x: 0, y: 0 };
  return {
    id: 'g',
    role: 'touchpoint',
    title: 'Pays',
    origin,
    box: { x: 0, y: 0, width: 100, height: 50 },
    items,
    ...more,
  };
}

function sceneOf(...groups: readonly SceneGroup[]): Scene {
  return { width: 100, height: 50, title: 'A map', language: 'en', background: 'paper', groups };
}

const svgOf = (...items: readonly SceneItem[]) => toSvg(sceneOf(groupOf(items)), { theme: 'light' });
const text = (content: string): SceneItem => ({
  kind: 'text',
  x: 1,
  y: 2,
  text: content,
  width: 9,
  font,
  fill: 'ink',
});

describe('an SVG of a scene', () => {
  it('has size, view box, language, title and ground', () => {
    const svg = toSvg({ ...sceneOf(), language: 'zh', title: '旅程 & Co' }, { theme: 'dark' });
    expect(svg).toContain('width="100" height="50" viewBox="0 0 100 50" lang="zh-Hans" xml:lang="zh-Hans"');
    expect(svg).toContain('<title>旅程 &amp; Co</title>');
    expect(svg).toContain('<rect width="100" height="50" fill="#0e1821"/>');
    expect(toSvg(sceneOf(), { theme: 'dark', background: false })).not.toContain('<rect');
  });

  it('asks browsers for the widths that the text was measured by', () => {
    expect(toSvg(sceneOf(), { theme: 'light' })).toContain(
      'style="font-kerning:none;font-variant-ligatures:none;text-spacing-trim:space-all"',
    );
  });

  it('names each thing: id, role, record, what it joins, title', () => {
    const link = groupOf([], {
      id: 'link.k1',
      role: 'link',
      recordId: 'k1',
      from: 't1',
      to: 't2',
      origin: { x: 3.456, y: -0.001 },
    });
    expect(toSvg(sceneOf(link), { theme: 'light' })).toContain(
      '<g id="link.k1" data-role="link" data-id="k1" data-from="t1" data-to="t2" transform="translate(3.46 0)">\n<title>Pays</title>',
    );
  });

  it('makes ids safe for XML and unique', () => {
    const svg = toSvg(
      sceneOf(groupOf([], { id: '1 ü' }), groupOf([], { id: 'a' }), groupOf([], { id: 'a' })),
      { theme: 'light' },
    );
    expect([...svg.matchAll(/<g id="([^"]*)"/g)].map((match) => match[1])).toEqual(['_1__', 'a', 'a-2']);
  });

  it('writes a line of text with x, baseline, family by script, size and weight, and spacing only where there is some', () => {
    expect(svgOf(text('Pays'))).toContain(
      `<text x="1" y="2" font-family="'Source Sans 3', 'Noto Sans SC', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" font-size="13" font-weight="400" fill="#17212b">Pays</text>`,
    );
    const { font: caps } = fontFor('caps', 'cjk');
    const label: SceneItem = { kind: 'text', x: 0, y: 0, text: '目标', width: 20, font: caps, fill: 'ink' };
    expect(svgOf(label)).toContain("font-family=\"'Noto Sans SC', ");
    expect(svgOf(label)).toContain('letter-spacing="1.32" lang="zh-Hans" xml:lang="zh-Hans"');
    expect(toSvg({ ...sceneOf(groupOf([label])), language: 'zh' }, { theme: 'light' })).toContain(
      'letter-spacing="1.32" fill',
    );
  });

  it('escapes what XML reads, and drops what it cannot hold', () => {
    const svg = svgOf(text('a<b>&"c"\u0000\u0007\uFFFE\uD83D!'));
    expect(svg).toContain('>a&lt;b&gt;&amp;&quot;c&quot;!</text>');
  });

  it('writes shapes with plain attributes and two decimals', () => {
    const svg = svgOf(
      {
        kind: 'rect',
        x: 1.005,
        y: 2,
        width: 3.333333,
        height: 4,
        radius: 2,
        fill: 'card',
        stroke: { colour: '#aabbcc', width: 1.25, dash: [4, 3] },
      },
      { kind: 'circle', cx: 1, cy: 2, r: 3, stroke: { colour: 'ink', width: 1 } },
      {
        kind: 'path',
        commands: [['M', 0, 0], ['L', 1.236, 2], ['Q', 1, 1, 2, 2], ['C', 1, 2, 3, 4, 5, 6], ['Z']],
        fill: 'signal',
        stroke: { colour: 'ink', width: 2, cap: 'round', join: 'round' },
      },
    );
    expect(svg).toContain(
      '<rect x="1" y="2" width="3.33" height="4" rx="2" fill="#fffefb" stroke="#aabbcc" stroke-width="1.25" stroke-dasharray="4 3"/>',
    );
    expect(svg).toContain('<circle cx="1" cy="2" r="3" fill="none" stroke="#17212b" stroke-width="1"/>');
    expect(svg).toContain(
      '<path d="M0 0L1.24 2Q1 1 2 2C1 2 3 4 5 6Z" fill="#c4301a" stroke="#17212b" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
    );
  });

  it('draws what stands in for a WebP where the program that draws it knows none', () => {
    const stand: SceneItem = { kind: 'rect', x: 1, y: 2, width: 3, height: 4.5, fill: 'line' };
    const href = 'data:image/webp;base64,UklGRg==';
    const image: SceneItem = { kind: 'image', x: 0, y: 0, width: 10, height: 8, href, missing: [stand] };
    expect(svgOf(image)).toContain('<image ');
    const without = toSvg(sheetWith(image), { theme: 'light', knowsWebp: false });
    expect(without).not.toContain('<image ');
    expect(without).toContain('height="4.5"');
  });

  it('keeps an image once however often it is shown', () => {
    const image = (x: number): SceneItem => ({ kind: 'image', x, y: 0, width: 10, height: 8, href: pixel });
    const svg = svgOf(image(0), image(20));
    expect(svg.match(/<image /g)).toHaveLength(1);
    expect(svg.match(/<use /g)).toHaveLength(2);
  });

  it('shows no picture from outside the file and none that could hold a script', () => {
    for (const href of [
      'https://example.org/a.png',
      'data:image/svg+xml;base64,PHN2Zz4=',
      'javascript:alert(1)',
      `${pixel}" onload="x`,
    ]) {
      const svg = svgOf({ kind: 'image', x: 0, y: 0, width: 1, height: 1, href });
      expect(svg).not.toContain('<image');
      expect(svg).not.toContain('<use');
    }
  });

  it('cuts a clip to its box', () => {
    const svg = svgOf({ kind: 'clip', box: { x: 1, y: 2, width: 3, height: 4 }, items: [text('in')] });
    expect(svg).toContain('<clipPath id="clip-1"><rect x="1" y="2" width="3" height="4"/></clipPath>');
    expect(svg).toContain('<g clip-path="url(#clip-1)">');
  });

  it('leaves emoji to the reader’s own pictures', () => {
    expect(svgOf(...textItems('✅ done', 0, 0, font, 'ink'))).toContain('Apple Color Emoji');
  });
});

describe('an SVG of a whole map', () => {
  for (const { name, map } of templates) {
    const layout = layoutMap(map, layoutOptionsFor(map));
    const scene: Scene = {
      width: layout.width,
      height: layout.height,
      title: map.map.title,
      language: 'en',
      background: 'paper',
      groups: layout.groups,
    };
    const svg = toSvg(scene, { theme: 'light' });

    it(`${name}: every touchpoint is a group with its title, every line of text is there (U53)`, () => {
      for (const touchpoint of map.touchpoints)
        expect(svg).toContain(`data-role="touchpoint" data-id="${touchpoint.id}"`);
      const written = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) =>
        unescape(match[1] ?? ''),
      );
      expect(written).toEqual(layout.groups.flatMap((group) => linesOf(group.items)));
      const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it(`${name}: holds nothing that other programs stumble over`, () => {
      expect(svg).not.toMatch(
        /foreignObject|<style|<script|<marker|var\(|currentColor|dominant-baseline|NaN|undefined|Infinity/,
      );
      expect(svg).not.toMatch(/>\s+[^<]*<\/text>|>[^<]*\s<\/text>/);
      expect(new Resvg(svg, withoutFonts).width).toBe(Math.round(layout.width));
      expect(svg.length).toBeLessThan(4096 * map.touchpoints.length + 400_000);
    });

    it(`${name}: the same scene gives the same bytes`, () => {
      expect(toSvg({ ...scene }, { theme: 'light' })).toBe(svg);
    });
  }
});

it('any text makes a file that an XML reader takes (U53)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (content) => {
      const svg = toSvg(
        { ...sceneOf(groupOf([text(content)], { title: content, recordId: content })), title: content },
        { theme: 'light' },
      );
      expect(() => new Resvg(svg, withoutFonts)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

describe('an SVG for other programs', () => {
  it('has emoji as shapes where pictures are at hand (U53)', () => {
    const picture: SceneItem = { kind: 'rect', x: 0, y: 0, width: 1, height: 1, fill: '#112233' };
    const scene = sceneOf(groupOf(textItems('✅ done', 0, 20, font, 'ink')));
    const svg = toSvg(scene, { theme: 'light', emoji: new Map([['✅', [picture]]]) });
    expect(svg).toContain(
      '<g data-emoji="✅"><title>✅</title>\n<rect x="0" y="8.56" width="13" height="13" fill="#112233"/>',
    );
  });

  it('has lines as outlines that keep their words', () => {
    const outlineText = () => [['M', 1, 2] as const, ['Z'] as const];
    const svg = toSvg(sceneOf(groupOf([text('Pays')])), { theme: 'light', outlineText });
    expect(svg).toContain('<path data-text="Pays" d="M1 2Z" fill="#17212b"/>');
    expect(svg).not.toContain('<text');
  });

  it('carries the fonts that it is given, by family and weight', () => {
    const fonts = new Map([['noto-sans-sc-600', Uint8Array.from([1, 2, 3])] as const]);
    expect(toSvg(sceneOf(), { theme: 'light', fonts })).toContain(
      "@font-face{font-family:'Noto Sans SC';font-weight:600;src:url(data:font/ttf;base64,AQID)}",
    );
  });

  it('of a part holds only what lies in it', () => {
    const far = groupOf([text('Far')], { id: 'far', box: { x: 500, y: 0, width: 10, height: 10 } });
    const part = { view: { x: 0, y: 0, width: 50, height: 50 }, width: 100, height: 100 };
    const svg = toSvg(sceneOf(groupOf([text('Near')]), far), { theme: 'light', part });
    expect(svg).toContain('width="100" height="100" viewBox="0 0 50 50" preserveAspectRatio="none"');
    expect(svg).toContain('Near');
    expect(svg).not.toContain('Far');
  });
});
