'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CodeField } from '@/client/ui/code-field';
import { CONTROL_CLASSES, Field } from '@/client/ui/field';
import { NumberField } from '@/client/ui/number-field';
import { SelectField } from '@/client/ui/select-field';
import { SliderField } from '@/client/ui/slider-field';
import { TextField } from '@/client/ui/text-field';
import { TypedNumber } from '@/client/ui/typed-number';
import { PartCard, PartGroup, Row, Stack } from './part';

/** Where something is typed, chosen from a list, or set on a range. */
export function FieldParts() {
  const t = useTranslations('parts');
  const [rate, setRate] = useState(0.1);
  const [typed, setTyped] = useState<number | null>(0.5);
  const [optimizer, setOptimizer] = useState<'plain' | 'momentum' | 'adam'>('plain');
  const optimizers = (['plain', 'momentum', 'adam'] as const).map((value) => ({ value, label: t(value) }));
  const range = { value: rate, onChange: setRate, min: 0, max: 1, step: 0.05 };
  const choice = { label: t('optimizer'), value: optimizer, onChange: setOptimizer, choices: optimizers };
  return (
    <PartGroup title={t('fields')}>
      <PartCard name="TextField">
        <Stack>
          <TextField label={t('nickname')} hint={t('nicknameHint')} />
          <TextField label={t('nickname')} defaultValue="Ada" error={t('nicknameError')} />
          <TextField label={t('nickname')} defaultValue="Ada" disabled />
          <TextField label={t('nickname')} defaultValue="花子" size="lg" />
        </Stack>
      </PartCard>
      <PartCard name="CodeField, Field">
        <Stack>
          <CodeField label={t('code')} placeholder="KAMTR5" />
          <CodeField label={t('code')} defaultValue="kamtr5" />
          <Field id="parts-field" label={t('nickname')} hint={t('nicknameHint')}>
            <textarea id="parts-field" rows={2} className={`${CONTROL_CLASSES} px-3 py-2`} />
          </Field>
        </Stack>
      </PartCard>
      <PartCard name="NumberField">
        <Stack>
          <NumberField label={t('rate')} hint={t('rateHint')} {...range} />
          <NumberField label={t('rate')} error={t('rateError')} {...range} />
          <NumberField label={t('rate')} disabled {...range} />
        </Stack>
      </PartCard>
      <PartCard name="SelectField">
        <Stack>
          <SelectField {...choice} hint={t('rateHint')} />
          <SelectField {...choice} error={t('optimizerError')} />
          <SelectField {...choice} disabled />
        </Stack>
      </PartCard>
      <PartCard name="SliderField">
        <Stack>
          <SliderField
            label={t('rate')}
            hint={t('rateHint')}
            format={(value) => value.toFixed(2)}
            {...range}
          />
          <SliderField label={t('rate')} disabled {...range} />
        </Stack>
      </PartCard>
      <PartCard name="TypedNumber">
        <Row>
          <TypedNumber
            aria-label={t('rate')}
            value={typed}
            onChange={setTyped}
            write={String}
            least={0}
            most={1}
            className="w-24 rounded-sm px-2 py-1 text-sm"
          />
          <TypedNumber
            aria-label={t('rate')}
            value={0.5}
            onChange={() => {}}
            write={String}
            disabled
            className="w-24 rounded-sm px-2 py-1 text-sm"
          />
          <TypedNumber
            aria-label={t('rate')}
            value={null}
            onChange={() => {}}
            write={String}
            emptyable
            aria-invalid
            className="w-24 rounded-sm px-2 py-1 text-sm"
          />
        </Row>
      </PartCard>
    </PartGroup>
  );
}
