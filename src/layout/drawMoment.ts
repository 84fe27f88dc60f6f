/** A moment of truth in its lane: the pin, and the question people decide there. */
import type { Moment } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import { breakLines, fitLine } from './breakLines.ts';
import type { Drawn } from './drawn.ts';
import { fontOf, larger } from './lettering.ts';
import { measureText } from './measureText.ts';
import { pinItems } from './pins.ts';
import type { Detail } from './scene.ts';
import { pin } from './sizes.ts';
import { textItems } from './textItems.ts';

const questionWidth = 184;
const largestQuestion = 230;

/** The pin of a moment, and the question people decide there. */
export function drawMoment(moment: Moment, words: SceneWords, detail: Detail): Drawn {
  const text = moment.question === '' ? words.momentOf[moment.kind] : moment.question;
  const font = fontOf('delivery-title', text);
  const lines = breakLines(text, font, questionWidth, 4);
  const textHeight = Math.max(1, lines.length) * 16;
  const height = Math.max(pin.height + 4, textHeight + 4);
  const x = 2 * pin.radius + 12;
  const large = larger(font, 19, 500);
  // Wide enough for the larger line seen from farther away, so that nothing moves from one zoom to the next.
  const largeWidth = Math.min(measureText(text, large), largestQuestion);
  const width = x + lines.reduce((most, line) => Math.max(most, line.width), largeWidth);
  const middle = height / 2;
  const [pinX, pinHeight] = [pin.radius + 2, pin.height];
  const smallPin = pinItems(moment.kind, pinX, middle + pinHeight / 2, pinHeight);
  switch (detail) {
    case 'full': {
      const top = (height - textHeight) / 2 + 12.5;
      const items = lines.flatMap((line, index) => textItems(line.text, x, top + index * 16, font, 'ink'));
      return { width, height, items: [...smallPin, ...items] };
    }
    case 'titles': {
      const line = fitLine(text, large, width - x);
      return {
        width,
        height,
        items: [...smallPin, ...textItems(line?.text ?? '', x, middle + 6.5, large, 'ink')],
      };
    }
    case 'blocks':
      return { width, height, items: pinItems(moment.kind, pinX + 6, middle + 26, 52) };
  }
}
