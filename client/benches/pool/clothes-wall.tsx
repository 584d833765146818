'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { sliceExamples } from '@/engine/digits/examples';
import type { PoolPictures } from '@/engine/pool/pool-pictures';
import type { PoolFacts } from '@/protocol/pool';
import { LabelCounts } from './label-counts';
import { labelColour } from './label-names';
import type { PoolDesk } from './pool-desk';

const SHOWN = 12;

/** The bundled photographs as others have filed them: a handful of each label, and how many there are. */
export function ClothesWall({
  desk,
  names,
  facts,
}: {
  desk: PoolDesk;
  names: readonly string[];
  facts: PoolFacts;
}) {
  const t = useTranslations('pool.clothesWall');
  const [pictures, setPictures] = useState<PoolPictures | null>(null);
  const [failed, setFailed] = useState(false);
  const [page, setPage] = useState(0);
  const { source } = desk;
  useEffect(() => {
    let gone = false;
    void source.pictures().then((arrived) => {
      if (gone) return;
      setPictures(arrived);
      setFailed(arrived === null);
    });
    return () => {
      gone = true;
    };
  }, [source]);
  const of = (label: number): Uint8Array[] => {
    if (!pictures) return [];
    const own = [...pictures.labels.keys()].filter((index) => pictures.labels[index] === label);
    const from = (page * SHOWN) % Math.max(1, own.length);
    return own.slice(from, from + SHOWN).map((index) => sliceExamples(pictures, index, 1).pixels);
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">{t('text')}</p>
      {failed && <Notice tone="error">{t('failed')}</Notice>}
      <div className="grid gap-3">
        {names.map((name, label) => (
          <section key={name} aria-label={name}>
            <h2
              className="mb-1 border-l-4 pl-2 font-sans text-sm font-semibold tracking-normal"
              style={{ borderColor: labelColour(label) }}
            >
              {name}
            </h2>
            <div
              role="img"
              aria-label={t('row', { label: name, count: SHOWN })}
              className="flex min-h-14 flex-wrap gap-1"
            >
              {of(label).map((pixels, index) => (
                <PictureCanvas
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place on the wall is its identity.
                  key={index}
                  pixels={pixels}
                  size={56}
                  className="rounded-sm border border-line"
                />
              ))}
            </div>
          </section>
        ))}
      </div>
      <Button size="sm" className="self-start" onClick={() => setPage((before) => before + 1)}>
        {t('more')}
      </Button>
      <LabelCounts names={names} counts={facts.counts} heldBack={facts.heldBack} />
    </div>
  );
}
