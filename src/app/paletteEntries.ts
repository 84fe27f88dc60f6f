/**
 * What the command palette offers a person now: every action of the one table that they may do (U1), with its names in
 * both languages and its keys, then stages, lanes, personas and touchpoints to go to, and the address that is typed.
 * Made anew when the palette opens, while the focus is still where it was.
 */
import { actionName } from '../canvas/actionName.ts';
import { actions } from '../canvas/actions.ts';
import type { Action } from '../canvas/actionRow.ts';
import { focusShown } from '../canvas/focusRecord.ts';
import { focusHead } from '../canvas/heads.ts';
import { applyView } from '../canvas/savedViews.ts';
import type { PaletteEntry } from '../panels/palette/Palette.tsx';
import type { MapSession } from '../state/mapSession.ts';
import { actionWords } from '../words/actions.ts';
import { editingWords } from '../words/editing.ts';
import { paletteWords } from '../words/palette.ts';
import { canvasWords } from '../words/canvas.ts';
import { synonyms } from '../words/synonyms.ts';
import { keysOf } from './toolItems.ts';
import { goToPlace } from './goToPlace.ts';
import { showRecord } from './showRecord.ts';

export function paletteEntries(session: MapSession): readonly PaletteEntry[] {
  return [...actionEntries(session), ...placeEntries(session)];
}

function actionEntries(session: MapSession): PaletteEntry[] {
  const other = session.screen.getState().language === 'en' ? 'zh' : 'en';
  const own = session.screen.getState().language;
  return actions
    .filter(({ edits, id }) => id !== 'palette' && (!edits || session.editing !== null))
    .map((action) => ({
      id: action.id,
      label: actionName(action, session, own),
      names: [
        actionName(action, session, own),
        actionWords[own][action.id],
        actionWords[other][action.id],
        ...furtherNames(action),
      ],
      alsoCalled: synonyms[action.id],
      icon: action.icon,
      keys: keysOf(action.shortcuts),
      disabled: !action.enabled(session),
      unasked: action.enabled(session),
      choices: choicesOf(action, session),
      run: () => action.run(session),
    }));
}

/** What one may also type for an action: the words of its button, or of its choices. */
function furtherNames({ id, choices }: Action): readonly string[] {
  if (id === 'fitAll') return [paletteWords.en.fit, paletteWords.zh.fit];
  if (choices !== 'align') return [];
  return [editingWords.en, editingWords.zh].flatMap(({ alignments }) => Object.values(alignments));
}

function choicesOf({ choices }: Action, session: MapSession): PaletteEntry['choices'] {
  if (!choices) return undefined;
  return async () => {
    const { choicesFor } = await import('../canvas/editing/choices.ts');
    return choicesFor(session, choices).map((choice) => ({
      id: choice.id,
      label: choice.label,
      names: [choice.label],
      address: choice.address,
      keys: [],
      disabled: false,
      unasked: true,
      run: () => choice.run(),
    }));
  };
}

function placeEntries(session: MapSession): PaletteEntry[] {
  const { projection, screen } = session;
  const { journey, layout } = projection.getState();
  const words = paletteWords[screen.getState().language];
  const { untitled } = canvasWords[screen.getState().language];
  const record = (
    kind: keyof typeof words.kinds,
    id: string,
    name: string,
    address?: string,
  ): PaletteEntry => ({
    id,
    label: name || untitled,
    names: [name || untitled],
    address,
    kind: words.kinds[kind],
    keys: [],
    disabled: false,
    unasked: false,
    run: () => {
      showRecord(session, id);
      // Keys mean what one has gone to; a head also when nothing lies in it.
      if (kind === 'touchpoints' && screen.getState().view === 'map') focusShown(id);
      if (session.editing && (kind === 'stages' || kind === 'lanes')) focusHead(kind, id);
    },
  });
  const letters = new Map(layout.stages.map(({ id, letter }) => [id, letter]));
  const numbers = new Map(layout.lanes.map(({ id, number }) => [id, String(number)]));
  const places = journey.stages.flatMap((stage) =>
    journey.lanes.flatMap((lane): PaletteEntry[] => {
      const [letter, number] = [letters.get(stage.id), numbers.get(lane.id)];
      if (letter === undefined || number === undefined) return [];
      return [
        {
          id: `${letter}${number}`,
          label: words.place(stage.name || untitled, lane.name || untitled),
          names: [],
          address: letter + number,
          kind: words.kinds.place,
          keys: [],
          disabled: false,
          unasked: false,
          run: () => goToPlace(session, letter + number),
        },
      ];
    }),
  );
  return [
    ...places,
    ...journey.stages.map(({ id, name }) => record('stages', id, name, letters.get(id))),
    ...journey.lanes.map(({ id, name }) => record('lanes', id, name, numbers.get(id))),
    ...journey.personas.map(({ id, name }) => record('personas', id, name)),
    ...journey.views.map((view) => ({
      ...record('views', view.id, view.name),
      run: () => applyView(session, view),
    })),
    ...layout.sequence.flatMap((id) => {
      const found = projection.find('touchpoints', id);
      return found ? [record('touchpoints', id, found.title, layout.cards.get(id)?.address)] : [];
    }),
  ];
}
