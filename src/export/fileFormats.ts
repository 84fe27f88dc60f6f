/**
 * The table of file formats: the API's routes, `touchline export` and the page's menu are made from its rows, so a new
 * format is one row here. Writers are loaded when a file of their format is first made.
 *
 * Out: bytes; the same map and options give the same bytes in page, server and command line. A writer gets a
 * repaired map and every option, and uses those that its row names.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { repairMap } from '../model/repair.ts';
import type { ExportOptions, OptionName } from './exportOptions.ts';

/** The pictures that the server keeps, as `data:` addresses by their name in the scene. */
export type StoredPictures = ReadonlyMap<string, string>;
export type FileBytes = Uint8Array<ArrayBuffer>;
export type FileFormatName = 'svg' | 'pptx' | 'xlsx' | 'csv' | 'md' | 'json';

export interface FileFormat {
  readonly format: FileFormatName;
  /** With its charset where the options do not change it. */
  readonly mediaType: string;
  /** Without the dot. */
  readonly ending: string;
  /** What it is, in one English sentence for the API's description and the command's help. */
  readonly about: string;
  readonly takes: readonly OptionName[];
  write(journey: JourneyMap, options: ExportOptions, pictures: StoredPictures): Promise<FileBytes>;
}

const ooxml = 'application/vnd.openxmlformats-officedocument';

export const fileFormats: readonly FileFormat[] = [
  {
    format: 'svg',
    mediaType: 'image/svg+xml; charset=utf-8',
    ending: 'svg',
    about: 'The whole map as a vector drawing: the sheet.',
    takes: ['theme'],
    write: async (journey, { theme }, pictures) =>
      encode((await import('./mapSvg.ts')).drawSvg(journey, theme, pictures)),
  },
  {
    format: 'pptx',
    mediaType: `${ooxml}.presentationml.presentation`,
    ending: 'pptx',
    about: 'Slides with shapes that can be edited: the whole map, one a stage, one a persona.',
    takes: ['theme', 'lang'],
    write: async (journey, options, pictures) =>
      (await import('./pptx/pptx.ts')).toPptx(journey, options, pictures),
  },
  {
    format: 'xlsx',
    mediaType: `${ooxml}.spreadsheetml.sheet`,
    ending: 'xlsx',
    about: 'Everything in the map as tables, one sheet a kind of record, and what the analyses say.',
    takes: ['lang'],
    write: async (journey, options) => (await import('./tables/xlsx.ts')).toXlsx(journey, options),
  },
  {
    format: 'csv',
    mediaType: 'text/csv',
    ending: 'csv',
    about: 'One row a touchpoint with every field.',
    takes: ['lang', 'encoding'],
    write: async (journey, options) => (await import('./tables/csv.ts')).toCsv(journey, options),
  },
  {
    format: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    ending: 'md',
    about: 'A readable outline for wikis, with a Mermaid journey.',
    takes: ['lang'],
    write: async (journey, options) => encode((await import('./markdown.ts')).toMarkdown(journey, options)),
  },
  {
    format: 'json',
    mediaType: 'application/json',
    ending: 'json',
    about: 'The whole map as touchline/1, to import again.',
    takes: [],
    write: async (journey) => encode((await import('../model/writeMap.ts')).writeMapText(journey)),
  },
];

/** The row of a format; null for an unknown one. */
export function formatOf(name: string): FileFormat | null {
  return fileFormats.find(({ format }) => format === name) ?? null;
}

/** A map as a file of a format. Without pictures those that the server keeps are told by what they show. */
export function makeFile(
  journey: JourneyMap,
  format: FileFormat,
  options: ExportOptions,
  pictures: StoredPictures = new Map(),
): Promise<FileBytes> {
  return format.write(repairMap(journey), options, pictures);
}

function encode(text: string): FileBytes {
  return new TextEncoder().encode(text);
}
