import { describe, expect, test } from 'vitest';
import type { NetworkPageData } from '@/client/offline/page-data';
import { DATASET_IDS, DATASETS, PAPER } from '@/protocol/datasets';
import { networkPage } from '@/server/export/network/page/network-page';
import { servedPictures } from '@/server/export/served-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { HOSTILE_NAMES } from '@/tests/server/export/hostile-names';
import { whole } from '@/tests/server/export/made-source';
import { madeTaken } from './made-taken';

const pageOf = async (given?: Parameters<typeof madeTaken>[0]) =>
  Buffer.from(await whole(networkPage(madeTaken(given)))).toString('utf8');

describe('a network as one page', () => {
  test('asks for nothing else: no address in it is fetched', async () => {
    const page = await pageOf();
    const [, code] = /<script>([\s\S]*)<\/script>/.exec(page)!;
    expect(code!.length).toBeGreaterThan(5_000);
    expect(page).not.toMatch(/\s(?:src|href|srcset|action)=/);
    expect(page).not.toMatch(/@import|url\(/);
    expect(code).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|importScripts|\bimport\(|sendBeacon/);
    expect(page).toContain('80.1%, between 78.9% and 81.3%');
  });

  test('brings all weights along', async () => {
    const [, json] = /<script type="application\/json" id="network">(.*)<\/script>/.exec(await pageOf())!;
    const { weights, labels, architecture } = JSON.parse(json!) as NetworkPageData;
    expect(labels).toHaveLength(10);
    expect(Object.keys(architecture).sort()).toEqual(['dataset', 'network']);
    const bytes = Uint8Array.from(Buffer.from(weights, 'base64'));
    expect(new Float32Array(bytes.buffer)).toEqual(madeTaken().weights);
  });

  test.each(DATASET_IDS)(
    'has a picture of each label of the %s that none is trained with, and says whose they are',
    async (dataset) => {
      const page = await pageOf({ experiment: { ...SMALL, dataset } });
      const [, json] = /<script type="application\/json" id="network">(.*)<\/script>/.exec(page)!;
      const { samples } = JSON.parse(json!) as NetworkPageData;
      const validated = new Map<string, number>();
      for await (const { pixels, labels } of servedPictures(dataset, 'validation'))
        labels.forEach((label, index) => {
          const picture = Buffer.from(pixels.subarray(index * PAPER.pixels, (index + 1) * PAPER.pixels));
          validated.set(picture.toString('base64'), label);
        });
      expect(samples.map((picture) => validated.get(picture))).toEqual(
        DATASETS[dataset].labels.map((_, label) => label),
      );
      expect(page).toContain(DATASETS[dataset].licence.url);
    },
  );

  test('in Japanese it speaks Japanese', async () => {
    const page = await pageOf({ language: 'ja' });
    expect(page).toContain('<html lang="ja"');
    expect(page).toContain('数字を書いてください');
    expect(page).toContain('2026年11月28日');
  });

  test.each(HOSTILE_NAMES)('a name is text and nothing else: %j', async (student) => {
    const page = await pageOf({ student });
    const tags = (text: string) =>
      text.match(/<\/?[a-z!][^>]*>/gi)!.map((tag) => /^<\/?[a-z!]+/i.exec(tag)![0]);
    expect(tags(page)).toEqual(tags(await pageOf()));
    const [, title] = /<h1><bdi>(.*?)<\/bdi><\/h1>/s.exec(page)!;
    expect(title).not.toMatch(/[<>"']/);
    const told = title!
      .replaceAll(
        /&(lt|gt|quot|#39);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
      )
      .replaceAll('&amp;', '&');
    expect(told).toContain(student);
  });
});
