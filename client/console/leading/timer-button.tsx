'use client';

import { Timer } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { CountdownClock } from '@/client/countdown/countdown-clock';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { Form } from '@/client/ui/form';
import { NumberField } from '@/client/ui/number-field';
import { COUNTDOWN_SECONDS, type Countdown } from '@/protocol/countdown';

const PRESETS = [1, 2, 3, 5, 10] as const;
const MOST_MINUTES = COUNTDOWN_SECONDS.most / 60;

interface Props {
  countdown: Countdown | null;
  /** The minutes that the lesson gives the challenge at which the class is; null: at another step. */
  challengeMinutes: number | null;
}

/** The countdown on every screen of the class: its clock while there is one, and all that can be done with it. */
export function TimerButton({ countdown, challengeMinutes }: Props) {
  const t = useTranslations('leading.timer');
  const { ask, serverNow, offlineReason } = useConsole();
  const [open, setOpen] = useState(false);
  const [minutes, setMinutes] = useState(5);
  const set = async (wanted: number) => {
    if (await ask({ type: 'countdown:set', seconds: wanted * 60 })) setOpen(false);
  };
  return (
    <>
      <Button
        look={countdown === null ? 'quiet' : 'secondary'}
        icon={
          countdown === null ? (
            <Timer aria-hidden="true" />
          ) : (
            <CountdownClock
              countdown={countdown}
              serverNow={serverNow}
              className="border-0! bg-transparent! px-0!"
            />
          )
        }
        aria-haspopup="dialog"
        title={t('open')}
        onClick={() => setOpen(true)}
        className="px-2.5"
      >
        <span className="sr-only">{t('open')}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} description={t('lead')}>
        <div className="flex flex-col gap-5">
          {countdown !== null && (
            <div className="flex flex-wrap items-center gap-3">
              <CountdownClock countdown={countdown} serverNow={serverNow} className="mr-auto text-2xl" />
              <Button
                disabledReason={offlineReason}
                onClick={() => void ask({ type: 'countdown:add', seconds: 60 })}
              >
                {t('add')}
              </Button>
              <Button
                disabledReason={offlineReason}
                onClick={async () => {
                  if (await ask({ type: 'countdown:stop' })) setOpen(false);
                }}
              >
                {t('stop')}
              </Button>
            </div>
          )}
          {challengeMinutes !== null && (
            <div>
              <Button
                look="primary"
                disabledReason={offlineReason}
                onClick={() => void set(challengeMinutes)}
              >
                {t('challenge', { minutes: challengeMinutes })}
              </Button>
              <p className="mt-1.5 text-sm text-ink-soft">{t('closes')}</p>
            </div>
          )}
          <fieldset className="min-w-0">
            <legend className="mb-1.5 text-sm font-semibold">{t('presets')}</legend>
            <div className="flex flex-wrap gap-2">
              {PRESETS.map((preset) => (
                <Button key={preset} disabledReason={offlineReason} onClick={() => void set(preset)}>
                  {t('minutes', { minutes: preset })}
                </Button>
              ))}
            </div>
          </fieldset>
          <Form
            className="flex flex-wrap items-end gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void set(minutes);
            }}
          >
            <NumberField
              label={t('own')}
              value={minutes}
              onChange={setMinutes}
              min={1}
              max={MOST_MINUTES}
              step={1}
              digits={0}
              className="w-44"
            />
            <Button type="submit" look="primary" disabledReason={offlineReason}>
              {t('start')}
            </Button>
          </Form>
        </div>
      </Dialog>
    </>
  );
}
