/** What a map and its Table say while nothing is on them. */
import type { Catalogue } from './language.ts';

const en = {
  map: 'Nothing is on this map yet. What is added to it appears here by itself.',
  table: 'There are no touchpoints yet. They appear here by themselves as soon as they are added.',
  tableToEdit:
    'Type what happens into a line under “Touchpoint” and press Enter: each line becomes a touchpoint on the map.',
};

const zh: typeof en = {
  map: '这张图上还没有内容。有人添加后会自动显示在这里。',
  table: '还没有接触点。有人添加后会自动显示在这里。',
  tableToEdit: '在“接触点”一列的任意一行输入发生的事，按回车确认：每一行就是图上的一个接触点。',
};

export const nothingYetWords: Catalogue<typeof en> = { en, zh };
