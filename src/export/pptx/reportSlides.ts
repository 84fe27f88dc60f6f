/** The report of findings as slides: a slide a page, its heading as the slide's real title, everything else as shapes. */
import { headingId } from '../../report/reportPages.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { ExportOptions } from '../exportOptions.ts';
import { layoutReportPages } from '../sheets.ts';
import { emuPerPoint } from './itemShapes.ts';
import type { Deck } from './slides.ts';

const pointsPerUnit = 0.75;
const scale = emuPerPoint * pointsPerUnit;
/** The serif of Office is wider than the one headings are measured in. */
const titleShrink = 0.9;

export function reportDeckOf(journey: JourneyMap, options: ExportOptions): Deck {
  const pages = layoutReportPages(journey, { ...options, paper: 'sheet' });
  const { width, height } = pages[0].scene;
  return {
    size: { width: Math.round(width * scale), height: Math.round(height * scale) },
    slides: pages.map(({ title, titleBox, titleSize, notes, scene }) => ({
      title,
      titlePlace: {
        x: titleBox.x * scale,
        y: titleBox.y * scale,
        width: titleBox.width * scale,
        height: titleBox.height * scale,
        points: titleSize * pointsPerUnit * titleShrink,
      },
      notes,
      parts: () => [
        {
          journey: { touchpoints: [], links: [] },
          layout: { links: [] },
          groups: scene.groups.filter(({ id }) => id !== headingId),
          fitting: { scale, x: 0, y: 0 },
        },
      ],
    })),
  };
}
