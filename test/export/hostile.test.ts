// @vitest-environment happy-dom
/** R67: files that are opened in a browser take what people typed as text, whatever field it stands in. */
import { describe, expect, it } from 'vitest';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { fileName } from '../../src/export/fileNames.ts';
import { drawFile, formatOf } from '../../src/export/fileFormats.ts';
import { hostileMap, payloads } from '../support/hostile.ts';

const map = hostileMap();

async function fileOf(name: string, wished: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const format = formatOf(name);
  if (!format) throw new Error(`there is no ${name}`);
  return new TextDecoder().decode(await drawFile(map, format, chooseOptions(wished), drawTools));
}

const dangerous =
  'script, iframe, object, embed, foreignObject, animate, set, img, link, base, form, a[href]';
/** What would run or lead elsewhere in this tree. */
function faultsIn(tree: ParentNode): readonly string[] {
  return [...tree.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(dangerous) ? [element.outerHTML.slice(0, 80)] : []),
    ...[...element.attributes].flatMap(({ name, value }) =>
      name.toLowerCase().startsWith('on') ||
      (/(?:href|src|action)$/i.test(name) && !/^(?:#|data:image\/)/.test(value))
        ? [`${name}=${value}`.slice(0, 80)]
        : [],
    ),
  ]);
}

describe('payloads in every text field (R67)', () => {
  it('are in the files to look at, which is the point of looking', async () => {
    const html = new DOMParser().parseFromString(await fileOf('html'), 'text/html');
    const told = html.body.textContent ?? '';
    for (const payload of payloads) expect(told).toContain(payload.replace('\u202E', ''));
  });

  it.each([{}, { theme: 'dark', checks: true, overlay: 'pain', lang: 'zh' }])(
    'are text in SVG: %o',
    async (wished) => {
      const svg = await fileOf('svg', wished);
      expect(svg).toContain('ran()');
      expect(faultsIn(new DOMParser().parseFromString(svg, 'text/html').body)).toEqual([]);
      expect(svg).not.toMatch(/<!\[CDATA\[|<!--|<!DOCTYPE|<!ENTITY/i);
    },
  );

  it.each([{}, { lang: 'zh' }])('are text in HTML: %o', async (wished) => {
    const page = new DOMParser().parseFromString(await fileOf('html', wished), 'text/html');
    const [own, ...foreign] = page.querySelectorAll('script');
    expect(foreign).toEqual([]);
    expect(own?.textContent).not.toContain('ran()');
    own?.remove();
    expect(faultsIn(page)).toEqual([]);
  });

  it('are escaped in Markdown', async () => {
    const outline = (await fileOf('md')).replaceAll(/```mermaid\n[^]*?\n```/g, '');
    expect(outline).toContain('ran()');
    expect(outline).not.toMatch(/(?<!\\)(?:\\\\)*<[a-z/!]/i);
    expect(outline).not.toMatch(/(?<!\\)(?:\\\\)*\]\(/);
  });

  it('make harmless file names', () => {
    for (const payload of payloads)
      expect(fileName(payload, new Date(0), 'svg')).not.toMatch(/[<>"/\\:|?*\u202E]/);
  });
});
