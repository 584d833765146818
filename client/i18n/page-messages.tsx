import type { ReactNode } from 'react';
import type { Messages } from '@/client/messages/en';
import type { BenchId } from '@/lessons/bench';
import { compiledMessagesOf } from './compiled-messages';
import { MoreMessages } from './more-messages';
import { areasOf, type PageName } from './page-areas';
import { getLanguage } from './server';

interface Props {
  page: PageName;
  /** The benches that may come to stand on it. */
  benches?: readonly BenchId[];
  children: ReactNode;
}

/** Gives a page's client components the messages that they use, in the request's language; server only. */
export async function PageMessages({ page, benches = [], children }: Props) {
  const all = compiledMessagesOf(await getLanguage());
  const given = Object.fromEntries(areasOf(page, benches).map((area) => [area, all[area]]));
  return <MoreMessages messages={given as Partial<Messages>}>{children}</MoreMessages>;
}
