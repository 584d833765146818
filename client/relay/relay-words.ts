'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useMarkName } from '@/client/ui/use-mark-name';
import { mostRightAlone } from '@/engine/together/one-unit-alone';
import { RELAY_CASES, RELAY_GUESSES, RELAY_STEPS, type RelayGuess } from '@/protocol/relay-settings';
import type { RelayNow, RelaySitter } from '@/protocol/relay-views';

/** What is said of networks whose units are students. */
interface RelayWords {
  question(about: RelayGuess): string;
  choices(about: RelayGuess): string[];
  /** Hidden unit 2, output unit. */
  unit(seat: number, hidden: number): string;
  /** Who sits there: by name, else by what the mark is called; the server where nobody does. */
  sitter(sitter: RelaySitter | null): string;
  /** How it stands, in one line. */
  stands(relay: RelayNow): string;
  /** What there is to say, the most telling last. */
  findings(relay: RelayNow): string[];
}

export function useRelayWords(): RelayWords {
  const t = useTranslations('relay');
  const numbers = useNumbers();
  const markName = useMarkName();
  return useMemo(
    () => ({
      question: (about) => t(`questions.${about}`),
      choices: (about) =>
        about === 'alone'
          ? RELAY_GUESSES.alone.map((one) => t(`choices.${one}`))
          : RELAY_GUESSES.leaving.map((one) => t(`choices.${one}`)),
      unit: (seat, hidden) => (seat === hidden ? t('unit.output') : t('unit.hidden', { number: seat + 1 })),
      sitter: (sitter) => (sitter === null ? t('server') : (sitter.nickname ?? markName(sitter.mark))),
      stands: ({ stage, way, until, networks, solved }) => {
        if (stage === 'asking') return t('stands.asking');
        const counted = { solved, networks };
        if (stage === 'over') return t(way === 'hand' ? 'stands.over' : 'stands.learned', counted);
        if (way === 'hand') return t('stands.hand', counted);
        return t(until >= RELAY_STEPS ? 'stands.going' : 'stands.held', counted);
      },
      findings: ({ messages, refused, moves, same, way, stage }) => {
        const said: string[] = [];
        if (messages > 0) said.push(t('found.messages', { messages: numbers.integer(messages) }));
        if (refused > 0) said.push(t('found.refused', { refused: numbers.integer(refused) }));
        if (moves > 0) said.push(t('found.moves', { moves }));
        if (stage === 'over') {
          said.push(t('found.alone', { right: mostRightAlone(), of: RELAY_CASES.length }));
          if (same !== null && way === 'gradient') said.push(t(same ? 'found.same' : 'found.other'));
        }
        return said;
      },
    }),
    [t, numbers, markName],
  );
}
