// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf } from '../../src/export/fileFormats.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { templates } from '../support/templates.ts';

async function htmlOf(map: JourneyMap, wished: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const format = formatOf('html');
  if (!format) throw new Error('there is no HTML');
  return new TextDecoder().decode(await drawFile(map, format, chooseOptions(wished), drawTools));
}

describe.each(templates.map(({ name, map }) => [name, map] as const))('%s as one HTML file', (_name, map) => {
  it('holds every touchpoint as a shape and with its details, and asks nobody for anything', async () => {
    const html = await htmlOf(map);
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const { id, title } of map.touchpoints) {
      expect(page.querySelector(`[data-role="touchpoint"][data-id="${id}"]`)).not.toBeNull();
      expect(page.getElementById(`details-${id}`)?.querySelector('h2')?.textContent).toBe(title);
    }
    const outside = [...html.matchAll(/(?:src|href|url\()\s*=?\s*["'(]?((?:https?:)?\/\/[^"')\s]*)/g)];
    expect(outside.map(([, address]) => address)).toEqual([]);
    expect(page.title).toBe(map.map.title);
  });

  it('lets its own script run and no other', async () => {
    const html = await htmlOf(map);
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toContain("default-src 'none'");
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)];
    expect(scripts).toHaveLength(1);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(scripts[0]?.[1]));
    expect(policy).toContain(`script-src 'sha256-${Buffer.from(digest).toString('base64')}'`);
  });
});

it('tells lists to a reader, without the quotes that a table needs', async () => {
  const chinese = templates.find(({ map }) => map.map.language === 'zh');
  if (!chinese) throw new Error('there is no Chinese template');
  const { map } = chinese;
  const tags = ['先看，再买', '老客户'];
  const touchpoints = map.touchpoints.map((one, index) => (index === 0 ? { ...one, tags } : one));
  const page = new DOMParser().parseFromString(await htmlOf({ ...map, touchpoints }), 'text/html');
  const details = page.getElementById(`details-${touchpoints[0]?.id}`)?.textContent;
  expect(details).toContain('先看，再买；老客户');
});

it('takes what people typed as text', async () => {
  const [first] = templates;
  if (!first) throw new Error('there is no template');
  const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>" onload="x';
  const touchpoints = first.map.touchpoints.map((one) => ({
    ...one,
    title: evil,
    description: evil,
    owner: evil,
  }));
  const page = new DOMParser().parseFromString(
    await htmlOf({ ...first.map, map: { ...first.map.map, title: evil }, touchpoints }),
    'text/html',
  );
  expect(page.querySelectorAll('script')).toHaveLength(1);
  expect(page.querySelectorAll('img, [onload], [onerror]')).toHaveLength(0);
  expect(page.querySelector('article h2')?.textContent).toBe(evil);
});

it('tells the whole of a note whose paper is too small for its words, where notes are shown', async () => {
  const [first] = templates;
  if (!first) throw new Error('there is no template');
  const text = 'Far too many words for this little paper. '.repeat(8).trim();
  const place = { side: 'below', x: 40, y: 40, width: 160, height: 80 } as const;
  const own = { ...place, ink: 'sienna', image: null, locked: false } as const;
  const elements = [
    { ...own, id: 'el1', kind: 'note', text },
    { ...own, id: 'el2', kind: 'frame', text: 'Around it' },
  ] as const;
  const pageOf = async (wished: Readonly<Record<string, unknown>>) =>
    new DOMParser().parseFromString(await htmlOf({ ...first.map, elements }, wished), 'text/html');
  const page = await pageOf({});
  const note = page.querySelector('[data-role="element"][data-id="el1"]');
  expect([...(note?.querySelectorAll('text') ?? [])].map((line) => line.textContent).join(' ')).not.toContain(
    text,
  );
  expect(page.getElementById('details-el1')?.textContent).toContain(text);
  expect(page.querySelectorAll('#details-el1 dt')).toHaveLength(0);
  expect(page.getElementById('details-el2')).toBeNull();
  expect((await pageOf({ notes: 'no' })).getElementById('details-el1')).toBeNull();
});

it('holds only the part that was asked for', async () => {
  const [first] = templates;
  if (!first) throw new Error('there is no template');
  const page = new DOMParser().parseFromString(await htmlOf(first.map, { stage: 'A' }), 'text/html');
  const inA = first.map.touchpoints.filter(({ stageId }) => stageId === first.map.stages[0]?.id);
  expect(page.querySelectorAll('[data-role="touchpoint"]')).toHaveLength(inA.length);
});

it('shows the overlay that is asked for with its legend, and says where its stages begin', async () => {
  const [first] = templates;
  if (!first) throw new Error('there is no template');
  const page = new DOMParser().parseFromString(await htmlOf(first.map, { overlay: 'evidence' }), 'text/html');
  expect(page.getElementById('map')?.textContent).toMatch(/OVERLAY: EVIDENCE|图层：/);
  const stages: unknown = JSON.parse(page.getElementById('map')?.dataset['stages'] ?? '');
  expect(stages).toHaveLength(first.map.stages.length);
});
