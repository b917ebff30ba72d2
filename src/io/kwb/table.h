// Text with separators as rows of fields (RFC 4180: quotation marks around fields, doubled inside them).
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ontkoker::kwb {

inline bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

struct Field {
    std::string text;  // without quotation marks and blanks around it
    int offset = 1;    // first sign in its line, from 1
};

struct Row {
    int line = 0;  // from 1
    std::vector<Field> fields;
    bool open_quote = false;
    bool blank() const;
};

class Rows {
public:
    Rows(std::string_view text, char separator) : text_(text), separator_(separator) {}
    bool next(Row& row);

private:
    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

// Without blanks at both ends; a no-break space is a blank too.
std::string_view trimmed(std::string_view text);
// UTF-8 without byte order mark; Windows-1252 letters are made so. Empty when it is no such text.
std::string plain_text(std::string_view bytes);

}  // namespace ontkoker::kwb
