// The two ordered structures inside a waiting line. Both are values: a copied line goes on independently.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ontkoker {

// One entry of a heap: smallest rank first, then smallest key.
struct HeapEntry {
    std::uint64_t rank = 0;
    std::uint64_t key = 0;
    std::uint32_t ticket = 0;

    friend bool operator<(const HeapEntry& a, const HeapEntry& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.key < b.key;
    }
};

// A binary heap from which a ticket can be taken wherever it stands, so that nothing stale stays behind. The order of
// leaving depends on ranks and keys only, not on tickets or on the order of entering.
class TicketHeap {
public:
    bool empty() const { return entries_.empty(); }
    std::size_t size() const { return entries_.size(); }
    const HeapEntry& top() const { return entries_.front(); }
    bool contains(std::uint32_t ticket) const { return ticket < place_.size() && place_[ticket] != nowhere; }
    void push(HeapEntry entry);
    void pop() { remove_at(0); }
    // Takes `ticket` out if it is in.
    void erase(std::uint32_t ticket);
    // True when every entry stands behind its parent and is found where its ticket says (a law).
    bool in_order() const;

private:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFu;
    void put(std::size_t at, const HeapEntry& entry) {
        entries_[at] = entry;
        place_[entry.ticket] = static_cast<std::uint32_t>(at);
    }
    void rise(std::size_t at, const HeapEntry& entry);
    void sink(std::size_t at, const HeapEntry& entry);
    void remove_at(std::size_t at);

    std::vector<HeapEntry> entries_;
    std::vector<std::uint32_t> place_;  // by ticket: where its entry stands
};

// The room (capacity less use) of every server, and which has most of it: a tournament between neighbours.
class RoomTree {
public:
    // `index` below 2^32 - 1; rooms of servers never set count as none at all.
    void set(std::uint32_t index, std::int32_t room);
    // The server with most room, the lowest index among equals. There must be one.
    std::uint32_t roomiest() const { return static_cast<std::uint32_t>(~nodes_[1]); }
    std::int32_t most_room() const { return static_cast<std::int32_t>(nodes_[1] >> 32); }
    std::int32_t room(std::uint32_t index) const { return static_cast<std::int32_t>(nodes_[leaves_ + index] >> 32); }
    bool empty() const { return leaves_ == 0; }
    // True when every inner node is the better of its two children (a law).
    bool in_order() const;

private:
    // Room in the upper half, the index turned round in the lower: the greater number wins.
    static std::int64_t pack(std::uint32_t index, std::int32_t room) {
        const std::uint64_t upper = static_cast<std::uint32_t>(room);
        return static_cast<std::int64_t>(upper << 32 | static_cast<std::uint32_t>(~index));
    }
    void grow(std::size_t leaves);

    std::size_t leaves_ = 0;            // a power of two
    std::vector<std::int64_t> nodes_;   // the root at 1, the children of i at 2 i and 2 i + 1
};

}  // namespace ontkoker
