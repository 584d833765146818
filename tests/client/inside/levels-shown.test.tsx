import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { floatText } from '@/client/inside/float-text';
import { InsideSheet } from '@/client/inside/inside-sheet';
import { type OpenedNetwork, openNetwork } from '@/client/inside/opened-network';
import { onwards, openUnit, type Place, type SumPlace } from '@/client/inside/place';
import { sumParts } from '@/engine/inside/sum-parts';
import { LANGUAGES, type Language } from '@/lessons/languages';
import { askedAboutRing } from '@/tests/engine/inside/asked';
import { ARCHITECTURES } from '@/tests/server/export/network/made-networks';

function opened(name: string): OpenedNetwork {
  const { architecture, weights, picture } = askedAboutRing(name);
  const pixels = Uint8Array.from(picture, (ink) => Math.round(ink * 255));
  return openNetwork(architecture, weights, pixels)!;
}

/** What stands on the page at a place; a missing word throws. */
function shown(
  network: OpenedNetwork,
  place: Place,
  { language = 'en' as Language, step = 940 } = {},
): string {
  return renderToStaticMarkup(
    <IntlProvider
      locale={language}
      messages={messagesOf(language)}
      formats={FORMATS}
      timeZone="UTC"
      onError={(error) => {
        throw error;
      }}
    >
      <InsideSheet network={network} step={step} place={place} onPlace={() => {}} onDeed={() => {}} />
    </IntlProvider>,
  );
}

/** As a number of up to three decimals is written. */
const written = (value: number) => value.toFixed(3).replace('-', '−');

describe.each(Object.keys(ARCHITECTURES))('%s', (name) => {
  const network = opened(name);
  const { layers, logits } = network.pass;

  test.each(LANGUAGES)('every level has all its words, %s', (language) => {
    let place: Place = openUnit(network.pass, 0, 0);
    const levels: Place[] = [{ level: 'network' }];
    while (place.level === 'unit') {
      levels.push({ level: 'layer', layer: place.layer }, place, { ...place, level: 'product' });
      place = onwards(network.pass, place);
    }
    for (const level of levels) expect(shown(network, level, { language }).length).toBeGreaterThan(500);
  });

  test('a multiplication is shown as the network keeps it', () => {
    const place = openUnit(network.pass, 0, 1) as SumPlace;
    const { values, weights, products } = sumParts(layers[0]!, 1, place.spot);
    const { part } = place;
    expect(shown(network, { ...place, level: 'product' })).toContain(
      `(float32): ${floatText(values[part]!)} × ${floatText(weights[part]!)} = ${floatText(products[part]!)}`,
    );
  });

  test('sum, bias and answer of a unit are those of the pass', () => {
    const last = layers.length - 1;
    for (const layer of [0, last]) {
      const place = openUnit(network.pass, layer, 2) as SumPlace;
      const html = shown(network, { ...place, level: 'unit' });
      const { sum, bias } = sumParts(layers[layer]!, 2, place.spot);
      for (const value of [sum, bias]) expect(html).toContain(written(value));
    }
  });

  test('the shares are softmax of the logits', () => {
    const html = shown(network, { level: 'layer', layer: layers.length - 1 });
    logits.forEach((logit, label) => {
      expect(html).toContain(written(logit));
      expect(html).toContain(`${(100 * network.shares[label]!).toFixed(2)}%`);
    });
  });
});

test('of a network that has not learned it says so', () => {
  const network = opened('no hidden layer');
  expect(shown(network, { level: 'network' }, { step: 0 })).toContain('has not learned yet');
  expect(shown(network, { level: 'network' })).not.toContain('has not learned yet');
});
