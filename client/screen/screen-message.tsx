'use client';

import { useTranslations } from 'use-intl';
import { useWait } from '@/client/live/use-wait';
import { LinkButton } from '@/client/ui/link-button';
import { Logo } from '@/client/ui/logo';

type Props =
  | { kind: 'connecting' }
  | { kind: 'refused'; text: string; action: { href: string; label: string } };

/** In place of the class: not there yet, or not to be shown here. */
export function ScreenMessage(props: Props) {
  const t = useTranslations('screen');
  useWait(props.kind === 'connecting');
  return (
    <main id="content" className="grid min-h-dvh place-items-center px-8 text-center">
      <div className="flex flex-col items-center gap-6">
        <Logo className="h-20 w-auto" />
        <h1 className="text-screen">{t(props.kind)}</h1>
        {props.kind === 'refused' && (
          <>
            <p className="text-lg text-ink-soft">{props.text}</p>
            <LinkButton look="primary" href={props.action.href} prefetch={false}>
              {props.action.label}
            </LinkButton>
          </>
        )}
      </div>
    </main>
  );
}
