'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { ownDataPath } from '@/protocol/own-page';
import { forgetHere, type OwnPlaces } from './forget-here';

interface Props extends OwnPlaces {
  token: string;
  onDeleted(): void;
}

/** A student has everything of theirs deleted, in every lesson and in this browser. */
export function DeleteCard({ token, onDeleted, ...places }: Props) {
  const t = useTranslations('classroom.ownPage.delete');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const remove = async () => {
    setProblem('');
    const answer = await askServer('DELETE', ownDataPath(token));
    if (answer === 'offline') setProblem(errors('offline'));
    else if (!answer.ok) setProblem(refusalText(answer.code));
    else {
      await forgetHere(places);
      onDeleted();
    }
  };
  return (
    <Card as="section" title={t('title')}>
      <p className="mb-3 text-sm text-ink-soft">{t('text')}</p>
      <Button icon={<Trash2 aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('button')}
      </Button>
      <p role="alert" className="mt-2 text-sm text-danger empty:hidden">
        {problem}
      </p>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('confirmTitle')}
        description={t('confirmText')}
        confirmLabel={t('confirm')}
        danger
        onConfirm={remove}
      />
    </Card>
  );
}
