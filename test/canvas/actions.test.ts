// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ActionScope } from '../../src/canvas/actionRow.ts';
import { servePage } from '../../src/canvas/pageRuns.ts';
import { actionOf, actions } from '../../src/canvas/actions.ts';
import { choicesFor } from '../../src/canvas/editing/choices.ts';
import { reverseLinks } from '../../src/canvas/editing/structure.ts';
import { contextMenus, menuEntries } from '../../src/canvas/editing/menus.ts';
import { actionFor, listenToTable, runShortcut } from '../../src/canvas/tableKeys.ts';
import { matchesShortcut, platformOf, writeShortcut } from '../../src/canvas/shortcuts.ts';
import { helpRows } from '../../src/app/HelpHost.tsx';
import { paletteEntries } from '../../src/app/paletteEntries.ts';
import { matchPalette } from '../../src/panels/palette/matchPalette.ts';
import { actionWords } from '../../src/words/actions.ts';
import { runs } from '../support/runs.ts';
import { buildSession } from './support/buildSession.ts';

/** U1's key table, as far as this part of the program has it. */
const keyTable = [
  ['V', 'select'],
  ['H', 'hand'],
  ['N', 'newTouchpoint'],
  ['T', 'newNote'],
  ['C', 'link'],
  ['Enter', 'edit'],
  ['F2', 'edit'],
  ['Escape', 'back'],
  ['Delete', 'remove'],
  ['Backspace', 'remove'],
  ['Mod+Z', 'undo'],
  ['Mod+Shift+Z', 'redo'],
  ['Mod+Y', 'redo'],
  ['Mod+X', 'cut'],
  ['Mod+C', 'copy'],
  ['Mod+V', 'paste'],
  ['Mod+Shift+V', 'pastePlain'],
  ['Mod+D', 'duplicate'],
  ['Mod+A', 'selectAll'],
  ['Shift+1', 'fitAll'],
  ['Shift+2', 'fitSelection'],
  ['Shift+0', 'zoomActual'],
  ['Mod+0', 'zoomActual'],
  ['Shift+F10', 'contextMenu'],
  ['ContextMenu', 'contextMenu'],
  ['?', 'help'],
  ['Shift+P', 'present'],
  ['Mod+F', 'find'],
  ['Mod+K', 'palette'],
  ['Mod+/', 'palette'],
  ['Mod++', 'zoomIn'],
  ['Mod+-', 'zoomOut'],
  ['Mod+G', 'group'],
  ['Mod+Shift+G', 'ungroup'],
  ['Mod+Shift+L', 'lock'],
  ['Mod+]', 'forward'],
  ['Mod+[', 'backward'],
  ['Mod+}', 'toFront'],
  ['Mod+{', 'toBack'],
  ['1', 'emotionVeryNegative'],
  ['2', 'emotionNegative'],
  ['3', 'emotionNeutral'],
  ['4', 'emotionPositive'],
  ['5', 'emotionVeryPositive'],
  ['0', 'emotionNone'],
  ['ArrowLeft', 'moveLeft'],
  ['ArrowRight', 'moveRight'],
  ['ArrowUp', 'moveUp'],
  ['ArrowDown', 'moveDown'],
  ['Shift+ArrowLeft', 'moveLeftFar'],
  ['Shift+ArrowRight', 'moveRightFar'],
  ['Shift+ArrowUp', 'moveUpFar'],
  ['Shift+ArrowDown', 'moveDownFar'],
] as const;

/** Scopes that count together: what works on the whole map works in each view as well. */
const together: readonly (readonly ActionScope[])[] = [
  ['map', 'canvas'],
  ['map', 'table'],
];

describe('the table of actions (U1)', () => {
  it('has no shortcut twice in a scope', () => {
    for (const scopes of together) {
      const shortcuts = actions
        .filter(({ scope }) => scopes.includes(scope))
        .flatMap((action) => action.shortcuts);
      expect(shortcuts.length, scopes.join()).toBe(new Set(shortcuts).size);
    }
  });

  it('has no key that two rows of a scope would take, on either platform', () => {
    for (const scopes of together)
      for (const platform of ['other', 'mac'] as const) {
        const rows = actions.filter(({ scope }) => scopes.includes(scope));
        for (const { id, shortcuts } of rows)
          for (const shortcut of shortcuts) {
            const event = pressOf(shortcut, platform);
            const takers = rows.filter((row) =>
              row.shortcuts.some((one) => matchesShortcut(event, one, platform)),
            );
            // The first of them is run: none may stand before the row whose key it is.
            expect(takers[0]?.id, `${shortcut} on ${platform}`).toBe(id);
          }
      }
  });

  it('is what help, palette and menus say of keys, as the platform writes them', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    const platform = platformOf(navigator.userAgent);
    const keysOf = (id: string) =>
      actions.find((action) => action.id === id)?.shortcuts.map((one) => writeShortcut(one, platform)) ?? [];
    const help = helpRows(session, 'en');
    for (const { id, keys } of help) expect(keys, `help: ${id}`).toEqual(keysOf(id));
    for (const { id, keys } of paletteEntries(session))
      if (id in actionWords.en) expect(keys, `palette: ${id}`).toEqual(keysOf(id));
    for (const rows of Object.values(contextMenus))
      for (const entry of menuEntries(session, rows))
        if ('id' in entry && entry.id in actionWords.en && 'keys' in entry)
          expect([entry.keys, undefined], `menu: ${entry.id}`).toContain(entry.keys && keysOf(entry.id)[0]);
  });

  it('holds every key of the key table', () => {
    for (const [shortcut, id] of keyTable) expect(actionOf(id).shortcuts).toContain(shortcut);
  });

  it('has every id once, with a name in both languages that no other action has', () => {
    for (const language of ['en', 'zh'] as const) {
      const names = actions.map(({ id }) => actionWords[language][id]);
      expect(names.filter((name) => name === '')).toEqual([]);
      expect(new Set(names).size, language).toBe(actions.length);
    }
    expect(Object.keys(actionWords.en).toSorted()).toEqual(actions.map(({ id }) => id).toSorted());
  });

  it('is whole in help and palette, for editors and, without what edits, for viewers', () => {
    for (const role of ['editor', 'viewer'] as const) {
      const session = buildSession({ role });
      const theirs = actions.filter(({ edits }) => role === 'editor' || !edits).map(({ id }) => id);
      expect(helpRows(session, 'en').map(({ id }) => id)).toEqual(theirs);
      const listed = paletteEntries(session).map(({ id }) => id);
      // The palette does not offer to open itself.
      expect(theirs.filter((id) => id !== 'palette' && !listed.includes(id))).toEqual([]);
      expect(listed.some((id) => actions.some((action) => action.edits && action.id === id))).toBe(
        role === 'editor',
      );
    }
  });

  it('is found in the palette by what other programs call it, in both languages', () => {
    const entries = paletteEntries(buildSession());
    const first = (text: string): string | undefined => matchPalette(entries, text)[0]?.id;
    expect(['sticky', '便利贴', 'border', '边框', 'swimlane', '撤回'].map(first)).toEqual([
      'newNote',
      'newNote',
      'newFrame',
      'newFrame',
      'newLane',
      'undo',
    ]);
  });

  it('gives the context menus their rows, with the keys of the table (U30)', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    for (const rows of Object.values(contextMenus))
      for (const id of rows) if (id !== '-') expect(actions.map((action) => action.id)).toContain(id);
    const entries = menuEntries(session, contextMenus.touchpoint);
    expect(entries.find((entry) => 'id' in entry && entry.id === 'duplicate')).toMatchObject({
      label: 'Duplicate',
      keys: 'Ctrl+D',
      disabled: false,
    });
  });

  it('runs every key of the key table with the modifiers of Windows, Linux and macOS (U2)', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    const made = session.editing?.commands.create('elements', { kind: 'note' });
    const note = made?.ok ? made.value : '';
    const framed = session.editing?.commands.create('elements', { kind: 'frame' });
    const frame = framed?.ok ? framed.value : '';
    const ofElements: readonly string[] = ['forward', 'backward', 'toFront', 'toBack', 'group'];
    const subjectOf = (id: string): string =>
      id === 'ungroup' ? frame : ofElements.includes(id) ? note : 't1';
    session.editing?.commands.update('touchpoints', ['t1'], { owner: 'Me' });
    const stop = servePage({} as unknown as Parameters<typeof servePage>[0]);
    for (const platform of ['other', 'mac'] as const)
      for (const [shortcut, id] of keyTable) {
        session.screen.setState({ selection: new Set([subjectOf(id)]) });
        if (id === 'redo') session.editing?.undo.undo();
        else session.editing?.undo.redo();
        const found = actionFor(pressOf(shortcut, platform), session, platform, ['map', 'canvas']);
        expect(found?.id, `${shortcut} on ${platform}`).toBe(id);
      }
    stop();
  });

  it('leaves single-letter keys alone when they are switched off, and keeps the others (U8)', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']), letterKeys: false });
    const idOf = (shortcut: string) =>
      actionFor(pressOf(shortcut, 'other'), session, 'other', ['map', 'canvas'])?.id;
    for (const shortcut of ['V', 'H', 'N', 'T', 'C', '1', '0', '?', 'Shift+1'])
      expect(idOf(shortcut), shortcut).toBeUndefined();
    expect(['Delete', 'Enter', 'Mod+D', 'Mod+K', 'ArrowLeft', 'Mod+0'].map(idOf)).toEqual([
      'remove',
      'edit',
      'duplicate',
      'palette',
      'moveLeft',
      'zoomActual',
    ]);
  });

  it('never lets a viewer edit', () => {
    const session = buildSession({ role: 'viewer' });
    session.screen.setState({ selection: new Set(['t1']) });
    const open = actions.filter((action) => action.edits && action.enabled(session));
    expect(open).toEqual([]);
  });

  it('keeps its own keys from the browser, and leaves the browser every other (U12)', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    const stop = listenToTable(session, () => ['map', 'canvas']);
    const press = (init: KeyboardEventInit): boolean => {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const ctrl = 'rtwnlpsuojhe1239'.split('').map((key) => ({
      key,
      code: /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
      ctrlKey: true,
    }));
    const plain = ['Tab', 'F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'PageDown', 'PageUp', 'Home', 'End'];
    const browsers: readonly KeyboardEventInit[] = [
      ...ctrl,
      ...ctrl.map((init) => ({ ...init, ctrlKey: false, altKey: true })),
      ...plain.map((key) => ({ key, code: key })),
      { key: 'Tab', code: 'Tab', ctrlKey: true },
      { key: 'I', code: 'KeyI', ctrlKey: true, shiftKey: true },
      { key: 'T', code: 'KeyT', ctrlKey: true, shiftKey: true },
      { key: 'ArrowLeft', code: 'ArrowLeft', altKey: true },
      { key: 'Delete', code: 'Delete', ctrlKey: true, shiftKey: true },
      { key: 'x', code: 'KeyX' },
    ];
    for (const init of browsers) expect(press(init), JSON.stringify(init)).toBe(false);
    for (const shortcut of ['Mod+Z', 'Mod+D', 'Mod+A', 'Mod+K', 'Mod+F', 'Mod++', 'Mod+0', 'H', 'V']) {
      session.screen.setState({ selection: new Set(['t1']), dialog: null, finding: false });
      session.editing?.commands.update('touchpoints', ['t1'], { owner: shortcut });
      const event = pressOf(shortcut, 'other');
      const { key, code, ctrlKey } = event;
      expect(press({ key, code, ctrlKey }), shortcut).toBe(true);
    }
    stop();
  });

  it('keeps no key from the browser that no row of the table has, whatever is held (U12, law)', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    const rows = actions.filter(({ scope }) => scope === 'map' || scope === 'canvas');
    const run = rows.map((row) => vi.spyOn(row, 'run').mockImplementation(() => undefined));
    const stop = listenToTable(session, () => ['map', 'canvas']);
    const platform = platformOf(navigator.userAgent);
    const names = [
      'Enter',
      'Escape',
      'Delete',
      'Tab',
      ' ',
      'Home',
      'F2',
      'F5',
      'F6',
      'ArrowUp',
      'ContextMenu',
    ];
    const keys = [...'abcdefghijklmnopqrstuvwxyz0123456789?/[]{}+-=.,;#', ...names];
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.record({
          ctrlKey: fc.boolean(),
          metaKey: fc.boolean(),
          shiftKey: fc.boolean(),
          altKey: fc.boolean(),
        }),
        (key, held) => {
          const code = /\d/.test(key) ? `Digit${key}` : /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : '';
          const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...held });
          const isOurs = rows.some(({ shortcuts }) =>
            shortcuts.some((shortcut) => matchesShortcut(event, shortcut, platform)),
          );
          document.body.dispatchEvent(event);
          return isOurs || !event.defaultPrevented;
        },
      ),
      runs(500),
    );
    stop();
    for (const one of run) one.mockRestore();
  });

  it('never takes a letter by its place on the keyboard while a text is typed (U4)', () => {
    const session = buildSession();
    const stop = listenToTable(session, () => ['map', 'canvas']);
    const field = document.body.appendChild(document.createElement('input'));
    // Where the US has V and H, on a Russian keyboard.
    for (const [key, code, tool] of [
      ['р', 'KeyH', 'hand'],
      ['м', 'KeyV', 'select'],
    ] as const) {
      const press = (target: HTMLElement): boolean =>
        !target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
      const before = session.screen.getState().tool;
      expect(press(field), key).toBe(false);
      expect(session.screen.getState().tool).toBe(before);
      expect(press(document.body), key).toBe(true);
      expect(session.screen.getState().tool).toBe(tool);
    }
    field.remove();
    stop();
  });

  it('does nothing for what is typed while a dialog is still being fetched (U3)', () => {
    const session = buildSession();
    session.screen.setState({ dialog: 'palette' });
    expect(runShortcut(pressOf('H', 'other'), session, 'other', ['map', 'canvas'])).toBe(false);
    session.screen.setState({ dialog: null });
    expect(runShortcut(pressOf('H', 'other'), session, 'other', ['map', 'canvas'])).toBe(true);
  });

  it('keeps what belongs to the canvas from keys pressed elsewhere', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    const remove = new KeyboardEvent('keydown', { key: 'Delete', code: 'Delete' });
    expect(actionFor(remove, session, 'other', ['map'])).toBeUndefined();
    expect(actionFor(remove, session, 'other', ['map', 'canvas'])?.id).toBe('remove');
  });

  it.each([
    ['Russian', 'л', 'а', false],
    ['Greek', 'κ', 'φ', false],
    ['German', 'k', 'f', true],
    ['Chinese', 'k', 'f', true],
  ])(
    'a %s keyboard: palette and find by their letters, by place only where no text is typed, and then the key is the browser’s (U4, U12)',
    (_name, k, f, inText) => {
      const session = buildSession();
      const stop = listenToTable(session, () => ['map', 'canvas']);
      const press = (html: string, key: string, code: string): KeyboardEvent => {
        document.body.innerHTML = html;
        const keys = { key, code, ctrlKey: true, bubbles: true, cancelable: true };
        const event = new KeyboardEvent('keydown', keys);
        (document.body.firstElementChild ?? document.body).dispatchEvent(event);
        return event;
      };
      const cases = [
        ['<div tabindex="0"></div>', true],
        ['<button>x</button>', true],
        ['<select></select>', true],
        ['<input type="range">', true],
        ['<input type="checkbox">', true],
        ['<input>', inText],
        ['<input type="search">', inText],
        ['<textarea></textarea>', inText],
        ['<div contenteditable="true"></div>', inText],
      ] as const;
      for (const [html, isFound] of cases) {
        expect(press(html, f, 'KeyF').defaultPrevented, `find, ${html}`).toBe(isFound);
        expect(session.screen.getState().finding, `find, ${html}`).toBe(isFound);
        session.screen.setState({ finding: false });
        expect(press(html, k, 'KeyK').defaultPrevented, `palette, ${html}`).toBe(isFound);
        expect(session.screen.getState().dialog, `palette, ${html}`).toBe(isFound ? 'palette' : null);
        session.screen.setState({ dialog: null });
      }
      stop();
      document.body.replaceChildren();
    },
  );

  it('takes back one thing a press: text, tool, selection (U9)', () => {
    const session = buildSession();
    const { screen } = session;
    screen.setState({ editing: { id: 't1', field: 'title' }, selection: new Set(['t1']), tool: 'hand' });
    const back = actionOf('back');
    back.run(session);
    expect(screen.getState()).toMatchObject({ editing: null, tool: 'hand' });
    expect(screen.getState().selection.size).toBe(1);
    back.run(session);
    expect(screen.getState().selection.size).toBe(0);
    expect(screen.getState().tool).toBe('hand');
    back.run(session);
    expect(screen.getState().tool).toBe('select');
  });
});

describe('actions on stages and lanes', () => {
  it('work on what is selected or where it lies, so the palette can do what a head’s menu can (U19)', () => {
    const session = buildSession();
    const { stages, lanes } = session.projection.getState().journey;
    expect(actionOf('stageLater').enabled(session)).toBe(false);
    session.screen.setState({ selection: new Set(['t1']) });
    expect(actionOf('stageLater').enabled(session)).toBe(true);
    expect(actionOf('stageEarlier').enabled(session)).toBe(false);
    expect(actionOf('collapseLane').enabled(session)).toBe(true);
    expect(actionOf('expandLane').enabled(session)).toBe(false);
    expect(actionOf('laneUp').enabled(session, lanes[1]?.id)).toBe(true);
    expect(stages.map(({ id }) => id)).toEqual(['s1', 's2']);
  });

  it('work on the stage or lane whose head has the focus, whatever is selected, with its keys (U6)', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    const press = () => {
      const keys = { altKey: true, shiftKey: true, bubbles: true, cancelable: true };
      const event = new KeyboardEvent('keydown', { key: 'ArrowLeft', code: 'ArrowLeft', ...keys });
      let found: string | undefined;
      const listen = (heard: KeyboardEvent): void => {
        found = actionFor(heard, session, 'other', ['map', 'canvas'])?.id;
      };
      window.addEventListener('keydown', listen, { once: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
      return found;
    };
    expect(press()).toBeUndefined();
    const head = document.body.appendChild(document.createElement('button'));
    head.dataset['act'] = 'stage-menu';
    head.dataset['id'] = 's2';
    head.focus();
    expect(press()).toBe('stageEarlier');
    expect(actionOf('stageEarlier').enabled(session)).toBe(true);
    expect(actionOf('stageLater').enabled(session)).toBe(false);
    expect(actionOf('laneUp').enabled(session)).toBe(false);
    head.remove();
  });

  it('are run through the lazily loaded editing part, each as one step', async () => {
    const session = buildSession();
    actionOf('stageLater').run(session, 's1');
    await vi.waitFor(() =>
      expect(session.projection.getState().journey.stages.map(({ id }) => id)).toEqual(['s2', 's1']),
    );
    actionOf('insertLaneBefore').run(session, 'l2');
    await vi.waitFor(() => expect(session.projection.getState().journey.lanes).toHaveLength(5));
    expect(
      session.projection
        .getState()
        .journey.lanes.map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['l1', session.screen.getState().editing?.id, 'l2']);
    session.editing?.undo.undo();
    session.editing?.undo.undo();
    expect(session.projection.getState().journey.stages.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(session.projection.getState().journey.lanes).toHaveLength(4);
  });
});

describe('hiding lanes', () => {
  it('is for this person alone, takes what is hidden out of the selection, and never hides the last', () => {
    const session = buildSession({ role: 'viewer' });
    session.screen.setState({ selection: new Set(['t1', 'n1']) });
    actionOf('hideLane').run(session, 'l1');
    expect([...session.screen.getState().hiddenLanes]).toEqual(['l1']);
    expect([...session.screen.getState().selection]).toEqual(['n1']);
    for (const id of ['l2', 'l3']) actionOf('hideLane').run(session, id);
    expect(actionOf('hideLane').enabled(session, 'l4')).toBe(false);
    actionOf('showLanes').run(session);
    expect(session.screen.getState().hiddenLanes.size).toBe(0);
    expect(actionOf('showLanes').enabled(session)).toBe(false);
  });
});

describe('the lock of a selection', () => {
  it('is called by what it would do now, in menus and palette, and found by either word in both languages (U31)', () => {
    const session = buildSession();
    const names = () => ({
      menu: menuEntries(session, contextMenus.several).find((entry) => 'id' in entry && entry.id === 'lock'),
      palette: paletteEntries(session).find(({ id }) => id === 'lock'),
    });
    session.screen.setState({ selection: new Set(['t1', 't2']) });
    expect(names()).toMatchObject({ menu: { label: 'Lock' }, palette: { label: 'Lock' } });
    session.editing?.commands.lock(['t1'], true);
    expect(names()).toMatchObject({ menu: { label: 'Lock' }, palette: { label: 'Lock' } });
    session.editing?.commands.lock(['t2'], true);
    expect(names()).toMatchObject({ menu: { label: 'Unlock' }, palette: { label: 'Unlock' } });
    expect(names().palette?.names).toEqual(['Unlock', 'Lock or unlock', '锁定或解锁']);
    session.screen.setState({ language: 'zh' });
    expect(names()).toMatchObject({ menu: { label: '解锁' }, palette: { label: '解锁' } });
  });
});

describe('the lock of the structure', () => {
  it('is offered to the owner alone, locking and lifting in turns (U31)', async () => {
    for (const role of ['editor', 'owner'] as const) {
      const session = buildSession({ role });
      expect(actionOf('lockStructure').enabled(session)).toBe(role === 'owner');
      expect(actionOf('unlockStructure').enabled(session)).toBe(false);
    }
    const session = buildSession({ role: 'owner' });
    actionOf('lockStructure').run(session);
    await vi.waitFor(() => expect(actionOf('unlockStructure').enabled(session)).toBe(true));
    expect(actionOf('lockStructure').enabled(session)).toBe(false);
  });
});

describe('actions that ask for a choice', () => {
  it('offer every place a drag could reach: stages, lanes that can hold it, other touchpoints to link to (U19)', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    const labels = (name: Parameters<typeof choicesFor>[1]) =>
      choicesFor(session, name).map(({ label, address }) => `${address}  ${label}`);
    expect(labels('stages')).toEqual(['A  Look', 'B  Buy']);
    expect(labels('lanes')).toEqual(['1  Contact', '2  Backstage']);
    expect(labels('linkTo')).toEqual(['A1  Visits the shop', 'B1  Pays']);
    choicesFor(session, 'stages')[1]?.run();
    expect(session.projection.find('touchpoints', 't1')?.stageId).toBe('s2');
    choicesFor(session, 'linkTo').at(-1)?.run();
    const [link] = session.screen.getState().selection;
    expect(session.projection.find('links', link ?? '')).toMatchObject({ from: 't1', to: 't3' });
  });

  it('several links are turned round by one step', () => {
    const session = buildSession();
    const link = (to: string): string => {
      const made = session.editing?.commands.create('links', { from: 't1', to });
      return made?.ok ? made.value : '';
    };
    const ids = [link('t2'), link('t3')];
    const ways = () => ids.map((id) => session.projection.find('links', id)?.from);
    session.screen.setState({ selection: new Set(ids) });
    reverseLinks(session);
    session.projection.flush();
    expect(ways()).toEqual(['t2', 't3']);
    session.editing?.undo.undo();
    session.projection.flush();
    expect(ways()).toEqual(['t1', 't1']);
  });

  it('move notes to lanes that hold notes', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['n1']) });
    expect(choicesFor(session, 'lanes').map(({ label }) => label)).toEqual(['Thoughts']);
    choicesFor(session, 'stages')[1]?.run();
    expect(session.projection.find('insights', 'n1')?.stageId).toBe('s2');
  });
});

/** The event a person's keyboard (US) sends for a shortcut of the table. */
function pressOf(shortcut: string, platform: 'mac' | 'other'): KeyboardEvent {
  const plus = shortcut.endsWith('+');
  const parts = (plus ? shortcut.slice(0, -1) : shortcut).split('+').filter(Boolean);
  const key = plus ? '+' : (parts.pop() ?? '');
  const mod = parts.includes('Mod');
  return new KeyboardEvent('keydown', {
    key: key.length === 1 ? key.toLowerCase() : key,
    code: /^\d$/.test(key) ? `Digit${key}` : /^[A-Z]$/.test(key) ? `Key${key}` : '',
    ctrlKey: mod && platform === 'other',
    metaKey: mod && platform === 'mac',
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  });
}
