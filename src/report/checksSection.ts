/** The section of the report about what the checks find, what to do about it, and what was set aside for which reason. */
import { checkListWords } from '../words/checkList.ts';
import { checkWords, findingMessage } from '../words/checks.ts';
import { together, type Piece } from './flow.ts';
import type { ReportContext, Section } from './reportContext.ts';
import { paragraph, subheading, table } from './texts.ts';

/** Findings that are read in a report; the list of checks beside the map has all. */
const mostFindings = 40;

export function checksSection(context: ReportContext): Section {
  const { analyses, facts, words, width } = context;
  const language = words.language;
  const said = checkListWords[language];
  const open = analyses.lint.filter(({ dismissed }) => dismissed === null);
  const aside = analyses.lint.filter(({ dismissed }) => dismissed !== null);
  const names = words.checkColumns;
  const row = (finding: (typeof analyses.lint)[number]) => {
    const { name, todo } = checkWords[language][finding.kind];
    const tag = finding.ids.map((id) => facts.tag(id)).find((one) => one !== '');
    return [
      name,
      `${tag === undefined ? '' : `${tag} `}${findingMessage(finding, language)}`,
      finding.dismissed === null ? todo : words.dismissed(finding.dismissed.reason),
    ];
  };
  const columns = [
    { name: names[0] ?? '', share: 22, strong: true },
    { name: names[1] ?? '', share: 42 },
    { name: names[2] ?? '', share: 36 },
  ];
  const shortened = (findings: typeof analyses.lint): readonly Piece[] => {
    const more = findings.length - mostFindings;
    return [
      ...table(columns, findings.slice(0, mostFindings).map(row), width),
      ...(more > 0
        ? paragraph(words.moreFindings(more), width, { role: 'card-text', fill: 'ink-2', above: 8 })
        : []),
    ];
  };
  return {
    id: 'checks',
    name: said.name,
    rests: aside.length === 0 ? '' : said.setAside(aside.length),
    says: [words.checksFound(open.length)],
    pieces: [
      ...(open.length === 0 ? [] : shortened(open)),
      ...(aside.length === 0
        ? []
        : together([...subheading(said.setAside(aside.length), width), ...shortened(aside)])),
    ],
  };
}
