import { describe, expect, it } from 'vitest';
import { fragmentFrom } from '../../../src/canvas/editing/clipboard.ts';
import { parseEmotion } from '../../../src/canvas/editing/EmotionNumber.tsx';
import { buildSession } from '../support/buildSession.ts';

const at = { stageId: 's1', laneId: 'l1', t: 0.5 };

describe('the clipboard (U27)', () => {
  it('carries a selection into another map and back', () => {
    const one = buildSession();
    const two = buildSession();
    const text = JSON.stringify(one.editing?.commands.copy(['t1', 't2']));
    const fragment = fragmentFrom(text, null, false);
    if (!fragment) throw new Error('a fragment of ours was not read');
    two.editing?.commands.paste(fragment, null);
    const { touchpoints, links } = two.projection.getState().journey;
    expect(touchpoints.filter(({ title }) => title === 'Reads reviews').length).toBe(2);
    expect(links.length).toBe(2);
  });

  it('makes rows of a spreadsheet into touchpoints, one a line', () => {
    const session = buildSession();
    const fragment = fragmentFrom('Calls us\t3\r\n\r\nSigns\t5\n', at, false);
    if (!fragment) throw new Error('rows were not read');
    session.editing?.commands.paste(fragment, null);
    const titles = session.projection.getState().journey.touchpoints.map(({ title }) => title);
    expect(titles).toContain('Calls us');
    expect(titles).toContain('Signs');
    expect(titles.length).toBe(5);
  });

  it('pastes plain text when asked, even if it is a fragment', () => {
    const text = JSON.stringify({ format: 'touchline/fragment', content: {} });
    expect(fragmentFrom(text, at, true)?.content['touchpoints']).toMatchObject([{ title: text }]);
  });

  it.each(['', '   \n', '{"format":"touchline/fragment"'])(
    'finds nothing to paste in %j without a place',
    (text) => {
      expect(fragmentFrom(text, null, false)).toBeNull();
    },
  );
});

describe('a typed emotion', () => {
  it.each([
    ['1.5', 1.5],
    ['+2', 2],
    ['−1,3', -1.3],
    ['9', 2],
    ['-0', 0],
    ['0.04', 0],
  ])('%s is %d', (text, value) => {
    expect(parseEmotion(text)).toBe(value);
  });

  it('that is no number is nothing', () => {
    expect(parseEmotion('good')).toBeNull();
    expect(parseEmotion('')).toBeNull();
  });
});
