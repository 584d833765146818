'use client';

import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { Banner } from '@/client/ui/banner';
import { Button } from '@/client/ui/button';
import { EmptyState } from '@/client/ui/empty-state';
import { HeldNotice } from '@/client/ui/held-notice';
import KeptNotice from '@/client/ui/kept-notice';
import { LiveRegion } from '@/client/ui/live-region';
import { Notice } from '@/client/ui/notice';
import { sayToStay } from '@/client/ui/staying-toast';
import { Toaster } from '@/client/ui/toaster';
import { type Tone, ToneIcon } from '@/client/ui/tone-icon';
import { PartCard, PartGroup, Row, Stack } from './part';

const TONES: readonly Tone[] = ['info', 'success', 'warn', 'error'];
const NOT_KEPT = new Set(['texts'] as const);

/** What is said to people, in the flow of a page, over it, or for a moment. */
export function MessageParts() {
  const t = useTranslations('parts');
  const common = useTranslations('common');
  return (
    <PartGroup title={t('told')}>
      <PartCard name="Notice">
        <Stack>
          {TONES.map((tone) => (
            <Notice key={tone} tone={tone} title={t('noticeTitle')} announce={false}>
              {t('noticeText')}
            </Notice>
          ))}
          <Notice tone="warn" action={<Button size="sm">{t('unlock')}</Button>}>
            {t('noticeText')}
          </Notice>
        </Stack>
      </PartCard>
      <PartCard name="Banner">
        <Stack>
          {TONES.map((tone) => (
            // A box of its own, which keeps it from sticking to the window.
            <div key={tone} className="overflow-hidden rounded-md">
              <Banner stays tone={tone} action={<Button size="sm">{t('more')}</Button>}>
                {t('bannerText')}
              </Banner>
            </div>
          ))}
        </Stack>
      </PartCard>
      <PartCard name="Toaster" wide>
        <Row>
          <Button onClick={() => toast.success(t('saved'))}>{common('notice.success')}</Button>
          <Button onClick={() => sayToStay('error', t('failed'))}>{common('notice.error')}</Button>
          <Button onClick={() => sayToStay('warning', t('noticeTitle'), { description: t('noticeText') })}>
            {common('notice.warn')}
          </Button>
          <Button onClick={() => toast.info(t('heard'), { action: { label: t('more'), onClick: () => {} } })}>
            {common('notice.info')}
          </Button>
          <Button onClick={() => toast.loading(t('progress'), { duration: 4_000 })}>{t('progress')}</Button>
        </Row>
        <Toaster />
      </PartCard>
      <PartCard name="HeldNotice, KeptNotice" wide>
        <HeldNotice title={t('heldTitle')} text={t('heldText')} />
        <KeptNotice path="/class/KAMTR5" notKept={NOT_KEPT} />
      </PartCard>
      <PartCard name="EmptyState">
        <EmptyState title={t('nothing')} action={<Button look="primary">{t('begin')}</Button>}>
          {t('nothingText')}
        </EmptyState>
      </PartCard>
      <PartCard name="LiveRegion, ToneIcon">
        <LiveRegion visible className="mb-3 text-sm">
          {t('heard')}
        </LiveRegion>
        <Row>
          {TONES.map((tone) => (
            <ToneIcon key={tone} tone={tone} className="size-6" />
          ))}
        </Row>
      </PartCard>
    </PartGroup>
  );
}
