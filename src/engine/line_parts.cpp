#include "ontkoker/engine/line_parts.h"

#include <algorithm>
#include <limits>

namespace ontkoker {

void TicketHeap::push(HeapEntry entry) {
    if (entry.ticket >= place_.size()) place_.resize(entry.ticket + std::size_t{1}, nowhere);
    entries_.emplace_back();
    rise(entries_.size() - 1, entry);
}

void TicketHeap::erase(std::uint32_t ticket) {
    if (contains(ticket)) remove_at(place_[ticket]);
}

void TicketHeap::rise(std::size_t at, const HeapEntry& entry) {
    while (at > 0) {
        const std::size_t parent = (at - 1) / 2;
        if (!(entry < entries_[parent])) break;
        put(at, entries_[parent]);
        at = parent;
    }
    put(at, entry);
}

void TicketHeap::sink(std::size_t at, const HeapEntry& entry) {
    const std::size_t count = entries_.size();
    for (;;) {
        std::size_t child = 2 * at + 1;
        if (child >= count) break;
        if (child + 1 < count && entries_[child + 1] < entries_[child]) ++child;
        if (!(entries_[child] < entry)) break;
        put(at, entries_[child]);
        at = child;
    }
    put(at, entry);
}

void TicketHeap::remove_at(std::size_t at) {
    place_[entries_[at].ticket] = nowhere;
    const HeapEntry last = entries_.back();
    entries_.pop_back();
    if (at == entries_.size()) return;
    if (at > 0 && last < entries_[(at - 1) / 2]) {
        rise(at, last);
    } else {
        sink(at, last);
    }
}

bool TicketHeap::in_order() const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (i > 0 && entries_[i] < entries_[(i - 1) / 2]) return false;
        if (entries_[i].ticket >= place_.size() || place_[entries_[i].ticket] != i) return false;
    }
    const auto gone = std::count(place_.begin(), place_.end(), nowhere);
    return place_.size() - static_cast<std::size_t>(gone) == entries_.size();
}

void RoomTree::set(std::uint32_t index, std::int32_t room) {
    if (index >= leaves_) grow(std::max<std::size_t>(2 * leaves_, index + std::size_t{1}));
    std::size_t at = leaves_ + index;
    nodes_[at] = pack(index, room);
    while (at > 1) {
        at /= 2;
        const std::int64_t better = std::max(nodes_[2 * at], nodes_[2 * at + 1]);
        if (nodes_[at] == better) return;
        nodes_[at] = better;
    }
}

void RoomTree::grow(std::size_t leaves) {
    std::size_t wanted = 2;
    while (wanted < leaves) wanted *= 2;
    std::vector<std::int64_t> nodes(2 * wanted, std::numeric_limits<std::int64_t>::min());
    std::copy_n(nodes_.begin() + static_cast<std::ptrdiff_t>(leaves_), leaves_,
                nodes.begin() + static_cast<std::ptrdiff_t>(wanted));
    for (std::size_t at = wanted - 1; at > 0; --at) nodes[at] = std::max(nodes[2 * at], nodes[2 * at + 1]);
    nodes_.swap(nodes);
    leaves_ = wanted;
}

bool RoomTree::in_order() const {
    for (std::size_t at = 1; at < leaves_; ++at) {
        if (nodes_[at] != std::max(nodes_[2 * at], nodes_[2 * at + 1])) return false;
    }
    return true;
}

}  // namespace ontkoker
