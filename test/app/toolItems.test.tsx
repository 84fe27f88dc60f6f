// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { toolGroups } from '../../src/app/toolItems.ts';
import { actionOf } from '../../src/canvas/actions.ts';
import { platformOf, writeShortcut } from '../../src/canvas/shortcuts.ts';
import { Toolbar } from '../../src/panels/topBar/Toolbar.tsx';
import { toolWords } from '../../src/words/toolWords.ts';
import { buildSession } from '../canvas/support/buildSession.ts';

afterEach(cleanup);

for (const language of ['en', 'zh'] as const)
  it(`each tool’s tooltip says its name and its key as the one table of actions has them (U1), ${language}`, () => {
    const groups = toolGroups(buildSession(), language, { tool: 'select', undo: null, redo: null });
    render(<Toolbar label="Tools" more="More" groups={groups} />);
    const tools = groups.flat();
    expect(tools.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['select', 'hand', 'newTouchpoint', 'newNote', 'link', 'undo', 'redo', 'find']),
    );
    const platform = platformOf(navigator.userAgent);
    for (const { id } of tools) {
      const name = toolWords[language][id as keyof typeof toolWords.en];
      const [shortcut] = actionOf(id as keyof typeof toolWords.en).shortcuts;
      const button = screen.getAllByRole('button').find(({ dataset }) => dataset['tool'] === id);
      const keys = shortcut === undefined ? null : writeShortcut(shortcut, platform);
      expect(button?.getAttribute('title'), id).toBe(keys === null ? name : `${name}  ${keys}`);
      expect(button?.getAttribute('aria-keyshortcuts'), id).toBe(keys);
    }
  });
