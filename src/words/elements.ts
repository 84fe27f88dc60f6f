/** Words that only those who edit need about what lies beside the map; loaded with the editing part of the canvas. */
import type { Catalogue } from './language.ts';

const en = {
  resize: 'Change the size',
  placed: (count: number, side: string) => (count === 1 ? `Moved, ${side}` : `Moved ${count} items, ${side}`),
  sorted: (count: number, address: string) =>
    count === 1
      ? `Sorted into the map at ${address}`
      : `Sorted ${count} notes into the map, the first at ${address}`,
  allLocked: (count: number) =>
    count === 1
      ? 'The note is locked. Unlock it first to sort it into the map.'
      : `All ${count} notes are locked. Unlock them first to sort them into the map.`,
  picture: {
    adding: 'Adding the picture…',
    added: 'Picture added',
    'not-an-image':
      'This is no picture that can be shown. Nothing was added. Choose a PNG, JPEG, WebP or GIF file.',
    'too-large': 'The file is larger than 10 MiB. Nothing was added. Choose a smaller one.',
    'too-many-pixels':
      'The picture has more than 50 million pixels. Nothing was added. Choose a smaller one.',
    broken: 'The picture could not be read to its end. Nothing was added. Save it anew and try again.',
    offline:
      'There is no connection, so the picture was not added; the map itself is safe. Add it again when you are connected.',
    full: 'The map’s pictures have reached their limit. Nothing was added. Use a picture that is there already, or a new map.',
    refused:
      'The server did not take the picture. Nothing was added, and the map is safe. Try another picture.',
  },
};

const zh: typeof en = {
  resize: '调整大小',
  placed: (count, side) => (count === 1 ? `已移动，${side}` : `已移动 ${count} 项，${side}`),
  sorted: (count, address) =>
    count === 1 ? `已归入旅程图 ${address}` : `已将 ${count} 张便签归入旅程图，第一张在 ${address}`,
  allLocked: (count) =>
    count === 1 ? '这张便签已锁定，解锁后才能归入旅程图' : `${count} 张便签都已锁定，解锁后才能归入旅程图`,
  picture: {
    adding: '正在添加图片…',
    added: '图片已添加',
    'not-an-image': '无法显示这个文件，没有添加任何内容。请选择 PNG、JPEG、WebP 或 GIF 图片。',
    'too-large': '文件超过 10 MiB，没有添加。请选择小一些的图片。',
    'too-many-pixels': '图片超过 5000 万像素，没有添加。请选择小一些的图片。',
    broken: '图片不完整，无法读取，没有添加。请重新保存后再试。',
    offline: '当前没有连接，图片未添加；旅程图本身是安全的。连接恢复后请再添加一次。',
    full: '这张旅程图的图片已达上限，没有添加。请使用图中已有的图片，或新建旅程图。',
    refused: '服务器没有接受这张图片，没有添加；旅程图是安全的。请换一张图片再试。',
  },
};

export const elementWords: Catalogue<typeof en> = { en, zh };
