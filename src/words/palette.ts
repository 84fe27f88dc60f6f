/** Words of the command palette. */
import type { Catalogue } from './language.ts';

const en = {
  title: 'Do something or go somewhere',
  placeholder: 'An action, a touchpoint, a stage, a persona or an address (C2)',
  choose: 'Choose one',
  nothing: 'Nothing has this name.',
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
  nothing: '没有这个名称。',
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
