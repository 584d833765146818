import type { LessonStep } from '@/lessons/lesson';

/** Lesson 9, second half: the same loop on real digits, then the competition. */
export const digitSteps: readonly LessonStep[] = [
  {
    id: 'run',
    bench: 'loop-run',
    options: {},
    text: {
      en: {
        title: 'The loop on digits',
        body: [
          'The very same loop, on real pictures: 32 handwritten digits go in at a time, ten outputs come out for each, and one gradient moves all 25,450 weights.',
          'The pictures on show are the ones of this very batch. An [[epoch|epoch]] is over when each training picture has been fed in once; then they are shuffled.',
        ],
        task: 'Press Step in the bar at the foot a few times and follow one round. Then press Train and let the loop run.',
      },
      ja: {
        title: '数字でループを回す',
        body: [
          'まったく同じループを、本物の画像で動かします。手書き数字を 32 枚ずつ入れると、1 枚ごとに 10 個の出力が出ます。そして 1 つの勾配が、25,450 個の重みをすべて動かします。',
          '表示されているのは、まさに今のバッチの画像です。すべての訓練画像を一度ずつ入れると 1 [[epoch|エポック]]が終わり、順番を混ぜ直します。',
        ],
        task: '下のバーの「ステップ」を何度か押して 1 周を追いましょう。それから「訓練」でループを回してください。',
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question:
            '6,000 pictures, batches of 32, five epochs. About how many times are the weights updated?',
          choices: ['5', '940', '30,000'],
          why: '6,000 / 32 is 188 batches an epoch (the last is smaller), and each batch gives one update: 5 × 188 = 940.',
        },
        ja: {
          question: '画像 6,000 枚、バッチ 32 枚、5 エポックです。重みはおよそ何回更新されますか?',
          choices: ['5 回', '940 回', '30,000 回'],
          why: '6,000 ÷ 32 で、1 エポックは 188 バッチです(最後だけ少し小さい)。1 バッチごとに 1 回更新するので、5 × 188 = 940 回です。',
        },
      },
    },
  },
  {
    id: 'knobs',
    bench: 'digits-training',
    options: {},
    text: {
      en: {
        title: 'Every knob',
        body: [
          'All that you have met is a knob here: layers and units, [[activation-function|activation]], loss, update rule, learning rate, batch size, regularisation, epochs.',
          'Change one thing at a time, or you will not know what helped. Watch the validation curve: it alone tells how the network does on pictures it has never seen.',
        ],
        task: 'Train at least three different settings and compare them under “Your runs”. Which knob matters most?',
      },
      ja: {
        title: 'すべての設定',
        body: [
          'これまでに学んだことが、すべてここで設定できます。層とユニット、[[activation-function|活性化関数]]、損失関数、更新の規則、学習率、バッチの大きさ、正則化、エポック数です。',
          '変えるのは 1 回に 1 つだけにしましょう。そうしないと、何が効いたのかわかりません。見るべきなのは検証の曲線です。見たことのない画像をどれだけ読めるかは、そこにしか現れません。',
        ],
        task: '設定を変えて 3 回以上訓練し、「自分の訓練」でくらべましょう。いちばん効くのはどの設定ですか?',
      },
    },
  },
  {
    id: 'challenge',
    bench: 'digits-challenge',
    options: {},
    text: {
      en: {
        title: 'The class competition',
        body: [
          'Against the clock, with every knob open: who builds the network that reads best? Submit a trained one, and the server rebuilds it from your settings and lets it read pictures that no browser has ever received.',
          'During the race the board shows one half of those hidden pictures. The other half is revealed when the class ends, so tuning for the board alone does not pay.',
          'A hint for racers: a training that is long enough with an ordinary rate beats a risky one that diverges.',
        ],
        task: 'Train, submit, improve. You may submit again: your best one counts.',
      },
      ja: {
        title: 'クラスで競う',
        body: [
          '時間との勝負です。設定はすべて自由。いちばん正しく読めるネットワークを作るのはだれでしょうか。訓練したネットワークを提出すると、サーバーが設定から組み立て直し、どのブラウザーにも送られたことのない画像を読ませます。',
          '競技中の順位表に出るのは、隠された画像の半分での結果です。もう半分は授業の終わりに公開されます。順位表だけに合わせて調整しても、得にはなりません。',
          'ヒント: 発散するかもしれない賭けより、ふつうの学習率で十分に長く訓練したほうが勝てます。',
        ],
        task: '訓練し、提出し、改良しましょう。何度でも提出でき、いちばん良いものが残ります。',
      },
    },
  },
];
