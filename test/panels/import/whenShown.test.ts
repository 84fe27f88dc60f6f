import { describe, expect, it, vi } from 'vitest';
import { whenShown } from '../../../src/panels/import/whenShown.ts';
import { panelSession } from '../../support/panelSession.tsx';
import { buildMap } from '../../support/buildMap.ts';

const map = buildMap({ touchpoints: ['t1'] });
const atOnce = (act: () => void) => {
  act();
  return () => undefined;
};

describe('what waits until an import is shown', () => {
  it('is done when the record is on the map already', () => {
    const act = vi.fn();
    whenShown(panelSession(map).projection, 't1', act, atOnce);
    expect(act).toHaveBeenCalledOnce();
  });

  it('is done once the record comes, not when only the layout changes, and not twice', () => {
    const act = vi.fn();
    const { projection, editing } = panelSession(map);
    const known = vi.spyOn(projection, 'collectionOf').mockReturnValue(undefined);
    whenShown(projection, 't9', act, atOnce);
    projection.setState({ layout: { ...projection.getState().layout } });
    known.mockReturnValue('touchpoints');
    expect(act).not.toHaveBeenCalled();
    editing?.commands.update('touchpoints', ['t1'], { title: 'One' });
    editing?.commands.update('touchpoints', ['t1'], { title: 'Two' });
    expect(act).toHaveBeenCalledOnce();
  });

  it('is done when the record comes behind what was being laid out before it', () => {
    const act = vi.fn();
    const { projection, editing } = panelSession(map);
    const known = vi.spyOn(projection, 'collectionOf').mockReturnValue(undefined);
    whenShown(projection, 't9', act, atOnce);
    editing?.commands.update('touchpoints', ['t1'], { title: 'Older' });
    expect(act).not.toHaveBeenCalled();
    known.mockReturnValue('touchpoints');
    editing?.commands.update('touchpoints', ['t1'], { title: 'With it' });
    expect(act).toHaveBeenCalledOnce();
  });

  it('is never done when the map changes twice without the record, or when nobody waits any more', () => {
    const act = vi.fn();
    const { projection, editing } = panelSession(map);
    const known = vi.spyOn(projection, 'collectionOf').mockReturnValue(undefined);
    whenShown(projection, 't9', act, atOnce);
    const stop = whenShown(projection, 't9', act, atOnce);
    stop();
    for (const title of ['One', 'Two']) editing?.commands.update('touchpoints', ['t1'], { title });
    known.mockReturnValue('touchpoints');
    editing?.commands.update('touchpoints', ['t1'], { title: 'Three' });
    expect(act).not.toHaveBeenCalled();
  });
});
