/** Words of a map that stands alone, within another page. */
import type { Catalogue } from './language.ts';

const en = {
  /** The corner that is all there is beside the map. */
  corner: 'Zoom, and the page itself',
  open: 'Open in Touchline',
  openLong: 'Open this map in Touchline, in a new tab',
  offline: 'Offline: as it was last seen',
};

const zh: typeof en = {
  corner: '缩放与完整页面',
  open: '在 Touchline 中打开',
  openLong: '在新标签页中用 Touchline 打开这张图',
  offline: '已离线，显示最后一次看到的内容',
};

export const embedWords: Catalogue<typeof en> = { en, zh };
