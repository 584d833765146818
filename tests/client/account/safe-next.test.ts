import { describe, expect, it } from 'vitest';
import { safeNext, signInPath } from '@/client/account/safe-next';

describe('where signing in leads', () => {
  it.each(['/teach', '/teach/live/ABCDEF', '/review', '/review/0a?sort=name#runs', '/screen/ABCDEF'])(
    '%s is gone to',
    (path) => expect(safeNext(path)).toBe(path),
  );
  it.each([
    undefined,
    null,
    ['/review', '/teach'],
    '',
    'https://elsewhere.example/teach',
    '//elsewhere.example/teach',
    '/\\elsewhere.example',
    '/teach\\..\\..',
    '/\t/elsewhere.example',
    '/teach/../../..//elsewhere.example',
    '/teach/../join/ABCDEF',
    '/join/ABCDEF',
    '/teachers',
    '/teach/sign-in?next=/teach',
    '/teach/x/../sign-up',
    'javascript:alert(1)',
    `/teach/${'x'.repeat(600)}`,
  ])('%j is not: the list of classes instead', (asked) => expect(safeNext(asked)).toBe('/teach'));
  it('the way to sign-in carries only a page worth coming back to', () => {
    expect(signInPath('/review/ab')).toBe('/teach/sign-in?next=%2Freview%2Fab');
    expect(signInPath('/teach')).toBe('/teach/sign-in');
    expect(signInPath('//evil.example')).toBe('/teach/sign-in');
  });
});
