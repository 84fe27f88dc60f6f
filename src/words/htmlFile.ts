/** Words of the map as one HTML file: its few buttons and what is said to those who do not see it. */
import type { Catalogue } from './language.ts';

const en = {
  map: 'The map. Drag to move, scroll or pinch to zoom. Tab goes from touchpoint to touchpoint, Enter opens its details.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Whole map',
  before: 'Stage before',
  after: 'Next stage',
  list: 'All touchpoints and notes as a list',
  theme: 'Light or dark',
  details: 'Details',
  close: 'Close',
  noScript: 'Scripts are off: the whole map is below, and all details after it.',
};

const zh: typeof en = {
  map: '旅程图。拖动可移动，滚动或双指可缩放。按 Tab 键依次经过接触点，按 Enter 键打开详情。',
  zoomIn: '放大',
  zoomOut: '缩小',
  whole: '整张图',
  before: '上一阶段',
  after: '下一阶段',
  list: '接触点与便签列表',
  theme: '浅色或深色',
  details: '详情',
  close: '关闭',
  noScript: '脚本已停用：下面是整张图，其后是全部详情。',
};

export const htmlFileWords: Catalogue<typeof en> = { en, zh };
