// Every kind of problem the readers of configuration can tell, for messages, `explain` and the manual.
#pragma once
#include <span>
#include <string_view>

namespace ontkoker::json {

struct ProblemKind {
    std::string_view code;
    std::string_view nl, en;  // one sentence each
};
std::span<const ProblemKind> problem_kinds();

// E01xx: the text is no acceptable JSON. E02xx: the content is refused. E032x: the file cannot be read. E060x: the plan of a
// study.
namespace codes {
constexpr char syntax[] = "E0101";
constexpr char cut_off[] = "E0102";
constexpr char duplicate_key[] = "E0103";
constexpr char not_finite[] = "E0104";
constexpr char too_deep[] = "E0105";
constexpr char byte_order_mark[] = "E0106";
constexpr char encoding[] = "E0107";
constexpr char too_long[] = "E0108";
constexpr char too_large[] = "E0109";
constexpr char too_many[] = "E0110";
constexpr char comment[] = "E0111";
constexpr char empty[] = "E0112";

constexpr char unknown_key[] = "E0201";
constexpr char missing[] = "E0202";
constexpr char wrong_type[] = "E0203";
constexpr char out_of_bounds[] = "E0204";
constexpr char range_order[] = "E0205";
constexpr char wrong_format[] = "E0206";
constexpr char bad_date[] = "E0207";
constexpr char date_outside[] = "E0208";
constexpr char unknown_lever[] = "E0209";
constexpr char unknown_scenario[] = "E0210";
constexpr char unknown_municipality[] = "E0211";
constexpr char unknown_parameter[] = "E0212";
constexpr char unknown_process[] = "E0213";
constexpr char unknown_file[] = "E0214";
constexpr char unknown_word[] = "E0215";
constexpr char cycle[] = "E0216";
constexpr char empty_text[] = "E0217";
constexpr char twice[] = "E0218";
constexpr char wrong_size[] = "E0219";
constexpr char not_whole[] = "E0220";
constexpr char bad_name[] = "E0221";
constexpr char other_unit[] = "E0222";
constexpr char inconsistent[] = "E0223";
constexpr char missing_row[] = "E0224";

constexpr char plan_edited[] = "E0603";

constexpr char cannot_open[] = "E0321";
constexpr char cannot_read[] = "E0322";
}  // namespace codes

}  // namespace ontkoker::json
