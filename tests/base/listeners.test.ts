import { expect, test } from 'vitest';
import { Listeners } from '@/base/listeners';

test('tells everybody once, in the order of their coming, until they leave', () => {
  const heard: string[] = [];
  const listeners = new Listeners<[news: string]>();
  const stop = listeners.add((news) => heard.push(`a ${news}`));
  listeners.add((news) => heard.push(`b ${news}`));
  listeners.tell('1');
  stop();
  stop();
  listeners.tell('2');
  expect(heard).toEqual(['a 1', 'b 1', 'b 2']);
  listeners.clear();
  listeners.tell('3');
  expect(heard).toHaveLength(3);
});

test('who comes or goes meanwhile is heeded from the next time on', () => {
  const heard: string[] = [];
  const listeners = new Listeners();
  const stop = listeners.add(() => {
    stop();
    listeners.add(() => heard.push('newcomer'));
    heard.push('first');
  });
  listeners.add(() => heard.push('second'));
  listeners.tell();
  expect(heard).toEqual(['first', 'second']);
  listeners.tell();
  expect(heard).toEqual(['first', 'second', 'second', 'newcomer']);
});
