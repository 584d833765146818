import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { LessonNode } from './lesson-node';

interface Props {
  title: string;
  text: string;
  /** What the link does. */
  open: string;
}

/** At the end of the argument: the lab, where all of it can be tried freely. */
export function LabRow({ title, text, open }: Props) {
  return (
    <li className="group/row relative grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[3.5rem_minmax(0,1fr)] sm:gap-x-6">
      <LessonNode number={null} share={0} last />
      <div className="graph-paper relative flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-lg border border-line-strong px-4 py-4 shadow-card transition-colors group-hover/row:border-ink sm:px-6">
        <div>
          <h2 className="text-lg sm:text-xl">
            {/* The link covers the whole card. */}
            <Link href="/lab" className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg">
              {title}
            </Link>
          </h2>
          <p className="mt-1 text-sm text-ink-soft">{text}</p>
        </div>
        <p
          aria-hidden="true"
          className="flex items-center gap-1.5 text-sm font-semibold text-accent group-hover/row:underline"
        >
          <span>{open}</span>
          <ArrowRight className="size-4" />
        </p>
      </div>
    </li>
  );
}
