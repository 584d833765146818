'use client';

import { useTranslations } from 'use-intl';
import { SelectField } from '@/client/ui/select-field';
import type { ScreenViewId } from '@/protocol/screen';
import { VIEW_ARGUMENTS } from './view-arguments';

interface Props {
  view: ScreenViewId;
  argument: string | null;
  disabled: boolean;
  onChange(argument: string): void;
}

/** What of it the projector shows, where a view has kinds; nothing elsewhere. */
export function ArgumentChoice({ view, argument, disabled, onChange }: Props) {
  const t = useTranslations('console.projector');
  const choices = VIEW_ARGUMENTS[view];
  if (!choices || argument === null) return null;
  return (
    <SelectField
      className="mt-3"
      label={t('argument')}
      value={argument}
      disabled={disabled}
      onChange={onChange}
      choices={choices.map((value) => ({ value, label: t(`arguments.${value}` as 'arguments.loss') }))}
    />
  );
}
