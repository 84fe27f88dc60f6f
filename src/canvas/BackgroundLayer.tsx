/**
 * Everything the scene draws that is not a node: lane bands, stage rules, links, curves, moments, sieve … One svg
 * below the nodes; each group is memoised by its identity and only those near the view are mounted.
 *
 * A drawn (canvas) underlay can take this layer's place group by group: it would read the same `groups`.
 */
import { memo, useMemo } from 'react';
import type { Detail, PathItem, SceneGroup } from '../layout/scene.ts';
import { useProjection, useScreen } from '../state/mapSession.ts';
import { boxesMeet, widened } from './boxes.ts';
import { itemsAtDetail } from './detail.ts';
import styles from './MapCanvas.module.css';
import { pathData, SceneItems } from './SceneItems.tsx';
import { useRestingView } from './useCamera.ts';
import { marginShare } from './windowOfNodes.ts';

const drawnAsNodes: ReadonlySet<SceneGroup['role']> = new Set(['touchpoint', 'insight', 'opportunity', 'action']);
const headRoles: ReadonlySet<SceneGroup['role']> = new Set(['stage-head', 'lane-head']);

export const BackgroundLayer = memo(function BackgroundLayer() {
  const groups = useProjection((state) => state.layout.groups);
  const hidden = useScreen((state) => state.hiddenCurves);
  const { visible, detail } = useRestingView();
  const backgrounds = useMemo(() => groups.filter(({ role }) => !drawnAsNodes.has(role) && !headRoles.has(role)), [groups]);
  const near = widened(visible, marginShare);
  return (
    <svg className={styles.background} width={1} height={1} aria-hidden="true" focusable="false">
      {backgrounds.map((group) =>
        boxesMeet(group.box, near) && !(group.role === 'emotion-curve' && hidden.has(curveOwner(group))) ? (
          <BackgroundGroup key={group.id} group={group} detail={detail} />
        ) : null,
      )}
    </svg>
  );
});

/** Whose curve a group draws: a persona's id, or 'base'. */
export function curveOwner(group: SceneGroup): string {
  return group.recordId ?? 'base';
}

const BackgroundGroup = memo(function BackgroundGroup({ group, detail }: { group: SceneGroup; detail: Detail }) {
  const { x, y } = group.origin;
  return (
    <g
      data-role={group.role}
      data-id={group.role === 'emotion-curve' ? curveOwner(group) : group.recordId}
      data-testid={group.role === 'emotion-curve' ? 'emotion-curve' : group.role === 'link' ? 'link' : undefined}
      transform={x === 0 && y === 0 ? undefined : `translate(${x} ${y})`}
    >
      <SceneItems items={itemsAtDetail(group, detail)} />
      {group.role === 'link' && detail !== 'blocks' && <LinkTarget group={group} />}
    </g>
  );
});

/** A wide unseen line along a link, so that it can be hit. */
function LinkTarget({ group }: { group: SceneGroup }) {
  const line = group.items.find((item): item is PathItem => item.kind === 'path' && item.stroke !== undefined);
  if (!line) return null;
  return <path className={styles.linkTarget} d={pathData(line.commands)} data-hit="link" data-id={group.recordId} />;
}
