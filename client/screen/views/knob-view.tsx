'use client';

import { useTranslations } from 'use-intl';
import { useElementSize } from '@/client/charts/use-element-size';
import { broken } from '@/client/i18n/broken';
import { KnobChart } from '@/client/knob/knob-chart';
import { useKnobWords } from '@/client/knob/knob-words';
import type { KnobNow } from '@/protocol/knob-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** One knob each: the question while the class draws what it expects, then the picture that its networks make. */
export default function KnobView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('knob');
  const { knob } = view;
  if (!knob) return null;
  const { stage, drawn, dealt, handedIn, rounds } = knob;
  const of = Math.max(drawn, view.class.hereCount);
  const shows = stage === 'training' || rounds.length > 1;
  return (
    <ViewFrame view={view} origins={origins} title={t('title')}>
      <div className="flex min-h-0 flex-1 flex-col gap-[1.6vh]" data-testid="screen-knob" data-stage={stage}>
        {stage === 'expecting' && <Question knob={knob} />}
        {shows && <Picture knob={knob} />}
        <Counted
          said={
            stage === 'expecting'
              ? t('drawn', { count: drawn, of })
              : t('handedIn', { count: handedIn, of: dealt })
          }
          share={stage === 'expecting' ? drawn / Math.max(1, of) : handedIn / Math.max(1, dealt)}
        />
      </div>
    </ViewFrame>
  );
}

/** What the class is asked, and how it answers. */
function Question({ knob }: { knob: KnobNow }) {
  const t = useTranslations('knob');
  const words = useKnobWords();
  return (
    <>
      <p className="max-w-[46ch] text-screen font-semibold">{broken(words.question(knob))}</p>
      {knob.rounds.length === 1 && (
        <p className="tabular text-screen">
          {t('values', {
            values: knob.rounds[0]!.values.map((value) => words.write(knob.setting, value)).join(' · '),
          })}
        </p>
      )}
      <p className="mt-auto text-screen-sm">{broken(t('waiting'))}</p>
    </>
  );
}

/** CSS pixels of the writing in the picture: to be read from the last row. */
const fontOf = (width: number) => Math.max(18, Math.round(width / 46));
/** What is said for which the wall has room. */
const ON_WALL = 3;

function Picture({ knob }: { knob: KnobNow }) {
  const words = useKnobWords();
  const [box, { width, height }] = useElementSize<HTMLDivElement>();
  const font = fontOf(width);
  return (
    <div className="grid min-h-0 flex-1 gap-[2.5vw] lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]">
      <div ref={box} className="relative min-h-[34vh] min-w-0">
        <div className="absolute inset-0 overflow-hidden">
          {height > 0 && <KnobChart knob={knob} height={Math.max(120, height - 5 * font)} font={font} />}
        </div>
      </div>
      <ul className="tabular flex flex-col gap-[1.4vh] text-screen-sm">
        {words
          .findings(knob)
          .slice(0, ON_WALL)
          .map((finding) => (
            <li key={finding}>{broken(finding)}</li>
          ))}
      </ul>
    </div>
  );
}

/** How many have done it. */
function Counted({ said, share }: { said: string; share: number }) {
  return (
    <div className="flex items-center gap-[2vw] text-screen">
      <span
        aria-hidden="true"
        className="flex h-[0.7em] flex-1 overflow-hidden rounded-full border-2 border-line-strong bg-surface-sunken"
      >
        <span className="bg-accent" style={{ width: `${100 * Math.min(1, share)}%` }} />
      </span>
      <span className="tabular font-semibold whitespace-nowrap">{said}</span>
    </div>
  );
}
