'use client';

import { Play, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { ButtonLook, ButtonSize } from '@/client/ui/button-classes';
import { CopyButton } from '@/client/ui/copy-button';
import { IconButton } from '@/client/ui/icon-button';
import { LanguageButton } from '@/client/ui/language-button';
import { LinkButton } from '@/client/ui/link-button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { PlainLinkButton } from '@/client/ui/plain-link-button';
import { PrintButton } from '@/client/ui/print-button';
import { SkipLink } from '@/client/ui/skip-link';
import { ThemeButton } from '@/client/ui/theme-button';
import { PartCard, PartGroup, Row } from './part';

const LOOKS: readonly ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger'];
const SIZES: readonly ButtonSize[] = ['sm', 'md', 'lg'];

/** Buttons, and links that look like them. */
export function ButtonParts() {
  const t = useTranslations('parts');
  return (
    <PartGroup title={t('buttons')}>
      <PartCard name="Button" wide>
        {LOOKS.map((look) => (
          <Row key={look}>
            {SIZES.map((size) => (
              <Button key={size} look={look} size={size}>
                {t('begin')}
              </Button>
            ))}
            <Button look={look} icon={<Play aria-hidden="true" />}>
              {t('begin')}
            </Button>
            <Button look={look} busy>
              {t('begin')}
            </Button>
            <Button look={look} disabled>
              {t('begin')}
            </Button>
            <Button look={look} disabledReason={t('reason')}>
              {t('begin')}
            </Button>
          </Row>
        ))}
        {/* Where a reason has no room on one side. */}
        <div className="-mx-4 flex justify-between sm:-mx-5" data-testid="edge-buttons">
          <Button disabledReason={t('reason')}>{t('atEdge')}</Button>
          <Button disabledReason={t('reason')}>{t('atEdge')}</Button>
        </div>
      </PartCard>
      <PartCard name="PrintButton">
        <PrintButton>{t('print')}</PrintButton>
      </PartCard>
      <PartCard name="OneStopGroup">
        <OneStopGroup className="flex gap-2">
          {SIZES.map((size) => (
            <Button key={size} size="sm">
              {t('more')}
            </Button>
          ))}
        </OneStopGroup>
      </PartCard>
      <PartCard name="SkipLink">
        <SkipLink to="#content">{t('more')}</SkipLink>
      </PartCard>
      <PartCard name="IconButton">
        {LOOKS.map((look) => (
          <Row key={look}>
            {SIZES.map((size) => (
              <IconButton
                key={size}
                look={look}
                size={size}
                label={t('more')}
                icon={<Plus aria-hidden="true" />}
              />
            ))}
            <IconButton look={look} label={t('more')} icon={<Plus aria-hidden="true" />} disabled />
          </Row>
        ))}
      </PartCard>
      <PartCard name="LinkButton, PlainLinkButton">
        {LOOKS.map((look) => (
          <Row key={look}>
            <LinkButton href="/learn" look={look} prefetch={false}>
              {t('more')}
            </LinkButton>
            <PlainLinkButton href="/learn" look={look} icon={<Play aria-hidden="true" />}>
              {t('more')}
            </PlainLinkButton>
          </Row>
        ))}
      </PartCard>
      <PartCard name="CopyButton">
        <Row>
          <CopyButton text="KAMTR5" />
          <CopyButton text="KAMTR5" look="quiet" size="sm" label={t('code')} />
        </Row>
      </PartCard>
      <PartCard name="LanguageButton, ThemeButton">
        <Row>
          <LanguageButton />
          <ThemeButton />
        </Row>
      </PartCard>
    </PartGroup>
  );
}
