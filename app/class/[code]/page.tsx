import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslator } from '@/client/i18n/server';
import { ClassPage } from '@/client/student/class-page';
import { isRoomCode, normaliseRoomCode } from '@/protocol/room-code';

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator('classroom');
  return { title: t('title', { code: normaliseRoomCode(decodeURIComponent((await params).code)) }) };
}

export default async function Page({ params }: Props) {
  const typed = decodeURIComponent((await params).code);
  const code = normaliseRoomCode(typed).slice(0, 12);
  if (!isRoomCode(code)) redirect(`/join/${code}`);
  if (typed !== code) redirect(`/class/${code}`);
  return <ClassPage code={code} />;
}
