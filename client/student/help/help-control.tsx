'use client';

import { HandHelping, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { StudentSession } from '@/client/live/class-session';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { Notice } from '@/client/ui/notice';
import type { StudentCommand } from '@/protocol/commands';
import type { RefusalCode } from '@/protocol/refusals';
import type { OwnHelp } from '@/protocol/views';
import { usePartnerText } from './use-partner-text';

interface Props {
  session: StudentSession;
  help: OwnHelp | null;
}

/** In the class's bar: ask for help, or offer some; taken back the same way. */
export function HelpControl({ session, help }: Props) {
  const t = useTranslations('classroom.help');
  const refusalText = useRefusalText();
  const [shown, setShown] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const partner = usePartnerText(help);
  const state =
    help === null ? 'open' : help.partner ? 'inPair' : help.kind === 'need' ? 'asking' : 'offering';
  const say = async (command: StudentCommand) => {
    const answer = await session.command(command);
    setRefusal(answer.ok ? null : answer.code);
    if (answer.ok) setShown(false);
  };
  return (
    <>
      <Button
        look="quiet"
        icon={<LifeBuoy aria-hidden="true" />}
        aria-label={t(state)}
        aria-haspopup="dialog"
        data-testid="help"
        data-state={state}
        onClick={() => {
          setRefusal(null);
          setShown(true);
        }}
        className="data-[state=asking]:bg-warn-soft! data-[state=asking]:text-warn! data-[state=inPair]:bg-accent-soft! data-[state=inPair]:text-accent! data-[state=offering]:bg-accent-soft! data-[state=offering]:text-accent! max-sm:px-2.5"
      >
        <span className="max-md:hidden">{t(state)}</span>
      </Button>
      <Dialog open={shown} onOpenChange={setShown} title={t('title')} description={t('text')}>
        <div className="flex flex-col gap-3">
          {refusal !== null && <Notice tone="error">{refusalText(refusal)}</Notice>}
          {partner !== null ? (
            <>
              <p className="text-lg font-semibold">{partner}</p>
              <Button className="self-start" onClick={() => say({ type: 'help:end' })}>
                {t('over')}
              </Button>
            </>
          ) : (
            (['need', 'can'] as const).map((kind) => (
              <div
                key={kind}
                className="flex items-center gap-x-4 gap-y-1 max-sm:flex-col max-sm:items-start"
              >
                <Button
                  size="lg"
                  aria-pressed={help?.kind === kind}
                  icon={
                    kind === 'need' ? <LifeBuoy aria-hidden="true" /> : <HandHelping aria-hidden="true" />
                  }
                  onClick={() => say({ type: 'help:ask', kind })}
                  className="min-w-52 justify-start aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
                >
                  {t(kind)}
                </Button>
                {help?.kind === kind ? (
                  <Button onClick={() => say({ type: 'help:end' })}>{t('takeBack')}</Button>
                ) : (
                  <span className="min-w-0 flex-1 text-sm text-ink-soft">{t(`${kind}Text`)}</span>
                )}
              </div>
            ))
          )}
        </div>
      </Dialog>
    </>
  );
}
