'use client';

import { useTranslations } from 'use-intl';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { OwnHelp } from '@/protocol/views';

/** Who helps, or is to be helped, by the name or else by the mark; null while there is nobody. */
export function usePartnerText(help: OwnHelp | null): string | null {
  const t = useTranslations('classroom.help');
  const markName = useMarkName();
  if (!help?.partner) return null;
  const { mark, nickname } = help.partner;
  return t(help.kind === 'need' ? 'helpsYou' : 'youHelp', { name: nickname ?? markName(mark) });
}
