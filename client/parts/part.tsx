import { Card } from '@/client/ui/card';
import type { Elements } from '@/client/ui/elements';

interface Props {
  /** As the component is called in the code. */
  name: string;
  /** Takes the whole width. */
  wide?: boolean;
  children: Elements;
}

/** One part of the interface under its name. */
export function PartCard({ name, wide = false, children }: Props) {
  return (
    <Card as="section" className={wide ? 'lg:col-span-2' : undefined}>
      <h3 className="mb-3 font-mono text-sm font-normal text-ink-soft" translate="no">
        {name}
      </h3>
      {children}
    </Card>
  );
}

/** Samples of a part beside each other, as many as the width takes. */
export function Row({ children }: { children: Elements }) {
  return <div className="mb-3 flex flex-wrap items-center gap-3 last:mb-0">{children}</div>;
}

/** Samples of a part below each other. */
export function Stack({ children }: { children: Elements }) {
  return <div className="flex flex-col gap-4">{children}</div>;
}

/** The parts of one kind. */
export function PartGroup({ title, children }: { title: string; children: Elements }) {
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-xl">{title}</h2>
      <div className="grid gap-4 lg:grid-cols-2">{children}</div>
    </section>
  );
}
