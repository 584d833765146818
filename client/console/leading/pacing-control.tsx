'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useWished } from '@/client/console/use-wished';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import type { Pacing } from '@/protocol/pacing';
import type { TeacherView } from '@/protocol/views';

interface Props {
  view: TeacherView;
  /** Of the class's steps, in order. */
  titles: readonly string[];
}

const MODES = ['teacher', 'range', 'free'] as const satisfies readonly Pacing['mode'][];

/** Who decides at which step a student is, and between which steps they may go. */
export function PacingControl({ view, titles }: Props) {
  const t = useTranslations('leading.pacing');
  const { ask, offlineReason } = useConsole();
  const { stepIndex } = view.class;
  const [pacing, wish] = useWished<Pacing>(view.class.pacing);
  const offline = offlineReason !== undefined;
  const choose = (next: Pacing) => wish(next, ask({ type: 'class:pace', pacing: next }));
  const last = titles.length - 1;
  const modeChosen = (mode: Pacing['mode']) =>
    choose(mode === 'range' ? { mode, first: stepIndex, last: Math.min(stepIndex + 1, last) } : { mode });
  const choices = titles.map((title, at) => ({
    value: String(at),
    label: t('choice', { step: at + 1, title }),
  }));
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label={t('label')}
        labelVisible
        value={pacing.mode}
        disabled={offline}
        onChange={modeChosen}
        segments={MODES.map((value) => ({ value, label: t(value) }))}
      />
      {pacing.mode === 'range' && (
        <div className="grid grid-cols-2 gap-2">
          <SelectField
            label={t('first')}
            value={String(pacing.first)}
            disabled={offline}
            choices={choices}
            onChange={(at) =>
              choose({ mode: 'range', first: Number(at), last: Math.max(Number(at), pacing.last) })
            }
          />
          <SelectField
            label={t('last')}
            value={String(pacing.last)}
            disabled={offline}
            choices={choices}
            onChange={(at) =>
              choose({ mode: 'range', first: Math.min(Number(at), pacing.first), last: Number(at) })
            }
          />
        </div>
      )}
      <p className="text-sm text-ink-soft">{t(`${pacing.mode}Hint`)}</p>
    </div>
  );
}
