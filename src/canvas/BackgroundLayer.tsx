/**
 * Everything the scene draws that is not a node: lane bands, stage rules, links, curves, moments, sieve … One svg
 * below the nodes; each group is memoised by its identity and only those near the view are mounted.
 *
 * A drawn (canvas) underlay can take this layer's place group by group: it would read the same `groups`.
 */
import { memo, useCallback, useMemo, useRef } from 'react';
import type { PathItem, SceneGroup, SceneItem } from '../layout/scene.ts';
import { useScreen } from '../state/mapSession.ts';
import { boxesMeet, widened } from './boxes.ts';
import { useItemsAt } from './detail.ts';
import styles from './MapCanvas.module.css';
import { pathData, SceneItems } from './SceneItems.tsx';
import type { CameraView } from './camera.ts';
import { useCameraFrames, useRestingView } from './useCamera.ts';
import { useShownLayout } from './useShownLayout.ts';
import { marginShare } from './windowOfNodes.ts';

const drawnAsNodes: ReadonlySet<SceneGroup['role']> = new Set([
  'touchpoint',
  'insight',
  'opportunity',
  'action',
]);
const stretched: ReadonlySet<SceneGroup['role']> = new Set(['lane', 'stage', 'link']);
const headRoles: ReadonlySet<SceneGroup['role']> = new Set(['stage-head', 'lane-head']);

export const BackgroundLayer = memo(function BackgroundLayer() {
  const groups = useShownLayout((layout) => layout.groups);
  const width = useShownLayout((layout) => layout.width);
  const height = useShownLayout((layout) => layout.height);
  const hidden = useScreen((state) => state.hiddenCurves);
  const { visible, detail } = useRestingView();
  const backgrounds = useMemo(
    () => groups.filter(({ role }) => !drawnAsNodes.has(role) && !headRoles.has(role)),
    [groups],
  );
  const hasRoom = useScreen(({ drag }) => Boolean(drag?.room));
  const usualItems = useItemsAt(detail);
  // What changes its shape with the height of a lane cannot be taken from the coarse drawing of the map as it is.
  const itemsOf = hasRoom
    ? (group: SceneGroup) => (stretched.has(group.role) ? group.items : usualItems(group))
    : usualItems;
  const near = widened(visible, marginShare);
  return (
    <svg className={styles.background} width={1} height={1} aria-hidden="true" focusable="false">
      <rect width={width} height={height} className={styles.sheet} />
      {backgrounds.map((group) =>
        isLineName(group) ? (
          detail === 'blocks' ? null : (
            <LineName key={group.id} group={group} items={itemsOf(group)} />
          )
        ) : boxesMeet(group.box, near) &&
          !(group.role === 'emotion-curve' && hidden.has(curveOwner(group))) ? (
          <BackgroundGroup key={group.id} group={group} items={itemsOf(group)} />
        ) : null,
      )}
    </svg>
  );
});

/** The name of a blueprint line, which stands at the left of the view and not of the map. */
function isLineName({ id }: SceneGroup): boolean {
  return id.startsWith('blueprint-name.');
}

/** Follows the camera sideways, written to the DOM. */
const LineName = memo(function LineName({
  group,
  items,
}: {
  group: SceneGroup;
  items: readonly SceneItem[];
}) {
  const element = useRef<SVGGElement>(null);
  const follow = useCallback(
    ({ x, zoom }: CameraView) => {
      element.current?.setAttribute(
        'transform',
        `translate(${group.origin.x + Math.max(0, -x / zoom)} ${group.origin.y})`,
      );
    },
    [group.origin],
  );
  useCameraFrames(follow);
  return (
    <g ref={element} data-role={group.role}>
      <SceneItems items={items} />
    </g>
  );
});

/** Whose curve a group draws: a persona's id, or 'base'. */
export function curveOwner(group: SceneGroup): string {
  return group.recordId ?? 'base';
}

const BackgroundGroup = memo(function BackgroundGroup({
  group,
  items,
}: {
  group: SceneGroup;
  items: readonly SceneItem[];
}) {
  const { x, y } = group.origin;
  const isCurve = group.role === 'emotion-curve' && group.id.startsWith('curve.');
  return (
    <g
      data-role={group.role}
      data-id={isCurve ? curveOwner(group) : group.recordId}
      data-testid={isCurve ? 'emotion-curve' : group.role === 'link' ? 'link' : undefined}
      transform={x === 0 && y === 0 ? undefined : `translate(${x} ${y})`}
    >
      <SceneItems items={items} />
      {group.role === 'link' && items.length > 0 && <LinkTarget group={group} />}
    </g>
  );
});

/** A wide unseen line along a link, so that it can be hit. */
function LinkTarget({ group }: { group: SceneGroup }) {
  const line = group.items.find(
    (item): item is PathItem => item.kind === 'path' && item.stroke !== undefined,
  );
  if (!line) return null;
  return (
    <path
      className={styles.linkTarget}
      d={pathData(line.commands)}
      data-hit="link"
      data-id={group.recordId}
    />
  );
}
