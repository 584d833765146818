import type { PathLook } from './method-looks';

/** A path's line, as it is drawn on the map. */
export function PathSwatch({ colour, dash }: PathLook) {
  return (
    <svg viewBox="0 0 28 12" aria-hidden="true" className="h-3 w-7 shrink-0">
      <path d="M1 6H19" stroke={colour} strokeWidth="3" strokeDasharray={dash} />
      <circle cx="22" cy="6" r="5" fill={colour} />
    </svg>
  );
}
