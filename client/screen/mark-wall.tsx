'use client';

import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { StudentMark } from '@/client/ui/student-mark';
import type { ScreenView } from '@/protocol/views';

/** From these numbers on the marks shrink, so that a large class fits the wall. */
const MANY = 40;
const CROWD = 150;

/** A mark for each student who is there; the name beside it where the teacher shows names. */
export function MarkWall({ marks }: { marks: ScreenView['marks'] }) {
  const t = useTranslations('screen');
  const many = marks.length > MANY;
  const size =
    marks.length > CROWD
      ? 'size-[clamp(0.9rem,1.35vw,2rem)]'
      : many
        ? 'size-[clamp(1.25rem,2vw,2.5rem)]'
        : 'size-[clamp(2rem,3.2vw,4rem)]';
  return (
    <ul aria-label={t('marks')} className={classNames('flex flex-wrap', many ? 'gap-[0.6vw]' : 'gap-[1vw]')}>
      {marks.map(({ mark, nickname }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: marks come in order of joining and carry no id.
          key={index}
          className="flex max-w-[24vw] items-center gap-[0.6vw] transition-[opacity,scale] duration-200 ease-settle starting:scale-75 starting:opacity-0"
        >
          <StudentMark mark={mark} className={size} decorative={nickname !== null} />
          {nickname !== null && (
            <span
              translate="no"
              className={classNames('truncate pr-[0.8vw]', many ? 'text-base' : 'text-screen-sm')}
            >
              {nickname}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
