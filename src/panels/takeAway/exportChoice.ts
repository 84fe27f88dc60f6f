/**
 * What was chosen in the export dialog, kept on this device for the next time: the format and how files look. Which part
 * of a map is taken belongs to that map and visit, and begins as the whole of it.
 */
import { chooseOptions, type ExportOptions, type OptionName } from '../../export/exportOptions.ts';
import { formatOf, type FileFormat, type FileFormatName } from '../../export/fileFormats.ts';
import { sliceFaults } from '../../export/slice.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { Theme } from '../../theme/colours.ts';

export type PartKind = 'whole' | 'stages' | 'persona' | 'selection' | 'view' | 'report';

/** Parts of the map that may be deleted. */
export type GonePart = Exclude<PartKind, 'whole' | 'report'>;

export interface ExportChoice {
  readonly format: FileFormatName;
  readonly part: PartKind;
  readonly options: ExportOptions;
}

const key = 'touchline.export';
const ofTheMap: readonly OptionName[] = ['content', 'stage', 'persona', 'select', 'view', 'curves'];
const startsWith: FileFormatName = 'pdf';

/** The last choice on this device; at first a PDF as the screen looks. */
export function readChoice(storage: Storage, theme: Theme): ExportChoice {
  let kept: Record<string, unknown> = {};
  try {
    const read: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    if (typeof read === 'object' && read !== null) kept = { ...read };
  } catch {
    // Spoilt or refused: as if nothing had been chosen yet.
  }
  const format = typeof kept['format'] === 'string' ? formatOf(kept['format']) : null;
  const options = typeof kept['options'] === 'object' ? { ...kept['options'] } : {};
  return {
    format: format?.format ?? startsWith,
    part: 'whole',
    options: chooseOptions({ theme, ...options }),
  };
}

export function keepChoice(storage: Storage, { format, options }: ExportChoice): void {
  const kept = Object.fromEntries(
    Object.entries(options).filter(([name]) => !ofTheMap.includes(name as OptionName)),
  );
  try {
    storage.setItem(key, JSON.stringify({ format, options: kept }));
  } catch {
    // Full or refused: the next dialog begins with the usual choice.
  }
}

/**
 * The choice without what the map does not have any more: others may delete while one chooses. When nothing is left of
 * the part, `gone` says which it was, and the file is of the whole map, as before anything was chosen.
 */
export function standingChoice(
  choice: ExportChoice,
  journey: JourneyMap,
): { readonly choice: ExportChoice; readonly gone: GonePart | null } {
  const missing = new Set(
    sliceFaults(journey, choice.options).map(({ option, value }) => `${option} ${value}`),
  );
  if (missing.size === 0) return { choice, gone: null };
  const { options, part } = choice;
  const one = (option: 'persona' | 'view') =>
    missing.has(`${option} ${options[option]}`) ? '' : options[option];
  const many = (option: 'stage' | 'select' | 'curves') =>
    options[option].filter((value) => !missing.has(`${option} ${value}`));
  const left: ExportOptions = {
    ...options,
    persona: one('persona'),
    view: one('view'),
    stage: many('stage'),
    select: many('select'),
    curves: many('curves'),
  };
  const gone = part !== 'whole' && part !== 'report' && left[optionOf[part]].length === 0 ? part : null;
  return { choice: { ...choice, part: gone ? 'whole' : part, options: left }, gone };
}

const optionOf = { stages: 'stage', persona: 'persona', selection: 'select', view: 'view' } as const;

/** The options that the file is made with: the chosen part alone, and of the rest what the format takes. */
export function optionsOf({ part, options }: ExportChoice, format: FileFormat): ExportOptions {
  const parts: Partial<ExportOptions> = {
    stage: part === 'stages' ? options.stage : [],
    persona: part === 'persona' ? options.persona : '',
    select: part === 'selection' ? options.select : [],
    view: part === 'view' ? options.view : '',
    content: part === 'report' ? 'report' : 'map',
  };
  // Of pictures pixels a unit, of tiles how large they are printed: one is never the other.
  const scale = format.takes.includes('width') ? Math.max(1, options.scale) : Math.min(1, options.scale);
  const chosen = { ...options, ...parts, scale };
  return chooseOptions(Object.fromEntries(format.takes.map((name) => [name, chosen[name]])));
}

/** The part that a format can be of: a report is pages, and a format without them is of the whole map. */
export function partOf(part: PartKind, format: FileFormat): PartKind {
  return part === 'report' && !format.takes.includes('content') ? 'whole' : part;
}
