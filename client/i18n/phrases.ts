import { bindFormulas } from './formula-blanks';

/**
 * Where lines of Japanese may break: between phrases, as readers take them in, never inside a word nor between a number and its counter.
 * By rules of script alone, so that the server and every browser come to the same: a phrase ends with its particles and endings, in
 * hiragana, where the next one begins with another script; after the particles を and, behind a name, が and は; at brackets and punctuation.
 */

const HIRAGANA = /[\u3041-\u3096]/;
const KANJI = /[\p{sc=Han}々]/u;
const NAME = /[\p{sc=Han}\p{sc=Katakana}ー々]/u;
/** What a phrase can begin with, besides hiragana. */
const BEGINS = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}\p{sc=Greek}\p{Nd}∂∇−]/u;
const OPENS = /[「『（【“]/;
const ENDS = /[、。！？」』）】”：；]/;
/** What no line begins with. */
const NEVER_FIRST = /[、。，．！？：；」』）】”…・ー々〜%％ぁぃぅぇぉっゃゅょァィゥェォッャュョ\s]/;
/** One of these alone between two kanji joins them to a word (組み合わせ, 取り出す). */
const JOINS = /[いえきぎけげしじせちてねびべみめりれっん]/;
/** What belongs to the kanji that follow: prefixes, and words of which only the end is in kanji. */
const BEGUN =
  /(?:お|ご|もう|くり|かけ|たし|ひき|わり|うら|とり|ぬり|はね|やり|たどり|ならべ|つけ|ひと|まっ|まん)$/;
/** Two words that are one to their readers. */
const ONE = /^(?:役に立|見た目|一つ一つ|.に対[しす]|.に関[しす]|その他|ひし形|うき星|消しゴム)/u;
/** Words in hiragana before which a long phrase may break: behind a particle, and behind what they are said of. */
const BEHIND_PARTICLE =
  /^(?:いちばん|うまく|かぎり|かまい|くらべ|けっして|そうで|それ|ちょうど|つながり|どう|どちら|どれ|どんな|なぜ|なら[ずな]|なる|なり|なだらか|できる|できな|そろ|いきま|わかり|いけば|します|ある|あり)/;
const BEHIND_VERB = /^(?:かもしれ|こと|とき|ところ|はずは|もの|わけ)/;
/** Characters that a phrase has at least before it breaks within its hiragana. */
const LONG = 5;

/** Whether a text is in a script that is written without blanks. */
const KANA = /[\u3041-\u30ff]/;

/** The phrases of a text, which together are the text; one in another language is one. */
export function phrasesOf(text: string): string[] {
  if (!KANA.test(text)) return [text];
  const phrases: string[] = [];
  let from = 0;
  for (let at = 1; at < text.length; at += 1) {
    if (!breaksAt(text, from, at)) continue;
    phrases.push(text.slice(from, at));
    from = at;
  }
  phrases.push(text.slice(from));
  return phrases;
}

function breaksAt(text: string, from: number, at: number): boolean {
  const [last, next] = [text[at - 1]!, text[at]!];
  if (NEVER_FIRST.test(next) || OPENS.test(last)) return false;
  if (ENDS.test(last)) return !(/[」』）】”]/.test(last) && HIRAGANA.test(next));
  if (OPENS.test(next)) return true;
  if (HIRAGANA.test(next)) {
    const before = text[at - 2];
    if (last === 'を') return true;
    if (at - from >= LONG) {
      if (/[はがにでともて]/.test(last) && BEHIND_PARTICLE.test(text.slice(at))) return true;
      if (/[るいたなうくすつぬぶむ]/.test(last) && BEHIND_VERB.test(text.slice(at))) return true;
    }
    return (
      before !== undefined &&
      NAME.test(before) &&
      (last === 'は' ? !/[はがじずな]/.test(next) : last === 'が' && !/[らりるれろっわ]/.test(next))
    );
  }
  if (!HIRAGANA.test(last) || !BEGINS.test(next) || ONE.test(text.slice(at - 2))) return false;
  if (KANJI.test(next)) {
    const before = text[at - 2];
    if (JOINS.test(last) && before !== undefined && KANJI.test(before)) return false;
    // 1か所, 数か月: the whole is the counter.
    if (last === 'か' && /[\p{Nd}数何]/u.test(text[at - 2] ?? '')) return false;
    if (BEGUN.test(text.slice(from, at))) return false;
  }
  return true;
}

/** Where a text's phrases end, before its own end: empty where it has no other places than its blanks. */
export function endsOfPhrases(text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const phrase of phrasesOf(text)) {
    at += phrase.length;
    ends.add(at);
  }
  ends.delete(text.length);
  return ends;
}

/** A formula's sign or a name, a blank, and the particle that belongs to it. */
const PARTICLE_BEHIND = /([\p{sc=Latin}\p{sc=Greek}\p{Nd}₀-₉%）]) (?=[\u3041-\u3096])/gu;

/** The text, as long as before, with blanks before particles and in formulas at which no line breaks. */
export function bindBlanks(text: string): string {
  return bindFormulas(text.replace(PARTICLE_BEHIND, '$1\u00a0'));
}

/** A mark of a number, and what goes on in hiragana; the line of a derivative (∂L/∂w, dL/dw): to browsers places to break. */
const MARK_BEFORE = /[%％](?=[\u3041-\u3096])|\/(?=∂|d\p{L}(?!\p{L}))/gu;

/** A text whose lines do not break behind a mark of a number, nor inside a derivative (U+2060). */
export function joinMarks(text: string): string {
  return text.replace(MARK_BEFORE, '$&\u2060');
}

/** A text with the places at which its lines may break (U+200B), for `word-break: keep-all`. */
export function withBreaks(text: string): string {
  return joinMarks(phrasesOf(bindBlanks(text)).join('\u200b'));
}
