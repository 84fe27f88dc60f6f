/**
 * The trace of one message (A9), from point over line and surface to body: the message, the channels that carry it,
 * whom it covers, the touchpoints that listen. What is missing is dashed.
 */
import type { MessageTrace } from '../analysis/consistency.ts';
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { Chart, ChartFacts, ChartTarget } from './chart.ts';
import { linesIn, lookOf, textLine } from './pieces.ts';

export interface TraceNames {
  readonly channels: readonly string[];
  readonly personas: readonly string[];
}

/** With two lines of names; a third and those after it make it higher. */
const least = 74;
const pitch = 15;

/** `mostLines`: of names, before they are cut. */
export function traceChart(
  trace: MessageTrace,
  names: TraceNames,
  width: number,
  facts: ChartFacts,
  mostLines = 2,
): Chart {
  const { words, numbers } = facts;
  const gap = 16;
  const cell = (width - 2 * gap) / 3;
  const reached = trace.reached.value;
  const parts = [
    {
      name: words.consistency.line,
      text: words.list(names.channels),
      note: words.consistency.touchpoints(trace.touchpointIds.length),
      ids: trace.touchpointIds,
      missing: trace.flags.includes('no-line') ? words.consistency.noLine : null,
    },
    {
      name: words.consistency.surface,
      text: words.list(names.personas),
      note:
        reached === null
          ? words.reasons[trace.reached.reason ?? 'nothing-counted'].short
          : words.consistency.reached(numbers.plain(reached)),
      ids: trace.reached.ids.length > 0 ? trace.reached.ids : trace.touchpointIds,
      missing: trace.personaIds.length === 0 ? words.consistency.noSurface : null,
    },
    {
      name: words.consistency.body,
      text: words.list(trace.listeningIds.map(facts.title)),
      note: words.consistency.touchpoints(trace.listeningIds.length),
      ids: trace.listeningIds,
      missing: trace.flags.includes('no-body') ? words.consistency.noBody : null,
    },
  ];
  const shown = parts.map(({ missing, text }) => linesIn(missing ?? text, { size: 12 }, cell - 4, mostLines));
  const height = least + Math.max(0, ...shown.map((lines) => lines.length - 2)) * pitch;
  const items: SceneItem[] = [{ kind: 'circle', cx: 5, cy: 5, r: 3, fill: 'ink' }];
  const targets: ChartTarget[] = [];
  for (const [index, part] of parts.entries()) {
    const x = index * (cell + gap);
    const dash = part.missing === null ? {} : { dash: [4, 3] };
    items.push(
      line(index === 0 ? 8 : x - gap, 5, x + cell, 5, {
        colour: 'ink',
        width: part.missing === null ? 1.5 : 1.25,
        ...dash,
      }),
      ...textLine(part.name, x, 22, { size: 11, weight: 600, fill: 'ink-2' }, cell),
    );
    if (index > 0)
      items.push({
        kind: 'circle',
        cx: x,
        cy: 5,
        r: 3,
        fill: part.missing ? 'paper' : 'ink',
        stroke: { colour: 'ink', width: 1.25 },
      });
    const text = part.missing ?? part.text;
    for (const [row, said] of (shown[index] ?? []).entries())
      items.push(
        ...textLine(
          said,
          x,
          38 + row * pitch,
          lookOf(text, { size: 12, fill: part.missing ? 'signal' : 'ink' }),
        ),
      );
    if (part.missing === null)
      items.push(...textLine(part.note, x, height - 5, { size: 11, fill: 'ink-2' }, cell));
    if (part.ids.length > 0)
      targets.push({
        box: { x, y: 10, width: cell, height: height - 12 },
        label: `${part.name}: ${text}. ${part.note}`,
        ids: part.ids,
      });
  }
  return {
    width,
    height,
    items,
    targets,
    table: {
      columns: parts.map(({ name }) => name),
      rows: [parts.map(({ missing, text, note }) => missing ?? `${text} (${note})`)],
    },
  };
}
