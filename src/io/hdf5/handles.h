// HDF5's C API with ownership: every identifier is closed, every failure is remembered, nothing is printed or thrown.
#pragma once
#include <hdf5.h>

#include <string>
#include <utility>

namespace ontkoker::hdf5 {

// Owns one identifier. An invalid one (negative) may be passed on: the next call fails and says so.
template <herr_t (*Close)(hid_t)>
class Handle {
public:
    Handle() = default;
    explicit Handle(hid_t id) : id_(id) {}
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    ~Handle() {
        if (id_ >= 0) Close(id_);
    }
    bool valid() const { return id_ >= 0; }
    operator hid_t() const { return id_; }

private:
    hid_t id_ = -1;
};
using File = Handle<H5Fclose>;
using Group = Handle<H5Gclose>;
using Dataset = Handle<H5Dclose>;
using Attribute = Handle<H5Aclose>;
using Space = Handle<H5Sclose>;
using Type = Handle<H5Tclose>;
using List = Handle<H5Pclose>;

// Keeps the library from printing its errors, as long as it lives, in this thread. And, from then on, from loading filters
// that somebody installed: we write none, a file must not choose what code runs, and a static program cannot load any.
class NoPrinting {
public:
    NoPrinting() {
        H5PLset_loading_state(0);
        H5Eget_auto2(H5E_DEFAULT, &function_, &data_);
        H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    }
    NoPrinting(const NoPrinting&) = delete;
    NoPrinting& operator=(const NoPrinting&) = delete;
    ~NoPrinting() { H5Eset_auto2(H5E_DEFAULT, function_, data_); }

private:
    H5E_auto2_t function_ = nullptr;
    void* data_ = nullptr;
};

// The first thing that went wrong, in words. Calls after it may go on: they change nothing here.
class Trouble {
public:
    bool none() const { return words_.empty(); }
    const std::string& words() const { return words_; }
    // Notes `item` with the library's own reason if `status` (or an identifier) is negative; true when it is not.
    bool fine(long long status, const std::string& item) {
        if (status < 0) note(item, innermost_reason());
        return status >= 0;
    }
    void note(const std::string& item, const std::string& why) {
        if (none()) words_ = why.empty() ? item : item + ": " + why;
    }

private:
    static std::string innermost_reason() {
        std::string reason;
        const auto first = [](unsigned depth, const H5E_error2_t* error, void* out) -> herr_t {
            if (depth == 0 && error->desc != nullptr) *static_cast<std::string*>(out) = error->desc;
            return 0;
        };
        H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, first, &reason);
        return reason;
    }
    std::string words_;
};

}  // namespace ontkoker::hdf5
