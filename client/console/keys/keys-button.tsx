'use client';

import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { CONSOLE_KEYS, type ConsoleKey } from './console-keys';
import { useConsoleKey } from './use-console-key';

/** All keys of the console, in a list; the list has a key, too. */
export function KeysButton() {
  const t = useTranslations('console.keys');
  const [open, setOpen] = useState(false);
  useConsoleKey('keys', () => setOpen(true));
  return (
    <>
      <Button
        size="sm"
        icon={<Keyboard aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="self-start pointer-coarse:hidden"
      >
        {t('title')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} description={t('lead')}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
          {(Object.keys(CONSOLE_KEYS) as ConsoleKey[]).map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd
                  translate="no"
                  className="inline-flex min-w-9 justify-center rounded-md border border-line-strong bg-surface-sunken px-2 py-1 font-sans font-semibold uppercase"
                >
                  {CONSOLE_KEYS[key]}
                </kbd>
              </dt>
              <dd>{t(key)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
