/**
 * The map as a PowerPoint file (Office Open XML), written by us: native shapes grouped by card, connectors glued to
 * their cards, real titles, notes. The same map and options give the same bytes.
 */
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { ExportOptions } from '../exportOptions.ts';
import { paintsOf } from '../grey.ts';
import { greyPictureMaker } from '../greyPictures.ts';
import { TextBytes, ZipFile } from '../zip.ts';
import { rasterImage, type RasterImage } from './imageSize.ts';
import * as parts from './packageParts.ts';
import { reportDeckOf } from './reportSlides.ts';
import { SlideDrawing } from './slideDrawing.ts';
import { deckOf } from './slides.ts';

export function toPptx(
  journey: JourneyMap,
  options: ExportOptions,
  pictures: ReadonlyMap<string, string> = new Map(),
): Uint8Array<ArrayBuffer> {
  const { size, slides } =
    options.content === 'report' ? reportDeckOf(journey, options) : deckOf(journey, options);
  const colour = paintsOf(options);
  const greyPicture = options.grey ? greyPictureMaker() : null;
  const palette: parts.Palette = {
    paper: colour('paper'),
    ink: colour('ink'),
    accents: [
      colour('signal'),
      colour('persona-1'),
      colour('persona-2'),
      colour('persona-3'),
      colour('persona-4'),
      colour('persona-5'),
    ],
  };
  const zip = new ZipFile();
  for (const [path, content] of frameOf(journey, { slides: slides.length, size, palette }))
    zip.add(path, content);

  const text = new TextBytes();
  const media = new Map<RasterImage, string>();
  const images = new Map<string, RasterImage | null>();
  const imageOf = (href: string): RasterImage | null => {
    const known = images.get(href);
    if (known !== undefined) return known;
    const image = rasterImage(greyPicture ? greyPicture(href) : href);
    images.set(href, image);
    return image;
  };
  for (const [index, slide] of slides.entries()) {
    const number = index + 1;
    const relations: parts.Relation[] = [
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['notesSlide', `../notesSlides/notesSlide${number}.xml`],
    ];
    const drawing = new SlideDrawing(
      colour,
      {
        imageOf,
        relationOf: (image) => relationOf(relations, mediaOf(image, media, zip)),
        stored: pictures,
      },
      (shape) => text.add(shape),
    );
    text.add(parts.slideHeadXml(slide.title, drawing.newId(), slide.titlePlace));
    for (const part of slide.parts()) drawing.draw(part.groups, part);
    text.add(parts.slideFootXml);
    zip.add(`ppt/slides/slide${number}.xml`, text.take());
    zip.add(`ppt/slides/_rels/slide${number}.xml.rels`, parts.relsXml(relations));
    zip.add(`ppt/notesSlides/notesSlide${number}.xml`, parts.notesXml(options.notes ? slide.notes : []));
    zip.add(
      `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`,
      parts.relsXml([
        ['notesMaster', '../notesMasters/notesMaster1.xml'],
        ['slide', `../slides/slide${number}.xml`],
      ]),
    );
  }
  return zip.end();
}

/** The parts around the slides. */
function frameOf(
  { map }: JourneyMap,
  {
    slides,
    size,
    palette,
  }: { readonly slides: number; readonly size: parts.DeckSize; readonly palette: parts.Palette },
): readonly (readonly [path: string, content: string])[] {
  return [
    ['[Content_Types].xml', parts.contentTypesXml(slides)],
    [
      '_rels/.rels',
      parts.relsXml([
        ['officeDocument', 'ppt/presentation.xml'],
        ['core-properties', 'docProps/core.xml'],
        ['extended-properties', 'docProps/app.xml'],
      ]),
    ],
    ['docProps/core.xml', parts.coreXml(map.title)],
    ['docProps/app.xml', parts.appXml(slides)],
    ['ppt/presentation.xml', parts.presentationXml(slides, size)],
    [
      'ppt/_rels/presentation.xml.rels',
      parts.relsXml([
        ['slideMaster', 'slideMasters/slideMaster1.xml'],
        ['notesMaster', 'notesMasters/notesMaster1.xml'],
        ['theme', 'theme/theme1.xml'],
        ...Array.from({ length: slides }, (_, index): parts.Relation => [
          'slide',
          `slides/slide${index + 1}.xml`,
        ]),
      ]),
    ],
    ['ppt/theme/theme1.xml', parts.themeXml(palette)],
    ['ppt/theme/theme2.xml', parts.themeXml(palette)],
    ['ppt/slideMasters/slideMaster1.xml', parts.masterXml(size)],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      parts.relsXml([
        ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        ['theme', '../theme/theme1.xml'],
      ]),
    ],
    ['ppt/slideLayouts/slideLayout1.xml', parts.layoutXml(size)],
    [
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      parts.relsXml([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    ],
    ['ppt/notesMasters/notesMaster1.xml', parts.notesMasterXml()],
    ['ppt/notesMasters/_rels/notesMaster1.xml.rels', parts.relsXml([['theme', '../theme/theme2.xml']])],
  ];
}

/** The file of a picture, from a slide's folder; each picture is there once. */
function mediaOf(image: RasterImage, media: Map<RasterImage, string>, zip: ZipFile): string {
  let name = media.get(image);
  if (name === undefined) {
    name = `image${media.size + 1}.${image.ending}`;
    media.set(image, name);
    zip.add(`ppt/media/${name}`, image.bytes);
  }
  return `../media/${name}`;
}

function relationOf(relations: parts.Relation[], target: string): string {
  let index = relations.findIndex(([, known]) => known === target);
  if (index < 0) index = relations.push(['image', target]) - 1;
  return `rId${index + 1}`;
}
