import { describe, expect, it } from 'vitest';
import { isNicknameFit } from '@/server/live/nickname-filter';

describe('the nickname filter', () => {
  it('lets people have their names', () => {
    const names = [
      ...'Ada Dick Dickson Dickinson Cassandra Hancock Cockburn Scunthorpe Essex Sussex Middlesex Nigel'.split(
        ' ',
      ),
      ...'Matsushita Takeshita Yoshitaka Fukuda Fukushima Fuku Fukiko Fukuhara Shizuka Ashita Shiitake'.split(
        ' ',
      ),
      ...'Harshit Harshita Akshit Anushka Analisa Fagin Cummings Peniston Bich Vandyke Bitchu Pussycat'.split(
        ' ',
      ),
      ...'Raphael Titus Mitsuki Nazia Nazir Niger Sebastian Peacock Document Johnson'.split(' '),
      ...'田中 さくら しんじ コロンブス しねま グレイプ パチンコ ころすけ うんちく みほ まんごー クマ先生 殺陣師 うんこう'.split(
        ' ',
      ),
      'Fukuda Class',
      'pen is mine',
      'A B',
      'K. O.',
      '🦊🐻',
      'Дима',
      'محمد',
      'नमस्ते',
    ];
    expect(names.filter((name) => !isNicknameFit(name))).toEqual([]);
  });

  it('refuses what is plainly meant', () => {
    const unfit = [
      ...'fuck FuCk ｆｕｃｋ fuuuck sh1t bullshit asshole n1gger bitch cunt penis whore slut'.split(' '),
      ...'Hitler nazi NAZI! wtf'.split(' '),
      ...'死ね しね シネ ウンコ う・ん・こ ウンコー ちんこ チンポ まんこ おまんこ 殺す ころす セックス レイプ キチガイ 変態'.split(
        ' ',
      ),
      'f u c k',
      'F-U-C-K',
      'kill yourself',
    ];
    expect(unfit.filter((name) => isNicknameFit(name))).toEqual([]);
  });
});
