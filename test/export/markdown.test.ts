/** The outline: everything is there, nothing a person typed becomes markup, and Mermaid gets scores from 1 to 5. */
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/export/markdown.ts';
import type { FreeElement } from '../../src/model/journeyMap.ts';
import { defaultsOf } from '../../src/model/schema.ts';
import { journeyTouchpoints } from '../../src/model/sequence.ts';
import { templates } from '../support/templates.ts';

const plain = (text: string) => text.replaceAll(/\\(.)/g, '$1');

describe('Markdown', () => {
  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'tells every stage, touchpoint and persona: %s',
    (_name, map) => {
      const told = plain(toMarkdown(map, { lang: 'map' }));
      for (const { title } of map.touchpoints) expect(told).toContain(title);
      for (const { name } of [...map.stages, ...map.personas]) expect(told).toContain(name);
    },
  );

  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'has a Mermaid journey of what is rated: %s',
    (_name, map) => {
      const block = /```mermaid\n([^]*?)\n```/.exec(toMarkdown(map, { lang: 'map' }))?.[1] ?? '';
      const tasks = block.split('\n').filter((line) => line.startsWith('      '));
      expect(tasks).toHaveLength(journeyTouchpoints(map).filter(({ emotion }) => emotion !== null).length);
      for (const task of tasks)
        expect(task.replaceAll(/#\d+;/g, '_')).toMatch(/^ {6}[^:;#]+: [1-5]: [^:;#]+$/);
    },
  );

  it('escapes what would be markup, in the outline and in the diagram', () => {
    const [sample] = templates;
    if (!sample) throw new Error('there is no template');
    const title = '# <b>x</b> [a](javascript:1) `c` | *d* ; e: f';
    const map = { ...sample.map, touchpoints: sample.map.touchpoints.map((one) => ({ ...one, title })) };
    const told = toMarkdown(map, { lang: 'en' });
    const outline = told.replace(/```mermaid\n[^]*?\n```/, '');
    expect(outline).not.toMatch(/(?<!\\)<b/);
    expect(outline).not.toMatch(/(?<!\\)\[a/);
    expect(outline).not.toMatch(/(?<!\\)`c/);
    const block = /```mermaid\n([^]*?)\n```/.exec(told)?.[1] ?? '';
    expect(block).not.toContain('`');
    expect(block).toContain('#35; #60;b#62;x#60;/b#62; [a](javascript#58;1) #96;c#96; | *d* #59; e#58; f: ');
    expect(block).not.toMatch(/[：；＃，％＜＞]/);
  });

  it('tells what lies beside the map, notes under the frame that holds them, pictures by their words', () => {
    const [sample] = templates;
    if (!sample) throw new Error('there is no template');
    const beside = (one: Partial<FreeElement>) =>
      ({ ...defaultsOf('elements'), id: '', ...one }) as FreeElement;
    const map = {
      ...sample.map,
      elements: [
        beside({ id: 'n1', kind: 'note', x: 60, y: 60, text: 'In the frame' }),
        beside({ id: 'f', kind: 'frame', width: 640, height: 400, text: 'Ideas' }),
        beside({ id: 'n2', kind: 'note', x: 900, text: '# outside' }),
        beside({ id: 'p', kind: 'image', x: 1200, image: 'a'.repeat(64), text: 'The shelf' }),
      ],
    };
    expect(toMarkdown(map, { lang: 'en' })).toContain(
      '## Beside the map\n\n- **Frame** – Ideas\n  - In the frame\n- \\# outside\n- **Image** – The shelf\n',
    );
    expect(toMarkdown(map, { lang: 'zh' })).toContain('## 图旁内容\n');
  });
});
