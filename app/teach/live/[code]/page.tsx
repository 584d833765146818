import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { getTranslator } from '@/client/i18n/server';
import { Console } from '@/client/teacher/console';
import { isRoomCode, normaliseRoomCode } from '@/protocol/room-code';
import { joinOrigins } from '@/server/read/join-origins';

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator('console');
  return { title: t('pageTitle', { code: normaliseRoomCode((await params).code) }) };
}

export default async function ConsolePage({ params }: Props) {
  const code = normaliseRoomCode((await params).code);
  if (!isRoomCode(code)) notFound();
  await requireTeacher(`/teach/live/${code}`);
  return <Console code={code} origins={await joinOrigins()} />;
}
