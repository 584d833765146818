import { Tab, type TabOptions } from './tab';

/** A projector: the screen of a class, in a browser in which its teacher is signed in. */
export async function openProjector(
  url: string,
  code: string,
  cookie: string,
  options: TabOptions = {},
): Promise<Tab> {
  const tab = new Tab(url, { cookie, ...options });
  await tab.stayAttached({ code, as: { kind: 'screen' } });
  return tab;
}
