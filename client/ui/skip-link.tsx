interface Props {
  /** Where it leads: an id on the page, with its #. */
  to: `#${string}`;
  children: string;
}

/** Shown to who goes by keyboard alone: past what every page begins with. */
export function SkipLink({ to, children }: Props) {
  return (
    <a
      href={to}
      className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-ink focus:px-4 focus:py-2 focus:text-surface"
    >
      {children}
    </a>
  );
}
