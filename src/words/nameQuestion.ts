/** Words of the question what to call a person. */
import type { Catalogue } from './language.ts';

const en = {
  title: 'What may others call you?',
  why: 'Your name stands beside your cursor while you are here. It stays on this device.',
  label: 'Your name',
  use: 'Use this name',
  skip: 'Skip',
};

const zh: typeof en = {
  title: '别人该怎么称呼您？',
  why: '您在图上时，名字会显示在光标旁。它只保存在本设备上。',
  label: '您的名字',
  use: '使用这个名字',
  skip: '跳过',
};

export const nameWords: Catalogue<typeof en> = { en, zh };
