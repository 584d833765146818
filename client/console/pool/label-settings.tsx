'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Form } from '@/client/ui/form';
import { IconButton } from '@/client/ui/icon-button';
import { TextField } from '@/client/ui/text-field';
import { POOL } from '@/protocol/pool-rules';

interface Props {
  names: readonly string[];
  /** There are drawings: nothing can be renamed now. */
  fixed: boolean;
  /** Null: cat and not a cat. */
  save(labels: readonly string[] | null): Promise<boolean>;
}

/** Two to four names for the labels, while the pool is empty. */
export function LabelSettings({ names, fixed, save }: Props) {
  const t = useTranslations('pool.teacher');
  const [typed, setTyped] = useState<{ key: number; text: string }[]>(() =>
    names.map((text, key) => ({ key, text })),
  );
  if (fixed) return <p className="text-xs text-ink-soft">{t('fixed')}</p>;
  const changed = typed.map(({ text }) => text).join('\n') !== names.join('\n');
  return (
    <details className="text-sm">
      <summary className="min-h-8 py-1 font-semibold">{t('labels')}</summary>
      <Form
        className="flex flex-col gap-2 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          void save(typed.map(({ text }) => text));
        }}
      >
        {typed.map(({ key, text }, index) => (
          <div key={key} className="flex items-end gap-1.5">
            <div className="min-w-0 flex-1">
              <TextField
                label={t('labelOf', { number: index + 1 })}
                value={text}
                maxLength={100}
                onChange={(event) =>
                  setTyped((before) =>
                    before.map((one) => (one.key === key ? { key, text: event.target.value } : one)),
                  )
                }
              />
            </div>
            {typed.length > POOL.leastLabels && (
              <IconButton
                label={t('removeLabel', { number: index + 1 })}
                icon={<X aria-hidden="true" />}
                onClick={() => setTyped((before) => before.filter((one) => one.key !== key))}
              />
            )}
          </div>
        ))}
        <div className="flex flex-wrap gap-2">
          {typed.length < POOL.mostLabels && (
            <Button
              size="sm"
              look="quiet"
              icon={<Plus aria-hidden="true" />}
              onClick={() =>
                setTyped((before) => [
                  ...before,
                  { key: Math.max(...before.map(({ key }) => key)) + 1, text: '' },
                ])
              }
            >
              {t('addLabel')}
            </Button>
          )}
          <Button
            size="sm"
            look="quiet"
            onClick={() => {
              setTyped(names.map((text, key) => ({ key, text })));
              void save(null);
            }}
          >
            {t('default')}
          </Button>
          <Button size="sm" look="primary" type="submit" disabled={!changed}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </details>
  );
}
