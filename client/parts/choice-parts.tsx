'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '@/client/ui/checkbox';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { Tabs } from '@/client/ui/tabs';
import { Toggle } from '@/client/ui/toggle';
import { PartCard, PartGroup, Stack } from './part';

/** One or several of a few, all in sight. */
export function ChoiceParts() {
  const t = useTranslations('parts');
  const [on, setOn] = useState(true);
  const [speed, setSpeed] = useState<'slow' | 'fast' | 'full'>('slow');
  const [view, setView] = useState<'curves' | 'matrix' | 'later'>('curves');
  const segments = (['slow', 'fast', 'full'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <PartGroup title={t('choices')}>
      <PartCard name="Toggle">
        <Stack>
          <Toggle label={t('namesShown')} hint={t('namesHint')} checked={on} onChange={setOn} />
          <Toggle label={t('namesShown')} checked={!on} onChange={(checked) => setOn(!checked)} />
          <Toggle label={t('namesShown')} checked disabled onChange={() => {}} />
          <Toggle label={t('namesShown')} checked={false} disabled onChange={() => {}} />
        </Stack>
      </PartCard>
      <PartCard name="Checkbox">
        <Stack>
          <Checkbox label={t('chosen')} defaultChecked />
          <Checkbox label={t('chosen')} />
          <Checkbox label={t('chosen')} defaultChecked disabled />
          <Checkbox label={t('chosen')} labelHidden />
        </Stack>
      </PartCard>
      <PartCard name="SegmentedControl">
        <Stack>
          <SegmentedControl label={t('speed')} value={speed} onChange={setSpeed} segments={segments} />
          <SegmentedControl
            label={t('speed')}
            labelVisible
            value={speed}
            onChange={setSpeed}
            segments={segments.map((segment) => ({ ...segment, disabled: segment.value === 'full' }))}
          />
          <SegmentedControl
            label={t('speed')}
            labelVisible
            disabled
            value={speed}
            onChange={setSpeed}
            segments={segments}
          />
        </Stack>
      </PartCard>
      <PartCard name="Tabs">
        <Tabs
          label={t('tabs')}
          value={view}
          onChange={setView}
          tabs={[
            { value: 'curves', label: t('curves'), content: <p>{t('curvesText')}</p> },
            { value: 'matrix', label: t('matrix'), content: <p>{t('matrixText')}</p> },
            { value: 'later', label: t('later'), content: null, disabled: true },
          ]}
        />
      </PartCard>
    </PartGroup>
  );
}
