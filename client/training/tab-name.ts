import { randomId } from '@/client/live/random-id';
import { type TextStorage, tabStorage } from '@/client/live/text-storage';

const KEY = 'perceptroom:tab';

/** What this tab is called, the same after a reload: tells "loaded again" from "opened later" without asking a clock. */
export function tabName(storage: TextStorage = tabStorage): string {
  const known = storage.getItem(KEY);
  if (known !== null) return known;
  const name = randomId();
  storage.setItem(KEY, name);
  return name;
}
