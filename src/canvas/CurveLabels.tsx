/**
 * The end labels of the emotion curves: they stick to the right edge of the view at the height of their curve and move
 * apart and aside, so that they cover neither each other nor the ends, points and values of the curves
 * (labelsOfLane.ts, placeEndLabels.ts). Placed by the camera's frames, without React.
 */
import { memo, useCallback, useMemo, useRef } from 'react';
import { monotoneCubic } from '../analysis/monotoneCubic.ts';
import { fitLine } from '../layout/breakLines.ts';
import { fontOf } from '../layout/lettering.ts';
import type { CurveShape } from '../layout/mapLayout.ts';
import { measureText } from '../layout/measureText.ts';
import type { Box } from '../layout/scene.ts';
import { useMapSession, useOutline, useScreen } from '../state/mapSession.ts';
import { LineSample } from '../ui/LineSample.tsx';
import { canvasWords } from '../words/canvas.ts';
import { shortName } from '../words/shortName.ts';
import type { CameraView } from './camera.ts';
import { labelsOfLane, type ShownCurve, type WrittenValues } from './labelsOfLane.ts';
import styles from './MapCanvas.module.css';
import { useMarked } from './markedPlace.ts';
import { labelSizes } from './placeEndLabels.ts';
import { putWithCamera } from './putWithCamera.ts';
import { useCameraFrames } from './useCameraFrames.ts';
import { useShownLayout } from './useShownLayout.ts';
import { writeStyle } from './writeStyle.ts';

/** Of the style sheet: a label without its name. */
const besideName = 43;
const mostName = 110;

export const CurveLabels = memo(function CurveLabels() {
  const curves = useShownLayout((layout) => layout.curves);
  const lanes = useShownLayout((layout) => layout.lanes);
  const hidden = useScreen((state) => state.hiddenCurves);
  const words = canvasWords[useScreen((state) => state.language)];
  const box = useRef<HTMLDivElement>(null);
  const heights = useHeights();
  const tagged = useTagged();
  const shown = useMemo(
    () =>
      curves
        .filter((curve) => curve.points.length > 1 && !hidden.has(curve.personaId ?? 'base'))
        .map((curve) => toShown(curve, words.everyone)),
    [curves, hidden, words],
  );

  const follow = useCallback(
    (view: CameraView) => {
      const labels = [...(box.current?.children ?? [])];
      for (const lane of lanes) {
        if (lane.kind !== 'emotion') continue;
        const own = shown.filter(({ curve }) => curve.laneId === lane.id);
        const found = lane.collapsed ? null : labelsOfLane(lane, own, view, { heights, tagged });
        own.forEach((one, index) => {
          const label = labels[shown.indexOf(one)];
          if (!(label instanceof HTMLElement)) return;
          const place = found?.places[index];
          writeStyle(label, 'display', place ? '' : 'none');
          if (!found || !place) return;
          const { height } = labelSizes[found.isTight ? 'tight' : 'roomy'];
          label.toggleAttribute('data-tight', found.isTight);
          label.toggleAttribute('data-brief', found.isBrief);
          putWithCamera(label, -place.offset, Math.round(place.y - height / 2));
        });
      }
    },
    [lanes, shown, heights, tagged],
  );
  useCameraFrames(follow);

  return (
    <div ref={box} className={styles.endLabels} aria-hidden="true">
      {shown.map(({ curve, name }) => (
        <div
          key={`${curve.laneId}-${curve.personaId ?? 'base'}`}
          className={styles.endLabel}
          style={{ borderColor: `var(--${curve.sign.ink})`, color: `var(--${curve.sign.ink})` }}
        >
          <LineSample sign={curve.sign} width={26} />
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
});

function toShown(curve: CurveShape, everyone: string): ShownCurve {
  const wished = shortName(curve.name) || everyone;
  const font = fontOf('end-label', wished);
  const name = fitLine(wished, font, mostName)?.text ?? '';
  const width = Math.ceil(measureText(name, font)) + besideName;
  return { curve, segments: monotoneCubic(curve.points).segments, name, width };
}

/** Where the highest and lowest values of the lanes are written. */
function useHeights(): readonly Box[] {
  const { projection } = useMapSession();
  const curves = useShownLayout((layout) => layout.curves);
  return useMemo(
    () =>
      curves.length === 0
        ? []
        : projection
            .getState()
            .layout.groups.filter(({ id }) => id.startsWith('heights.'))
            .flatMap(({ origin, items }) =>
              items.flatMap((item): Box[] =>
                item.kind === 'rect' ? [{ ...item, x: item.x + origin.x, y: item.y + origin.y }] : [],
              ),
            ),
    [projection, curves],
  );
}

function useTagged(): WrittenValues['tagged'] {
  const { projection } = useMapSession();
  const lead = useScreen((state) => state.lead);
  const personaId = useOutline(() => (lead !== null && projection.find('personas', lead) ? lead : null));
  const touchpointId = useMarked((place) => (place && !place.moving ? place.id : null));
  return useMemo(
    () => (touchpointId === null ? null : { touchpointId, personaId }),
    [touchpointId, personaId],
  );
}
