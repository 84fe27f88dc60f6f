import { describe, expect, it } from 'vitest';
import { matchPalette, type Findable } from '../../../src/panels/palette/matchPalette.ts';
import { actionWords, type ActionWord } from '../../../src/words/actions.ts';
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

  it('takes Chinese characters in their order for a shortened name, after all others', () => {
    const stage = entry(['Delete the stage…', '删除阶段…']);
    const title = entry(['删掉这个阶段的便签'], { unasked: false });
    expect(matchPalette([title, copy, stage], '删阶段')).toEqual([title, stage]);
    expect(matchPalette([stage], '阶段删')).toEqual([]);
    expect(matchPalette([stage], '除')).toEqual([stage]);
    expect(matchPalette([entry(['Copy'])], 'cy')).toEqual([]);
  });

  /** As a facilitator would type them, with the action each wants first of all. */
  const wishes: readonly (readonly [typed: string, first: ActionWord])[] = [
    ['画布', 'viewMap'],
    ['适应画布', 'fitAll'],
    ['放大画布', 'zoomIn'],
    ['缩小画布', 'zoomOut'],
    ['移动画布', 'hand'],
    ['整理画布', 'tidyMap'],
    ['全貌', 'fitAll'],
    ['添加接触点', 'newTouchpoint'],
    ['触点', 'newTouchpoint'],
    ['新建卡片', 'newTouchpoint'],
    ['便利贴', 'newNote'],
    ['上传图片', 'newImage'],
    ['箭头', 'link'],
    ['连接', 'link'],
    ['新增阶段', 'newStage'],
    ['加一列', 'newStage'],
    ['新建泳道', 'newLane'],
    ['加一行', 'newLane'],
    ['隐藏泳道', 'hideLane'],
    ['合并阶段', 'mergeStage'],
    ['收起阶段', 'collapseStage'],
    ['删阶段', 'removeStage'],
    ['改名', 'edit'],
    ['撤回', 'undo'],
    ['恢复', 'redo'],
    ['移除', 'remove'],
    ['克隆', 'duplicate'],
    ['拷贝', 'copy'],
    ['分组', 'group'],
    ['取消分组', 'ungroup'],
    ['置顶', 'toFront'],
    ['左对齐', 'align'],
    ['自动布局', 'tidyMap'],
    ['转为接触点', 'sortTo'],
    ['搜索', 'find'],
    ['清空筛选', 'clearFilter'],
    ['打印', 'takePdf'],
    ['演示文稿', 'takePptx'],
    ['PPT', 'takePptx'],
    ['导出图片', 'takePng'],
    ['导出 Excel', 'takeXlsx'],
    ['下载', 'export'],
    ['上传', 'importFile'],
    ['邀请', 'share'],
    ['历史版本', 'versions'],
    ['列表', 'viewTable'],
    ['分析', 'viewInsights'],
    ['开心', 'emotionVeryPositive'],
    ['心情', 'chooseEmotion'],
    ['用户画像', 'newPersona'],
    ['曲线对比', 'compareCurves'],
    ['夜间模式', 'darkTheme'],
    ['快捷键', 'help'],
    ['语言', 'english'],
    ['昵称', 'myName'],
    ['首页', 'home'],
  ];
  it.each(wishes)('%s finds %s first of all actions', (typed, first) => {
    const rows = (Object.keys(actionWords.en) as ActionWord[]).map((id) => ({
      ...entry([actionWords.zh[id], actionWords.en[id]], { alsoCalled: synonyms[id] }),
      id,
    }));
    expect(matchPalette(rows, typed)[0]?.id).toBe(first);
  });

  it('an address comes first, with what lies there', () => {
    expect(matchPalette([card, copy, place], 'c2')).toEqual([card, place]);
    expect(matchPalette(all, 'C2')).toEqual([place, card]);
  });
});
