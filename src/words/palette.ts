/** Words of the command palette. */
import { statusWords } from './statusLine.ts';
import type { Catalogue } from './language.ts';

const en = {
  title: 'Do something or go somewhere',
  placeholder: 'An action, a touchpoint, a stage, a persona or an address (C2)',
  choose: 'Choose one',
  fit: statusWords.en.fit,
  nothing: (typed: string) =>
    `Nothing is called “${typed}”. Try another word, or an address such as C2; Find looks into all texts.`,
  nothingHere: 'There is nothing to choose from here.',
  found: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  kinds: {
    touchpoints: 'Touchpoint',
    stages: 'Stage',
    lanes: 'Lane',
    personas: 'Persona',
    place: 'Place',
    views: 'Saved view',
  },
  place: (stage: string, lane: string) => `${stage} · ${lane}`,
};

const zh: typeof en = {
  title: '执行操作或前往某处',
  placeholder: '操作、接触点、阶段、画像或地址（C2）',
  choose: '选择一项',
  fit: statusWords.zh.fit,
  nothing: (typed) => `没有叫“${typed}”的内容。请换个词，或输入地址如 C2；“查找”可搜索全部文字。`,
  nothingHere: '这里没有可选的内容。',
  found: (count) => `${count} 项`,
  kinds: {
    touchpoints: '接触点',
    stages: '阶段',
    lanes: '泳道',
    personas: '画像',
    place: '位置',
    views: '已存视图',
  },
  place: (stage, lane) => `${stage} · ${lane}`,
};

export const paletteWords: Catalogue<typeof en> = { en, zh };
