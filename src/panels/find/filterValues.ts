/**
 * What one can choose among when filtering a map, and what has been chosen in words.
 * In: the map, the filter, the person's language. Out: the values of each kind that the map has, or that are chosen.
 */
import { checkMap } from '../../analysis/checks/checkMap.ts';
import { filterKinds, type FilterKind } from '../../analysis/filterMap.ts';
import { checkCodes, type CheckCode } from '../../model/checkCodes.ts';
import { emotionBands } from '../../model/emotionBand.ts';
import type { FindingKind } from '../../model/finding.ts';
import type { JourneyMap, MapFilter } from '../../model/journeyMap.ts';
import { checkWords } from '../../words/checks.ts';
import { findWords } from '../../words/find.ts';
import type { InterfaceLanguage } from '../../words/language.ts';

export interface FilterValue {
  readonly value: string;
  readonly label: string;
  /** How often a check found something. */
  readonly hint?: string;
}

type ValuesOf = (map: JourneyMap, filter: MapFilter, language: InterfaceLanguage) => readonly FilterValue[];

const valuesOf: Readonly<Record<FilterKind, ValuesOf>> = {
  personaIds: ({ personas }) => named(personas),
  tierIds: ({ tiers }) => named(tiers),
  channelIds: ({ channels }) => named(channels),
  owners: (map, { owners }, language) => {
    const there = [...map.touchpoints, ...map.actions].map(({ owner }) => owner);
    const names = sorted([...there, ...owners], language);
    const { nobody } = findWords[language];
    return names.some(Boolean) ? names.map((value) => ({ value, label: value || nobody })) : [];
  },
  tags: (map, { tags }, language) =>
    sorted([...map.touchpoints.flatMap((touchpoint) => touchpoint.tags), ...tags], language).map((value) => ({
      value,
      label: value,
    })),
  emotions: (_map, _filter, language) =>
    [...emotionBands, 'not-rated' as const].map((value) => ({
      value,
      label: findWords[language].bands[value],
    })),
  checks: (map, { checks }, language) => {
    const counts = new Map<CheckCode, number>();
    for (const { code, dismissed } of checkMap(map, null))
      if (dismissed === null) counts.set(code, (counts.get(code) ?? 0) + 1);
    return checkCodes
      .filter((code) => counts.has(code) || checks.includes(code))
      .map((code) => ({
        value: code,
        label: nameOfCheck(code, language),
        hint: String(counts.get(code) ?? 0),
      }));
  },
};

/** The values to choose among. */
export function filterValues(
  kind: FilterKind,
  map: JourneyMap,
  filter: MapFilter,
  language: InterfaceLanguage,
): readonly FilterValue[] {
  return valuesOf[kind](map, filter, language);
}

/** A filter in words, one part for each kind that is chosen. */
export function filterParts(
  map: JourneyMap,
  filter: MapFilter,
  language: InterfaceLanguage,
): readonly string[] {
  const words = findWords[language];
  const typed = filter.text.trim() === '' ? [] : [words.quoted(filter.text.trim())];
  const chosen = filterKinds.flatMap((kind) => {
    const values: readonly string[] = filter[kind];
    if (values.length === 0) return [];
    const labels =
      kind === 'checks' ? checkLabels(filter.checks, language) : labelsOf(kind, map, filter, language);
    return [words.chosen(words.kinds[kind], words.anyOf(labels))];
  });
  return [...typed, ...chosen];
}

function labelsOf(
  kind: FilterKind,
  map: JourneyMap,
  filter: MapFilter,
  language: InterfaceLanguage,
): readonly string[] {
  const chosen: readonly string[] = filter[kind];
  return filterValues(kind, map, filter, language)
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label);
}

function checkLabels(codes: readonly CheckCode[], language: InterfaceLanguage): readonly string[] {
  return codes.map((code) => nameOfCheck(code, language));
}

/** The name of a check; of one with several aspects, that of the first. */
function nameOfCheck(code: CheckCode, language: InterfaceLanguage): string {
  const words = checkWords[language];
  const kind = (Object.keys(words) as FindingKind[]).find((one) => one.startsWith(code));
  return kind ? words[kind].name : code;
}

function named(records: readonly { readonly id: string; readonly name: string }[]): readonly FilterValue[] {
  return records.map(({ id, name }) => ({ value: id, label: name || id }));
}

function sorted(values: readonly string[], language: InterfaceLanguage): readonly string[] {
  const { compare } = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en');
  return [...new Set(values)].toSorted(compare);
}
