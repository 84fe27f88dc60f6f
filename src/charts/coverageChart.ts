/**
 * Coverage (A7): channel by stage (look-more, "Coverage row"). A cell has the tint, the face and the mean of its emotion
 * and the numbers of its touchpoints; a dot says that nobody is there. Below, the stages where a persona meets none of
 * their channels, and those without a place of one's own. Marks beside a channel: which personas prefer it.
 *
 * In:  coverage, the map's channels and personas, columns that begin right of the names.
 */
import type { Coverage } from '../analysis/coverage.ts';
import { faceItems } from '../layout/faces.ts';
import { markerItem } from '../layout/markers.ts';
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { personaSign, type LineSign } from '../theme/inks.ts';
import { shortName } from '../words/shortName.ts';
import type { Chart, ChartFacts, ChartTarget, StageColumn } from './chart.ts';
import { tagRun, textLine, textWidth } from './pieces.ts';
import { endOf } from './stageColumns.ts';

const row = 18.2;
const cellHeight = 15.2;
/** A line of the row of gaps, and what stands above and below its lines. */
const gapLine = 16;
const aroundGaps = 12;
const cellValue = { size: 11, weight: 600 } as const;
const gapName = { size: 11.5, weight: 600 } as const;
/** Under this a cell shows its face alone. */
const forValue = 62;

export function coverageChart(
  coverage: Coverage,
  map: Pick<JourneyMap, 'channels' | 'personas'>,
  columns: readonly StageColumn[],
  stageIds: ReadonlyMap<string, readonly string[]>,
  facts: ChartFacts,
  /** Where the map at hand is a part: the signs that its personas have in the whole one. */
  signOf?: (personaId: string) => LineSign,
): Chart {
  const { words, numbers } = facts;
  const signAt = (at: number): LineSign => signOf?.(map.personas[at]?.id ?? '') ?? personaSign(at);
  const right = endOf(columns);
  const left = columns[0]?.x ?? 0;
  const cells = new Map(coverage.cells.map((cell) => [`${cell.stageId} ${cell.channelId}`, cell]));
  const items: SceneItem[] = [];
  const targets: ChartTarget[] = [];
  const rows: string[][] = [];
  const rowHeight = columns.some(({ width }) => width < forValue) ? 26 : row;
  const bottom = map.channels.length * rowHeight;
  const gaps = gapsOf(coverage, map, columns);
  const placed = gaps.map(({ personas }, index) => placeNames(personas, columns[index]?.width ?? 0));
  const gapLines = gaps.map(
    ({ notOwned, empty }, index) =>
      (placed[index]?.lines ?? 0) + Number((notOwned || empty) && (columns[index]?.width ?? 0) >= forValue),
  );
  const gapRow = aroundGaps + gapLine * Math.max(2, ...gapLines);
  const hasGaps = gaps.some(({ personas, notOwned, empty }) => personas.length > 0 || notOwned || empty);
  const height = bottom + (hasGaps ? gapRow + 8 : 4);
  for (const { x } of columns.slice(1)) items.push(line(x, 0, x, height, { colour: 'hair', width: 1 }));

  for (const [index, channel] of map.channels.entries()) {
    const y = index * rowHeight;
    const fans = map.personas.flatMap(({ channelIds }, at) => (channelIds.includes(channel.id) ? [at] : []));
    const name = channel.name || words.untitled;
    items.push(
      ...textLine(
        name,
        left < 120 ? 0 : 14,
        y + rowHeight / 2 + 4,
        { size: 12, weight: 500 },
        left - (left < 120 ? 18 : 34) - 12 * fans.length,
      ),
      ...fans.map((at, place) => {
        const sign = signAt(at);
        return markerItem(sign.marker, left - 18 - 13 * place, y + rowHeight / 2, 7, sign.ink, 'card');
      }),
    );
    const inRow = [name];
    for (const column of columns) {
      const cell = cells.get(`${column.id} ${channel.id}`);
      if (!cell) {
        items.push({
          kind: 'circle',
          cx: column.x + column.width / 2,
          cy: y + rowHeight / 2,
          r: 1.1,
          fill: 'line',
        });
        inRow.push('–');
        continue;
      }
      const { meanEmotion: mean, touchpointIds: ids } = cell;
      const band = mean === null ? null : emotionBand(mean);
      const ink = band ? (`on-${band}` as const) : ('ink' as const);
      const inset = column.width < forValue ? 2 : 4;
      const [x, width] = [column.x + inset, column.width - 2 * inset];
      const cellY = y + (rowHeight === row ? (row - cellHeight) / 2 : 2);
      const high = rowHeight === row ? cellHeight : rowHeight - 4;
      items.push({
        kind: 'rect',
        x,
        y: cellY,
        width,
        height: high,
        fill: band ? `emotion-${band}` : 'paper-2',
        ...((band === 'neutral' || !band) && { stroke: { colour: 'line', width: 0.75 } }),
      });
      const tags = ids.map(facts.tag);
      const value = mean === null ? '–' : numbers.signed(mean);
      if (column.width >= forValue) {
        items.push(
          ...faceItems(band, x + 12, cellY + high / 2, 12.5, ink),
          ...textLine(value, x + 22, cellY + 11.8, { ...cellValue, fill: ink }),
          ...tagRun(
            tags,
            x + width - 5,
            cellY + 11.8,
            { size: 11, weight: 500, fill: ink },
            width - 33 - textWidth(value, cellValue),
          ),
        );
      } else items.push(...faceItems(band, x + width / 2, cellY + high / 2, 15, ink));
      const label = words.coverage.cell(
        name,
        column.name,
        mean === null ? words.notRated : value,
        ids.length,
      );
      targets.push({ box: { x, y: cellY, width, height: high }, label, ids });
      inRow.push(`${value} (${tags.join(' ')})`);
    }
    rows.push(inRow);
  }

  if (hasGaps) {
    const y = bottom + 4;
    items.push(line(0, y - 2, right, y - 2, { colour: 'line', width: 1 }));
    const total = gaps.reduce((sum, gap) => sum + gap.count, 0);
    items.push(
      ...textLine(
        words.coverage.gaps(total),
        left < 120 ? 0 : 34,
        y + 18,
        { size: 12.5, weight: 600 },
        left - 40,
      ),
      ...textLine(
        words.coverage.gapNote,
        left < 120 ? 0 : 34,
        y + 34,
        { size: 11.5, fill: 'ink-2' },
        left - 20,
      ),
    );
    const inRow = [words.coverage.gaps(total)];
    for (const [index, gap] of gaps.entries()) {
      const column = columns[index];
      if (!column) continue;
      const names = gap.personas.map(({ name }) => shortName(name));
      const said = [
        ...(names.length > 0 ? [words.coverage.notMet(names)] : []),
        ...(gap.empty ? [words.coverage.empty] : gap.notOwned ? [words.coverage.notOwned] : []),
      ];
      inRow.push(said.join('; ') || '–');
      if (said.length === 0) {
        items.push(...textLine('–', column.x + 8, y + 18, { fill: 'ink-3' }));
        continue;
      }
      const inset = column.width < forValue ? 2 : 4;
      items.push({
        kind: 'rect',
        x: column.x + inset,
        y: y + 3,
        width: column.width - 2 * inset,
        height: gapRow - 6,
        fill: 'signal-tint',
      });
      const { names: shown, lines } = placed[index] ?? { names: [], lines: 0 };
      for (const { text, at, x: from, line: below, room } of shown) {
        const sign = signAt(at);
        const [x, base] = [column.x + from, y + 18 + gapLine * below];
        items.push(
          markerItem(sign.marker, x + 4, base - 4, 7, sign.ink, 'card'),
          ...textLine(text, x + 12, base, { ...gapName, fill: sign.ink }, room),
        );
      }
      if (column.width >= forValue && (gap.notOwned || gap.empty))
        items.push(
          ...textLine(
            gap.empty ? words.coverage.empty : words.coverage.notOwned,
            column.x + inset + 5,
            y + 18 + gapLine * lines,
            { size: 11.5 },
            column.width - 2 * inset - 8,
          ),
        );
      targets.push({
        box: { x: column.x + inset, y: y + 3, width: column.width - 2 * inset, height: gapRow - 6 },
        label: words.coverage.gap(column.name, said.join('; ')),
        ids: stageIds.get(column.id) ?? [],
      });
    }
    rows.push(inRow);
  }
  return {
    width: right,
    height,
    items,
    targets,
    table: { columns: [words.coverage.channel, ...columns.map(({ name }) => name)], rows },
  };
}

interface PlacedNames {
  /** `x` from the stage's left edge; `text` is empty where a marker alone has room. */
  readonly names: readonly {
    readonly text: string;
    readonly at: number;
    readonly x: number;
    readonly line: number;
    readonly room: number;
  }[];
  readonly lines: number;
}

/** Markers with names, as many to a line as there is room for, and as many lines as they need: nobody is left out. */
function placeNames(
  personas: readonly { readonly name: string; readonly at: number }[],
  width: number,
): PlacedNames {
  const isNamed = width >= forValue;
  const left = isNamed ? 9 : 4;
  const right = width - (isNamed ? 6 : 2);
  let [x, line] = [left, 0];
  const names = personas.map(({ name, at }) => {
    const text = isNamed ? shortName(name) : '';
    const needs = isNamed ? 12 + textWidth(text, gapName) : 8;
    if (x > left && x + needs > right) [x, line] = [left, line + 1];
    const one = { text, at, x, line, room: right - x - 12 };
    x += needs + (isNamed ? 10 : 3);
    return one;
  });
  return { names, lines: personas.length === 0 ? 0 : line + 1 };
}

interface StageGaps {
  readonly personas: readonly { readonly name: string; readonly at: number }[];
  readonly notOwned: boolean;
  readonly empty: boolean;
  /** How many gaps these are. */
  readonly count: number;
}

function gapsOf(
  { gaps }: Coverage,
  { personas }: Pick<JourneyMap, 'personas'>,
  columns: readonly StageColumn[],
): readonly StageGaps[] {
  return columns.map(({ id }) => {
    const missed = gaps.missedPreference.filter(({ stageId }) => stageId === id);
    const who = personas.flatMap(({ id: persona, name }, at) =>
      missed.some(({ personaId }) => personaId === persona) ? [{ name, at }] : [],
    );
    const empty = gaps.emptyStages.includes(id);
    const notOwned = gaps.notOwned.includes(id);
    return { personas: who, notOwned, empty, count: who.length + Number(notOwned && !empty) + Number(empty) };
  });
}
