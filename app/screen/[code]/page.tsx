import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { getTranslator } from '@/client/i18n/server';
import { Screen } from '@/client/screen/screen';
import { isRoomCode, normaliseRoomCode } from '@/protocol/room-code';
import { joinOrigins } from '@/server/read/join-origins';

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator('screen');
  return { title: t('pageTitle', { code: normaliseRoomCode((await params).code) }) };
}

export default async function ScreenPage({ params }: Props) {
  const code = normaliseRoomCode((await params).code);
  if (!isRoomCode(code)) notFound();
  await requireTeacher(`/screen/${code}`);
  return <Screen code={code} origins={await joinOrigins()} />;
}
