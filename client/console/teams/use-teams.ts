'use client';

import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import type { RosterEntry } from '@/protocol/views';
import { type Team, teamsOf } from './teams-of';

/** The teams of these students, by name. */
export function useTeams(students: readonly RosterEntry[]): readonly Team[] {
  const language = useLocale();
  return useMemo(() => teamsOf(students, language), [students, language]);
}
