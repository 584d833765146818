import type { LessonStep } from '@/lessons/lesson';

/** The second half of lesson 1: what bad data do, and the challenge. */
export const judging: readonly LessonStep[] = [
  {
    id: 'spoil',
    bench: 'pool-train',
    options: { spoil: true },
    text: {
      en: {
        title: 'What bad data do',
        body: [
          'The program learns whatever the examples say, nothing else. So spoil them on purpose, and see what it costs.',
          '**Few:** it learns them by heart ([[overfitting|overfitting]]) and reads new ones badly. **One-sided:** what it has hardly seen, it hardly ever answers. **Mislabelled:** it learns the mistakes too, since it can’t know better.',
          'The [[validation-data|validation data]] stay whole and rightly labelled all the while, so that the numbers can be compared.',
        ],
        task: 'Train once on the whole pool, then spoil one thing at a time and train again. Compare what you tried.',
      },
      ja: {
        title: '悪いデータの影響',
        body: [
          'プログラムは、例が示すことだけを学びます。そこで、わざと例を悪くして、どれだけ損をするか見てみましょう。',
          '**少ない:**例を丸暗記して([[overfitting|過学習]])、新しい絵をうまく見分けられません。**かたよっている:**ほとんど見ていないラベルは、ほとんど答えません。**ラベルの間違い:**間違いもそのまま学びます。正しいかどうか、知りようがないからです。',
          'そのあいだも[[validation-data|検証データ]]は正しいラベルのまま変わらないので、結果をくらべられます。',
        ],
        task: 'まず全部のデータで訓練し、それから 1 つずつ悪くして訓練し直しましょう。結果をくらべてください。',
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question:
            'Of 100 drawings, 95 are “not a cat”. A network that always answers “not a cat” is right in 95 % of them. Is it good?',
          choices: [
            'Yes: 95 % is a high accuracy.',
            'No: look at each label, and it has not found a single cat.',
            'Yes, as long as nobody draws more cats.',
          ],
          why: 'With one-sided data the [[accuracy|accuracy]] alone deceives. Label by label it is 100 % and 0 %: that is why the bench shows both.',
        },
        ja: {
          question:
            '絵が 100 枚あり、95 枚は「ネコ以外」です。いつでも「ネコ以外」と答えるネットワークの正解率は 95 % です。よいネットワークでしょうか?',
          choices: [
            'よい。95 % は高い正解率だ。',
            'よくない。ラベルごとに見れば、ネコを 1 匹も見つけていない。',
            'ネコの絵が増えないかぎり、よい。',
          ],
          why: 'かたよったデータでは、全体の[[accuracy|正解率]]だけを見るとだまされます。ラベルごとに見れば 100 % と 0 % です。だからこのベンチは、ラベルごとの結果も見せています。',
        },
      },
    },
  },
  {
    id: 'challenge',
    bench: 'pool-challenge',
    options: {},
    text: {
      en: {
        title: 'The challenge',
        body: [
          'In a class, everybody now has the same pool, and no more is added. Your network is judged by the drawings that were held back: no browser was ever given them to learn from.',
          'You may train and submit again; your best result counts. What would help more, another network or better examples?',
        ],
        task: 'Train the best classifier you can, and submit it.',
      },
      ja: {
        title: 'チャレンジ',
        body: [
          'クラスでは、これで全員が同じ絵を持っています。もう絵は増えません。取り分けておいた絵で、あなたのネットワークを採点します。学習用としては、どのブラウザーにも渡していない絵です。',
          '何度でも訓練して提出でき、いちばん良い結果が残ります。役に立つのは別のネットワークでしょうか、それとも、もっとよい例でしょうか?',
        ],
        task: 'できるだけ良い分類器を訓練して、提出しましょう。',
      },
    },
  },
];
