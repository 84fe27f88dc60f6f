/** A folded stage in files: a strip with its name upright, and its letter, face and number in its head. */
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { toPdf } from '../../src/export/pdf.ts';
import { boundsOf } from '../../src/layout/bounds.ts';
import { toPptx } from '../../src/export/pptx/pptx.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import { toSvg } from '../../src/export/svg.ts';
import type { SceneGroup } from '../../src/layout/scene.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { lookOf } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';

const plain = chooseOptions({});

/** The template with its second stage folded. */
function folded(name: string): { map: JourneyMap; id: string; title: string } {
  const found = templates.find((one) => one.name === name)?.map;
  const second = found?.stages[1];
  if (!found || !second) throw new Error('no template');
  const stages = found.stages.map((stage) => (stage === second ? { ...stage, collapsed: true } : stage));
  return { map: { ...found, stages }, id: second.id, title: second.name };
}

function sheetOf(map: JourneyMap) {
  const [sheet] = layoutSheets(map, plain);
  return sheet;
}

describe('a folded stage in files', () => {
  it('has its name turned in SVG, PDF and on slides', async () => {
    const { map, title } = folded('saas-onboarding-blueprint.en');
    const sheet = sheetOf(map);
    expect(toSvg(sheet, { theme: 'light' })).toMatch(
      new RegExp(`<text[^>]* transform="rotate\\(90 [^>]*>${title.split(' ')[0] ?? ''}`),
    );
    const pdf = await toPdf([sheet], { theme: 'light', ...(await lookOf(sheet)), compress: false });
    const operators = Buffer.from(pdf).toString('latin1');
    expect(operators).toMatch(/ 0 1 1 0 [\d.]+ [\d.]+ Tm/);
    const { text } = await extractText(await getDocumentProxy(pdf.slice()), { mergePages: true });
    expect(text.replaceAll(/\s+/gu, '')).toContain(title.replaceAll(' ', ''));
    const slide = strFromU8(unzipSync(toPptx(map, plain))['ppt/slides/slide1.xml'] ?? new Uint8Array());
    const turned = slide.split('<p:sp>').filter((shape) => shape.includes('rot="5400000"'));
    expect(turned.join(' ')).toContain(title.split(' ')[0]);
  });

  it('has a Chinese name letter by letter, nothing turned', () => {
    const { map, title } = folded('home-decoration.zh');
    const sheet = sheetOf(map);
    expect(toSvg(sheet, { theme: 'light' })).not.toContain('rotate(90');
    const letters = sheet.groups.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' && [...item.text].length === 1 ? [item.text] : [])),
    );
    expect(letters.join('')).toContain(title);
  });

  it.each(['saas-onboarding-blueprint.en', 'home-decoration.zh'])(
    'has letter, face and number one below the other in its head: %s',
    (name) => {
      const { map, id } = folded(name);
      const head = sheetOf(map).groups.find(
        ({ role, recordId }) => role === 'stage-head' && recordId === id,
      ) as SceneGroup;
      const block = head.items.find((item) => item.kind === 'rect');
      const words = head.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
      const [number, letter] = [
        words.find(({ text }) => /\d/.test(text)),
        words.find(({ text }) => text === 'B'),
      ];
      if (!block || !number || !letter) throw new Error('something is not drawn');
      expect(letter.y).toBeLessThanOrEqual(block.y);
      const box = boundsOf([number]);
      expect(box && box.y + box.height).toBeLessThanOrEqual(head.box.height + 1);
      expect(number.y - number.font.size).toBeGreaterThan(block.y + block.height * 0.4);
    },
  );
});
