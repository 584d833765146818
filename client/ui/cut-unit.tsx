/** A unit whose edges are cut: the picture of pages that could not be shown. Decorative. */
export function CutUnit({ className = 'w-64' }: { className?: string }) {
  return (
    <svg viewBox="0 0 240 120" aria-hidden="true" className={className} fill="none" strokeLinecap="round">
      <g strokeWidth="3">
        <path d="M8 22 52 39" stroke="var(--positive)" />
        <path d="M8 60h36" stroke="var(--positive)" />
        <path d="M8 98 52 81" stroke="var(--negative)" />
      </g>
      <g strokeWidth="3" stroke="var(--line-strong)" strokeDasharray="1 9">
        <path d="M62 43 84 51M56 60h26M62 77 84 69M152 60h34" />
      </g>
      <path
        d="M196 60h32M219 51l9 9-9 9"
        strokeWidth="3"
        stroke="var(--line-strong)"
        strokeLinejoin="round"
      />
      <circle cx="118" cy="60" r="32" strokeWidth="3" stroke="var(--ink)" fill="var(--surface-raised)" />
      <ellipse cx="118" cy="60" rx="11" ry="17" strokeWidth="3" stroke="var(--ink)" />
      <path d="M108 60h20" strokeWidth="3" stroke="var(--ink)" />
    </svg>
  );
}
