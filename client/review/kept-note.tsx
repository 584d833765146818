'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useFormatter, useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Notice } from '@/client/ui/notice';
import { SelectField } from '@/client/ui/select-field';
import { sayToStay } from '@/client/ui/staying-toast';
import { type Keeping, keepChoices } from '@/protocol/retention';
import { askServer } from './ask-server';

/** What `KeptNote` tells the time of, and where another is asked for; none: a group's lessons are kept as the group says. */
interface Kept {
  of: 'class' | 'sitting' | 'group';
  keeping: Keeping;
  path?: string;
}

/** Says what is kept of students, and for how long; where there is a path, for how long can be chosen. */
export function KeptNote({ kept }: { kept?: Kept | null }) {
  const t = useTranslations('review.kept');
  return (
    <Notice title={t('title')}>
      <p>{t('text')}</p>
      {kept && <KeptUntil {...kept} />}
      <p className="mt-2">
        <a
          href="/privacy"
          className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
        >
          {t('page')}
        </a>
      </p>
    </Notice>
  );
}

function KeptUntil({ of, keeping, path }: Kept) {
  const t = useTranslations('review.kept');
  const format = useFormatter();
  const { keepDays, policy, deletedAt } = keeping;
  const days = Math.min(keepDays ?? policy.defaultDays, policy.mostDays);
  return (
    <>
      <p className="mt-2 font-semibold">
        {deletedAt === null
          ? t(of === 'group' ? 'ofGroup' : 'open', { days })
          : t('until', { date: format.dateTime(deletedAt, 'day'), days })}
      </p>
      {path !== undefined && <ChooseDays keeping={keeping} path={path} />}
      {of === 'sitting' && <p>{t('asGroup')}</p>}
    </>
  );
}

function ChooseDays({ keeping: { keepDays, policy }, path }: { keeping: Keeping; path: string }) {
  const t = useTranslations('review.kept');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [chosen, setChosen] = useState(keepDays);
  const choose = async (days: number | null) => {
    setChosen(days);
    const answer = await askServer('PATCH', path, { keepDays: days });
    if (answer !== 'offline' && answer.ok) {
      toast.success(t('saved'));
      router.refresh();
      return;
    }
    setChosen(keepDays);
    sayToStay('error', t('notSaved'), {
      description: answer === 'offline' ? errors('offline') : refusalText(answer.code),
    });
  };
  const choices = [...new Set([...keepChoices(policy), ...(keepDays === null ? [] : [keepDays])])];
  return (
    <SelectField
      label={t('choose')}
      value={String(chosen)}
      onChange={(value) => void choose(value === 'null' ? null : Number(value))}
      choices={[
        { value: 'null', label: t('asServer', { days: policy.defaultDays }) },
        ...choices.sort((a, b) => a - b).map((days) => ({ value: String(days), label: t('days', { days }) })),
      ]}
      className="mt-2 max-w-72"
    />
  );
}
