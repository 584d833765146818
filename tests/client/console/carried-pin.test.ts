import { expect, it } from 'vitest';
import { carriedPin } from '@/client/console/projector/carried-pin';

it('a view keeps what the teacher told the one before, but no snapshot’s own staying', () => {
  expect(carriedPin({ view: 'board', pinned: true })).toBe(true);
  expect(carriedPin({ view: 'board', pinned: false })).toBe(false);
  expect(carriedPin({ view: 'snapshot', pinned: true })).toBe(false);
});
