/**
 * The options of exports, once: the query of `GET …/export.*`, the flags of `touchline export` and the page all choose
 * from these. A format's row (fileFormats.ts) names the ones it takes.
 *
 * Every option is a choice between a few values, of which the first is the usual one.
 */
import type { Theme } from '../theme/colours.ts';

export interface ExportOptions {
  /** Of what is drawn. */
  readonly theme: Theme;
  /** Of headings and values in tables and outlines; `map`: the map's own. */
  readonly lang: 'map' | 'en' | 'zh';
  /** Of CSV: UTF-8 with a byte order mark, or GB18030 for older Chinese programs. */
  readonly encoding: 'utf-8' | 'gb18030';
}
export type OptionName = keyof ExportOptions;

type Choices = { readonly [O in OptionName]: readonly [ExportOptions[O], ...ExportOptions[O][]] };

export const exportChoices: Choices = {
  theme: ['light', 'dark'],
  lang: ['map', 'en', 'zh'],
  encoding: ['utf-8', 'gb18030'],
};

export const optionNames = Object.keys(exportChoices) as readonly OptionName[];

/** The options in what somebody asked for; what is missing or no choice is the usual one. */
export function chooseOptions(wished: Readonly<Record<string, unknown>>): ExportOptions {
  return {
    theme: chosen('theme', wished),
    lang: chosen('lang', wished),
    encoding: chosen('encoding', wished),
  };
}

function chosen<O extends OptionName>(name: O, wished: Readonly<Record<string, unknown>>): ExportOptions[O] {
  const choices: Choices[O] = exportChoices[name];
  return choices.find((choice) => choice === wished[name]) ?? choices[0];
}
