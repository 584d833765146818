'use client';

import { useTranslations } from 'use-intl';
import { useElementSize } from '@/client/charts/use-element-size';
import { EnsembleFigures } from '@/client/ensemble/ensemble-figures';
import { useEnsembleWords } from '@/client/ensemble/use-ensemble-words';
import { VoteCurve } from '@/client/ensemble/vote-curve';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { StudentMark } from '@/client/ui/student-mark';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { EnsembleOnScreen, EnsembleResult } from '@/protocol/ensemble-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The class's networks vote: the question while it is guessed, then what came of it. */
export default function EnsembleView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('ensemble');
  const numbers = useNumbers();
  const { ensemble } = view;
  if (!ensemble) return null;
  const { result } = ensemble;
  const counted = result && {
    over: t('of', {
      networks: numbers.integer(result.networks),
      pictures: numbers.integer(result.pictures),
    }),
  };
  return (
    <ViewFrame view={view} origins={origins} title={t('title')} {...counted}>
      {result ? (
        <Counted result={result} alone={ensemble.alone} />
      ) : (
        <Asked guessed={ensemble.guessed} of={Math.max(ensemble.guessed, view.class.hereCount)} />
      )}
    </ViewFrame>
  );
}

/** What could come of it, and how many have guessed: nothing of what. */
function Asked({ guessed, of }: { guessed: number; of: number }) {
  const t = useTranslations('ensemble');
  const { choices } = useEnsembleWords();
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-[2vh]"
      data-testid="screen-ensemble"
      data-counted="false"
    >
      <p className="max-w-[46ch] text-screen font-semibold">{broken(t('question'))}</p>
      <ol className="flex flex-col gap-[1.4vh]">
        {choices.map((choice, index) => (
          <li key={choice} className="flex items-baseline gap-[1.2vw] text-screen leading-tight">
            <span className="font-display font-bold text-accent">{choiceLetter(index)}</span>
            <span>{broken(choice)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-auto text-screen-sm">{broken(t('waiting'))}</p>
      <div className="flex items-center gap-[2vw] text-screen">
        <span
          aria-hidden="true"
          className="flex h-[0.7em] flex-1 overflow-hidden rounded-full border-2 border-line-strong bg-surface-sunken"
        >
          <span className="bg-accent" style={{ width: `${of === 0 ? 0 : (100 * guessed) / of}%` }} />
        </span>
        <span className="tabular font-semibold whitespace-nowrap">
          {t('guessed', { count: guessed, of })}
        </span>
      </div>
    </div>
  );
}

/** CSS pixels of the writing in the picture: to be read from the last row. */
const fontOf = (width: number) => Math.max(18, Math.round(width / 34));

/** Notes for which the wall has room. */
const ON_WALL = 2;

/** Figures, the curve, and who alone was right. */
function Counted({ result, alone }: { result: EnsembleResult; alone: EnsembleOnScreen['alone'] }) {
  const t = useTranslations('ensemble');
  const words = useEnsembleWords();
  const [box, { width, height }] = useElementSize<HTMLDivElement>();
  const font = fontOf(width);
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-[1.6vh]"
      data-testid="screen-ensemble"
      data-counted="true"
    >
      <p className="text-screen font-semibold">{broken(words.came(result))}</p>
      <EnsembleFigures result={result} size="screen" />
      <div className="grid min-h-0 flex-1 gap-[2.5vw] lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        {/* The picture takes the room that there is, and makes none. */}
        <div ref={box} className="relative min-h-[34vh] min-w-0">
          <div className="absolute inset-0 overflow-hidden">
            {height > 0 && (
              <VoteCurve result={result} height={Math.max(120, height - 2 * font)} font={font} />
            )}
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-[1.4vh] text-screen-sm">
          <ul className="flex flex-col gap-[1vh]">
            {/* The most telling; the pages have all. */}
            {words
              .notes(result)
              .slice(0, ON_WALL)
              .map((note) => (
                <li key={note}>{broken(note)}</li>
              ))}
          </ul>
          {alone.length > 0 && (
            <div>
              <h3 className="text-screen-sm font-semibold">{t('alone')}</h3>
              <ol className="mt-[0.6vh] flex flex-wrap gap-x-[2vw] gap-y-[0.6vh]">
                {alone.map((one) => (
                  <Alone key={`${one.mark.colour}-${one.mark.glyph}-${one.nickname}`} one={one} />
                ))}
              </ol>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

/** Whose network was right when all others were wrong: by name where the teacher shows names, else by what the mark is called. */
function Alone({ one: { mark, nickname, pictures } }: { one: EnsembleOnScreen['alone'][number] }) {
  const t = useTranslations('ensemble');
  const markName = useMarkName();
  return (
    <li className="flex items-center gap-[0.6vw]">
      <StudentMark mark={mark} className="size-[1.3em]" />
      <span translate={nickname === null ? undefined : 'no'} className="font-semibold">
        {nickname ?? markName(mark)}
      </span>
      <span className="tabular text-ink-soft">{t('alonePictures', { count: pictures })}</span>
    </li>
  );
}
