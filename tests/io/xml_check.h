// A small check of well-formedness: tags nest, attributes are quoted and stand once, only known entities.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ontkoker::test {

inline bool known_entities(std::string_view text) {
    for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
        bool known = false;
        for (const char* name : {"&amp;", "&lt;", "&gt;", "&quot;"}) known = known || text.substr(at).starts_with(name);
        if (!known) return false;
    }
    return true;
}

// Name="value" pairs of a tag; false when one is malformed or stands twice, or an id was there before.
inline bool good_attributes(std::string_view tag, std::set<std::string>& ids) {
    std::set<std::string> names;
    std::size_t at = tag.find(' ');
    while (at != tag.npos && at < tag.size()) {
        at = tag.find_first_not_of(" \n", at);
        if (at == tag.npos) break;
        const std::size_t is = tag.find("=\"", at);
        if (is == tag.npos) return false;
        const std::size_t end = tag.find('"', is + 2);
        if (end == tag.npos) return false;
        const std::string name(tag.substr(at, is - at)), value(tag.substr(is + 2, end - is - 2));
        if (name.find_first_of(" \"<>") != name.npos || !names.insert(name).second) return false;
        if (value.find('<') != value.npos || !known_entities(value)) return false;
        if (name == "id" && !ids.insert(value).second) return false;
        at = end + 1;
    }
    return true;
}

// Empty when the text is well-formed, else what is wrong.
inline std::string xml_fault(std::string_view text) {
    std::vector<std::string> open;
    std::set<std::string> ids;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = text.find('<', at);
        if (!known_entities(text.substr(at, start - at))) return "entity";
        if (start == text.npos) break;
        const std::size_t end = text.find('>', start);
        if (end == text.npos) return "tag without end";
        std::string_view tag = text.substr(start + 1, end - start - 1);
        at = end + 1;
        if (tag.starts_with("/")) {
            if (open.empty() || open.back() != tag.substr(1)) return "wrong end: " + std::string(tag);
            open.pop_back();
            continue;
        }
        const bool closed = tag.ends_with("/");
        if (closed) tag.remove_suffix(1);
        if (!good_attributes(tag, ids)) return "attributes: " + std::string(tag);
        if (!closed) open.emplace_back(tag.substr(0, tag.find_first_of(" \n")));
    }
    return open.empty() ? "" : "never closed: " + open.back();
}

}  // namespace ontkoker::test
