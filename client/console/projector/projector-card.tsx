'use client';

import { Pin } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useWished } from '@/client/console/use-wished';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { useOneStop } from '@/client/ui/use-one-stop';
import type { ScreenDesk, ScreenViewId } from '@/protocol/screen';
import { ArgumentChoice } from './argument-choice';
import { carriedPin } from './carried-pin';
import { VIEW_ARGUMENTS } from './view-arguments';
import { VIEW_ICONS } from './view-icons';

const PRESSED = 'aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent';

/** What the projector shows, one tap a view; only what makes sense now is offered. Nothing in the lobby, where there is no choice. */
export function ProjectorCard({ screen }: { screen: ScreenDesk }) {
  return screen.offered.length < 2 ? null : <OfferedViews screen={screen} />;
}

function OfferedViews({ screen }: { screen: ScreenDesk }) {
  const t = useTranslations('console.projector');
  const { ask, offlineReason } = useConsole();
  const [view, wishView] = useWished(screen.view);
  const [argument, wishArgument] = useWished(screen.argument);
  const [pinned, wishPinned] = useWished(screen.pinned);
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = useOneStop(list);
  const show = (next: ScreenViewId, told: string | null, stays: boolean) => {
    const asked = ask({ type: 'screen:show', view: next, argument: told, pinned: stays });
    wishView(next, asked);
    wishArgument(told, asked);
    wishPinned(stays, asked);
  };
  return (
    <Card
      as="section"
      title={t('title')}
      data-testid="projector"
      actions={
        <Button
          size="sm"
          aria-pressed={pinned}
          title={t('pinHint')}
          icon={<Pin aria-hidden="true" />}
          disabledReason={offlineReason ?? (view === 'auto' ? t('pinNothing') : undefined)}
          onClick={() => show(view, argument, !pinned)}
          className={PRESSED}
        >
          {t('pin')}
        </Button>
      }
    >
      <ul ref={list} onKeyDown={onKeyDown} aria-label={t('views')} className="grid grid-cols-3 gap-2">
        {screen.offered.map((offered) => {
          const Icon = VIEW_ICONS[offered];
          return (
            <li key={offered} className="flex min-w-0">
              <Button
                aria-pressed={offered === view}
                disabledReason={offlineReason}
                icon={<Icon aria-hidden="true" />}
                // What is pinned stays pinned as another view takes its place; what fits the moment is never pinned.
                onClick={() =>
                  show(
                    offered,
                    offered === view ? argument : (VIEW_ARGUMENTS[offered]?.[0] ?? null),
                    offered === view ? pinned : offered !== 'auto' && carriedPin({ view, pinned }),
                  )
                }
                className={`min-w-0 flex-1 flex-col gap-1! px-1! py-2 text-xs! leading-tight text-balance wrap-anywhere ${PRESSED}`}
              >
                {t(offered)}
              </Button>
            </li>
          );
        })}
      </ul>
      <ArgumentChoice
        view={view}
        argument={argument}
        disabled={offlineReason !== undefined}
        onChange={(next) => show(view, next, pinned)}
      />
    </Card>
  );
}
