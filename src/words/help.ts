/** Words of the help. */
import type { Catalogue } from './language.ts';

const en = {
  title: 'Help and keys',
  search: 'What would you like to do?',
  action: 'Action',
  keys: 'Keys',
  nothing: 'No action has these words.',
  areas: {
    make: 'Make',
    edit: 'Select and change',
    move: 'Move and arrange',
    feel: 'Emotions and links',
    stages: 'Stages',
    lanes: 'Lanes',
    look: 'Look around',
    find: 'Find and check',
    people: 'Personas and their journeys',
    table: 'In the table',
    presenting: 'Presenting',
    files: 'Share, compare, take away',
    page: 'This page',
  },
  settings: 'Keys and wheel',
  letterKeys: 'Single-letter keys (N, 1 to 5, ?)',
  wheel: 'The wheel',
  trackpad: 'Moves the map',
  mouse: 'Zooms',
  hints: [
    'Double-click an empty place in a lane to make a touchpoint there; drag cards to move them.',
    'Drag a point of the emotion curve up or down to rate it.',
    'Wheel or two fingers move the map; with Ctrl or Cmd they zoom. Hold Space to drag the map.',
    'Stages are letters, lanes are numbers: C2 is a place everybody finds.',
  ],
};

const zh: typeof en = {
  title: '帮助与快捷键',
  search: '您想做什么？',
  action: '操作',
  keys: '按键',
  nothing: '没有包含这些字的操作。',
  areas: {
    make: '新建',
    edit: '选择与修改',
    move: '移动与排列',
    feel: '情绪与连线',
    stages: '阶段',
    lanes: '泳道',
    look: '查看',
    find: '查找与检查',
    people: '画像与各自的旅程',
    table: '在表格中',
    presenting: '放映',
    files: '分享、对比、导出',
    page: '界面',
  },
  settings: '按键与滚轮',
  letterKeys: '单字母快捷键（N、1 至 5、?）',
  wheel: '滚轮',
  trackpad: '移动画面',
  mouse: '缩放',
  hints: [
    '在泳道空白处双击可新建接触点；拖动卡片可移动。',
    '上下拖动情绪曲线上的点即可评分。',
    '滚轮或双指移动画面；按住 Ctrl 或 Cmd 可缩放。按住空格可拖动画面。',
    '阶段用字母、泳道用数字：C2 就是大家都能找到的位置。',
  ],
};

export const helpWords: Catalogue<typeof en> = { en, zh };
