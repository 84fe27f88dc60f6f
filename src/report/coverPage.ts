/** The first page of the report, as the title of a printed plan: title, scenario, goal, personas, date and key figures in the double frame. */
import { doubleFrame, framedPortrait } from '../layout/doubleFrame.ts';
import { line } from '../layout/hatch.ts';
import { moveItems } from '../layout/scaleItems.ts';
import { drawLogo } from '../layout/sheetLogo.ts';
import type { Box, SceneItem } from '../layout/scene.ts';
import { textBlock } from '../layout/textBlock.ts';
import type { Paint } from '../theme/colours.ts';
import type { TypeRoleName } from '../theme/type.ts';
import { sheetWordsFor } from '../words/sheet.ts';
import type { ReportContext } from './reportContext.ts';

const padding = 44;
const portrait = 56;
const mostPersonas = 6;
const mostLogo = { width: 220, height: 72 } as const;

export interface Cover {
  /** The title alone: a slide has it as its own. */
  readonly title: readonly SceneItem[];
  readonly titleBox: Box;
  readonly items: readonly SceneItem[];
}

/** The cover on a page of this size, inside its margin. `partOf`: which part of the map this is; empty for all. */
export function coverPage(context: ReportContext, page: Box, partOf: string): Cover {
  const { map, words } = context;
  const sheetWords = sheetWordsFor(map.map.language);
  const inner: Box = {
    x: page.x + padding,
    y: page.y + padding,
    width: page.width - 2 * padding,
    height: page.height - 2 * padding,
  };
  const items: SceneItem[] = [...doubleFrame(page)];
  let y = inner.y;
  const logo = drawLogo(map, mostLogo);
  if (logo) items.push(...moveItems(logo.items, inner.x + inner.width - logo.width, inner.y));
  const besideLogo = inner.width - (logo ? logo.width + padding : 0);
  const put = (text: string, role: Parameters<typeof textBlock>[1]['role'], fill: Paint, mostLines: number) =>
    textBlock(text, { role, fill, x: inner.x, y, width: besideLogo, mostLines });
  const state = sheetWords.state[map.map.state];
  const caps = put([words.report, state].join(' · ').toLocaleUpperCase(), 'caps', 'ink-2', 1);
  items.push(...moveItems(caps.items, 0, 12));
  y += 30;
  const titleTop = y;
  const title = put(map.map.title.trim() || words.untitled, 'poster-title', 'ink', 3);
  const titleItems = moveItems(title.items, 0, 44);
  y += title.height + 12;
  if (partOf !== '') {
    const part = put(partOf, 'map-title', 'ink-2', 2);
    items.push(...moveItems(part.items, 0, 18));
    y += part.height + 10;
  }
  const figures = figureRow(context, inner.width);
  const figuresTop = inner.y + inner.height - figures.height;
  const people = personaRow(context, inner.width);
  const peopleTop = figuresTop - 26 - people.height;
  // Between the title and the personas: what the map is about, in as many lines as there is room for.
  const drawn = map.map.updatedAt ?? map.map.createdAt;
  const facts = [
    { label: words.scenario, value: map.map.scenario || map.map.description },
    { label: words.goal, value: map.map.goal },
    {
      label: sheetWords.figures,
      value: sheetWords.figuresOf(sheetWords.period[map.map.period], map.map.currency),
    },
    { label: sheetWords.drawn, value: drawn === null ? '' : sheetWords.fullDate(drawn) },
  ].filter(({ value }) => value.trim() !== '');
  for (const { label, value } of facts) {
    const room = Math.floor((peopleTop - 16 - y) / 22);
    if (room < 1) break;
    const name = put(label.toLocaleUpperCase(), 'caps', 'ink-2', 1);
    const text = textBlock(value, {
      role: 'lead',
      fill: 'ink',
      x: inner.x + 150,
      y,
      width: Math.min(860, inner.width - 150),
      mostLines: Math.min(room, 4),
    });
    items.push(...moveItems(name.items, 0, 20), ...moveItems(text.items, 0, 20));
    y += text.height + 8;
  }
  items.push(
    ...moveItems(people.items, inner.x, peopleTop),
    ...moveItems(figures.items, inner.x, figuresTop),
  );
  return {
    title: titleItems,
    titleBox: { x: inner.x, y: titleTop, width: besideLogo, height: title.height + 4 },
    items,
  };
}

interface Row {
  readonly items: readonly SceneItem[];
  readonly height: number;
}

/** Whose journey it is: portraits with name and role. */
function personaRow({ map, words, facts, signOf }: ReportContext, width: number): Row {
  const shown = map.personas.slice(0, mostPersonas);
  if (shown.length === 0) return { items: [], height: 0 };
  const columns = Math.max(3, shown.length);
  const pitch = width / columns;
  const more = map.personas.length - shown.length;
  const items = shown.flatMap((persona, index): SceneItem[] => {
    const x = index * pitch;
    const room = pitch - portrait - 28;
    const isLast = index === shown.length - 1 && more > 0;
    const name = (persona.name || facts.words.untitled) + (isLast ? ` · ${facts.words.more(more)}` : '');
    const head = textBlock(name, {
      role: 'fact',
      fill: 'ink',
      x: x + portrait + 12,
      y: 18,
      width: room,
      mostLines: 1,
    });
    const who = textBlock([persona.role, persona.occupation].filter(Boolean).join(words.listMark), {
      role: 'legend-small',
      fill: 'ink-2',
      x: x + portrait + 12,
      y: 37,
      width: room,
      mostLines: 2,
    });
    return [
      ...framedPortrait(map, persona, { x, size: portrait, ink: signOf(persona.id).ink }),
      ...head.items,
      ...who.items,
    ];
  });
  return { items, height: portrait + 8 };
}

interface KeyFigure {
  readonly value: string;
  readonly name: string;
  readonly rests: string;
}

/** What people ask for first; what cannot be worked out says what is missing. */
export function keyFiguresOf({ analyses, facts, words }: ReportContext): readonly KeyFigure[] {
  const { A4, A5, A7, A10, lint } = analyses;
  const { numbers } = facts;
  const short = (reason: keyof typeof facts.words.reasons) => facts.words.reasons[reason].short;
  const chain = A5.value?.chain ?? [];
  const [start, end] = [chain[0]?.reached ?? null, chain.at(-1)?.cumulative ?? null];
  const open = lint.filter(({ dismissed }) => dismissed === null).length;
  return [
    {
      value: A4.value ? numbers.signed(A4.value.mean) : '–',
      name: words.meanEmotion,
      rests: A4.value
        ? facts.words.of(A4.value.rated, A4.value.of, facts.words.experience.rated)
        : short(A4.reason ?? 'nothing-rated'),
    },
    {
      value: A4.value ? numbers.signed(A4.value.score) : '–',
      name: words.peakEnd,
      rests: A4.value ? '' : short(A4.reason ?? 'nothing-rated'),
    },
    {
      value: end === null ? '–' : numbers.percent(end),
      name: words.through,
      rests:
        end === null
          ? short(A5.reason ?? 'not-counted')
          : start === null
            ? ''
            : facts.words.sieve.throughOf(numbers.plain(Math.round(end * start)), numbers.plain(start)),
    },
    {
      value: A10.value ? words.momentsOf(Math.round(A10.value.coverage * 3)) : '–',
      name: words.moments,
      rests: A10.value
        ? facts.words.moments.atRisk(A10.value.moments.filter(({ risks }) => risks.length > 0).length)
        : short(A10.reason ?? 'no-touchpoints'),
    },
    {
      value: A7.value && A7.value.covered !== null ? numbers.percent(A7.value.covered) : '–',
      name: words.coverage,
      rests: A7.value
        ? facts.words.coverage.filled(A7.value.cells.length, A7.value.size)
        : short(A7.reason ?? 'no-channels'),
    },
    { value: numbers.plain(open), name: words.checks(open), rests: '' },
  ];
}

/** Lines that a figure's name may have, and their distance. */
const nameLines = { most: 2, pitch: 19 } as const;

function figureRow(context: ReportContext, width: number): Row {
  const figures = keyFiguresOf(context);
  const pitch = width / figures.length;
  const room = pitch - 24;
  const block = (text: string, role: TypeRoleName, y: number, fill: Paint, mostLines = 1) =>
    textBlock(text, { role, fill, x: 12, y, width: room, mostLines });
  const names = figures.map(({ name }) => block(name, 'fact', 54, 'ink', nameLines.most));
  const under = (lines: number) => (lines - 1) * nameLines.pitch;
  const height = 80 + under(Math.max(1, ...names.map(({ lines }) => lines)));
  const items = figures.flatMap(({ value, rests }, index): SceneItem[] => {
    const x = index * pitch;
    const name = names[index];
    const said = [
      ...block(value, 'page-title', 30, 'ink').items,
      ...(name?.items ?? []),
      ...block(rests, 'legend-small', 72 + under(name?.lines ?? 1), 'ink-2').items,
    ];
    return [
      line(x, 0, x, height, { colour: index === 0 ? 'ink' : 'hair', width: index === 0 ? 2.5 : 1 }),
      ...moveItems(said, x, 0),
    ];
  });
  return { items, height };
}
