'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import { CutUnit } from '@/client/ui/cut-unit';
import { Logo } from '@/client/ui/logo';
import { QrCode } from '@/client/ui/qr-code';
import { RightSign } from '@/client/ui/right-sign';
import { RoomCode } from '@/client/ui/room-code';
import { Spinner } from '@/client/ui/spinner';
import { StudentMark } from '@/client/ui/student-mark';
import { PartCard, PartGroup, Row, Stack } from './part';

const BADGES: readonly [
  BadgeTone,
  'waits' | 'training' | 'rising' | 'falling' | 'done' | 'stuck' | 'lost',
][] = [
  ['neutral', 'waits'],
  ['accent', 'training'],
  ['positive', 'rising'],
  ['negative', 'falling'],
  ['ok', 'done'],
  ['warn', 'stuck'],
  ['danger', 'lost'],
];

const MARKS = Array.from({ length: 12 }, (_, index) => index);

/** Words, pictures and codes that stand for something. */
export function SignParts() {
  const t = useTranslations('parts');
  return (
    <PartGroup title={t('signs')}>
      <PartCard name="Badge">
        <Row>
          {BADGES.map(([tone, word]) => (
            <Badge key={tone} tone={tone}>
              {t(word)}
            </Badge>
          ))}
          <Badge tone="ok" icon={<Check aria-hidden="true" />}>
            {t('done')}
          </Badge>
        </Row>
      </PartCard>
      <PartCard name="StudentMark">
        <Row>
          {MARKS.map((index) => (
            <StudentMark key={index} mark={{ colour: index, glyph: index }} className="size-8" />
          ))}
        </Row>
      </PartCard>
      <PartCard name="RoomCode, QrCode">
        <Stack>
          <RoomCode code="KAMTR5" size="md" />
          <RoomCode code="KAMTR5" />
          <QrCode value="http://192.168.1.20:3000/join/KAMTR5" className="size-32" />
        </Stack>
      </PartCard>
      <PartCard name="Logo, CutUnit, Spinner, RightSign">
        <Row>
          <Logo />
          <Logo className="h-12 w-auto" />
          <Spinner label={t('training')} />
          <Spinner label={t('training')} className="size-8" />
          <CutUnit className="w-40" />
          <RightSign right label={t('done')} />
          <RightSign right={false} label={t('stuck')} />
        </Row>
      </PartCard>
    </PartGroup>
  );
}
