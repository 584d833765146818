import type { LessonStep } from '@/lessons/lesson';

/** The first half of lesson 1: examples are gathered, a network learns from them and is tried. */
export const collecting: readonly LessonStep[] = [
  {
    id: 'collect',
    bench: 'pool-collect',
    options: {},
    text: {
      en: {
        title: 'Collect examples',
        body: [
          'How would you explain to a computer what a cat looks like? Two ears, whiskers, a tail? Every rule you write has exceptions, and a drawing is only numbers to it: 28 × 28 of them, one for the ink in each pixel.',
          '[[machine-learning|Machine learning]] takes another way. Nobody writes the rule. You collect **examples**, each with its **[[label|label]]**, and a learning program makes the classifier out of them.',
          'The pool grows with every drawing. One in five is held back, for the challenge at the end.',
        ],
        task: 'Draw at least five pictures for each label, and file every one of them.',
      },
      ja: {
        title: '例を集める',
        body: [
          'ネコがどんな形か、コンピューターにどう説明しますか? 耳が 2 つ、ひげ、しっぽ…。どんな規則にも例外があります。そしてコンピューターにとって絵は数の並びにすぎません。28 × 28 個の、ピクセルごとのインクの濃さです。',
          '[[machine-learning|機械学習]]は別の道をとります。規則はだれも書きません。**[[label|ラベル]]**のついた**例**を集め、そこから学習プログラムが分類器を作ります。',
          '絵を登録するたびに例が増えます。5 枚に 1 枚は、最後のチャレンジのために取り分けておきます。',
        ],
        task: 'どのラベルの絵も 5 枚以上描いて、1 枚ずつ登録しましょう。',
      },
    },
  },
  {
    id: 'train',
    bench: 'pool-train',
    options: { spoil: false },
    text: {
      en: {
        title: 'Let it learn',
        body: [
          'A small [[neural-network|neural network]] starts with random [[weight|weights]]: it knows nothing and guesses. Then it looks at the examples, a few at a time, and moves every weight a little so that its answers get less wrong.',
          'Some pictures are set aside as [[validation-data|validation data]]. It never learns from them. Only they show whether it has grasped what a label means, or merely remembers the pictures.',
        ],
        task: 'Press Train and watch both curves. Train again with another number of hidden units.',
      },
      ja: {
        title: '学ばせる',
        body: [
          '小さな[[neural-network|ニューラルネットワーク]]は、でたらめな[[weight|重み]]から始まります。何も知らないので、答えは当てずっぽうです。それから例を少しずつ見て、答えの間違いが減るように、すべての重みを少しだけ動かします。',
          '一部の画像は[[validation-data|検証データ]]として取っておき、学習には使いません。ラベルの意味をつかんだのか、絵を覚えただけなのかは、検証データだけが教えてくれます。',
        ],
        task: '「訓練」を押して、2 本の曲線を見ましょう。隠れユニットの数を変えて、もう一度訓練してください。',
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question: 'Who wrote the rule by which the network now tells one label from the other?',
          choices: [
            'Whoever wrote this bench',
            'Whoever drew the pictures, stroke by stroke',
            'Nobody: the weights came out of the examples',
          ],
          why: 'The program that learns is general: given other pictures and labels, the same program becomes another classifier. What it knows stands in its [[weight|weights]], and those came from the data.',
        },
        ja: {
          question: 'ネットワークがラベルを見分ける規則は、だれが書いたのでしょうか?',
          choices: [
            'この教材を作った人',
            '絵を描いた人が、一筆ごとに書いた',
            'だれも書いていない。重みは例から生まれた',
          ],
          why: '学習するプログラム自体は汎用です。別の画像とラベルを与えれば、同じプログラムが別の分類器になります。知っていることは[[weight|重み]]の中にあり、それはデータから生まれました。',
        },
      },
    },
  },
  {
    id: 'try',
    bench: 'pool-try',
    options: {},
    text: {
      en: {
        title: 'Try it on something new',
        body: [
          'Now draw something that it has never seen. The numbers are its answer: how likely it holds each label to be. Together they are always 1, so it can’t say “none of these”.',
          'Where it is wrong, it lacks examples. File the drawing under its right label, train again, and see whether it has learned.',
        ],
        task: 'Draw slowly and watch the numbers move. Find a drawing that fools it.',
      },
      ja: {
        title: '新しい絵で試す',
        body: [
          '今度は、ネットワークが見たことのない絵を描いてみましょう。並んでいる数が答えで、それぞれのラベルだと考える確率です。合計はいつも 1 なので、「どれでもない」とは答えられません。',
          '間違えるのは、例が足りないからです。その絵を正しいラベルで登録し、もう一度訓練して、学んだかどうか確かめましょう。',
        ],
        task: 'ゆっくり描きながら、数の動きを見てください。ネットワークをだませる絵は描けますか?',
      },
    },
  },
];
