import { classNames } from './class-names';

interface Props {
  /** Give it the size of what is to come: `h-40 w-full`. */
  className?: string;
}

/** Holds the place of what is loading. Silent: put one `LiveRegion` with “Loading…” beside a group of them. */
export function Skeleton({ className = 'h-4 w-full' }: Props) {
  return <div aria-hidden="true" className={classNames('animate-breathe rounded-sm bg-line', className)} />;
}
