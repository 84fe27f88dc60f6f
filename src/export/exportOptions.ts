/**
 * The options of exports, once: the query of `GET …/export.*`, the flags of `touchline export` and the page all choose
 * from these. A format's row (fileFormats.ts) names the ones it takes.
 *
 * Each is told as its own value (`true`, `2`, `['a', 'b']`) or as text (`yes`, `2`, `a,b`), so that options kept as JSON, in a
 * query or typed in a terminal are read by the same table.
 */
import { overlayKinds, type OverlayKind } from '../model/overlayKinds.ts';
import type { Theme } from '../theme/colours.ts';

/** On paper, or on a page as large as the sheet. */
export type PaperName = 'sheet' | 'A4' | 'A3' | 'A2' | 'A1' | 'A0' | 'Letter';

export interface ExportOptions {
  /** Only these stages, by id or letter; empty: all. A range of letters is `C-E`. */
  readonly stage: readonly string[];
  /** The journey of one persona, by id or name; empty: everyone's. */
  readonly persona: string;
  /** Only these records (touchpoints, cells, elements, stages, lanes) by id, and what joins them; empty: all. */
  readonly select: readonly string[];
  /** As a saved view shows it, by id or name; empty: the whole map. */
  readonly view: string;
  /** The map as a drawing, or the report of what its analyses find. */
  readonly content: 'map' | 'report';
  /** The curves that are drawn: ids of personas, and `base` for everyone; empty: all. */
  readonly curves: readonly string[];

  /** Parts of the sheet: its title block, the date in it, the logo with the names of brand and product, the legend. */
  readonly title: boolean;
  readonly date: boolean;
  readonly logo: boolean;
  readonly legend: boolean;
  /** What lies beside the map: notes, texts, images; of slides the notes of the speaker. */
  readonly notes: boolean;
  /** What is laid over the map, with its legend. */
  readonly overlay: 'none' | OverlayKind;
  /** Marks where the checks found something. */
  readonly marks: boolean;
  /** Stages narrowed to what their cards need. */
  readonly compact: boolean;

  readonly theme: Theme;
  /** Whether the paper is drawn, or what lies under it shows. */
  readonly ground: 'painted' | 'clear';
  /** In greys, for printers without colours. */
  readonly grey: boolean;
  /** Lines of text in SVG: by the fonts' names, with the fonts in the file (browsers), or as shapes. */
  readonly text: 'plain' | 'embedded' | 'outlines';

  readonly paper: PaperName;
  /** The map on one page, over several, a page a stage, a page a persona. */
  readonly spread: 'one' | 'tiles' | 'stages' | 'personas';
  /** Pixels a map unit of a picture; how large the map is printed on tiles. */
  readonly scale: number;
  /** Pixels across a picture; null: by scale. */
  readonly width: number | null;

  /** Of headings and values in tables and outlines; `map`: the map's own. */
  readonly lang: 'map' | 'en' | 'zh';
  /** Of CSV: UTF-8 with a byte order mark, or GB18030 for older Chinese programs. */
  readonly encoding: 'utf-8' | 'gb18030';
}
export type OptionName = keyof ExportOptions;

/** One option: what it is if nobody says, how it is written, and how it is read. */
export interface OptionSpec<T> {
  readonly usual: T;
  /** The values to choose from; null where they are not a short list. */
  readonly choices: readonly string[] | null;
  /** What is written, in the help of the command: "yes | no", "1 to 4". */
  readonly written: string;
  /** What it does, in one English line for help and the API's description. */
  readonly about: string;
  /** The value; undefined when it is none. */
  readonly read: (value: unknown) => T | undefined;
}

export const optionSpecs: { readonly [O in OptionName]: OptionSpec<ExportOptions[O]> } = {
  stage: list('letters or ids: B | C-E | A,C', 'Only these stages.'),
  persona: text('a name or an id', 'The journey of one persona, with what that persona feels.'),
  select: list('ids: t1,t2', 'Only these records, and the links between them.'),
  view: text('a name or an id', 'As a saved view shows the map.'),
  content: choice(['map', 'report'], 'The map itself, or a report of findings on several pages.'),
  curves: list('base and ids of personas', 'Only these curves.'),
  title: flag(true, 'The title block.'),
  date: flag(true, 'The date in the title block.'),
  logo: flag(true, 'The logo, and the names of brand and product.'),
  legend: flag(true, 'The legend.'),
  notes: flag(true, 'What lies beside the map; of slides the speaker’s notes.'),
  overlay: choice(['none', ...overlayKinds], 'What is laid over the map.'),
  marks: flag(false, 'Marks where the checks found something.'),
  compact: flag(false, 'Stages as narrow as their cards let them be.'),
  theme: choice(['light', 'dark'], 'Light or dark.'),
  ground: choice(['painted', 'clear'], 'Clear: without the paper’s colour.'),
  grey: flag(false, 'In greys.'),
  text: choice(
    ['plain', 'embedded', 'outlines'],
    'Text that names its fonts, with the fonts in the file, or as shapes.',
  ),
  paper: choice(
    ['sheet', 'A4', 'A3', 'A2', 'A1', 'A0', 'Letter'],
    'The paper; sheet: a page as large as the map.',
  ),
  spread: choice(
    ['one', 'tiles', 'stages', 'personas'],
    'All on one page, over several pages, a page a stage or a persona.',
  ),
  scale: number(1, 0.25, 4, 'Pixels a map unit; how large tiles are printed.'),
  width: {
    usual: null,
    choices: null,
    written: '100 to 100000',
    about: 'Pixels across, in place of a scale.',
    read: (value) =>
      value === null || value === '' ? null : numberIn(value, { least: 100, most: 100_000, whole: true }),
  },
  lang: choice(['map', 'en', 'zh'], 'The language of headings; map: the map’s own.'),
  encoding: choice(['utf-8', 'gb18030'], 'How the text is encoded.'),
};

export const optionNames = Object.keys(optionSpecs) as readonly OptionName[];

/** The options in what somebody asked for; what is missing or no value is the usual one. */
export function chooseOptions(wished: Readonly<Record<string, unknown>>): ExportOptions {
  return Object.fromEntries(
    optionNames.map((name) => {
      const { usual, read } = optionSpecs[name];
      return [name, (wished[name] === undefined ? undefined : read(wished[name])) ?? usual];
    }),
  ) as unknown as ExportOptions;
}

/** Options as text, for a query: those that are not the usual ones. */
export function writeOptions(
  options: ExportOptions,
  names: readonly OptionName[],
): Readonly<Record<string, string>> {
  const usual = chooseOptions({});
  return Object.fromEntries(
    names.flatMap((name) => {
      const [text, plain] = [textOf(options[name]), textOf(usual[name])];
      return text === plain ? [] : [[name, text]];
    }),
  );
}

function textOf(value: ExportOptions[OptionName]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? (value ?? []).join(',') : String(value);
}

/** Whether a value can be read for an option. */
export function isOption(name: OptionName, value: unknown): boolean {
  return optionSpecs[name].read(value) !== undefined;
}

function choice<const T extends string>(choices: readonly [T, ...T[]], about: string): OptionSpec<T> {
  return {
    usual: choices[0],
    choices,
    written: choices.join(' | '),
    about,
    read: (value) => choices.find((one) => one === value),
  };
}

function flag(usual: boolean, about: string): OptionSpec<boolean> {
  const choices = usual ? ['yes', 'no'] : ['no', 'yes'];
  return {
    usual,
    choices,
    written: choices.join(' | '),
    about,
    read: (value) => {
      if (typeof value === 'boolean') return value;
      return value === 'yes' ? true : value === 'no' ? false : undefined;
    },
  };
}

function text(written: string, about: string): OptionSpec<string> {
  return {
    usual: '',
    choices: null,
    written,
    about,
    read: (value) => (typeof value === 'string' ? value.trim() : undefined),
  };
}

/** The same few records in any order are the same part. */
function list(written: string, about: string): OptionSpec<readonly string[]> {
  return {
    usual: [],
    choices: null,
    written,
    about,
    read: (value) => {
      const parts: readonly unknown[] | null =
        typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : null;
      if (!parts || !parts.every((part) => typeof part === 'string')) return undefined;
      return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
    },
  };
}

function number(usual: number, least: number, most: number, about: string): OptionSpec<number> {
  return {
    usual,
    choices: null,
    written: `${least} to ${most}`,
    about,
    read: (value) => numberIn(value, { least, most, whole: false }),
  };
}

function numberIn(
  value: unknown,
  { least, most, whole }: { readonly least: number; readonly most: number; readonly whole: boolean },
): number | undefined {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof read !== 'number' || !(read >= least && read <= most)) return undefined;
  return whole && !Number.isInteger(read) ? undefined : read;
}
