'use client';

import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import { sayToStay } from '@/client/ui/staying-toast';
import { type BookmarkMark, bookmarksPath } from '@/protocol/marked-moment';

/** What an owner does to the bookmarks of a class afterwards. True: it is done; else it has been said why not. */
export function useBookmarkDeeds(classId: string) {
  const t = useTranslations('review.bookmarks');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const ask = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<boolean> => {
    const answer = await askServer(method, `${bookmarksPath(classId)}${path}`, body);
    if (answer !== 'offline' && answer.ok) return true;
    sayToStay('error', t('failed'), {
      description: answer === 'offline' ? errors('offline') : refusalText(answer.code),
    });
    return false;
  };
  return {
    mark: (bookmark: BookmarkMark) => ask('POST', '', bookmark),
    note: (id: string, note: string) => ask('PATCH', `/${id}`, { note }),
    remove: (id: string) => ask('DELETE', `/${id}`),
  };
}
