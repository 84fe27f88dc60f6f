/**
 * The map as a Markdown outline for wikis: what it is about, personas, a Mermaid `journey`, every stage with what lies in
 * it, opportunities, what lies beside it and the main figures. Texts are escaped: nothing a person typed becomes markup.
 *
 * Mermaid's scores go from 1 to 5: emotion −2 … +2 rounded and moved by 3. What is not rated is not drawn there.
 */
import { stageLetter } from '../model/address.ts';
import { heldBy } from '../model/elements.ts';
import type { FreeElement, JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { inSequence, journeyTouchpoints } from '../model/sequence.ts';
import { fieldWords } from '../words/fields.ts';
import { fileLanguage, fileWords } from '../words/files.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { signed } from '../words/scene.ts';
import type { ExportOptions } from './exportOptions.ts';
import { keyFigures } from './keyFigures.ts';
import { addresses } from './tables/tables.ts';

/** The outline of a map, or of a part: addresses are those of the whole. */
export function toMarkdown(
  journey: JourneyMap,
  { lang }: Pick<ExportOptions, 'lang'>,
  whole: JourneyMap = journey,
): string {
  const language = fileLanguage(lang, journey.map.language);
  const { many } = fieldWords[language];
  const parts = [
    ...headOf(journey, language),
    ...section(
      many.personas,
      journey.personas.flatMap((one) => personaLines(one, language)),
    ),
    ...journeyBlock(journey, language),
    ...stageSections(journey, whole, language),
    ...section(
      many.opportunities,
      journey.opportunities.map(({ title, description }) => item(0, `**${escape(title)}**`, description)),
    ),
    ...section(many.elements, besideLines(journey.elements, language)),
    ...section(
      fileWords[language].analyses,
      keyFigures(journey, language).map((line) => `- ${escape(line)}`),
    ),
  ];
  return `${parts.join('\n')}\n`;
}

function headOf({ map }: JourneyMap, language: InterfaceLanguage): string[] {
  const { fields } = fieldWords[language];
  const facts = (['scenario', 'goal', 'industry'] as const).flatMap((field) =>
    map[field] === '' ? [] : [`- ${fields.map[field]}${fileWords[language].pairMark}${escape(map[field])}`],
  );
  const title = map.title.trim() === '' ? fileWords[language].untitled : map.title;
  return [
    `# ${escape(title)}`,
    '',
    ...(map.description === '' ? [] : [escape(map.description), '']),
    ...(facts.length > 0 ? [...facts, ''] : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${escape(title)}`, '', ...lines, ''];
}

function personaLines(persona: JourneyMap['personas'][number], language: InterfaceLanguage): string[] {
  const { fields } = fieldWords[language];
  const { pairMark, listMark } = fileWords[language];
  const lists = (['goals', 'needs', 'pains'] as const).flatMap((field) =>
    persona[field].length === 0
      ? []
      : [`  - ${fields.personas[field]}${pairMark}${escape(persona[field].join(listMark))}`],
  );
  return [item(0, `**${escape(persona.name)}**`, persona.role || persona.quote), ...lists];
}

function stageSections(journey: JourneyMap, whole: JourneyMap, language: InterfaceLanguage): string[] {
  const { one } = fieldWords[language];
  const inStage = Map.groupBy(inSequence(journey), ({ stageId }) => stageId);
  const notes = Map.groupBy(journey.insights, ({ stageId }) => stageId);
  const where = addresses(whole);
  const letters = new Map(whole.stages.map(({ id }, index) => [id, stageLetter(index)]));
  const channels = new Map(journey.channels.map(({ id, name }) => [id, name]));
  return journey.stages.flatMap((stage) => {
    const touchpoints = inStage.get(stage.id) ?? [];
    const insights = notes.get(stage.id) ?? [];
    const lines = [
      ...touchpoints.flatMap((touchpoint) =>
        touchpointLines(touchpoint, where.get(touchpoint.id) ?? '', channels, language),
      ),
      ...insights.map(({ kind, text }) => item(0, fieldWords[language].values.insightKind[kind], text)),
    ];
    return [
      `## ${letters.get(stage.id) ?? ''}. ${escape(stage.name.trim() === '' ? one.stages : stage.name)}`,
      '',
      ...(stage.goal === '' ? [] : [escape(stage.goal), '']),
      ...(lines.length > 0 ? [...lines, ''] : []),
    ];
  });
}

function touchpointLines(
  touchpoint: Touchpoint,
  address: string,
  channels: ReadonlyMap<string, string>,
  language: InterfaceLanguage,
): string[] {
  const { fields } = fieldWords[language];
  const { pairMark } = fileWords[language];
  const { emotion, importance, performance, owner, channelId } = touchpoint;
  const labelled = (field: 'emotion' | 'importance' | 'performance', value: string) =>
    `${fields.touchpoints[field]} ${value}`;
  const facts = [
    channels.get(channelId ?? '') ?? '',
    owner,
    emotion === null ? '' : labelled('emotion', signed(emotion)),
    importance === null ? '' : labelled('importance', String(importance)),
    performance === null ? '' : labelled('performance', String(performance)),
  ].filter((fact) => fact !== '');
  const texts = (['description', 'doing', 'thinking', 'need', 'feeling'] as const).flatMap((field) =>
    touchpoint[field] === ''
      ? []
      : [`  - ${fields.touchpoints[field]}${pairMark}${escape(touchpoint[field])}`],
  );
  return [item(0, `**${escape(touchpoint.title)}** (${address})`, facts.join(' · ')), ...texts];
}

/** What lies beside the map, each under the smallest frame that holds it; a picture by what is said of it. */
function besideLines(elements: readonly FreeElement[], language: InterfaceLanguage): string[] {
  const kinds = fieldWords[language].values.elementKind;
  const frames = elements
    .filter(({ kind }) => kind === 'frame')
    .toSorted((a, b) => a.width * a.height - b.width * b.height)
    .map(({ id }) => ({ id, held: heldBy(elements, id) }));
  const under = Map.groupBy(elements, ({ id }) => frames.find(({ held }) => held.has(id))?.id ?? '');
  const linesIn = (frame: string, level: number): string[] =>
    (under.get(frame) ?? []).flatMap(({ id, kind, text }) => {
      const isPlain = kind === 'note' || kind === 'text';
      const words = isPlain ? escape(text) : `**${kinds[kind]}**`;
      const own = isPlain && text.trim() === '' ? [] : [item(level, words, isPlain ? '' : text)];
      return [...own, ...linesIn(id, level + 1)];
    });
  return linesIn('', 0);
}

function item(level: number, head: string, text: string): string {
  return `${'  '.repeat(level)}- ${head}${text === '' ? '' : ` – ${escape(text)}`}`;
}

/** The Mermaid diagram of journey touchpoints with an emotion. */
function journeyBlock(journey: JourneyMap, language: InterfaceLanguage): string[] {
  const words = fileWords[language];
  const nodes = journeyTouchpoints(journey);
  const rated = nodes.filter(({ emotion }) => emotion !== null);
  if (rated.length === 0) return [];
  const personas = new Map(journey.personas.map(({ id, name }) => [id, name]));
  const sections = journey.stages.flatMap((stage) => {
    const own = rated.filter(({ stageId }) => stageId === stage.id);
    return own.length === 0
      ? []
      : [
          `    section ${mermaidText(stage.name)}`,
          ...own.map((node) => task(node, personas, words.everyone)),
        ];
  });
  const left = nodes.length - rated.length;
  return [
    '```mermaid',
    'journey',
    `    title ${mermaidText(journey.map.title, signsInTitle)}`,
    ...sections,
    '```',
    '',
    ...(left > 0 ? [words.unrated(left), ''] : []),
  ];
}

function task(
  { title, emotion, personaIds }: Touchpoint,
  personas: ReadonlyMap<string, string>,
  everyone: string,
): string {
  const who = personaIds
    .flatMap((id) => personas.get(id) ?? [])
    .map((name) => mermaidText(name, signsInName));
  const score = Math.min(5, Math.max(1, Math.round((emotion ?? 0) + 3)));
  return `      ${mermaidText(title)}: ${score}: ${who.length > 0 ? who.join(', ') : everyone}`;
}

/** A title may have colons; of the names at the end of a task each ends with a comma. */
const signsInTitle = /[;#`%<>]/g;
const signsInName = /[:;#,`%<>]/g;

/** What would end a text in Mermaid, or the block, is written by its number, as Mermaid has it: `#58;`. */
function mermaidText(text: string, signs = /[:;#`%<>]/g): string {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  return plain === '' ? '–' : plain.replaceAll(signs, (sign) => `#${sign.charCodeAt(0)};`);
}

/** Plain text in Markdown: every sign that could begin or hold markup is escaped; line breaks become spaces. */
function escape(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~!&$]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$1')
    .replaceAll(/:\/\//g, ':\\/\\/');
}
