// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useSafeSession } from '../../src/app/useSafeSession.ts';
import { SaveStateLine } from '../../src/panels/topBar/SaveStateLine.tsx';
import { MapSessionContext, useMapSession } from '../../src/state/mapSession.ts';
import { appWords } from '../../src/words/app.ts';
import { buildMap } from '../support/buildMap.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';

afterEach(cleanup);

function Page() {
  const session = useSafeSession(useMapSession());
  return (
    <MapSessionContext value={session}>
      <output data-testid="may-edit">{String(session.editing !== null)}</output>
      <SaveStateLine />
    </MapSessionContext>
  );
}

describe('a map in which a newer program wrote (R56)', () => {
  it.each(['en', 'zh'] as const)('becomes view only, with a sentence that says so, in %s', (language) => {
    const session = panelSession(buildMap({ touchpoints: ['t1'] }), { language });
    renderPanel(session, <Page />);
    expect(screen.getByTestId('may-edit').textContent).toBe('true');
    expect(screen.queryByTestId('toast')).toBeNull();
    act(() => session.stampSchema(2));
    expect(screen.getByTestId('may-edit').textContent).toBe('false');
    expect(screen.getByTestId('toast').textContent).toContain(appWords[language].newer.text);
    expect(screen.getByTestId('save-state').dataset['state']).toBe('view-only');
    expect(screen.getByTestId('save-state').textContent).toBe(appWords[language].save.viewNewer);
  });

  it('is view only from the start when it comes like that, and still read', () => {
    const session = panelSession(buildMap({ touchpoints: ['t1'] }));
    session.stampSchema(7);
    renderPanel(session, <Page />);
    expect(screen.getByTestId('may-edit').textContent).toBe('false');
    expect(session.journey().touchpoints).toHaveLength(1);
  });

  it('is an ordinary map to a viewer, who could not write anyway', () => {
    const session = panelSession(buildMap({ touchpoints: ['t1'] }), { viewer: true });
    session.stampSchema(2);
    renderPanel(session, <Page />);
    expect(screen.queryByTestId('toast')).toBeNull();
    expect(screen.getByTestId('save-state').textContent).toBe(appWords.en.save.viewLive);
  });

  it('of this schema or an older one is edited as ever', () => {
    const session = panelSession(buildMap({ touchpoints: ['t1'] }));
    session.stampSchema(1);
    renderPanel(session, <Page />);
    expect(screen.getByTestId('may-edit').textContent).toBe('true');
  });
});
