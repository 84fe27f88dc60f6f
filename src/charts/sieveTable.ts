/** The sieve in rows, for whoever reads it or has it read to them. */
import type { Sieve, SieveMember } from '../analysis/sieve.ts';
import type { ChartFacts, ChartTable } from './chart.ts';

export function sieveTable(sieve: Sieve, facts: ChartFacts): ChartTable {
  const { words, numbers } = facts;
  const count = (value: number | null): string => (value === null ? '–' : numbers.plain(value));
  const part = (value: number | null): string => (value === null ? '–' : numbers.percent(value));
  const row = (member: SieveMember, cumulative: string): readonly string[] => [
    `${facts.tag(member.id)} ${facts.title(member.id)}`,
    count(member.reached),
    count(member.passed),
    member.share === null && member.unknown ? words.reasons[member.unknown].short : part(member.share),
    count(member.loss),
    cumulative,
    member.costPerPassed === null ? '–' : numbers.money(member.costPerPassed, facts.currency),
  ];
  return {
    columns: words.sieve.columns,
    rows: [
      ...sieve.chain.map((member) => row(member, part(member.cumulative))),
      ...sieve.side.map((member) => row(member, words.sieve.side)),
    ],
  };
}
