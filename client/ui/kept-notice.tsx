'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NotKept } from '@/client/live/kept-here';
import { Button } from './button';
import { Notice } from './notice';

interface Props {
  path: string;
  notKept: ReadonlySet<NotKept>;
}

/** What will not survive a reload, for who is at this address. */
export default function KeptNotice({ path, notKept }: Props) {
  const t = useTranslations('errors.kept');
  const [seen, setSeen] = useState(false);
  const loss = lossAt(path, notKept);
  if (seen || loss === null) return null;
  return (
    <div className="page-width pt-3" data-testid="not-kept">
      <Notice
        tone="warn"
        title={t('title')}
        announce
        action={
          <Button size="sm" onClick={() => setSeen(true)}>
            {t('understood')}
          </Button>
        }
      >
        {t(loss)}
      </Notice>
    </div>
  );
}

/** What somebody at this address would miss; null: nothing. */
export function lossAt(path: string, notKept: ReadonlySet<NotKept>) {
  if (/^\/(join|class)\//.test(path)) {
    if (notKept.has('texts')) return 'student';
    return notKept.has('data') ? 'points' : null;
  }
  if (/^\/(learn|lab)\b/.test(path)) return notKept.has('texts') || notKept.has('data') ? 'alone' : null;
  return /^\/(teach|review)\b/.test(path) && notKept.has('cookies') ? 'teacher' : null;
}
