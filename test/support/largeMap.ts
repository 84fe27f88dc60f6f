/**
 * A large map for benches and scale tests: `touchline/1` JSON with lanes, channels, links and rated touchpoints, always
 * the same. Every cell of stage and contact lane holds six cards in two rows of three, at every size, so a view at one
 * zoom shows as many cards of a small map as of a large one, and 3,000 just fit into a view at 10 %.
 */
import type { Json } from '../../src/model/journeyMap.ts';

const acrossCell = 3;
const rowsInCell = 2;
const perCell = acrossCell * rowsInCell;
/** A card is 208 wide; three of them with 32 between. */
const stageWidth = 720;
const channelNames = ['Shop', 'Phone', 'Website', 'Post', '微信小程序', 'Service desk'];

export function largeMap(touchpoints: number): Json {
  const cells = Math.ceil(touchpoints / perCell);
  // Near the shape of a screen: a cell is 720 by 278.
  const stagesInMap = Math.min(18, Math.max(1, Math.ceil(Math.sqrt(cells * 0.8))));
  const lanesInMap = Math.ceil(cells / stagesInMap);
  const stages = Array.from({ length: stagesInMap }, (_, index) => ({
    id: `s${index}`,
    name: index % 3 === 0 ? `阶段 ${index + 1}` : `Stage ${index + 1}`,
    width: stageWidth,
  }));
  const lanes = [
    ...Array.from({ length: lanesInMap }, (_, index) => ({
      id: `l${index}`,
      name: `Lane ${index + 1}`,
      kind: 'contact',
    })),
    { id: 'curve', name: 'Emotion', kind: 'emotion' },
  ];
  const cards = Array.from({ length: touchpoints }, (_, index) => {
    const cell = index % cells;
    const inCell = Math.floor(index / cells);
    const lane = Math.floor(cell / stagesInMap);
    // A little to the side in every other lane, so that the curve has more points than there are columns.
    const t = ((inCell % acrossCell) + 0.5) / acrossCell + ((lane % 3) - 1) * 0.01;
    return {
      id: `t${index}`,
      title: index % 4 === 0 ? `第${index}个接触点:在门店试用` : `Touchpoint ${index} reads the comparison`,
      stageId: `s${cell % stagesInMap}`,
      laneId: `l${lane}`,
      t: Number(t.toFixed(3)),
      row: Math.floor(inCell / acrossCell),
      channelId: `c${index % channelNames.length}`,
      emotion: Number((Math.sin(index) * 2).toFixed(1)),
      importance: 1 + (index % 5),
      performance: 1 + ((index * 3) % 5),
      owner: `Team ${index % 7}`,
    };
  });
  const links = Array.from({ length: Math.floor(touchpoints * 0.9) }, (_, index) => ({
    id: `k${index}`,
    from: `t${index}`,
    to: `t${index + 1}`,
  }));
  return {
    format: 'touchline/1',
    map: { id: 'large', title: `${touchpoints} touchpoints` },
    stages,
    lanes,
    channels: channelNames.map((name, index) => ({ id: `c${index}`, name })),
    touchpoints: cards,
    links,
  };
}
