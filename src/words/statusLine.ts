/** Words of the status line, which comes when the map is seen. */
import type { Catalogue } from './language.ts';

const en = {
  label: 'Status',
  checks: (count: number) => (count === 0 ? 'Nothing to check' : `${count} to check`),
  touchpoints: (count: number) => (count === 1 ? '1 touchpoint' : `${count} touchpoints`),
  rated: (rated: number, of: number) => `${rated} of ${of} rated`,
  measured: (count: number) => `${count} measured`,
  observed: (count: number) => `${count} observed`,
  moving: (name: string, title: string) => `${name} is moving “${title}”`,
  fit: 'Fit',
  fitLong: 'Show the whole map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoom: 'Zoom',
  zoomExact: 'Zoom in percent',
};

const zh: typeof en = {
  label: '状态',
  checks: (count) => (count === 0 ? '检查无提示' : `${count} 处需留意`),
  touchpoints: (count) => `${count} 个接触点`,
  rated: (rated, of) => `${rated}/${of} 已评分`,
  measured: (count) => `实测 ${count}`,
  observed: (count) => `观察 ${count}`,
  moving: (name, title) => `${name}正在移动“${title}”`,
  fit: '适合窗口',
  fitLong: '显示整张图',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoom: '缩放',
  zoomExact: '缩放百分比',
};

export const statusWords: Catalogue<typeof en> = { en, zh };
