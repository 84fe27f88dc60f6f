/** Words of a persona's card, portrait and journey on the page; fetched with them. */
import type { Catalogue } from './language.ts';

const en = {
  card: (name: string) => `Card of ${name}`,
  untitled: 'Untitled persona',
  close: 'Close',
  edit: 'Edit',
  done: 'Done',
  save: 'Save as SVG',
  saved: (name: string) => `Saved ${name}`,
  notSaved: 'The card could not be saved: drawing it stopped half-way. The map is untouched. Try again.',
  form: 'Fields of the card',
  portrait: {
    choose: 'Choose a picture…',
    remove: 'Remove the picture',
    storing: 'Adding the picture…',
    draw: 'Drawn from the name’s record; choose to change it.',
    asDrawn: 'Draw it from the record again',
    'not-an-image': 'This is no picture that can be shown. Choose a PNG, JPEG, WebP or GIF file.',
    'too-large': 'The file is larger than 10 MiB. Choose a smaller one.',
    'too-many-pixels': 'The picture has more than 50 million pixels. Choose a smaller one.',
    broken: 'The picture could not be read to its end. Save it anew and try again.',
    offline: 'There is no connection, so the picture was not added. Add it again when you are connected.',
    full: 'The map’s pictures have reached their limit. The portrait stays as it was.',
    refused: 'The server did not take the picture. The portrait stays as it was. Try another one.',
    tone: (n: number) => `Tone ${n}`,
  },
};

const zh: typeof en = {
  card: (name) => `${name}的画像卡片`,
  untitled: '未命名画像',
  close: '关闭',
  edit: '编辑',
  done: '完成',
  save: '存为 SVG',
  saved: (name) => `已保存 ${name}`,
  notSaved: '卡片未能保存：绘制中途停止了。旅程图没有变化，请重试。',
  form: '卡片内容',
  portrait: {
    choose: '选择图片……',
    remove: '移除图片',
    storing: '正在添加图片……',
    draw: '现在的头像由系统固定绘制，可在下面调整。',
    asDrawn: '恢复系统绘制的头像',
    'not-an-image': '无法显示这个文件。请选择 PNG、JPEG、WebP 或 GIF 图片。',
    'too-large': '文件超过 10 MiB。请选择小一些的图片。',
    'too-many-pixels': '图片超过 5000 万像素。请选择小一些的图片。',
    broken: '图片不完整，无法读取。请重新保存后再试。',
    offline: '当前没有连接，图片未添加。连接恢复后请再添加一次。',
    full: '这张旅程图的图片已达上限，头像保持不变。',
    refused: '服务器没有接受这张图片，头像保持不变。请换一张再试。',
    tone: (n) => `色调 ${n}`,
  },
};

export const personaWords: Catalogue<typeof en> = { en, zh };
