'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { Dialog } from '@/client/ui/dialog';
import { SideSheet } from '@/client/ui/side-sheet';
import { TextField } from '@/client/ui/text-field';
import { PartCard, PartGroup, Row } from './part';

const SIZES = ['md', 'lg', 'xl'] as const;

/** What lies over the page until it is settled. */
export function DialogParts() {
  const t = useTranslations('parts');
  const [size, setSize] = useState<(typeof SIZES)[number] | null>(null);
  const [asked, setAsked] = useState<'plain' | 'danger' | null>(null);
  const [sheet, setSheet] = useState(false);
  return (
    <PartGroup title={t('dialogs')}>
      <PartCard name="Dialog">
        <Row>
          {SIZES.map((one) => (
            <Button key={one} onClick={() => setSize(one)}>
              {`${t('open')} (${one})`}
            </Button>
          ))}
        </Row>
        <Dialog
          open={size !== null}
          onOpenChange={() => setSize(null)}
          size={size ?? 'md'}
          title={t('noticeTitle')}
          description={t('dialogText')}
          actions={
            <Button look="primary" onClick={() => setSize(null)}>
              {t('unlock')}
            </Button>
          }
        >
          <TextField label={t('nickname')} hint={t('nicknameHint')} />
        </Dialog>
      </PartCard>
      <PartCard name="ConfirmDialog">
        <Row>
          <Button onClick={() => setAsked('plain')}>{t('begin')}</Button>
          <Button look="danger" onClick={() => setAsked('danger')}>
            {t('end')}
          </Button>
        </Row>
        <ConfirmDialog
          open={asked !== null}
          onOpenChange={() => setAsked(null)}
          title={t('question')}
          description={t('questionText')}
          confirmLabel={t('end')}
          danger={asked === 'danger'}
          onConfirm={() => new Promise((resolve) => setTimeout(resolve, 800))}
        />
      </PartCard>
      <PartCard name="SideSheet">
        <Button onClick={() => setSheet(true)}>{t('open')}</Button>
        <SideSheet open={sheet} onClose={() => setSheet(false)} title={t('card')}>
          <p>{t('cardText')}</p>
        </SideSheet>
      </PartCard>
    </PartGroup>
  );
}
