/** The large map as the peers get it: boxes from our own layout, so that every program shows the same cards at the same places. */
import { layoutOptionsFor } from '../../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../../src/layout/layoutMap.ts';
import { emotionBand } from '../../../src/model/emotionBand.ts';
import { parseMap } from '../../../src/model/parseMap.ts';
import { palettes } from '../../../src/theme/colours.ts';
import { largeMap } from '../../support/largeMap.ts';
import type { PeerDrawing } from '../peers/shared/drawing.ts';

export function peerDrawing(touchpoints: number): PeerDrawing {
  const parsed = parseMap(largeMap(touchpoints));
  if (!parsed.ok) throw new Error('the large map is not valid');
  const { map } = parsed;
  const layout = layoutMap(map, layoutOptionsFor(map));
  const channels = new Map(map.channels.map(({ id, name }) => [id, name]));
  const stages = new Map(map.stages.map(({ id, name }) => [id, name]));
  const lanes = new Map(map.lanes.map(({ id, name }) => [id, name]));
  return {
    width: layout.width,
    height: layout.height,
    stages: layout.stages.map(({ id, x, width }) => ({ id, x, width, name: stages.get(id) ?? '' })),
    lanes: layout.lanes.map(({ id, y, height }) => ({ id, y, height, name: lanes.get(id) ?? '' })),
    cards: map.touchpoints.flatMap(({ id, title, channelId, emotion, importance, performance }) => {
      const box = layout.cards.get(id);
      if (!box) return [];
      const { x, y, width, height } = box;
      const value = emotion ?? 0;
      return {
        id,
        x,
        y,
        width,
        height,
        title,
        channel: channels.get(channelId ?? '') ?? '',
        emotion: value,
        importance: importance ?? 3,
        performance: performance ?? 3,
        colour: palettes.light[`emotion-${emotionBand(value)}`],
      };
    }),
    links: map.links.map(({ id, from, to }) => ({ id, from, to })),
    curves: layout.curves.map(({ points }, index) => ({
      id: `curve-${index}`,
      points: points.map(({ x, y }) => ({ x, y })),
    })),
  };
}
