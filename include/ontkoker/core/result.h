// Errors as values: the core builds without exceptions, because the browser build has none.
#pragma once
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ontkoker {

// One thing that is wrong with what a user gave. `code` is stable ("E0203"); `message` says what is wrong and what is
// allowed; `hint` is the likely intended word or the next thing to do. Where it stands is told twice.
struct Problem {
    std::string code;
    std::string message;
    std::string hint;
    std::string file;
    std::string pointer;  // JSON pointer (RFC 6901)
    int line = 0;         // 1-based; 0 when unknown
    int column = 0;
};
using Problems = std::vector<Problem>;

// Either a value or all the problems that stood in its way.
template <class T>
class Result {
public:
    Result(T value) : state_(std::move(value)) {}
    Result(Problems problems) : state_(std::move(problems)) {}
    Result(Problem problem) : state_(Problems{std::move(problem)}) {}
    bool ok() const { return std::holds_alternative<T>(state_); }
    explicit operator bool() const { return ok(); }
    T& value() { return std::get<T>(state_); }
    const T& value() const { return std::get<T>(state_); }
    const Problems& problems() const { return std::get<Problems>(state_); }

private:
    std::variant<T, Problems> state_;
};

}  // namespace ontkoker
