/**
 * What people also call an action, as other programs name it. Found by the palette's search, shown nowhere. Both
 * languages at once: one may type either, whichever is shown.
 */
import type { ActionWord } from './actions.ts';

export const synonyms: Partial<Record<ActionWord, readonly string[]>> = {
  newNote: ['Sticky', 'Sticky note', 'Post-it', 'Comment', '便利贴', '便条', '贴纸', '备注'],
  newText: ['Label', 'Caption', 'Text box', '文本框', '标注', '说明文字'],
  newFrame: ['Border', 'Box', 'Section', 'Area', 'Rectangle', '框', '边框', '区域', '方框', '矩形'],
  newImage: ['Picture', 'Photo', 'Screenshot', '照片', '截图', '插图'],
  newTouchpoint: ['Card', 'Step', 'New card', '卡片', '步骤'],
  link: ['Arrow', 'Connector', 'Connection', 'Line', '箭头', '连接', '连接线', '线条'],
  newStage: ['Column', 'Phase', 'New stage', '列', '新建阶段'],
  newLane: ['Row', 'Swimlane', 'New lane', '行', '新建泳道'],
  remove: ['Remove', 'Erase', 'Trash', '移除', '清除'],
  duplicate: ['Clone', '克隆', '副本'],
  undo: ['Revert', 'Take back', '撤回', '取消操作'],
  find: ['Search', 'Look for', '搜索', '搜寻', '过滤'],
  fitAll: ['Fit', 'Zoom to fit', 'Overview', '适应窗口', '总览'],
  share: ['Invite', 'Publish', 'Permissions', '邀请', '协作', '权限'],
  versions: ['History', 'Backup', 'Snapshot', '历史', '历史记录', '备份'],
  export: ['Download', 'Save as', '下载', '另存为'],
  takePdf: ['Print', 'Poster', '海报'],
  takePng: ['Image', 'Bitmap', '位图', '图像'],
  chooseEmotion: ['Mood', 'Feeling', 'Sentiment', '心情', '感受'],
  lock: ['Protect', 'Pin', 'Freeze', '固定', '保护'],
  group: ['Cluster', 'Combine', '组合', '编组'],
  tidyMap: ['Clean up', 'Arrange', 'Auto layout', '自动布局', '排列'],
  help: ['Shortcuts', 'Manual', 'Keyboard', '键盘', '手册', '使用说明'],
};
