/** Names of records and values for cells, in the person's language; made anew only when names or order change. */
import { useMemo } from 'react';
import { stageLetter } from '../model/address.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { useProjection, useScreen } from '../state/mapSession.ts';
import { fieldWords } from '../words/fields.ts';
import { tableWords } from '../words/table.ts';
import type { Lookup } from './cellValue.ts';

export function useLookup(): Lookup {
  const language = useScreen((state) => state.language);
  const stages = useProjection((state) => state.journey.stages);
  const lanes = useProjection((state) => state.journey.lanes);
  const channels = useProjection((state) => state.journey.channels);
  return useMemo(() => {
    const { values } = fieldWords[language];
    const found = {
      stageId: stages.map(({ id, name }, index) => ({ id, name, address: stageLetter(index) })),
      laneId: lanes.flatMap(({ id, name, kind }, index) =>
        laneHolds(kind) === 'touchpoints'
          ? [{ id, name: name || values.laneKind[kind], address: String(index + 1) }]
          : [],
      ),
      channelId: channels.map(({ id, name }) => ({ id, name, address: id })),
    };
    return {
      words: tableWords[language],
      valueName(table, value) {
        const names: { readonly [value: string]: string } = table ? values[table] : {};
        return names[value] ?? value;
      },
      records: ({ field }) =>
        field === 'stageId' || field === 'laneId' || field === 'channelId' ? found[field] : [],
    };
  }, [language, stages, lanes, channels]);
}
