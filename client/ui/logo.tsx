interface Props {
  /** Class names; the size is given here (`size-8`). */
  className?: string;
}

/** The mark: one unit, edges coming in, one going out, and θ. Decorative: put the name beside it. */
export function Logo({ className = 'size-8' }: Props) {
  return (
    <svg
      viewBox="0 0 48 32"
      className={className}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
    >
      <path d="M3 5 16 12.2" strokeWidth="2" stroke="var(--positive)" />
      <path d="M2 16h12" strokeWidth="3.4" stroke="var(--positive)" />
      <path d="M3 27 16 19.8" strokeWidth="2" stroke="var(--negative)" />
      <path d="M35 16h11M42 12.4 46 16l-4 3.6" strokeWidth="2.4" strokeLinejoin="round" />
      <circle cx="25" cy="16" r="10.5" strokeWidth="2.4" fill="var(--surface-raised)" />
      <ellipse cx="25" cy="16" rx="3.7" ry="5.6" strokeWidth="2" />
      <path d="M21.5 16h7" strokeWidth="2" />
    </svg>
  );
}
