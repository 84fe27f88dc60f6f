/** The names of the actions that the top bar shows from the first picture on; all others are in actions.ts, fetched when they are listed. */
import type { Catalogue } from './language.ts';

const en = {
  select: 'Select',
  hand: 'Move the view',
  link: 'Link',
  newTouchpoint: 'Touchpoint',
  newNote: 'Note',
  newText: 'Text beside the map',
  newFrame: 'Frame beside the map',
  newImage: 'Image beside the map…',
  undo: 'Undo',
  redo: 'Redo',
  find: 'Find and filter',
  present: 'Present',
  export: 'Export…',
  takePdf: 'Print sheet (PDF)',
  takeSvg: 'Drawing (SVG)',
  takePptx: 'Slides (PowerPoint)',
  copyImage: 'Copy this view as image',
  takeJson: 'Touchline file (JSON)',
  importFile: 'Import a file…',
};

const zh: typeof en = {
  select: '选择',
  hand: '移动视野',
  link: '连线',
  newTouchpoint: '接触点',
  newNote: '便签',
  newText: '图旁文字',
  newFrame: '图旁边框',
  newImage: '图旁图片…',
  undo: '撤销',
  redo: '重做',
  find: '查找与筛选',
  present: '放映',
  export: '导出…',
  takePdf: '打印图纸（PDF）',
  takeSvg: '矢量图（SVG）',
  takePptx: '幻灯片（PowerPoint）',
  copyImage: '将当前视图复制为图片',
  takeJson: 'Touchline 文件（JSON）',
  importFile: '导入文件…',
};

export const toolWords: Catalogue<typeof en> = { en, zh };
export type ToolWord = keyof typeof en;
