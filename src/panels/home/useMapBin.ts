/** Deleting a map for everybody and bringing it back, from the home page, by the owner's key that this device holds (U41). */
import { useWords } from '../../state/interfaceStore.ts';
import { rememberDeleted, type DeviceMap } from '../../state/deviceMaps.ts';
import { deleteMap, undeleteMap } from '../../sync/linksApi.ts';
import type { Failure } from '../../sync/mapsApi.ts';
import { useToast } from '../../ui/Toast.tsx';
import { homeWords } from '../../words/home.ts';
import { problemWords } from '../../words/problems.ts';
import { problemOfServer } from '../problem/problemOfServer.ts';

export interface MapBinActions {
  readonly remove: (map: DeviceMap) => Promise<void>;
  readonly bringBack: (map: DeviceMap) => Promise<void>;
}

/** Each says how it went; the device's list changes only when the server has done it. */
export function useMapBin(storage: Storage): MapBinActions {
  const words = useWords(homeWords);
  const problems = useWords(problemWords);
  const toast = useToast();
  const titleOf = ({ title }: DeviceMap) => title || words.blankMapTitle;
  const refuse = (failure: Failure) => {
    const { title, next } = problems[problemOfServer(failure, 'serverDown')];
    toast({ text: `${title}. ${next}`, stays: true });
  };
  const bringBack = async (map: DeviceMap) => {
    const answer = await undeleteMap(map.id, map.token);
    if (!answer.ok) return refuse(answer.failure);
    rememberDeleted(storage, map.id, null);
    toast({ text: words.broughtBack(titleOf(map)) });
  };
  const remove = async (map: DeviceMap) => {
    const answer = await deleteMap(map.id, map.token);
    // Another device may have been first.
    if (!answer.ok && problemOfServer(answer.failure, 'serverDown') !== 'mapDeleted')
      return refuse(answer.failure);
    rememberDeleted(storage, map.id, Date.now());
    toast({
      text: words.deleted(titleOf(map)),
      action: { label: words.bringBack, onPress: () => void bringBack(map) },
    });
  };
  return { remove, bringBack };
}
