package org.tanggap.responsibility;

/**
 * What a complaint is about, as a dotted code: {@code road}, {@code road.pothole}. A longer code is
 * a narrower category.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if it is no dotted lower-case code.
 *
 * @param code lower-case words with dots between them
 */
public record Category(String code) {

  /** The category of a complaint that nobody has sorted yet. */
  public static final Category UNSORTED = new Category("unsorted");

  public Category {
    if (!isCode(code)) {
      throw new IllegalArgumentException("a category code is lower-case words with dots between");
    }
  }

  /**
   * The category with the given code.
   *
   * @param code lower-case words with dots between them
   * @return the category
   */
  public static Category of(String code) {
    return new Category(code);
  }

  /**
   * Whether this category is the other one or a narrower one.
   *
   * @param other a category
   * @return true for the category itself and everything below it
   */
  public boolean isWithin(Category other) {
    return code.equals(other.code)
        || (code.startsWith(other.code) && code.charAt(other.code.length()) == '.');
  }

  /**
   * Whether a text has the form of a category code: words of {@code a-z 0-9 _ -}, dots between
   * them, at most 100 characters.
   *
   * @param text any text
   * @return true if a category can be made of it
   */
  public static boolean isCode(String text) {
    if (text.isEmpty() || text.length() > 100) {
      return false;
    }
    char before = '.';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      if (!letter && (c != '.' || before == '.')) {
        return false;
      }
      before = c;
    }
    return before != '.';
  }
}
