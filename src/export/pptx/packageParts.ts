/**
 * The parts of a PowerPoint file that are the same in every deck, or only list the others: theme, master, layout, notes
 * master, relationships, content types. As small as PowerPoint, Keynote and LibreOffice take them.
 */
import type { Box } from '../../layout/scene.ts';
import { xmlHead, xmlText } from '../xml.ts';
import { languageOf } from './paragraphs.ts';

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const presentation = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const spaces = `xmlns:a="${main}" xmlns:r="${relationships}" xmlns:p="${presentation}"`;
const media = 'application/vnd.openxmlformats-officedocument';

const emptyGroup =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>' +
  '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
const colourMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" ' +
  'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly accents: readonly [string, string, string, string, string, string];
}

export interface DeckSize {
  /** EMU. */
  readonly width: number;
  readonly height: number;
}

/** A relationship: its type's last word, and where it leads from the part's own folder. */
export type Relation = readonly [kind: string, target: string];

/** The `.rels` of a part; ids are rId1, rId2 … in order. */
export function relsXml(relations: readonly Relation[]): string {
  const list = relations.map(([kind, target], index) => {
    const base =
      kind === 'core-properties'
        ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata'
        : relationships;
    return `<Relationship Id="rId${index + 1}" Type="${base}/${kind}" Target="${target}"/>`;
  });
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

export function contentTypesXml(slides: number): string {
  const override = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="${media}.${kind}+xml"/>`;
  const each = Array.from({ length: slides }, (_, index) =>
    [
      override(`ppt/slides/slide${index + 1}.xml`, 'presentationml.slide'),
      override(`ppt/notesSlides/notesSlide${index + 1}.xml`, 'presentationml.notesSlide'),
    ].join(''),
  );
  return (
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/>' +
    override('ppt/presentation.xml', 'presentationml.presentation.main') +
    override('ppt/slideMasters/slideMaster1.xml', 'presentationml.slideMaster') +
    override('ppt/slideLayouts/slideLayout1.xml', 'presentationml.slideLayout') +
    override('ppt/notesMasters/notesMaster1.xml', 'presentationml.notesMaster') +
    override('ppt/theme/theme1.xml', 'theme') +
    override('ppt/theme/theme2.xml', 'theme') +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    override('docProps/app.xml', 'extended-properties') +
    `${each.join('')}</Types>`
  );
}

/** What text is that says nothing of itself: most runs of a deck are, and so a deck of a thousand cards is half as large. */
const usualText =
  '<a:lvl1pPr algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr lang="en-US" sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>' +
  '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr>';

/** rId1 master, rId2 notes master, rId3 theme, then the slides. */
export function presentationXml(slides: number, { width, height }: DeckSize): string {
  const list = Array.from(
    { length: slides },
    (_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 4}"/>`,
  );
  return (
    `${xmlHead}<p:presentation ${spaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>' +
    `<p:sldIdLst>${list.join('')}</p:sldIdLst><p:sldSz cx="${width}" cy="${height}"/><p:notesSz cx="6858000" cy="9144000"/>` +
    `<p:defaultTextStyle>${usualText}</p:defaultTextStyle></p:presentation>`
  );
}

export function themeXml({ paper, ink, accents }: Palette): string {
  const colour = (name: string, value: string) =>
    `<a:${name}><a:srgbClr val="${value.slice(1).toUpperCase()}"/></a:${name}>`;
  const fonts = (name: string, latin: string) =>
    `<a:${name}><a:latin typeface="${latin}"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/></a:${name}>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return (
    `${xmlHead}<a:theme xmlns:a="${main}" name="Touchline"><a:themeElements><a:clrScheme name="Touchline">` +
    [colour('dk1', ink), colour('lt1', paper), colour('dk2', ink), colour('lt2', paper)].join('') +
    accents.map((value, index) => colour(`accent${index + 1}`, value)).join('') +
    `${colour('hlink', accents[0])}${colour('folHlink', accents[1])}</a:clrScheme>` +
    `<a:fontScheme name="Touchline">${fonts('majorFont', 'Georgia')}${fonts('minorFont', 'Arial')}</a:fontScheme>` +
    `<a:fmtScheme name="Touchline"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    '</a:themeElements></a:theme>'
  );
}

const ground =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';

function titlePlace({ width, height }: DeckSize): string {
  const box = `<a:off x="${Math.round(width * 0.025)}" y="${Math.round(height * 0.03)}"/><a:ext cx="${Math.round(width * 0.95)}" cy="${Math.round(height * 0.08)}"/>`;
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
    `<p:spPr><a:xfrm>${box}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
  );
}

/** Size of slide titles in points. */
export function titleSize({ height }: DeckSize): number {
  return Math.round((height / 12_700) * 0.045);
}

export function masterXml(size: DeckSize): string {
  const style =
    `<a:lvl1pPr algn="l"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${titleSize(size) * 100}" b="1">` +
    '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/></a:defRPr></a:lvl1pPr>';
  return (
    `${xmlHead}<p:sldMaster ${spaces}><p:cSld>${ground}<p:spTree>${emptyGroup}${titlePlace(size)}</p:spTree></p:cSld>${colourMap}` +
    '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>' +
    `<p:txStyles><p:titleStyle>${style}</p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`
  );
}

export function layoutXml(size: DeckSize): string {
  return (
    `${xmlHead}<p:sldLayout ${spaces} type="titleOnly" preserve="1"><p:cSld name="Title Only"><p:spTree>${emptyGroup}${titlePlace(size)}` +
    '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>'
  );
}

const notesPlaces =
  '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>' +
  '<p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>';

export function notesMasterXml(): string {
  return (
    `${xmlHead}<p:notesMaster ${spaces}><p:cSld>${ground}<p:spTree>${emptyGroup}${notesPlaces}` +
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr>' +
    '<p:spPr><a:xfrm><a:off x="685800" y="4000500"/><a:ext cx="5486400" cy="4457700"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>' +
    `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp></p:spTree></p:cSld>${colourMap}</p:notesMaster>`
  );
}

export function notesXml(lines: readonly string[]): string {
  const paragraphs = lines.map(
    (line) =>
      `<a:p><a:r><a:rPr lang="${languageOf(line)}" dirty="0"/><a:t>${xmlText(line)}</a:t></a:r></a:p>`,
  );
  return (
    `${xmlHead}<p:notes ${spaces}><p:cSld><p:spTree>${emptyGroup}` +
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>' +
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>' +
    `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.length > 0 ? paragraphs.join('') : '<a:p><a:endParaRPr lang="en-US"/></a:p>'}</p:txBody></p:sp>` +
    '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>'
  );
}

/** In EMU; the size of the letters in points. */
export interface TitlePlace extends Box {
  readonly points: number;
}

/** How a slide begins; its shapes follow. `titleId`: an id the shapes do not have. `place`: where the title stands, when not where the master has it. */
export function slideHeadXml(title: string, titleId: number, place?: TitlePlace): string {
  const [x, y, width, height] = place ? [place.x, place.y, place.width, place.height].map(Math.round) : [];
  const properties = place
    ? `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm></p:spPr>`
    : '<p:spPr/>';
  const size = place ? ` sz="${Math.round(place.points * 100)}"` : '';
  const language = languageOf(title);
  return `${xmlHead}<p:sld ${spaces}><p:cSld><p:spTree>${emptyGroup}<p:sp><p:nvSpPr><p:cNvPr id="${titleId}" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>${properties}<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="${language}"${size} dirty="0"/><a:t>${xmlText(title)}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

export const slideFootXml = '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>';

/** No dates: the same map gives the same file. */
export function coreXml(title: string): string {
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>Touchline</dc:creator></cp:coreProperties>`
  );
}

export function appXml(slides: number): string {
  return (
    `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<Application>Touchline</Application><Slides>${slides}</Slides></Properties>`
  );
}
