import type { ReactNode } from 'react';
import { compiledMessagesOf } from '@/client/i18n/compiled-messages';
import type { Messages } from '@/client/i18n/messages';
import { MoreMessages } from '@/client/i18n/more-messages';
import { areasOf, type PageName } from '@/client/i18n/page-areas';
import { getLanguage } from '@/client/i18n/server';
import type { BenchId } from '@/lessons/bench';

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
