import type { LessonStep } from '@/lessons/lesson';

/** Measure the own device, understand what came out, then look at the whole class. */
export const steps: readonly LessonStep[] = [
  {
    id: 'measure',
    bench: 'compute-measure',
    options: { task: 'matrix-product', first: false },
    prediction: {
      text: {
        en: {
          question:
            'Multiplying two matrices: how many times as fast as plain JavaScript will the graphics card of your device be at its best?',
          choices: [
            'No faster',
            '1 to 3 times',
            '3 to 10 times',
            '10 to 30 times',
            '30 to 100 times',
            'More than 100 times',
          ],
        },
        ja: {
          question:
            '2 つの行列のかけ算で、あなたの端末のグラフィックスカードは、いちばん良いとき、ふつうの JavaScript の何倍の速さでしょうか?',
          choices: ['速くない', '1〜3 倍', '3〜10 倍', '10〜30 倍', '30〜100 倍', '100 倍より速い'],
        },
      },
    },
    text: {
      en: {
        title: 'How fast is your device?',
        body: [
          'A layer multiplies each input by a weight and adds up. For a whole layer and a whole batch that is one multiplication of two [[matrix|matrices]], and nearly all the time of learning goes into it.',
          'A **processor** works off a few sums at a time, each very quickly. A [[gpu|GPU]] was made for pictures, where a million pixels need the same sum at once: it has hundreds or thousands of small calculators that all do the same. Matrices suit it perfectly.',
          'Your device now does the same work in up to four ways: plain JavaScript, WebAssembly (faster code on the processor), WebGL and, where there is one, WebGPU (two ways to the graphics card). Each result is checked against the others.',
        ],
        task: 'Make your guess. Then press Measure, and leave this tab in front for half a minute.',
        formula: {
          lines: ['cᵢⱼ = Σₖ aᵢₖ · bₖⱼ', 'n rows: 2 n³ calculations'],
          meaning:
            'Each of the n² numbers of the result is a sum of n products. Twice as many rows are eight times as much work. No number waits for another: all can be calculated at the same time.',
        },
      },
      ja: {
        title: 'あなたの端末はどれだけ速いか',
        body: [
          '層は、それぞれの入力に重みをかけて足し合わせます。層全体、バッチ全体をまとめると、2 つの[[matrix|行列]]のかけ算 1 回になります。学習にかかる時間のほとんどは、このかけ算です。',
          '**プロセッサー**は、一度に少しずつ、とても速く計算します。[[gpu|GPU]] は画像のために作られました。百万個のピクセルに同じ計算をいっせいにするために、小さな計算機が何百、何千と並んでいて、みんなで同じことをします。行列にはぴったりです。',
          'これからあなたの端末が、同じ仕事を最大 4 通りのやり方でします。ふつうの JavaScript、WebAssembly(プロセッサーで動くもっと速いコード)、WebGL、そしてあれば WebGPU(どちらもグラフィックスカードを使う方法)です。結果が合っているかも、たがいに確かめます。',
        ],
        task: '予想を決めましょう。それから「測る」を押し、30 秒ほどこのタブを前に出しておいてください。',
        formula: {
          lines: ['cᵢⱼ = Σₖ aᵢₖ · bₖⱼ', 'n 行なら計算は 2 n³ 回'],
          meaning:
            '結果の n² 個の数は、それぞれ n 個の積の和です。行数が 2 倍になると仕事は 8 倍です。どの数もほかの数を待たないので、全部を同時に計算できます。',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question: 'Why do matrices suit a graphics card?',
          choices: [
            'Its clock is faster than the processor’s',
            'All numbers of the result can be calculated at the same time',
            'It rounds less',
          ],
          why: 'Its calculators are slower than the processor’s, but there are very many. That helps only with work that falls into many equal parts which do not wait for each other: as here.',
        },
        ja: {
          question: '行列がグラフィックスカードに向いているのはなぜでしょうか?',
          choices: [
            'カードのクロックのほうが速いから',
            '結果の数をすべて同時に計算できるから',
            '丸め誤差が小さいから',
          ],
          why: '計算機の 1 つ 1 つは、プロセッサーより遅いのです。でも数がとても多くあります。役に立つのは、たがいに待たなくてよい、同じ形のたくさんの部分に分かれる仕事だけです。ここがまさにそうです。',
        },
      },
    },
  },
  {
    id: 'tiny',
    bench: 'compute-measure',
    options: { task: 'training-step', first: false },
    text: {
      en: {
        title: 'When the card loses',
        body: [
          'Here is a whole training step: 64 pictures forward through a network with one hidden layer, the gradients back, the weights corrected. It is many small jobs instead of one large one.',
          'Each job handed to the card costs a few moments, however small it is: it must be described, queued and waited for. With 2 hidden units that is far more than the work itself, and plain JavaScript wins easily. So this program trains tiny networks on the processor.',
        ],
        task: 'Find the number of hidden units from which the card, or WebAssembly, is worth it on your device.',
      },
      ja: {
        title: 'カードが負けるとき',
        body: [
          'こんどは、訓練の 1 ステップ全体です。64 枚の画像を、隠れ層が 1 つのネットワークに通し、勾配を逆向きに求め、重みを直します。大きな仕事 1 つではなく、小さな仕事がたくさんあります。',
          'カードに仕事を渡すたびに、仕事の大きさによらず少し時間がかかります。内容を伝え、順番を待ち、終わるのを待つからです。隠れユニットが 2 つなら、それは仕事そのものよりずっと長く、ふつうの JavaScript が楽に勝ちます。ですから、このプログラムも、とても小さなネットワークはプロセッサーで訓練します。',
        ],
        task: '隠れユニットがいくつから、カードや WebAssembly を使うと得になるか、あなたの端末で見つけましょう。',
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question: 'You train the perceptron of lesson 2 on a fast graphics card. What do you expect?',
          choices: [
            'About 30 times faster than on the processor',
            'A little faster',
            'Slower than on the processor',
          ],
          why: 'Three numbers to correct are no work at all. Handing them to the card and waiting for the answer takes thousands of times longer than the sums.',
        },
        ja: {
          question:
            'レッスン 2 のパーセプトロンを、速いグラフィックスカードで訓練します。どうなるでしょうか?',
          choices: ['プロセッサーの約 30 倍速い', '少し速い', 'プロセッサーより遅い'],
          why: '直す数は 3 つだけで、仕事と呼べるほどの量はありません。カードに渡して答えを待つ時間のほうが、計算の何千倍も長くなります。',
        },
      },
    },
  },
  {
    id: 'first-time',
    bench: 'compute-measure',
    options: { task: 'matrix-product', first: true },
    text: {
      en: {
        title: 'How to measure honestly',
        body: [
          'The first time of all is much slower: the program for the card must be translated, memory must be found. The hollow marks show it. Whoever measures only once measures that.',
          'So the first run stands apart, each size runs again and again until the clock can tell, and what counts is the **median**: the middle one of up to seven. One hiccup of the device does not change it.',
          'And a result that nobody has read may not have been calculated at all: the card works while the program goes on. Here the clock stops only when a number has come back.',
        ],
        task: 'Compare hollow and filled marks: where is the first time slower by the most?',
      },
      ja: {
        title: '正直に測るには',
        body: [
          'いちばん最初の 1 回は、ずっと遅くなります。カードのためのプログラムを翻訳し、メモリーを用意するからです。中抜きの印がそれです。1 回しか測らない人は、これを測ってしまいます。',
          'ですから 1 回目は別にして、時計ではっきり分かるまで何度もくり返し、**中央値**、つまり最大 7 回のうちの真ん中を使います。端末が一瞬もたついても、値は変わりません。',
          'もう 1 つ。結果をだれも読んでいなければ、まだ計算されていないかもしれません。カードが働いているあいだに、プログラムは先へ進むからです。ここでは、数が 1 つ戻ってきてはじめて時計を止めます。',
        ],
        task: '中抜きと塗りつぶしの印をくらべましょう。1 回目がいちばん大きく遅れるのはどこですか?',
      },
    },
  },
  {
    id: 'class',
    bench: 'compute-class',
    options: {},
    text: {
      en: {
        title: 'Where is 30×?',
        body: [
          '“A GPU is about 30 times faster” is often said. Of which card, which processor, which work? Each mark here is one device of the class at one size; no name stands with it.',
          'Our yardstick is one core of the processor with well-written plain JavaScript. A worse yardstick would make every card look better: whenever you read “times faster”, ask what it was compared with.',
        ],
        task: 'Find 30× in the picture. Which work must it be, and how large, for how many devices to get there?',
      },
      ja: {
        title: '30 倍はどこにある?',
        body: [
          '「GPU は約 30 倍速い」とよく言われます。でも、どのカードが、どのプロセッサーとくらべて、どんな仕事で、でしょうか。ここの印は、それぞれクラスの 1 台の端末の、1 つの大きさでの結果です。名前はつきません。',
          'ここでくらべる相手は、プロセッサーのコア 1 つで動く、きちんと書かれたふつうの JavaScript です。くらべる相手が悪ければ、どんなカードも良く見えます。「何倍速い」と書いてあったら、何とくらべたのかを確かめましょう。',
        ],
        task: '図の中で 30 倍を見つけましょう。どんな仕事で、どれくらい大きければ、何台がそこに届くでしょうか?',
      },
    },
    check: {
      right: 0,
      text: {
        en: {
          question: 'An advertisement says “50 times faster with our card”. What do you ask first?',
          choices: [
            'Compared with what, and at which work?',
            'How much memory does it have?',
            'How many pixels can it draw?',
          ],
          why: 'The same card is slower than the processor on tiny work and many times faster on large. And against one slow core every card shines.',
        },
        ja: {
          question: '広告に「当社のカードで 50 倍速い」とあります。まず何を聞きますか?',
          choices: [
            '何とくらべて、どんな仕事でですか?',
            'メモリーはどれくらいですか?',
            '何ピクセル描けますか?',
          ],
          why: '同じカードでも、ごく小さな仕事ではプロセッサーより遅く、大きな仕事では何倍も速くなります。そして、遅いコア 1 つとくらべれば、どんなカードも輝いて見えます。',
        },
      },
    },
  },
];
