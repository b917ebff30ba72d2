// Numbers as people read them: Dutch or English marks, and never more digits than a range supports.
#pragma once
#include <string>
#include <string_view>

namespace ontkoker {

enum class Language { nl, en };
// "en" is English; everything else is Dutch, the first language of the project.
Language language_of(std::string_view code);

// How a group of numbers that belong together is written: the power of ten of the last digit shown, and whether in
// millions.
struct Shown {
    int exponent = 0;
    bool millions = false;
};

// Digits for numbers with a range: the last digit shown is the first or second of the range's width, and a limit that
// is not zero is not shown as zero unless the range spans zero. Without a width: three digits of the largest number.
Shown shown_for(double value, double low, double high, std::string_view unit);

enum class Sign { minus_only, always };

// "1.234,5" or "1,234.5"; thousands from 1000 up; a real minus sign; never "-0".
std::string plain_number(double value, Shown shown, Language language, Sign sign = Sign::minus_only);
// With its unit: "EUR" as a euro sign in front, "%", "weeks" and "hours" behind, "1" as nothing. `difference` makes
// per cent into percentage points.
std::string quantity(double value, Shown shown, std::string_view unit, Language language, Sign sign = Sign::minus_only,
                     bool difference = false);
// "−3,1 tot 0,4": both limits without repeating the unit.
std::string range_text(double low, double high, Shown shown, Language language);

// The shortest text that reads back as the same double (for machines).
std::string exact(double value);

// "maart 2031" for a 1-based month of a run; "2026–2035" from "2026-2035".
std::string month_text(int start_year, int month, Language language);
std::string period_for_people(std::string_view period);

// Number of characters (code points) in UTF-8 text.
int characters(std::string_view text);

}  // namespace ontkoker
