// @vitest-environment happy-dom
/**
 * Everything a drag does, and what does the same without one (U19): rows of the table of actions, or fields of the
 * inspector. A kind of drag without an answer does not compile; an action that goes missing fails here.
 */
import { describe, expect, it } from 'vitest';
import { actions, actionOf } from '../../src/canvas/actions.ts';
import { choicesFor } from '../../src/canvas/editing/choices.ts';
import type { HitKind } from '../../src/canvas/hitTarget.ts';
import { recordForms } from '../../src/panels/inspector/forms.ts';
import type { ActionWord } from '../../src/words/actions.ts';
import { paletteEntries } from '../../src/app/paletteEntries.ts';
import { buildSession, type TestSession } from './support/buildSession.ts';

interface Instead {
  /** Each of them has to be in the table and, with `selected` selected, to be possible by the palette. */
  readonly actions: readonly ActionWord[];
  /** A record of the sample whose selection they work on; a note or frame is made for elements. */
  readonly selected?: 't1' | 'n1' | 'note' | 'frame';
  /** Fields of the inspector that take the place or size as a number. */
  readonly fields?: readonly string[];
}

/** By what is pressed when the drag begins. */
const instead: Record<HitKind, Instead> = {
  card: {
    actions: ['moveTo', 'moveToStage', 'moveToLane', 'moveLeft', 'moveDownFar', 'duplicate'],
    selected: 't1',
  },
  cell: { actions: ['moveTo', 'moveToStage', 'moveToLane', 'moveRight', 'duplicate'], selected: 'n1' },
  element: {
    actions: ['moveTo', 'sortTo', 'moveUp', 'moveRightFar', 'duplicate'],
    selected: 'note',
    fields: ['x', 'y'],
  },
  corner: { actions: ['details'], selected: 'frame', fields: ['width', 'height'] },
  port: { actions: ['linkTo', 'link'], selected: 't1' },
  'emotion-point': { actions: ['chooseEmotion', 'emotionVeryPositive', 'emotionNone'], selected: 't1' },
  'stage-head': { actions: ['stageLater'], selected: 't1' },
  'stage-edge': { actions: ['stageNarrower', 'stageWider'], selected: 't1' },
  'lane-head': { actions: ['laneDown'], selected: 't1' },
  'lane-edge': { actions: ['laneHigher'], selected: 't1' },
  // A link has no drag; a selection frame takes what lies together.
  link: { actions: ['linkTo', 'itsLinks', 'reverseLink'], selected: 't1' },
  pane: { actions: ['selectAll'] },
};

/** What is dragged that is no thing of the map. */
const besides: Readonly<Record<string, Instead>> = {
  'the view, by hand or with Space': { actions: ['fitAll', 'zoomIn', 'zoomOut', 'zoomActual'] },
  'the view to the selection, in the small map': { actions: ['fitSelection'], selected: 't1' },
  'a picture dropped on the map': { actions: ['newImage'] },
};

/** Turned on by another selection than the one the row has. */
const ofLinks: readonly ActionWord[] = ['reverseLink'];

function selectedSession({ selected }: Instead): TestSession {
  const session = buildSession();
  if (selected === 'note' || selected === 'frame') {
    const made = session.editing?.commands.create('elements', { kind: selected });
    session.screen.setState({ selection: new Set(made?.ok ? [made.value] : []) });
  } else if (selected) session.screen.setState({ selection: new Set([selected]) });
  return session;
}

describe('everything a drag does', () => {
  it.each(Object.entries({ ...instead, ...besides }))('is done without one: %s (U19)', (_name, row) => {
    const session = selectedSession(row);
    const offered = paletteEntries(session).map(({ id }) => id);
    for (const id of row.actions) {
      expect(actions.map((action) => action.id)).toContain(id);
      if (ofLinks.includes(id)) session.screen.setState({ selection: new Set(['k1']) });
      expect(actionOf(id).enabled(session), `${id} is possible`).toBe(true);
      expect(offered, `${id} is in the palette`).toContain(id);
    }
    const fields: string[] = recordForms.elements.flatMap((part) => part.fields.map(({ field }) => field));
    for (const field of row.fields ?? []) expect(fields).toContain(field);
  });

  it('reaches every place by choice that a drag of a note could reach (U19)', () => {
    const session = selectedSession({ actions: [], selected: 'note' });
    expect(choicesFor(session, 'sortTo').length).toBeGreaterThan(0);
  });
});
