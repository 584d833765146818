import type { LessonStep } from '@/lessons/lesson';

/** The words of lesson 5, step by step. */
export const steps: readonly LessonStep[] = [
  {
    id: 'look',
    bench: 'digits-pictures',
    options: {},
    text: {
      en: {
        title: 'Look at the data',
        body: [
          'Each picture is a digit that somebody wrote by hand. To the computer it is only 28 × 28 = 784 numbers: how bright each pixel is. Beside every picture stands its **[[label|label]]**, the digit that the writer meant.',
          'The network learns from the **[[training-data|training data]]** alone. Other pictures are kept aside as **[[validation-data|validation data]]**: they show how well it reads digits that it has never seen.',
        ],
        task: 'Leaf through the pictures. Find a few that you would not be sure about yourself.',
      },
      ja: {
        title: 'データを見る',
        body: [
          'どの画像も、だれかが手で書いた数字です。コンピューターにとっては 28 × 28 = 784 個の数、つまり各ピクセルの明るさにすぎません。画像のそばにあるのが**[[label|ラベル]]**で、書いた人がどの数字のつもりだったかを表します。',
          'ネットワークは**[[training-data|訓練データ]]**だけから学びます。残りの画像は**[[validation-data|検証データ]]**として別にしてあり、一度も見たことのない数字をどれだけ読めるかを調べるのに使います。',
        ],
        task: '画像をめくってみましょう。自分でも迷うような数字を、いくつか見つけてください。',
      },
    },
  },
  {
    id: 'train',
    bench: 'digits-training',
    options: {},
    text: {
      en: {
        title: 'Train a network',
        body: [
          'A **[[dense|dense]]** network connects every input with every [[unit|unit]]. Each connection has a [[weight|weight]], so the numbers grow fast: 784 inputs into 32 units need 784 × 32 weights and 32 [[bias|biases]]. A **[[convolution|convolutional]]** network slides a few small filters over the picture instead.',
          'Training takes a small **[[batch|batch]]** of examples, measures the **[[loss-function|loss]]**, moves every weight a little in the direction that lowers it, and repeats. When every example has been used once, one **[[epoch|epoch]]** has passed.',
          'Watch both curves. If the network keeps getting better on training data while it gets worse on validation data, it has begun to learn the examples by heart: **[[overfitting|overfitting]]**.',
        ],
        task: 'Choose a network and press Train. Then change one thing, train again, and compare.',
        formula: {
          lines: ['784 × 32 + 32 = 25,120', '32 × 10 + 10 = 330', '25,120 + 330 = 25,450'],
          meaning:
            'Inputs × units, plus one [[bias|bias]] a unit, layer by layer: so many numbers are learned by a network with one hidden layer of 32 units.',
        },
      },
      ja: {
        title: 'ネットワークを訓練する',
        body: [
          '**[[dense|全結合]]**のネットワークでは、すべての入力がすべての[[unit|ユニット]]につながります。つながり 1 本ごとに[[weight|重み]]があるので、数はすぐに増えます。784 個の入力を 32 個のユニットにつなぐには、784 × 32 個の重みと 32 個の[[bias|バイアス]]が必要です。**[[convolution|畳み込み]]**のネットワークでは、小さなフィルターを画像の上ですべらせます。',
          '訓練では、少数の例(**[[batch|バッチ]]**)を取り出して**[[loss-function|損失]]**を計算し、それが小さくなる向きにすべての重みを少しだけ動かします。これをくり返します。すべての例を 1 回ずつ使うと、1 **[[epoch|エポック]]**です。',
          '2 本の曲線を見くらべてください。訓練データでは良くなり続けるのに、検証データでは悪くなっていくなら、例を丸暗記しはじめています。これが**[[overfitting|過学習]]**です。',
        ],
        task: 'ネットワークを選んで「訓練」を押しましょう。それから 1 か所だけ変えてもう一度訓練し、くらべてください。',
        formula: {
          lines: ['784 × 32 + 32 = 25,120', '32 × 10 + 10 = 330', '25,120 + 330 = 25,450'],
          meaning:
            '層ごとに「入力の数 × ユニットの数」に、ユニット 1 つにつき 1 個の[[bias|バイアス]]を足します。32 ユニットの隠れ層が 1 つあるネットワークは、これだけの数を学びます。',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question:
            'Accuracy on the training data climbs to 100 %, on the validation data it stays at 93 %. What has happened?',
          choices: [
            'The network is nearly perfect: 100 % is what counts.',
            'It has learned the training pictures by heart.',
            'The validation pictures are wrongly labelled.',
          ],
          why: 'The gap between the two is the sign of [[overfitting|overfitting]]. Only pictures that it has never seen show how well it really reads.',
        },
        ja: {
          question:
            '訓練データでの正解率は 100 % まで上がったのに、検証データでは 93 % のままです。何が起きたのでしょうか?',
          choices: [
            'ほぼ完璧なネットワークになった。大事なのは 100 % のほうだ。',
            '訓練データの画像を丸暗記した。',
            '検証データのラベルが間違っている。',
          ],
          why: '2 つの差が開くのは[[overfitting|過学習]]のしるしです。本当にどれだけ読めるかは、一度も見たことのない画像だけが教えてくれます。',
        },
      },
    },
  },
  {
    id: 'draw',
    bench: 'digits-drawing',
    options: {},
    text: {
      en: {
        title: 'Draw your own',
        body: [
          'Your drawing is prepared just as the training pictures were: shrunk, centred, 28 × 28 pixels. Then the network gives ten numbers that add up to 1. Read them as: how sure is it of each digit?',
          'A network can be very sure and still be wrong. It has never seen your handwriting, only other people’s.',
        ],
        task: 'Draw a digit and watch the ten numbers while you draw. Can you find one that fools it?',
      },
      ja: {
        title: '自分で書いてみる',
        body: [
          'あなたの字は、訓練データと同じやり方で縮小して中央に寄せ、28 × 28 ピクセルにします。するとネットワークは、合計が 1 になる 10 個の数を出します。それぞれの数字だと、どれくらい思っているかを表す数です。',
          '自信たっぷりに間違えることもあります。ネットワークが見てきたのはほかの人の字で、あなたの字は初めてだからです。',
        ],
        task: '数字を書きながら、10 個の数の動きを見てください。ネットワークをだませる字は書けますか?',
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question: 'You draw a face, no digit at all. What do the ten numbers do?',
          choices: [
            'They are all 0: it is no digit.',
            'Each of them is 0.1: the network does not know.',
            'They add up to 1 all the same, perhaps with one of them large.',
          ],
          why: 'At the end stands [[softmax|softmax]], which always shares out exactly 1 among the ten digits. “None of them” is not among its answers. Try it.',
        },
        ja: {
          question: '数字ではなく、顔を書いたとします。10 個の数はどうなるでしょうか?',
          choices: [
            '数字ではないので、すべて 0 になる。',
            'わからないので、どれも 0.1 になる。',
            'それでも合計は 1 のままで、どれか 1 つが大きくなることもある。',
          ],
          why: '最後にある[[softmax|ソフトマックス]]は、いつもちょうど 1 を 10 個の数字に分けます。「どれでもない」という答えはありません。試してみてください。',
        },
      },
    },
  },
  {
    id: 'ours',
    bench: 'digits-ours',
    options: {},
    text: {
      en: {
        title: 'Our handwriting',
        body: [
          'The [[validation-data|validation data]] come from the same people as the training data: American students and clerks, some thirty years ago. You write differently. Perhaps your 1 has a flag, or your 7 a bar.',
          'So make a [[test-data|test set]] of your own: in a class, everybody files digits, and every network is tested on all of them. Expect it to do worse. How well a network reads its own kind of data says little about others.',
        ],
        task: 'File two or three digits in your own hand, then test your network on all of ours. Look at the worst mistakes.',
      },
      ja: {
        title: 'わたしたちの手書き数字',
        body: [
          '[[validation-data|検証データ]]を書いたのは、訓練データと同じ人たちです。30 年以上前のアメリカの生徒や職員でした。あなたの書き方は違います。1 の形や、7 の書き方も違うでしょう。',
          'そこで、自分たちの[[test-data|テストデータ]]を作ります。クラスでは全員が数字を登録し、その全部でそれぞれのネットワークを試します。成績は下がるはずです。同じ種類のデータをよく読めても、ほかのデータで同じようにいくとはかぎりません。',
        ],
        task: '自分の字で数字を 2、3 個登録し、みんなの数字で試しましょう。いちばんひどい間違いも見てください。',
      },
    },
    check: {
      right: 0,
      text: {
        en: {
          question: 'A network reads 97 % of MNIST’s digits and 80 % of yours. What would help most?',
          choices: [
            'Training on digits that people like you have written',
            'Training longer on MNIST',
            'Testing on fewer of your digits',
          ],
          why: 'A network knows only what its data show. Where they differ from what it will meet, the remedy is data that do not.',
        },
        ja: {
          question:
            'あるネットワークは MNIST の数字を 97 %、あなたたちの数字を 80 % 読めます。いちばん役に立つのはどれでしょうか?',
          choices: [
            'あなたたちのような人が書いた数字で訓練する',
            'MNIST でもっと長く訓練する',
            '試す数字を減らす',
          ],
          why: 'ネットワークが知っているのは、データにあることだけです。実際に出会うものとデータが違うなら、その違いをなくすようなデータを加えるのが近道です。',
        },
      },
    },
  },
  {
    id: 'challenge',
    bench: 'digits-challenge',
    options: {},
    text: {
      en: {
        title: 'The challenge',
        body: [
          'Now the whole class competes. Submit a trained network, and the server rebuilds it and lets it read pictures that no browser has ever received. Only that accuracy counts.',
          'The board shows the result on one half of those hidden pictures. The other half is revealed when the class ends, so tuning for the board alone does not help.',
        ],
        task: 'Train the best network that you can, and submit it. You may submit again: your best one counts.',
      },
      ja: {
        title: 'チャレンジ',
        body: [
          'ここからはクラス全員の競争です。訓練したネットワークを提出すると、サーバーがそれを組み立て直し、どのブラウザーにも送られたことのない画像を読ませます。数えられるのは、その正解率だけです。',
          '順位表に出るのは、隠された画像の半分での結果です。もう半分は授業の終わりに公開されます。ですから、順位表に合わせて調整するだけでは勝てません。',
        ],
        task: 'できるだけ良いネットワークを訓練して、提出しましょう。何度でも提出でき、いちばん良いものが残ります。',
      },
    },
  },
];
