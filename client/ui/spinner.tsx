interface Props {
  /** Read to those who do not see it turn. */
  label: string;
  className?: string;
}

/** Something is under way and its length is unknown. */
export function Spinner({ label, className = 'size-5' }: Props) {
  return (
    <svg viewBox="0 0 20 20" className={`animate-spin-slow ${className}`} role="img" aria-label={label}>
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2.5" opacity="0.25" />
      <path
        d="M10 2a8 8 0 0 1 8 8"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
