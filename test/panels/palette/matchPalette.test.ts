import { describe, expect, it } from 'vitest';
import { matchPalette, type Findable } from '../../../src/panels/palette/matchPalette.ts';
import { actionWords } from '../../../src/words/actions.ts';
import { synonyms } from '../../../src/words/synonyms.ts';

const entry = (names: string[], more: Partial<Findable> = {}): Findable => ({
  names,
  unasked: true,
  ...more,
});
const duplicate = entry(['Duplicate', '复制一份']);
const copy = entry(['Copy', '复制']);
const zoom = entry(['Zoom to 100%', '缩放到 100%']);
const card = entry(['Copy shop around the corner'], { address: 'C2', unasked: false });
const place = entry([], { address: 'C2', unasked: false });
const all = [duplicate, copy, zoom, place, card];

describe('what the palette lists (U10)', () => {
  it('lists what can be done before anything is typed, and no places', () => {
    expect(matchPalette(all, ' ')).toEqual([duplicate, copy, zoom]);
  });

  it('finds English and Chinese names, whichever is shown', () => {
    expect(matchPalette(all, 'dupl')).toEqual([duplicate]);
    expect(matchPalette(all, '复')).toEqual([duplicate, copy]);
    expect(matchPalette(all, '缩放')).toEqual([zoom]);
  });

  it('puts a beginning before the middle of a name, and a word’s beginning before its middle', () => {
    const later = entry(['Make a copy']);
    const inside = entry(['Photocopy']);
    expect(matchPalette([inside, later, copy], 'copy')).toEqual([copy, later, inside]);
  });

  it('puts a whole word before the beginning of a longer one: Enter does what was typed', () => {
    const tables = entry(['Tables (Excel)']);
    const show = entry(['Show as table']);
    expect(matchPalette([tables, show], 'table')).toEqual([show, tables]);
    expect(matchPalette([show, tables], 'tab')).toEqual([tables, show]);
  });

  it('takes a Chinese word at the end of a name for a whole one, as there are no spaces: the view before its report', () => {
    const { takeReport, viewInsights } = actionWords.zh;
    const [report, view] = [entry([takeReport]), entry([viewInsights])];
    expect(matchPalette([report, view], '洞察')).toEqual([view, report]);
    const [map, picture] = [entry(['显示为地图']), entry(['图片'])];
    expect(matchPalette([map, picture], '图')).toEqual([picture, map]);
  });

  it('finds all words in any order, and takes full-width for half-width (U60)', () => {
    expect(matchPalette(all, 'corner shop')).toEqual([card]);
    expect(matchPalette(all, 'ＣＯＰＹ')).toEqual([copy, card]);
    expect(matchPalette(all, 'corner zoo')).toEqual([]);
  });

  it('finds an action by what other programs call it, after those that bear the name themselves', () => {
    const note = entry(['Note', '便签'], { alsoCalled: synonyms.newNote });
    const frame = entry(['Frame beside the map'], { alsoCalled: synonyms.newFrame });
    const border = entry(['Show the border']);
    for (const text of ['sticky', 'post-it', '便利贴'])
      expect(matchPalette([frame, note], text)).toEqual([note]);
    for (const text of ['border', '边框']) expect(matchPalette([note, frame], text)).toEqual([frame]);
    expect(matchPalette([frame, border], 'border')).toEqual([border, frame]);
  });

  it('an address comes first, with what lies there', () => {
    expect(matchPalette([card, copy, place], 'c2')).toEqual([card, place]);
    expect(matchPalette(all, 'C2')).toEqual([place, card]);
  });
});
