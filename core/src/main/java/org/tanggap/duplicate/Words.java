package org.tanggap.duplicate;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a text as a set, for telling how alike two texts are.
 *
 * <p>Compatibility forms, case, diacritics, drawn-out letters (<i>banjirrr</i>), leading zeros, web
 * addresses and {@code @mentions} make no difference; a hashtag counts as a word. The likeness is
 * the share of common trigrams among all trigrams of the words (Jaccard).
 *
 * <p>Chosen by trial on 602 flood reports of Jakarta of 2017 and 34 pairs made by hand. At ranking
 * the pairs, trigrams are right in 94 of 100 cases, whole words in 88, trigrams without the list of
 * stop words in 84. Cutting off Indonesian affixes adds nothing to trigrams. Of the pairs more than
 * 3 km apart, 2.6 % reach a likeness of 0.3.
 */
final class Words {

  /** Bounds time and memory, whatever is sent; reordering marks takes the square of their run. */
  static final int CHARACTERS_READ = 4_000;

  static final int WORDS_READ = 500;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ADDRESSES =
      Pattern.compile("(?:https?://|www\\.)\\S+|@[\\p{L}\\p{N}_]+");
  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{Nd}+");
  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

  /** What stands in any report, in the spellings of short messages; streets are all "jalan". */
  private static final Set<String> STOP_WORDS =
      Set.of(
          """
          yang yg di ke dari dan atau ini itu ada adalah untuk utk dengan dgn dg pada juga sudah
          udah sdh udh belum blm tidak tdk ga gak nggak ngak ngk kok sih dong deh nih ya pak bu
          bapak ibu mohon tolong tlg tlng min kami saya kita akan bisa lagi lg aja saja jadi karena
          krn sampai oleh agar bila kalau kalo masih sangat para jl jln jalan gg gang
          a an and are at be by for from has have in is it not of on or please that the there this
          to was were with
          """
              .strip()
              .split("\\s+"));

  private final Set<String> words;
  private final Set<String> trigrams;

  private Words(Set<String> words) {
    this.words = words;
    this.trigrams = trigramsOf(words);
  }

  static Words of(String... texts) {
    Set<String> words = new HashSet<>();
    for (String text : texts) {
      String head = text.substring(0, Math.min(text.length(), CHARACTERS_READ));
      WORD.matcher(ADDRESSES.matcher(plain(head)).replaceAll(" "))
          .results()
          .limit(WORDS_READ)
          .map(MatchResult::group)
          .map(Words::told)
          .filter(word -> !STOP_WORDS.contains(word))
          .forEach(words::add);
    }
    return new Words(words);
  }

  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static String told(String word) {
    String brief = DRAWN_OUT.matcher(word).replaceAll("$1");
    return LEADING_ZEROS.matcher(brief).replaceAll("");
  }

  private static Set<String> trigramsOf(Set<String> words) {
    Set<String> trigrams = new HashSet<>();
    for (String word : words) {
      String fenced = " " + word + " ";
      for (int i = 0; i + 3 <= fenced.length(); i++) {
        trigrams.add(fenced.substring(i, i + 3));
      }
    }
    return trigrams;
  }

  /** From 0, nothing in common, to 1, the same; 0 if either has no words. */
  double likeness(Words other) {
    int common = common(trigrams, other.trigrams);
    int all = trigrams.size() + other.trigrams.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }

  /** How many words stand in both. */
  int shared(Words other) {
    return common(words, other.words);
  }

  private static int common(Set<String> one, Set<String> other) {
    Set<String> smaller = one.size() <= other.size() ? one : other;
    Set<String> larger = one.size() <= other.size() ? other : one;
    return (int) smaller.stream().filter(larger::contains).count();
  }
}
