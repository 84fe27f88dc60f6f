/** The drag of something locked: it moves nothing but says why (U31). */
import type { MapSession } from '../../state/mapSession.ts';
import type { Gesture } from '../pointer.ts';
import { refuse } from './answers.ts';

export function heldFast(session: MapSession): Gesture {
  let isSaid = false;
  return {
    move() {
      if (!isSaid) refuse(session, 'locked');
      isSaid = true;
    },
    end: () => undefined,
    cancel: () => undefined,
  };
}
