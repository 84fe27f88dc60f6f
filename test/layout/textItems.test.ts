import { describe, expect, it } from 'vitest';
import { fontFor, measureText } from '../../src/layout/measureText.ts';
import { textItems } from '../../src/layout/textItems.ts';

const { font } = fontFor('cell', 'latin');

describe('a line as scene items', () => {
  it('is one text, placed by its left edge, middle or right edge', () => {
    const width = measureText('Pays', font);
    expect(textItems('Pays', 100, 20, font, 'ink')).toEqual([
      { kind: 'text', x: 100, y: 20, text: 'Pays', width, font, fill: 'ink' },
    ]);
    expect(textItems('Pays', 100, 20, font, 'ink', 'middle')[0]).toMatchObject({ x: 100 - width / 2 });
    expect(textItems('Pays', 100, 20, font, 'ink', 'end')[0]).toMatchObject({ x: 100 - width });
  });

  it('takes emoji out and keeps the text around them in its place, without spaces at its ends', () => {
    const items = textItems('ok ✅ #16', 0, 0, font, 'ink');
    expect(items).toMatchObject([
      { kind: 'text', x: 0, text: 'ok' },
      { kind: 'emoji', cluster: '✅', size: 13, x: measureText('ok ', font) },
      { kind: 'text', text: '#16', x: measureText('ok ', font) + 13 + measureText(' ', font) },
    ]);
  });

  it('draws nothing for nothing', () => {
    expect(textItems('  ', 0, 0, font, 'ink')).toEqual([]);
  });
});
