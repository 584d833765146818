import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import type { Door } from './live-messages';

/** So many join at the same time. */
const AT_ONCE = 20;

/**
 * Students of a class, joined one after another, twenty at a time; `settle` is what each does at once. They wait for answers for ever.
 * @param from the address that they come from, where several classes are not to be taken for one school
 */
export async function joinAll<Settled>(
  { url, code }: Door,
  count: number,
  settle: (student: TabStudent) => Promise<Settled>,
  from?: string,
): Promise<Settled[]> {
  const settled: Settled[] = [];
  const names = Array.from({ length: count }, (_, index) => index);
  const joinNext = async (): Promise<void> => {
    for (let index = names.shift(); index !== undefined; index = names.shift()) {
      const tab = new Tab(url, { patienceMs: null, ...(from && { localAddress: from }) });
      settled.push(await settle(await new TabStudent(tab, code, `Student ${index}`).join()));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, joinNext));
  return settled;
}
