// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Inspector } from '../../../src/panels/inspector/Inspector.tsx';
import { buildSession, person } from '../../canvas/support/buildSession.ts';
import { buildMap, type Parts } from '../../support/buildMap.ts';
import { panelSession, renderPanel, type PanelSession } from '../../support/panelSession.tsx';

afterEach(cleanup);

const parts: Parts = {
  brand: { name: 'Tally', messages: [{ id: 'm1x', text: 'Within seven days', proof: '' }] },
  stages: [
    { id: 's1', name: 'Look', phase: 'prepurchase' },
    { id: 's2', name: 'Buy', phase: 'purchase' },
  ],
  lanes: [
    { id: 'l1', name: 'Touchpoints', kind: 'contact' },
    { id: 'l2', name: 'Thoughts', kind: 'thoughts' },
  ],
  personas: [
    { id: 'p1', name: 'Lena, agency owner' },
    { id: 'p2', name: 'Tom' },
  ],
  tiers: [{ id: 'ti1', name: 'Gold' }],
  channels: [
    { id: 'c1', name: 'Product', media: 'owned' },
    { id: 'c2', name: 'Chat' },
  ],
  touchpoints: [
    {
      id: 't1',
      title: 'Imports projects',
      t: 0.12,
      channelId: 'c1',
      owner: 'Import squad',
      emotion: -1.5,
      importance: 5,
      performance: 2,
      reached: 391,
      passed: 188,
      byPersona: { p2: { emotion: null, importance: null, performance: null, feeling: '', skipped: true } },
    },
    { id: 't2', title: 'Asks for help', t: 0.5, owner: 'Support' },
  ],
  insights: [
    {
      id: 'n1',
      kind: 'pain',
      text: 'More than half stop',
      stageId: 's1',
      laneId: 'l2',
      touchpointIds: ['t1'],
    },
  ],
  links: [{ id: 'k1', from: 't1', to: 't2', kind: 'alternative', label: 'stuck', share: 0.4 }],
};

function open(...ids: string[]): PanelSession {
  const session = panelSession(buildMap(parts));
  session.select(...ids);
  renderPanel(session, <Inspector />);
  return session;
}
describe('a score that was measured', () => {
  const readings: Parts['readings'] = [
    { id: 'r1', touchpointId: 't1', metric: 'emotion', value: -0.5, at: '2025-01-01', source: 'Old' },
    { id: 'r2', touchpointId: 't1', metric: 'emotion', value: 1.5, at: '2025-03-01', n: 40, source: 'Diary' },
    { id: 'r3', touchpointId: 't1', metric: 'performance', value: 4, at: '2025-03-01', source: '' },
    { id: 'r4', touchpointId: 't1', metric: 'passed', value: 300, at: '2025-03-01', source: '' },
  ];

  test('says beside its field that the newest reading counts; the sieve and the gap go by it too', () => {
    const session = panelSession(buildMap({ ...parts, readings }));
    session.select('t1');
    renderPanel(session, <Inspector />);
    expect(screen.getByTestId('measured-emotion').textContent?.replaceAll(/\s+/g, ' ')).toBe(
      'Emotion: the measured +1.5 counts • 1 Mar 2025 • 40 answers • Diary',
    );
    expect(screen.getByTestId('measured-performance').textContent).toContain('the measured 4 counts');
    expect(screen.queryByTestId('measured-importance')).toBeNull();
    expect(screen.getByText('391 → 300')).toBeTruthy();
    expect(screen.getByText(/gap 1/i)).toBeTruthy();
  });

  test('says nothing where there is only the field', () => {
    open('t1');
    expect(screen.queryByTestId('measured-emotion')).toBeNull();
    expect(screen.getByText('391 → 188')).toBeTruthy();
  });
});

describe('the field that a check asks for', () => {
  test.each([
    ['t1', 'emotion'],
    ['t1', 'owner'],
    ['t1', 'responseTargetMin'],
    ['t1', 'passed'],
    ['t1', 'tone'],
    ['t1', 'mode'],
    ['t1', 'messageIds'],
    ['t1', 'moments'],
    ['t1', 'links'],
    ['t1', 'byTier'],
    ['c1', 'capPerWeek'],
    ['k1', 'condition'],
    ['k1', 'delayMin'],
  ] as const)('of %s, %s, has the focus on whatever tab it stands', (id, field) => {
    const session = open('t2');
    act(() => session.screen.setState({ selection: new Set([id]), field }));
    expect(document.activeElement?.closest(`[data-field="${field}"]`)).not.toBeNull();
    expect(session.screen.getState().field).toBeNull();
  });
});

const touchpoint = (session: PanelSession, id = 't1') => session.projection.find('touchpoints', id);
const tab = (name: string): void => {
  fireEvent.click(screen.getByRole('tab', { name: new RegExp(`^${name}`) }));
};
function commit(box: HTMLElement, text: string): void {
  fireEvent.change(box, { target: { value: text } });
  fireEvent.blur(box);
}

describe('a touchpoint', () => {
  test('shows its address, title, channel, emotion in words and its sieve', () => {
    open('t1');
    expect(screen.getByTestId('inspector-address').textContent).toBe('A1');
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveProperty('value', 'Imports projects');
    expect(screen.getByRole('combobox', { name: 'Channel' })).toHaveProperty('value', 'c1');
    expect(screen.getByText('−1.5 • angry, lost')).toBeTruthy();
    expect(screen.getByText('48.1% get through')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'More than half stop' })).toBeTruthy();
  });

  test('[U25] takes a new title on Enter, and keeps what was typed on Escape', () => {
    const session = open('t1');
    const title = screen.getByRole('textbox', { name: 'Title' });
    title.focus();
    fireEvent.change(title, { target: { value: 'Brings projects' } });
    fireEvent.keyDown(title, { key: 'Enter' });
    expect(touchpoint(session)?.title).toBe('Brings projects');
    title.focus();
    fireEvent.change(title, { target: { value: 'Brings data' } });
    fireEvent.keyDown(title, { key: 'Escape' });
    expect(touchpoint(session)?.title).toBe('Brings data');
  });

  test('[U3] the Enter that confirms a composition commits nothing, in either order of events', () => {
    const session = open('t1');
    const title = screen.getByRole('textbox', { name: 'Title' });
    title.focus();
    fireEvent.change(title, { target: { value: '导入' } });
    fireEvent.keyDown(title, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(title, { key: 'Enter', keyCode: 229 });
    expect(touchpoint(session)?.title).toBe('Imports projects');
    expect(document.activeElement).toBe(title);
  });

  test('a face sets the emotion; keys 1 to 5 and 0 do too', () => {
    const session = open('t1');
    const faces = screen.getByRole('radiogroup', { name: 'Emotion' });
    fireEvent.click(within(faces).getByRole('radio', { name: '+1, pleased' }));
    expect(touchpoint(session)?.emotion).toBe(1);
    fireEvent.keyDown(faces, { key: '5' });
    expect(touchpoint(session)?.emotion).toBe(2);
    fireEvent.keyDown(faces, { key: '0' });
    expect(touchpoint(session)?.emotion).toBeNull();
    expect(screen.getByText('not rated')).toBeTruthy();
  });

  test('the line sets a decimal once, when it is let go', () => {
    const session = open('t1');
    const line = screen.getByRole('slider', { name: 'Emotion, exactly' });
    fireEvent.change(line, { target: { value: '0.7' } });
    expect(touchpoint(session)?.emotion).toBe(-1.5);
    fireEvent.pointerUp(line);
    expect(touchpoint(session)?.emotion).toBe(0.7);
  });

  test('five steps are pressed, moved by arrow keys and cleared', () => {
    const session = open('t1');
    const steps = screen.getByRole('radiogroup', { name: 'Performance' });
    fireEvent.click(within(steps).getByRole('radio', { name: '4 of 5' }));
    expect(touchpoint(session)?.performance).toBe(4);
    fireEvent.keyDown(steps, { key: 'ArrowLeft' });
    expect(touchpoint(session)?.performance).toBe(3);
    fireEvent.keyDown(steps, { key: 'Delete' });
    expect(touchpoint(session)?.performance).toBeNull();
  });

  test('a persona differs: not met, as everyone, an own value', () => {
    const session = open('t1');
    const tom = screen.getByRole('combobox', { name: 'Emotion for Tom' });
    expect(tom).toHaveProperty('value', 'skipped');
    fireEvent.change(tom, { target: { value: 'own' } });
    expect(touchpoint(session)?.byPersona['p2']).toMatchObject({ emotion: -1.5, skipped: false });
    commit(screen.getByRole('spinbutton', { name: 'Own emotion for Tom' }), '-0.4');
    expect(touchpoint(session)?.byPersona['p2']?.emotion).toBe(-0.4);
    fireEvent.change(tom, { target: { value: 'same' } });
    expect(touchpoint(session)?.byPersona['p2']?.emotion ?? null).toBeNull();
  });

  test('a persona it is not meant for does not meet it, and is added when they do', () => {
    const session = open('t1');
    act(() => void session.commands.update('touchpoints', ['t1'], { personaIds: ['p2'] }));
    const lena = screen.getByRole('combobox', { name: 'Emotion for Lena, agency owner' });
    expect(lena).toHaveProperty('value', 'skipped');
    fireEvent.change(lena, { target: { value: 'same' } });
    expect(touchpoint(session)?.personaIds).toEqual(['p2', 'p1']);
  });

  test('a number out of range is clamped and the rule is said', () => {
    const session = open('t1');
    tab('Score');
    commit(screen.getByRole('spinbutton', { name: 'NPS' }), '140');
    expect(touchpoint(session)?.nps).toBe(100);
    expect(screen.getByText('Between −100 and 100.')).toBeTruthy();
    commit(screen.getByRole('spinbutton', { name: 'NPS' }), '33');
    expect(screen.queryByText('Between −100 and 100.')).toBeNull();
  });

  test('a share is typed as percent', () => {
    const session = open('t1');
    tab('Score');
    commit(screen.getByRole('spinbutton', { name: 'Conversion' }), '29');
    expect(touchpoint(session)?.conversion).toBe(0.29);
  });

  test('stage and time change its place with the other parts kept', () => {
    const session = open('t1');
    fireEvent.change(screen.getByRole('combobox', { name: 'Stage' }), { target: { value: 's2' } });
    expect(touchpoint(session)).toMatchObject({ stageId: 's2', laneId: 'l1', t: 0.12 });
    // People speak of percent and of the first row; the model counts from 0.
    const when = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'When, in percent of the stage' });
    expect(when.value).toBe('12');
    commit(when, '50');
    expect(touchpoint(session)).toMatchObject({ stageId: 's2', t: 0.5 });
    const row = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Row' });
    expect(row.value).toBe('1');
    commit(row, '3');
    expect(touchpoint(session)).toMatchObject({ stageId: 's2', t: 0.5, row: 2 });
    commit(row, '0');
    expect(touchpoint(session)?.row).toBe(0);
    expect(screen.getByText(/Between 1 and/)).toBeTruthy();
    expect(screen.getByTestId('inspector-address').textContent).toBe('B1');
  });

  test('the lane can only be one that holds touchpoints', () => {
    open('t1');
    const lanes = within(screen.getByRole('combobox', { name: 'Lane' })).getAllByRole('option');
    expect(lanes.map(({ textContent }) => textContent)).toEqual(['1  Touchpoints']);
  });

  test('the triad is written when its parts add to 100, and says so until then', () => {
    const session = open('t1');
    tab('Work');
    commit(screen.getByRole('spinbutton', { name: 'Organisation' }), '50');
    expect(touchpoint(session)?.triad).toBeNull();
    expect(screen.getByText('Must add to 100; now 50.')).toBeTruthy();
    commit(screen.getByRole('spinbutton', { name: 'Staff' }), '30');
    expect(touchpoint(session)?.triad).toMatchObject({ organisation: 50, staff: 30, customer: 20 });
  });

  test('information is a list of objects that grows and shrinks', () => {
    const session = open('t1');
    tab('Work');
    fireEvent.click(screen.getByRole('button', { name: 'Add to: Information produced' }));
    commit(screen.getByRole('textbox', { name: 'System' }), 'CRM');
    expect(touchpoint(session)?.information).toMatchObject([{ what: '', system: 'CRM', use: '' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove Information produced 1' }));
    expect(touchpoint(session)?.information).toEqual([]);
  });

  test('a moment of truth is added, at most one of a kind', () => {
    const session = open('t1');
    tab('Score');
    fireEvent.change(screen.getByRole('combobox', { name: 'Add a moment' }), { target: { value: 'first' } });
    expect(session.journey().moments).toMatchObject([{ touchpointId: 't1', kind: 'first' }]);
    const choices = within(screen.getByRole('combobox', { name: 'Add a moment' })).getAllByRole('option');
    expect(choices.map(({ textContent }) => textContent)).not.toContain('First');
  });

  test('[U19] links are seen, opened, deleted and made without the mouse', () => {
    const session = open('t1');
    tab('Notes');
    expect(screen.getByText('Alternative • stuck • 40%')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Remove Asks for help' }));
    expect(session.journey().links).toEqual([]);
    fireEvent.click(screen.getByTestId('link-to'));
    fireEvent.change(screen.getByRole('combobox', { name: 'Choose where the link leads' }), {
      target: { value: 't2' },
    });
    expect(session.journey().links).toMatchObject([{ from: 't1', to: 't2', kind: 'next' }]);
  });

  test('an empty phase and media say what they inherit', () => {
    open('t1');
    tab('Work');
    expect(
      within(screen.getByRole('combobox', { name: 'Phase' })).getByRole('option', {
        name: 'as the stage: Before buying',
      }),
    ).toBeTruthy();
    tab('Message');
    expect(
      within(screen.getByRole('combobox', { name: 'Media' })).getByRole('option', {
        name: 'as the channel: Owned',
      }),
    ).toBeTruthy();
  });

  test('service by tier is set and cleared', () => {
    const session = open('t1');
    tab('Score');
    fireEvent.change(screen.getByRole('combobox', { name: 'Level' }), {
      target: { value: 'enhanced' },
    });
    expect(touchpoint(session)?.byTier['ti1']?.level).toBe('enhanced');
    fireEvent.change(screen.getByRole('combobox', { name: 'Level' }), { target: { value: '' } });
    expect(touchpoint(session)?.byTier).toEqual({});
  });
});

describe('a text two people edit', () => {
  test('[U26] others’ words come in while mine stay', () => {
    const session = open('t1');
    tab('Notes');
    const doing = screen.getByRole('textbox', { name: 'Doing' }) as HTMLTextAreaElement;
    doing.focus();
    doing.value = 'Fixes columns';
    doing.setSelectionRange(13, 13);
    doing.dispatchEvent(new Event('input', { bubbles: true }));
    expect(touchpoint(session)?.doing).toBe('Fixes columns');
    act(() => session.other.openText('touchpoints', 't1', 'doing').splice(0, 0, 'Ana: '));
    expect(doing.value).toBe('Ana: Fixes columns');
    expect(doing.selectionStart).toBe(18);
  });

  test('[U24] my text stays, and can be restored, when somebody deletes the record', () => {
    const session = open('t1');
    tab('Notes');
    const doing = screen.getByRole('textbox', { name: 'Doing' }) as HTMLTextAreaElement;
    doing.focus();
    doing.value = 'Fixes columns by hand';
    doing.dispatchEvent(new Event('input', { bubbles: true }));
    act(() => void session.other.remove(['t1']));
    const gone = screen.getByTestId('gone');
    expect(within(gone).getByRole('textbox')).toHaveProperty('value', 'Fixes columns by hand');
    expect(within(gone).getByRole('button', { name: 'Copy' })).toBeTruthy();
    fireEvent.click(within(gone).getByRole('button', { name: 'Restore it' }));
    expect(session.journey().touchpoints.find(({ title }) => title === 'Imports projects')).toMatchObject({
      doing: 'Fixes columns by hand',
      emotion: -1.5,
    });
    expect(screen.queryByTestId('gone')).toBeNull();
  });

  test('[U24] a title being typed stays too', () => {
    const session = open('t1');
    const title = screen.getByRole('textbox', { name: 'Title' });
    title.focus();
    fireEvent.change(title, { target: { value: 'Half a new ti' } });
    act(() => void session.other.remove(['t1']));
    expect(within(screen.getByTestId('gone')).getByRole('textbox')).toHaveProperty('value', 'Half a new ti');
  });

  test('nothing is said when a record goes that nobody is typing in', () => {
    const session = open('t1');
    act(() => void session.other.remove(['t1']));
    expect(screen.queryByTestId('gone')).toBeNull();
  });
});

describe('several at once', () => {
  test('a shared field is set for all in one step', () => {
    const session = open('t1', 't2');
    expect(screen.getByText('2 selected')).toBeTruthy();
    const owner = screen.getByRole('combobox', { name: 'Owner' });
    expect(owner).toHaveProperty('placeholder', 'various');
    commit(owner, 'Success');
    expect(session.journey().touchpoints.map((one) => one.owner)).toEqual(['Success', 'Success']);
    act(() => void session.editing?.undo.undo());
    expect(session.journey().touchpoints.map((one) => one.owner)).toEqual(['Import squad', 'Support']);
  });

  test('a field that differs says so and stays untouched until it is set', () => {
    const session = open('t1', 't2');
    expect(screen.getAllByText('various').length).toBeGreaterThan(0);
    fireEvent.click(
      within(screen.getByRole('radiogroup', { name: 'Emotion' })).getByRole('radio', { name: '0, neutral' }),
    );
    expect(session.journey().touchpoints.map((one) => one.emotion)).toEqual([0, 0]);
  });

  test('of several kinds, one kind can be taken', () => {
    const session = open('t1', 't2', 'n1');
    fireEvent.click(screen.getByRole('button', { name: '2 × Touchpoints' }));
    expect([...session.screen.getState().selection]).toEqual(['t1', 't2']);
  });
});

describe('the map and what it holds', () => {
  test('nothing selected: facts, lists and brand', () => {
    const session = open();
    fireEvent.click(screen.getByRole('radio', { name: 'Future' }));
    expect(session.journey().map.state).toBe('future');
    commit(screen.getByRole('textbox', { name: 'Currency' }), 'eur');
    expect(session.journey().map.currency).toBe('EUR');
    commit(screen.getByRole('textbox', { name: 'Currency' }), 'euro');
    expect(session.journey().map.currency).toBe('EUR');
    expect(screen.getByText('Three letters, such as EUR.')).toBeTruthy();
    commit(screen.getByRole('textbox', { name: 'Promise' }), 'From hours to answers');
    expect(session.journey().brand?.promise).toBe('From hours to answers');
  });

  test('a persona is opened from the list, and one goes back to the map', () => {
    const session = open();
    fireEvent.click(screen.getByRole('button', { name: 'Lena, agency owner' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Lena, agency owner');
    fireEvent.click(screen.getByRole('button', { name: 'Back to the map’s facts' }));
    expect(session.screen.getState().selection.size).toBe(0);
  });

  test('records are added and reordered', () => {
    const session = open();
    fireEvent.click(screen.getByRole('button', { name: 'Move Buy up' }));
    expect(session.journey().stages.map(({ id }) => id)).toEqual(['s2', 's1']);
    fireEvent.click(screen.getByRole('button', { name: 'Add to: Channels' }));
    const [added] = session.screen.getState().selection;
    expect(session.projection.find('channels', added ?? '')?.name).toBe('New channel');
  });

  test('deleting a stage with content asks where the content goes', () => {
    const session = open();
    fireEvent.click(screen.getByRole('button', { name: 'Remove Look' }));
    expect(session.journey().stages).toHaveLength(2);
    fireEvent.click(screen.getByText('Move and delete'));
    expect(session.journey().stages.map(({ id }) => id)).toEqual(['s2']);
    expect(session.journey().touchpoints.map(({ stageId }) => stageId)).toEqual(['s2', 's2']);
  });

  test('the last stage stays', () => {
    const session = open();
    fireEvent.click(screen.getByRole('button', { name: 'Remove Buy' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove Look' }));
    expect(session.journey().stages).toHaveLength(1);
    expect(screen.getByText('A map needs at least one.')).toBeTruthy();
  });

  test('a title typed while somebody else changes it keeps both where they do not meet', () => {
    const session = open('t1');
    const title = screen.getByTestId('inspector-title');
    fireEvent.change(title, { target: { value: 'Imports projects again' } });
    act(() => void session.other.update('touchpoints', ['t1'], { title: 'Slowly imports projects' }));
    fireEvent.blur(title);
    expect(session.projection.find('touchpoints', 't1')?.title).toBe('Slowly imports projects again');
  });

  test('a new persona has its name open for typing, chosen whole', () => {
    const session = open();
    const made = session.commands.create('personas', { name: 'New persona' });
    if (!made.ok) throw new Error(made.reason);
    act(() => {
      session.select(made.value);
      session.screen.setState({ editing: { id: made.value, field: 'name' } });
    });
    const title = screen.getByTestId('inspector-title');
    if (!(title instanceof HTMLTextAreaElement)) throw new Error('no text box');
    expect(document.activeElement).toBe(title);
    expect(title.value.slice(title.selectionStart, title.selectionEnd)).toBe('New persona');
    expect(session.screen.getState().editing).toBeNull();
  });

  test('a persona’s forces add up, jobs grow', () => {
    const session = open('p1');
    for (const [name, value] of [
      ['Push', '4'],
      ['Pull', '5'],
      ['Anxiety', '2'],
      ['Habit', '1'],
    ] as const) {
      commit(screen.getByRole('spinbutton', { name }), value);
    }
    expect(screen.getByText('Progress force 6')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add to: Jobs to be done' }));
    expect(session.projection.find('personas', 'p1')?.jobs).toHaveLength(1);
    expect(session.projection.find('personas', 'p1')?.jobs[0]?.id).toMatch(/^\w+$/);
  });
});

describe('while one persona’s journey is shown', () => {
  const lead = (session: PanelSession, id: string | null): void =>
    act(() => session.screen.setState({ lead: id }));
  const own = (session: PanelSession, id: string, persona: string) =>
    session.journey().touchpoints.find((one) => one.id === id)?.byPersona[persona]?.emotion;
  const base = (session: PanelSession, id: string) =>
    session.journey().touchpoints.find((one) => one.id === id)?.emotion;

  test('the emotion is that persona’s, says so, and everyone’s is still at hand', () => {
    const session = open('t1');
    lead(session, 'p1');
    const faces = screen.getByRole('radiogroup', { name: 'Emotion: Lena' });
    expect(screen.queryByRole('button', { name: 'Lena feels as everyone' })).toBeNull();
    fireEvent.click(within(faces).getByRole('radio', { name: /delighted/ }));
    expect([own(session, 't1', 'p1'), base(session, 't1')]).toEqual([2, -1.5]);
    fireEvent.keyDown(faces, { key: '2' });
    expect([own(session, 't1', 'p1'), base(session, 't1')]).toEqual([-1, -1.5]);
    commit(screen.getByRole('spinbutton', { name: 'Emotion: Everyone' }), '0.5');
    expect([own(session, 't1', 'p1'), base(session, 't1')]).toEqual([-1, 0.5]);
    fireEvent.click(screen.getByRole('button', { name: 'Lena feels as everyone' }));
    expect(own(session, 't1', 'p1') ?? null).toBeNull();
    lead(session, null);
    expect(screen.getByRole('radiogroup', { name: 'Emotion' })).toBeTruthy();
  });

  test('one whom they do not meet says so and has no scale', () => {
    const session = open('t1');
    lead(session, 'p2');
    expect(screen.getByText('Tom does not meet it.')).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: 'Emotion: Tom' })).toBeNull();
  });

  test('of several, those whom they meet are set in one step', () => {
    const session = open('t1', 't2');
    lead(session, 'p2');
    fireEvent.click(
      within(screen.getByRole('radiogroup', { name: 'Emotion: Tom' })).getByRole('radio', {
        name: /pleased/,
      }),
    );
    expect([own(session, 't1', 'p2') ?? null, own(session, 't2', 'p2')]).toEqual([null, 1]);
    expect(base(session, 't2')).toBeNull();
  });
});

test('those who only look on can change nothing', () => {
  const session = panelSession(buildMap(parts), { viewer: true });
  session.select('t1');
  renderPanel(session, <Inspector />);
  for (const control of document.querySelectorAll<HTMLInputElement>('input, select, textarea'))
    expect(control.matches(':disabled') || control.closest('fieldset')?.disabled).toBe(true);
  expect(screen.getByText('You can look, but not change anything here.')).toBeTruthy();
});

test.each(['t1', 's1', 'l1', 'p1', 'c1', 'ti1', 'n1', 'k1'])('every control of %s has a name', (id) => {
  open(id);
  for (const control of document.querySelectorAll<HTMLElement>('input, select, textarea, button')) {
    const named =
      control.getAttribute('aria-label') ||
      (control as HTMLInputElement).labels?.[0]?.textContent ||
      control.textContent ||
      control.title;
    expect(named, control.outerHTML.slice(0, 200)).toBeTruthy();
  }
});

test('a metric read twice or more shows its trend: the newest value, which counts, and the change since the one before', () => {
  const reading = (id: string, at: string, value: number) =>
    ({ id, touchpointId: 't1', metric: 'csat', value, at }) as const;
  const session = panelSession(
    buildMap({
      ...parts,
      readings: [
        reading('r2', '2025-03-01', 71.5),
        reading('r1', '2025-01-01', 60),
        { ...reading('r3', '2025-02-01', 5), metric: 'ces' },
      ],
    }),
  );
  session.select('t1');
  renderPanel(session, <Inspector />);
  for (const tab of screen.getAllByRole('tab')) {
    if (screen.queryByTestId('reading-trends')) break;
    fireEvent.click(tab);
  }
  const trends = within(screen.getByTestId('reading-trends')).getAllByRole('listitem');
  expect(trends).toHaveLength(1);
  expect(trends[0]?.getAttribute('aria-label')).toContain(
    '71.5 now, +11.5 since the reading before, 2 readings',
  );
});

test('who else is in a short field is shown there by name, and others are told which one I am in (U44)', () => {
  const crowd = buildSession();
  const session = panelSession(buildMap(parts));
  session.select('t1');
  renderPanel({ ...session, presence: crowd.presence }, <Inspector />);
  const owner = screen.getByLabelText('Owner');
  act(() => owner.focus());
  expect(crowd.told.editing).toEqual({ id: 't1', field: 'owner' });
  act(() => owner.blur());
  expect(crowd.told.editing).toBeNull();
  act(() => crowd.setOthers([person(2, { editing: { id: 't2', field: 'owner' } })]));
  expect(screen.queryByTestId('field-writer')).toBeNull();
  act(() => crowd.setOthers([person(2, { editing: { id: 't1', field: 'owner' } })]));
  expect(screen.getByTestId('field-writer').textContent).toBe('Person 2');
  expect(screen.getByTestId('field-writer').closest('[data-field="owner"]')).not.toBeNull();
});

test('two people in one short field keep both their words (U26)', () => {
  const session = open('t1');
  const owner = screen.getByLabelText('Owner');
  fireEvent.change(owner, { target: { value: 'Import squad 导入' } });
  act(() => void session.other.update('touchpoints', ['t1'], { owner: 'The Import squad' }));
  fireEvent.blur(owner);
  expect(session.projection.find('touchpoints', 't1')?.owner).toBe('The Import squad 导入');
});
