#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include "words.h"

namespace ontkoker::cli {

Progress::Progress(bool quiet, Language language, std::FILE* stream)
    : stream_(stream), language_(language), quiet_(quiet), terminal_(isatty(fileno(stream)) != 0) {}

void Progress::at(std::int64_t done, std::int64_t total, const std::string& words) {
    if (quiet_ || total <= 0) return;
    const auto now = Clock::now();
    if (!started_) {
        started_ = true;
        begin_ = last_ = now;
        first_ = done;
        tenth_ = static_cast<int>(10 * done / total);
        return;
    }
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    if (terminal_) {
        if (now - last_ < std::chrono::milliseconds(200)) return;
        last_ = now;
        shown_ = true;
        fmt::print(stream_, "\r\033[K{}", text(done, total, seconds, words));
        std::fflush(stream_);
        return;
    }
    const int tenth = static_cast<int>(10 * done / total);
    if (tenth <= tenth_) return;
    tenth_ = tenth;
    fmt::print(stream_, "{}\n", text(done, total, seconds, words));
    std::fflush(stream_);
}

void Progress::end() {
    if (terminal_ && shown_) fmt::print(stream_, "\r\033[K");
    std::fflush(stream_);
    shown_ = false;
}

std::string Progress::text(std::int64_t done, std::int64_t total, double seconds, const std::string& words) const {
    const Words say{language_};
    std::string line = fmt::format("{:3d}%", 100 * done / total);
    if (!words.empty()) line += "  " + words;
    if (done > first_ && done < total) {
        const double left = seconds * static_cast<double>(total - done) / static_cast<double>(done - first_);
        line += fmt::format("  {} {}", say("nog", "left"), duration_text(left, language_));
    }
    return line;
}

std::string duration_text(double seconds, Language language) {
    const Words say{language};
    const auto whole = static_cast<std::int64_t>(seconds + 0.5);
    if (whole >= 3600) return fmt::format("{} {} {:02d} min", whole / 3600, say("u", "h"), whole % 3600 / 60);
    if (whole >= 60) return fmt::format("{} min {:02d} s", whole / 60, whole % 60);
    return fmt::format("{} s", whole);
}

}  // namespace ontkoker::cli
