/**
 * What was chosen in the export dialog, kept on this device for the next time: the format and how files look, and for the map
 * that was exported last which part of it. What was selected then is not: a selection is of the moment.
 */
import {
  chooseOptions,
  optionNames,
  type ExportOptions,
  type OptionName,
} from '../../export/exportOptions.ts';
import { formatOf, type FileFormat, type FileFormatName } from '../../export/fileFormats.ts';
import { sliceFaults } from '../../export/slice.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { Theme } from '../../theme/colours.ts';

/** How much of the map; a persona's journey and a saved view are chosen beside it. */
export type Extent = 'whole' | 'stages' | 'selection';

/** Choices whose records may be deleted. */
export type GoneChoice = 'stages' | 'persona' | 'selection' | 'view';

export interface ExportChoice {
  readonly format: FileFormatName;
  readonly extent: Extent;
  readonly options: ExportOptions;
}

const key = 'touchline.export';
const ofTheMap: readonly OptionName[] = ['content', 'stage', 'persona', 'view', 'curves', 'overlay'];
const ofTheMoment: OptionName = 'select';
const startsWith: FileFormatName = 'pdf';

/** The last choice on this device; at first a PDF of the whole map as the screen looks. */
export function readChoice(storage: Storage, theme: Theme, mapId: string): ExportChoice {
  let kept: Record<string, unknown> = {};
  try {
    kept = fieldsOf(JSON.parse(storage.getItem(key) ?? '{}'));
  } catch {
    // Spoilt or refused: as if nothing had been chosen yet.
  }
  const format = typeof kept['format'] === 'string' ? formatOf(kept['format']) : null;
  const part = fieldsOf(kept['part']);
  const options = chooseOptions({
    theme,
    ...fieldsOf(kept['options']),
    ...(part['map'] === mapId ? fieldsOf(part['options']) : {}),
  });
  return {
    format: format?.format ?? startsWith,
    extent: options.stage.length > 0 ? 'stages' : 'whole',
    options,
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

export function keepChoice(storage: Storage, choice: ExportChoice, mapId: string): void {
  const { format, extent, options } = choice;
  const part = { ...options, stage: extent === 'stages' ? options.stage : [] };
  const look = optionNames.filter((name) => !ofTheMap.includes(name) && name !== ofTheMoment);
  const kept = {
    format,
    options: picked(options, look),
    part: { map: mapId, options: picked(part, ofTheMap) },
  };
  try {
    storage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full or refused: the next dialog begins with the usual choice.
  }
}

function picked(options: ExportOptions, names: readonly OptionName[]): Partial<ExportOptions> {
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

/**
 * The choice without what the map does not have any more: others may delete while one chooses. `gone` says of which choices
 * nothing is left; the file is then as if they had not been made.
 */
export function standingChoice(
  choice: ExportChoice,
  journey: JourneyMap,
): { readonly choice: ExportChoice; readonly gone: readonly GoneChoice[] } {
  const missing = new Set(
    sliceFaults(journey, choice.options).map(({ option, value }) => `${option} ${value}`),
  );
  if (missing.size === 0) return { choice, gone: [] };
  const { options, extent } = choice;
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
  const isLost = extent !== 'whole' && left[extentOption[extent]].length === 0;
  const gone: readonly GoneChoice[] = [
    ...(isLost ? [extent] : []),
    ...(['persona', 'view'] as const).filter((option) => left[option] !== options[option]),
  ];
  return { choice: { ...choice, extent: isLost ? 'whole' : extent, options: left }, gone };
}

const extentOption = { stages: 'stage', selection: 'select' } as const;

/** The options that the file is made with: of the extents the chosen one alone, and of the rest what the format takes. */
export function optionsOf({ extent, options }: ExportChoice, format: FileFormat): ExportOptions {
  const part: Partial<ExportOptions> = {
    stage: extent === 'stages' ? options.stage : [],
    select: extent === 'selection' ? options.select : [],
    // In one persona's journey there is no other curve.
    curves: options.persona === '' ? options.curves : [],
  };
  // Of pictures pixels a unit, of tiles how large they are printed: one is never the other.
  const scale = format.takes.includes('width') ? Math.max(1, options.scale) : Math.min(1, options.scale);
  const chosen = { ...options, ...part, scale };
  return chooseOptions(Object.fromEntries(format.takes.map((name) => [name, chosen[name]])));
}
