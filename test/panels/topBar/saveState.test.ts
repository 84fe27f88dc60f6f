import { describe, expect, it } from 'vitest';
import { saveText } from '../../../src/panels/topBar/SaveStateLine.tsx';
import { appWords } from '../../../src/words/app.ts';

describe('the state of saving in words (U36)', () => {
  it.each([
    [{ kind: 'saved' }, 'Saved', '已保存'],
    [{ kind: 'saving' }, 'Saving…', '正在保存…'],
    [
      { kind: 'offline', kept: 3, retryAt: null },
      'Offline: 3 changes kept on this device',
      '离线：3 处修改保存在本设备',
    ],
    [
      { kind: 'cannot-save', reason: 'cannot-save' },
      'Cannot save: the server cannot write to its disk; your changes are kept on this device',
      '无法保存：服务器无法写入磁盘，修改已保存在本设备',
    ],
    [{ kind: 'view-only', online: true }, 'View only, live', '仅查看，实时更新'],
  ] as const)('%j reads %s and %s', (state, en, zh) => {
    expect(saveText(state, appWords.en, 'viewer')).toBe(en);
    expect(saveText(state, appWords.zh, 'viewer')).toBe(zh);
  });

  it('says what the holder of a comment link may, not that they only view', () => {
    const live = { kind: 'view-only', online: true } as const;
    expect(saveText(live, appWords.en, 'commenter')).toBe('Can comment, live');
    expect(saveText(live, appWords.zh, 'commenter')).toBe('可评论，实时更新');
    const away = { kind: 'view-only', online: false } as const;
    expect(saveText(away, appWords.en, 'commenter')).toBe('Can comment, offline');
    expect(saveText(away, appWords.en, 'viewer')).toBe('View only, offline');
  });

  it('says Saved for nothing but the acknowledged state', () => {
    const states = [
      { kind: 'saving' },
      { kind: 'offline', kept: 0, retryAt: 1 },
      { kind: 'view-only', online: true },
    ] as const;
    for (const state of states) expect(saveText(state, appWords.en, 'viewer')).not.toContain('Saved');
  });
});
