'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { AskExperiment } from '@/client/console/experiments/ask-experiment';
import { ExperimentButton } from '@/client/console/experiments/experiment-button';
import { ExperimentGoing } from '@/client/console/experiments/experiment-going';
import { ExperimentPanel } from '@/client/console/experiments/experiment-panel';
import { broken } from '@/client/i18n/broken';
import { KnobPoints } from '@/client/knob/knob-points';
import { KnobResult } from '@/client/knob/knob-result';
import { useKnobWords } from '@/client/knob/knob-words';
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
  const students = new Map(view.roster.map((student) => [student.id, student]));
  return (
    <ExperimentPanel
      name="knob"
      title={t('title')}
      lead={t('lead')}
      now={now}
      live={view.class.phase === 'live'}
      ask={<Choose again={now !== null} />}
      going={now && <Going now={now} here={view.class.hereCount} />}
    >
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
    </ExperimentPanel>
  );
}

/** Which setting. */
function Choose({ again }: { again: boolean }) {
  const t = useTranslations('knob');
  const { ask } = useConsole();
  const words = useKnobWords();
  const [setting, setSetting] = useState<KnobSetting>('learningRate');
  return (
    <AskExperiment
      label={t(again ? 'askAgain' : 'ask')}
      again={again}
      onAsk={(knobId) => void ask({ type: 'knob:ask', knobId, setting })}
    >
      <SelectField
        label={t('which')}
        value={setting}
        onChange={setSetting}
        choices={KNOB_SETTINGS.map((value) => ({ value, label: words.name(value) }))}
        hint={t('values', {
          values: KNOBS[setting].values.map((value) => words.write(setting, value)).join(' · '),
        })}
      />
    </AskExperiment>
  );
}

/** What the class does now, and what comes next. */
function Going({ now, here }: { now: KnobDesk; here: number }) {
  const t = useTranslations('knob');
  const { ask } = useConsole();
  const words = useKnobWords();
  const { id, setting, stage, drawn, dealt, handedIn, rounds, law } = now;
  const { next } = KNOBS[setting];
  const canTest = stage === 'training' && rounds.length === 1 && next !== null && law !== null;
  return (
    <ExperimentGoing
      about={<strong className="text-ink">{broken(words.question(now))}</strong>}
      stand={
        stage === 'expecting'
          ? t('drawn', { count: drawn, of: Math.max(drawn, here) })
          : t('handedIn', { count: handedIn, of: dealt })
      }
      standTestId="knob-count"
      steps={
        stage === 'expecting' ? (
          <ExperimentButton look="primary" onClick={() => void ask({ type: 'knob:deal', knobId: id })}>
            {t('deal')}
          </ExperimentButton>
        ) : (
          canTest && (
            <ExperimentButton look="primary" onClick={() => void ask({ type: 'knob:next', knobId: id })}>
              {t('next', { value: words.write(setting, next) })}
            </ExperimentButton>
          )
        )
      }
      closeLabel={t('close')}
      onClose={() => void ask({ type: 'knob:close', knobId: id })}
    />
  );
}
