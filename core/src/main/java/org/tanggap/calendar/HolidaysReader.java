package org.tanggap.calendar;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@link Holidays} and collects every fault on the way. */
final class HolidaysReader {

  private static final String YEARS = "years";

  private final Map<String, Holiday> days = new TreeMap<>();
  private final TreeSet<Integer> years = new TreeSet<>();

  private HolidaysReader() {}

  static Holidays read(InputStream in, String name) {
    HolidaysReader reader = new HolidaysReader();
    DataLines.read(in, name, reader::readLine);
    return Holidays.of(reader.days.values(), reader.years);
  }

  private void readLine(DataLines lines, List<String> fields) {
    if (fields.get(0).equals(YEARS)) {
      fields.stream().skip(1).forEach(year -> readYear(lines, year));
    } else if (fields.size() < 3 || fields.size() > 5) {
      lines.fault("a holiday is date;type;name, then the decree and its date if known");
    } else {
      readHoliday(lines, fields);
    }
  }

  private void readYear(DataLines lines, String text) {
    if (!text.matches("[0-9]{4}") || !isYear(Integer.parseInt(text))) {
      lines.fault("\"" + DataLines.shortened(text) + "\" is no year from 1900 to 2300");
    } else {
      years.add(Integer.parseInt(text));
    }
  }

  private void readHoliday(DataLines lines, List<String> fields) {
    Optional<LocalDate> date = lines.date(fields.get(0));
    Optional<HolidayType> type = findType(lines, fields.get(1));
    String name = fields.get(2);
    if (name.isEmpty()) {
      lines.fault("the name is missing");
    }
    if (date.isPresent() && !isYear(date.get().getYear())) {
      lines.fault(date.get() + " is not in a year from 1900 to 2300");
      return;
    }
    String decree = fields.size() > 3 ? fields.get(3) : "";
    Optional<LocalDate> decreedOn =
        fields.size() > 4 && !fields.get(4).isEmpty()
            ? lines.date(fields.get(4))
            : Optional.empty();
    if (date.isPresent() && type.isPresent() && !name.isEmpty()) {
      add(lines, date.get(), type.get(), name, decree, decreedOn.orElse(null));
    }
  }

  private void add(
      DataLines lines,
      LocalDate date,
      HolidayType type,
      String name,
      String decree,
      @Nullable LocalDate decreedOn) {
    Holiday day = new Holiday(date, type, name, decree, decreedOn);
    if (days.putIfAbsent(date + " " + type, day) != null) {
      lines.fault(date + " stands there twice as " + type);
    }
  }

  private static Optional<HolidayType> findType(DataLines lines, String name) {
    Optional<HolidayType> type =
        Arrays.stream(HolidayType.values()).filter(each -> each.name().equals(name)).findFirst();
    if (type.isEmpty()) {
      lines.fault(
          "\""
              + DataLines.shortened(name)
              + "\" is none of "
              + Arrays.toString(HolidayType.values()));
    }
    return type;
  }

  private static boolean isYear(int year) {
    return year >= Holiday.FIRST_YEAR && year <= Holiday.LAST_YEAR;
  }
}
