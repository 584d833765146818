'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { CONSOLE_KEYS } from '@/client/console/keys/console-keys';
import { useConsoleKey } from '@/client/console/keys/use-console-key';
import { broken } from '@/client/i18n/broken';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import type { RevealDesk } from '@/protocol/reveal-views';
import { useRevealDesk } from './use-reveal-desk';

interface Props {
  desk: RevealDesk;
  /** Takes the keys that go on and back: one bar of a page does. */
  keyed?: boolean;
  /** For a thumb. */
  large?: boolean;
}

/** Where the reveal stands, what comes next, and the buttons that go there. */
export function RevealBar({ desk, keyed = false, large = false }: Props) {
  const t = useTranslations('reveal.desk');
  const { offlineReason } = useConsole();
  const { back, next, skip, at, go, nameOf, phaseName } = useRevealDesk(desk);
  useConsoleKey('revealNext', () => keyed && offlineReason === undefined && go(next));
  useConsoleKey('revealBack', () => keyed && offlineReason === undefined && go(back));
  return (
    <div className="flex flex-col gap-2.5">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm" data-testid="reveal-now">
        <dt className="text-ink-soft">{t('now')}</dt>
        <dd className="font-semibold">{broken(nameOf(at))}</dd>
        <dt className="text-ink-soft">{t('then')}</dt>
        <dd>{broken(next ? nameOf(next) : t('end'))}</dd>
      </dl>
      <div
        className={classNames(
          large ? 'grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-2' : 'flex flex-wrap items-center gap-2',
        )}
      >
        <Button
          icon={<ChevronLeft aria-hidden="true" />}
          aria-keyshortcuts={keyed ? CONSOLE_KEYS.revealBack : undefined}
          disabledReason={offlineReason ?? (back ? undefined : nameOf(at))}
          onClick={() => go(back)}
          className={large ? 'min-h-16! px-2!' : undefined}
        >
          {t('back')}
        </Button>
        <Button
          look="primary"
          icon={<ChevronRight aria-hidden="true" />}
          aria-keyshortcuts={keyed ? CONSOLE_KEYS.revealNext : undefined}
          disabledReason={offlineReason ?? (next ? undefined : t('end'))}
          onClick={() => go(next)}
          className={large ? 'min-h-16! text-lg!' : undefined}
        >
          {t('next')}
        </Button>
        {skip && (
          <Button
            disabledReason={offlineReason}
            onClick={() => go(skip)}
            className={large ? 'order-first col-span-2 min-h-12!' : undefined}
          >
            {t('skip', { phase: phaseName(skip.phase) })}
          </Button>
        )}
      </div>
    </div>
  );
}
