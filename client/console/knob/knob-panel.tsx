'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { broken } from '@/client/i18n/broken';
import { KnobPoints } from '@/client/knob/knob-points';
import { KnobResult } from '@/client/knob/knob-result';
import { useKnobWords } from '@/client/knob/knob-words';
import { randomId } from '@/client/live/random-id';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { SelectField } from '@/client/ui/select-field';
import { KNOB_SETTINGS, KNOBS, type KnobSetting } from '@/protocol/knob-settings';
import type { KnobConsole, KnobDesk } from '@/protocol/knob-views';
import type { TeacherView } from '@/protocol/views';

interface Props {
  view: TeacherView;
  knob: KnobConsole;
}

/** One knob each: which setting is dealt, how far the class is, and the picture that its networks make. */
export default function KnobPanel({ view, knob: { now } }: Props) {
  const t = useTranslations('knob');
  const { nameOf } = useConsole();
  const live = view.class.phase === 'live';
  const open = now?.open ?? false;
  const students = new Map(view.roster.map((student) => [student.id, student]));
  return (
    <Card as="section" title={t('title')} data-testid="knob-panel" data-stage={open ? now!.stage : 'none'}>
      {now === null && <p className="mb-2 text-sm text-ink-soft">{broken(t('lead'))}</p>}
      {open ? <Going now={now!} here={view.class.hereCount} /> : live && <Choose again={now !== null} />}
      {now !== null && (now.rounds.length > 1 || now.stage === 'training') && (
        <div className="mt-4">
          <KnobResult knob={now} />
          <KnobPoints
            knob={now}
            nameOf={(id) => {
              const student = students.get(id);
              return student ? nameOf(student) : null;
            }}
          />
        </div>
      )}
    </Card>
  );
}

/** Which setting, and off it goes. */
function Choose({ again }: { again: boolean }) {
  const t = useTranslations('knob');
  const { ask, offlineReason } = useConsole();
  const words = useKnobWords();
  const [setting, setSetting] = useState<KnobSetting>('learningRate');
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SelectField
        label={t('which')}
        value={setting}
        onChange={setSetting}
        choices={KNOB_SETTINGS.map((value) => ({ value, label: words.name(value) }))}
        hint={t('values', {
          values: KNOBS[setting].values.map((value) => words.write(setting, value)).join(' · '),
        })}
      />
      <Button
        look={again ? 'secondary' : 'primary'}
        disabledReason={offlineReason}
        onClick={() => void ask({ type: 'knob:ask', knobId: randomId(), setting })}
      >
        {t(again ? 'askAgain' : 'ask')}
      </Button>
    </div>
  );
}

/** What the class does now, and what comes next. */
function Going({ now, here }: { now: KnobDesk; here: number }) {
  const t = useTranslations('knob');
  const { ask, offlineReason } = useConsole();
  const words = useKnobWords();
  const { id, setting, stage, drawn, dealt, handedIn, rounds, law } = now;
  const { next } = KNOBS[setting];
  const canTest = stage === 'training' && rounds.length === 1 && next !== null && law !== null;
  return (
    <>
      <p className="mb-1 text-sm font-semibold">{broken(words.question(now))}</p>
      <LiveRegion visible className="text-sm">
        <p className="tabular mb-2" data-testid="knob-count">
          {stage === 'expecting'
            ? t('drawn', { count: drawn, of: Math.max(drawn, here) })
            : t('handedIn', { count: handedIn, of: dealt })}
        </p>
      </LiveRegion>
      <div className="flex flex-wrap gap-2">
        {stage === 'expecting' && (
          <Button
            look="primary"
            disabledReason={offlineReason}
            onClick={() => void ask({ type: 'knob:deal', knobId: id })}
          >
            {t('deal')}
          </Button>
        )}
        {canTest && (
          <Button
            look="primary"
            disabledReason={offlineReason}
            onClick={() => void ask({ type: 'knob:next', knobId: id })}
          >
            {t('next', { value: words.write(setting, next) })}
          </Button>
        )}
        <Button disabledReason={offlineReason} onClick={() => void ask({ type: 'knob:close', knobId: id })}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}
