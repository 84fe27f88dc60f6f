/**
 * The sections of a persona's card in reading order: wants, fears, jobs with their gauges, the four forces as bars
 * around a middle, and how to reach them. Each is drawn from its own corner; a section without content is not there.
 */
import type { Forces, JourneyMap, Persona, PersonaJob } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import type { PersonaCardWords } from '../words/personaCard.ts';
import { percent } from '../words/scene.ts';
import { barItems } from './gauge.ts';
import { fontOf } from './lettering.ts';
import { measureText } from './measureText.ts';
import { moveItems } from './scaleItems.ts';
import type { SceneItem } from './scene.ts';
import { textBlock } from './textBlock.ts';
import { textItems } from './textItems.ts';

export interface Section {
  readonly items: readonly SceneItem[];
  readonly height: number;
}

export interface SectionOptions {
  readonly words: PersonaCardWords;
  readonly width: number;
  /** The ink of the persona's curve. */
  readonly ink: Paint;
}

const headHeight = 30;

/** The sections that have something to say. */
export function personaSections(
  map: JourneyMap,
  persona: Persona,
  options: SectionOptions,
): readonly Section[] {
  const { words, width } = options;
  const { personas: names } = words.fields.fields;
  const { values } = words.fields;
  const bullets = (field: 'goals' | 'needs' | 'pains' | 'interests' | 'topics' | 'circles') =>
    listSection(names[field], persona[field], options, field === 'pains');
  const prose = (field: 'bio' | 'expectation') =>
    section(names[field], persona[field] === '' ? [] : [paragraph(persona[field], width)], options);
  const channels = persona.channelIds.flatMap((id) => map.channels.find((one) => one.id === id)?.name ?? []);
  return [
    bullets('goals'),
    bullets('pains'),
    bullets('needs'),
    section(
      names.jobs,
      persona.jobs.filter(({ statement }) => statement !== '').map((job) => drawJob(job, options)),
      options,
    ),
    section(names.forces, persona.forces ? drawForces(persona.forces, options) : [], options),
    chipSection(
      names.drives,
      persona.drives.map((drive) => values.drive[drive]),
      options,
    ),
    chipSection(names.channelIds, channels, options),
    section(
      names.relationship,
      persona.relationship ? [paragraph(values.relationship[persona.relationship], width)] : [],
      options,
    ),
    prose('expectation'),
    prose('bio'),
    bullets('interests'),
    bullets('topics'),
    bullets('circles'),
    sharesSection(persona, options),
  ].flatMap((one) => one ?? []);
}

/** A rule, the title, and parts below each other; null without parts. */
function section(title: string, parts: readonly Section[], { width, ink }: SectionOptions): Section | null {
  if (parts.length === 0) return null;
  const items: SceneItem[] = [
    { kind: 'rect', x: 0, y: 0, width, height: 1, fill: 'ink' },
    { kind: 'rect', x: 0, y: 0, width: 28, height: 4, fill: ink },
    ...textItems(title, 0, 22, fontOf('legend-name', title), 'ink'),
  ];
  let y = headHeight;
  for (const part of parts) {
    items.push(...moveItems(part.items, 0, y));
    y += part.height + 6;
  }
  return { items, height: y - 6 };
}

function listSection(
  title: string,
  texts: readonly string[],
  options: SectionOptions,
  isPain: boolean,
): Section | null {
  const parts = texts
    .filter((text) => text.trim() !== '')
    .map((text): Section => {
      const block = textBlock(text, {
        role: 'card-text',
        fill: 'ink',
        x: 16,
        y: 15,
        width: options.width - 16,
        mostLines: 20,
      });
      // A pain's rule is heavy, as in the cells of the map.
      const mark: SceneItem = isPain
        ? { kind: 'rect', x: 1, y: 3, width: 2.5, height: block.height - 5, fill: 'ink' }
        : { kind: 'circle', cx: 4, cy: 10, r: 2.25, fill: 'ink' };
      return { items: [mark, ...block.items], height: block.height };
    });
  return section(title, parts, options);
}

function paragraph(text: string, width: number): Section {
  const block = textBlock(text, { role: 'card-text', fill: 'ink', x: 0, y: 15, width, mostLines: 60 });
  return { items: block.items, height: block.height };
}

/** The job, and how important and how well served it is. */
function drawJob(
  { statement, kind, importance, satisfaction }: PersonaJob,
  { words, width }: SectionOptions,
): Section {
  const said = paragraph(statement, width);
  const items = [...said.items];
  const y = said.height + 11;
  const kindName = words.fields.values.jobKind[kind];
  let x = 0;
  const put = (text: string, fill: Paint): void => {
    const font = fontOf('channel', text);
    items.push(...textItems(text, x, y, font, fill));
    x += measureText(text, font) + 6;
  };
  put(kindName, 'ink-2');
  x += 6;
  for (const [name, value] of [
    [words.own.importance, importance],
    [words.own.satisfaction, satisfaction],
  ] as const) {
    if (value === null) continue;
    put(name, 'ink-2');
    items.push(...barItems(value, x, y - 6));
    x += 44;
  }
  return { items, height: said.height + 18 };
}

/** Push and pull to the right of a middle, anxiety and habit to its left, and what that comes to. */
function drawForces(forces: Forces, { words, width }: SectionOptions): Section[] {
  const names = words.fields.fields.forces;
  const middle = Math.round(width / 2);
  const step = Math.min(22, (middle - 8) / 5);
  const row = (name: string, value: number | null, way: 1 | -1, y: number): SceneItem[] => {
    const length = (value ?? 0) * step;
    const text = `${name} ${value === null ? '–' : value}`;
    const font = fontOf('cell', text);
    const room = { x: way > 0 ? middle : middle - 5 * step, width: 5 * step };
    return [
      ...textItems(text, middle + way * 6, y + 10, font, 'ink', way > 0 ? 'start' : 'end'),
      { kind: 'rect', ...room, y: y + 16, height: 8, fill: 'card', stroke: { colour: 'line', width: 0.75 } },
      ...(length > 0
        ? [
            {
              kind: 'rect',
              x: way > 0 ? middle : middle - length,
              y: y + 16,
              width: length,
              height: 8,
              fill: way > 0 ? 'emotion-very-positive' : 'emotion-very-negative',
            } as const,
          ]
        : []),
    ];
  };
  const { push, pull, anxiety, habit } = forces;
  const known = push !== null && pull !== null && anxiety !== null && habit !== null;
  const sum = known ? push + pull - anxiety - habit : null;
  const written = sum === null ? '' : words.own.progress(sum > 0 ? `+${sum}` : String(sum).replace('-', '−'));
  const bars: Section = {
    items: [
      ...row(names.push, push, 1, 0),
      ...row(names.pull, pull, 1, 32),
      ...row(names.anxiety, anxiety, -1, 0),
      ...row(names.habit, habit, -1, 32),
      { kind: 'rect', x: middle - 0.75, y: 12, width: 1.5, height: 50, fill: 'ink' },
    ],
    height: 62,
  };
  if (written === '') return [bars];
  const font = fontOf('cell-title', written);
  return [bars, { items: textItems(written, middle, 14, font, 'ink', 'middle'), height: 18 }];
}

/** Short words in boxes, in as many rows as they need. */
function chipSection(title: string, texts: readonly string[], options: SectionOptions): Section | null {
  if (texts.length === 0) return null;
  const items: SceneItem[] = [];
  let [x, y] = [0, 2];
  for (const text of texts) {
    const block = textBlock(text, {
      role: 'cell',
      fill: 'ink',
      x: 0,
      y: 0,
      width: options.width - 18,
      mostLines: 1,
    });
    const width = block.width + 18;
    if (x > 0 && x + width > options.width) [x, y] = [0, y + 32];
    items.push(
      {
        kind: 'rect',
        x,
        y,
        width,
        height: 26,
        radius: 2,
        fill: 'card',
        stroke: { colour: 'line', width: 1 },
      },
      ...moveItems(block.items, x + 9, y + 17.5),
    );
    x += width + 6;
  }
  return section(title, [{ items, height: y + 28 }], options);
}

function sharesSection(persona: Persona, options: SectionOptions): Section | null {
  const { personas: names } = options.words.fields.fields;
  const parts = (['mindShare', 'walletShare'] as const).flatMap((field): Section[] => {
    const value = persona[field];
    if (value === null) return [];
    const text = `${names[field]} ${percent(value / 100)}`;
    return [
      {
        items: [
          ...textItems(text, 0, 14, fontOf('card-text', text), 'ink'),
          {
            kind: 'rect',
            x: 0,
            y: 21,
            width: options.width,
            height: 6,
            fill: 'card',
            stroke: { colour: 'line', width: 0.75 },
          },
          { kind: 'rect', x: 0, y: 21, width: (options.width * value) / 100, height: 6, fill: 'ink' },
        ],
        height: 30,
      },
    ];
  });
  return section(options.words.own.shares, parts, options);
}
