/**
 * Losses at each sieve (A5): the block of each counted card is filled from below by those who get through and hatched
 * by those who are lost, with the share lost as its figure; behind the cards lies the flow (flowBody.ts).
 * The largest loss is hatched in the signal colour, branches beside the chain are dashed.
 */
import { sieve, type SieveMember } from '../../analysis/sieve.ts';
import { sieveFlow } from '../../analysis/sieveFlow.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { percent } from '../../words/scene.ts';
import type { Detail, SceneItem } from '../scene.ts';
import { ruleScale } from '../sizes.ts';
import { edge, emptyBlock, figure, hatched, rect, weave } from './blocks.ts';
import type { Block, Figures } from './figures.ts';
import { flowBody } from './flowBody.ts';

interface Look {
  readonly isLargest: boolean;
  readonly isSide: boolean;
}

export function lossFigures(map: JourneyMap): Figures {
  const found = sieve(map);
  const blocks = new Map<string, Block>();
  const largest = found?.largestLoss ?? found?.largestDrop ?? null;
  for (const member of found?.chain ?? [])
    blocks.set(member.id, lossBlock(member, { isLargest: member.id === largest, isSide: false }));
  for (const member of found?.side ?? [])
    blocks.set(member.id, lossBlock(member, { isLargest: false, isSide: true }));
  const flow = found && found.chain.length > 0 ? sieveFlow(found) : null;
  const sample = (share: number, look: Partial<Look>): readonly SceneItem[] =>
    gauge(share, { isLargest: false, isSide: false, ...look }, 36, 34, 'full');
  return {
    blocks,
    others: 'empty',
    ...(flow && { under: (layout, journey) => flowBody(flow, layout, journey, largest) }),
    legend: (words) => ({
      keys: [
        { sample: sample(0.6, {}), name: words.losses.lost, note: '' },
        ...(largest === null
          ? []
          : [{ sample: sample(0.4, { isLargest: true }), name: words.losses.largest, note: '' }]),
        ...(found && found.side.length > 0
          ? [{ sample: sample(0.6, { isSide: true }), name: words.losses.side, note: '' }]
          : []),
        { sample: emptyBlock().draw(36, 34, 'full'), name: words.losses.notCounted, note: '' },
      ],
      note: flow ? words.losses.note : '',
      rests: found
        ? words.losses.rests(
            found.chain.length + found.side.length,
            found.of,
            found.chain.at(-1)?.cumulative ?? null,
          )
        : words.losses.missing,
    }),
  };
}

function lossBlock({ share }: SieveMember, look: Look): Block {
  const key = `loss ${share ?? '?'} ${look.isLargest} ${look.isSide}`;
  if (share === null)
    return {
      key,
      says: (words) => words.losses.notCounted,
      draw: (width, height, detail) => [
        ...emptyBlock('–').draw(width, height, detail),
        ...(look.isSide ? [sideFrame(width, height, detail)] : []),
      ],
    };
  const text = percent(1 - share);
  return {
    key,
    says: (words) => words.losses.says(text),
    draw: (width, height, detail) => [
      ...gauge(share, look, width, height, detail),
      ...figure(text, width, height, detail, look.isLargest),
    ],
  };
}

function gauge(share: number, look: Look, width: number, height: number, detail: Detail): SceneItem[] {
  const through = height * Math.min(1, Math.max(0, share));
  const { step, width: thick } = weave[detail];
  const lost = { x: 0, y: 0, width, height: height - through };
  const stroke = look.isLargest
    ? ({ colour: 'signal', width: 1.6 * thick } as const)
    : ({ colour: 'ink', width: thick } as const);
  return [
    rect({ x: 0, y: 0, width, height }, 'card'),
    rect({ x: 0, y: height - through, width, height: through }, 'flow'),
    ...hatched(lost, step, stroke),
    ...(lost.height > 0 ? [rect({ x: 0, y: lost.height - thick / 2, width, height: thick }, 'ink')] : []),
    ...edge(width, height, detail),
    ...(look.isSide ? [sideFrame(width, height, detail)] : []),
  ];
}

function sideFrame(width: number, height: number, detail: Detail): SceneItem {
  const scale = ruleScale[detail];
  return {
    kind: 'rect',
    x: 1.5 * scale,
    y: 1.5 * scale,
    width: width - 3 * scale,
    height: height - 3 * scale,
    stroke: { colour: 'ink', width: 1.25 * scale, dash: [4 * scale, 3 * scale] },
  };
}
