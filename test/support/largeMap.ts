/** A large map for benches and scale tests: `touchline/1` JSON with lanes, links and rated touchpoints, always the same. */
import type { Json } from '../../src/model/journeyMap.ts';

const stagesInMap = 20;
const lanesForTouchpoints = 8;

export function largeMap(touchpoints: number): Json {
  const perCell = Math.ceil(touchpoints / (stagesInMap * lanesForTouchpoints));
  const stages = Array.from({ length: stagesInMap }, (_, index) => ({
    id: `s${index}`,
    name: index % 3 === 0 ? `阶段 ${index + 1}` : `Stage ${index + 1}`,
    width: Math.min(2400, Math.max(480, Math.ceil(perCell / 2) * 240)),
  }));
  const lanes = [
    ...Array.from({ length: lanesForTouchpoints }, (_, index) => ({
      id: `l${index}`,
      name: `Lane ${index + 1}`,
      kind: 'contact',
    })),
    { id: 'curve', name: 'Emotion', kind: 'emotion' },
  ];
  const cards = Array.from({ length: touchpoints }, (_, index) => {
    const cell = index % (stagesInMap * lanesForTouchpoints);
    const inCell = Math.floor(index / (stagesInMap * lanesForTouchpoints));
    return {
      id: `t${index}`,
      title: index % 4 === 0 ? `第${index}个接触点:在门店试用` : `Touchpoint ${index} reads the comparison`,
      stageId: `s${cell % stagesInMap}`,
      laneId: `l${Math.floor(cell / stagesInMap)}`,
      t: Number((((inCell + 0.5) / perCell) * 0.98).toFixed(2)),
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
    touchpoints: cards,
    links,
  };
}
