'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { OpenWork } from '@/client/benches/frame/open-work';
import { shareOfRows } from '@/client/benches/frame/share-of-rows';
import { useConsole } from '@/client/console/console-context';
import { useSelectedIds } from '@/client/console/selection/use-selected-ids';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { randomId } from '@/client/live/random-id';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { patiently } from '@/client/ui/patiently';
import { SelectField } from '@/client/ui/select-field';
import { sayToStay } from '@/client/ui/staying-toast';
import type { WrittenLesson } from '@/lessons/written';
import type { TeacherView } from '@/protocol/views';
import { bringAlong } from './bring-along';

/** Benches come when somebody wants one. */
const LazyOwnBench = dynamic(
  patiently(() => import('./own-bench').then((module) => module.OwnBench)),
  {
    ssr: false,
    loading: () => <div className="min-h-[50dvh]" />,
  },
);

interface Props {
  view: TeacherView;
  lesson: WrittenLesson;
  open: boolean;
  onClose(): void;
}

/** Milliseconds for a sentence that is read once. */
const LONG_MS = 10_000;

/** Everybody, those who are chosen, or one by the own id. */
type To = 'all' | 'chosen' | string;

/** The teacher's own bench, to be set up and handed to students. */
export function HandDialog({ view, lesson, open, onClose }: Props) {
  const t = useTranslations('shoulder.hand');
  const { ask, nameOf, offlineReason, session } = useConsole();
  const selected = useSelectedIds();
  const numbers = useNumbers();
  const refusalText = useRefusalText();
  const [work] = useState(() => new OpenWork());
  const [handing, setHanding] = useState(false);
  /** Null: nobody was named here. */
  const [to, setTo] = useState<To | null>(null);
  const { stepIndex, dealSeed } = view.class;
  const step = lesson.steps[stepIndex];
  const students = view.roster.filter(({ membership }) => membership === 'in');
  const chosen = students.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  // Whoever has chosen some means these.
  const usual = chosen.length > 0 ? 'chosen' : 'all';
  const wanted = to === null || (to === 'chosen' && chosen.length === 0) ? usual : to;
  if (!step) return null;
  const hand = async () => {
    setHanding(true);
    await handOut().finally(() => setHanding(false));
  };
  const handOut = async () => {
    const works = work.handable();
    if (works.length === 0) {
      sayToStay('error', t('nothing'));
      return;
    }
    const along = await bringAlong(work, { code: view.class.code, session });
    if (along === 'failed' || !along.ok) {
      sayToStay('error', t('notBrought'), {
        description: along === 'failed' ? undefined : refusalText(along.code),
      });
      return;
    }
    const share = shareOfRows(works);
    const receivers = wanted === 'all' ? null : wanted === 'chosen' ? chosen : [wanted];
    const done = await ask({
      type: 'setup:hand',
      setUpId: randomId(),
      stepId: step.id,
      to: receivers,
      works: [...works, ...along.works],
      ...(along.weights && { weights: along.weights.digest }),
    });
    if (!done) return;
    toast.success(t('done', { count: receivers?.length ?? students.length }), {
      ...(share && {
        description: t('doneRows', { some: numbers.integer(share.some), of: numbers.integer(share.of) }),
        duration: LONG_MS,
      }),
      ...(along.weights && {
        description: t('doneWeights', { step: numbers.integer(along.weights.step) }),
        duration: LONG_MS,
      }),
    });
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      size="xl"
      title={t('title')}
      description={t('text')}
    >
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SelectField
          label={<span className="sr-only">{t('to')}</span>}
          value={wanted}
          onChange={setTo}
          choices={[
            { value: 'all' as To, label: t('all', { count: students.length }) },
            ...(chosen.length > 0 ? [{ value: 'chosen', label: t('chosen', { count: chosen.length }) }] : []),
            ...students.map((student) => ({ value: student.id, label: nameOf(student) })),
          ]}
          className="w-56 gap-0!"
        />
        <Button look="primary" disabledReason={offlineReason} busy={handing} onClick={() => void hand()}>
          {t('hand')}
        </Button>
      </div>
      <LazyOwnBench lesson={lesson} stepIndex={stepIndex} seed={dealSeed} open={work} />
    </Dialog>
  );
}
