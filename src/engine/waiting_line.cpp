#include "ontkoker/engine/waiting_line.h"

#include <algorithm>
#include <utility>

namespace ontkoker {

ServerId WaitingLine::add_server(std::int32_t weekly_capacity) {
    const ServerId server(servers_.size());
    servers_.push_back({weekly_capacity, 0});
    total_capacity_ += weekly_capacity;
    rooms_.set(server.index, weekly_capacity);
    return server;
}

void WaitingLine::set_capacity(ServerId server, std::int32_t weekly_capacity) {
    Server& changed = servers_[server.index];
    total_capacity_ += weekly_capacity - changed.capacity;
    changed.capacity = weekly_capacity;
    rooms_.set(server.index, changed.capacity - changed.in_use);
}

WaitingLine::Ticket WaitingLine::submit(const LineRequest& request) {
    Ticket ticket;
    if (free_.empty()) {
        ticket = static_cast<Ticket>(seats_.size());
        seats_.emplace_back();
    } else {
        ticket = free_.back();
        free_.pop_back();
    }
    seats_[ticket] = {request.key,           request.client,    request.weekly_load, request.arrival,
                      request.patience_ends, request.preferred, ServerId{},          request.priority,
                      State::coming};
    coming_.push({rank_of(request.arrival), request.key.value, ticket});
    ++counts_.submitted;
    return ticket;
}

void WaitingLine::cancel(Ticket ticket, Moment now) {
    const Seat& seat = seats_[ticket];
    const std::int64_t more = now > now_ ? static_cast<std::int64_t>(now) - now_ : 0;
    if (seat.state == State::served) {
        counts_.served_minutes += more;
        counts_.load_minutes_weeks += more * seat.weekly_load;
        ++counts_.cancelled_served;
    } else {
        if (seat.state == State::waiting) counts_.queue_minutes += more;
        ++counts_.cancelled_waiting;
    }
    release(ticket);
}

bool WaitingLine::place(Ticket ticket, Moment since, Moment until) {
    const Seat& seat = seats_[ticket];
    const ServerId server = server_for(seat);
    if (seat.state == State::served || !server.exists()) return false;
    if (now_ == std::numeric_limits<Moment>::min()) now_ = since;  // a line that has not advanced begins with its first client
    const std::int64_t early = since > now_ ? static_cast<std::int64_t>(since) - now_ : 0;
    counts_.served_minutes -= early;
    counts_.load_minutes_weeks -= early * seat.weekly_load;
    ++counts_.placed;
    begin_service(ticket, server, until);
    return true;
}

LineCounts WaitingLine::take_counts() {
    queued_before_ = waiting_count_ + coming();
    served_before_ = served_count_;
    return std::exchange(counts_, LineCounts{});
}

bool WaitingLine::idle_while_waiting() const {
    return open_ && !line_.empty() && server_for(seats_[line_.top().ticket]).exists();
}

// What happened in the past (a patience that ended before its owner came in) happens now.
Moment WaitingLine::next_moment() const {
    Moment next = never;
    for (const TicketHeap* heap : {&coming_, &patience_, &served_}) {
        if (!heap->empty()) next = std::min(next, moment_of(heap->top().rank));
    }
    return std::max(next, now_);
}

void WaitingLine::pass_time(Moment moment) {
    const std::int64_t minutes = static_cast<std::int64_t>(moment) - now_;
    counts_.queue_minutes += minutes * waiting_count_;
    counts_.served_minutes += minutes * served_count_;
    counts_.load_minutes_weeks += minutes * total_in_use_;
    now_ = moment;
}

bool WaitingLine::complete_due(std::vector<LineEvent>& events) {
    bool any = false;
    for (; !served_.empty() && served_.top().rank <= rank_of(now_); any = true) {
        const Ticket ticket = served_.top().ticket;
        events.push_back({LineEvent::Kind::done, seats_[ticket].client, seats_[ticket].server, now_, 0});
        ++counts_.done;
        release(ticket);
    }
    return any;
}

bool WaitingLine::leave_due(std::vector<LineEvent>& events) {
    bool any = false;
    for (; !patience_.empty() && patience_.top().rank <= rank_of(now_); any = true) {
        const Ticket ticket = patience_.top().ticket;
        const Seat& seat = seats_[ticket];
        events.push_back({LineEvent::Kind::left, seat.client, ServerId{}, now_, now_ - seat.arrival});
        ++counts_.left;
        release(ticket);
    }
    return any;
}

bool WaitingLine::enter_due() {
    bool any = false;
    for (; !coming_.empty() && coming_.top().rank <= rank_of(now_); any = true) {
        const Ticket ticket = coming_.top().ticket;
        coming_.pop();
        Seat& seat = seats_[ticket];
        seat.state = State::waiting;
        line_.push({static_cast<std::uint64_t>(seat.priority) << 32 | rank_of(seat.arrival), seat.key.value, ticket});
        if (seat.patience_ends != never) patience_.push({rank_of(seat.patience_ends), seat.key.value, ticket});
        ++waiting_count_;
        waiting_load_ += seat.weekly_load;
    }
    return any;
}

ServerId WaitingLine::server_for(const Seat& seat) const {
    if (seat.preferred.exists() && rooms_.room(seat.preferred.index) >= seat.weekly_load) return seat.preferred;
    if (rooms_.empty() || rooms_.most_room() < seat.weekly_load) return ServerId{};
    return ServerId(rooms_.roomiest());
}

void WaitingLine::begin_service(Ticket ticket, ServerId server, Moment until) {
    take_from_line(ticket);
    Seat& seat = seats_[ticket];
    seat.state = State::served;
    seat.server = server;
    ++served_count_;
    use(server, seat.weekly_load);
    served_.push({rank_of(until), seat.key.value, ticket});
}

void WaitingLine::record_start(const Seat& seat, ServerId server, std::vector<LineEvent>& events) {
    const Moment waited = now_ - seat.arrival;
    events.push_back({LineEvent::Kind::started, seat.client, server, now_, waited});
    ++counts_.started;
    counts_.waited_minutes += waited;
}

void WaitingLine::use(ServerId server, std::int32_t load) {
    Server& used = servers_[server.index];
    used.in_use += load;
    total_in_use_ += load;
    rooms_.set(server.index, used.capacity - used.in_use);
}

void WaitingLine::take_from_line(Ticket ticket) {
    const Seat& seat = seats_[ticket];
    if (seat.state == State::coming) coming_.erase(ticket);
    if (seat.state != State::waiting) return;
    line_.erase(ticket);
    patience_.erase(ticket);
    --waiting_count_;
    waiting_load_ -= seat.weekly_load;
}

// Takes a ticket out of everything and makes it free for another.
void WaitingLine::release(Ticket ticket) {
    take_from_line(ticket);
    Seat& seat = seats_[ticket];
    if (seat.state == State::served) {
        served_.erase(ticket);
        --served_count_;
        use(seat.server, -seat.weekly_load);
    }
    seat.state = State::free;
    seat.server = ServerId{};
    free_.push_back(ticket);
}

bool WaitingLine::recount_agrees() const {
    std::int64_t waiting = 0, coming = 0, served = 0, load = 0, capacity = 0;
    std::vector<std::int32_t> in_use(servers_.size(), 0);
    for (Ticket ticket = 0; ticket < seats_.size(); ++ticket) {
        const Seat& seat = seats_[ticket];
        const bool waits = seat.state == State::waiting, is_served = seat.state == State::served;
        const bool comes = seat.state == State::coming, has_limit = waits && seat.patience_ends != never;
        if (coming_.contains(ticket) != comes || line_.contains(ticket) != waits) return false;
        if (served_.contains(ticket) != is_served || patience_.contains(ticket) != has_limit) return false;
        if (seat.server.exists() != is_served) return false;
        waiting += waits;
        coming += comes;
        served += is_served;
        if (waits) load += seat.weekly_load;
        if (is_served) in_use[seat.server.index] += seat.weekly_load;
    }
    std::int64_t used = 0;
    for (std::uint32_t i = 0; i < servers_.size(); ++i) {
        if (in_use[i] != servers_[i].in_use) return false;
        if (rooms_.room(i) != servers_[i].capacity - servers_[i].in_use) return false;
        used += in_use[i];
        capacity += servers_[i].capacity;
    }
    const std::int64_t places = static_cast<std::int64_t>(seats_.size() - free_.size());
    return waiting == waiting_count_ && served == served_count_ && load == waiting_load_ && used == total_in_use_ &&
           capacity == total_capacity_ && waiting + coming + served == places;
}

bool WaitingLine::books_close() const {
    if (!coming_.in_order() || !line_.in_order() || !patience_.in_order() || !served_.in_order()) return false;
    if (!rooms_.in_order() || !recount_agrees()) return false;
    const std::int64_t out_of_line = counts_.started + counts_.placed + counts_.left + counts_.cancelled_waiting;
    const std::int64_t out_of_service = counts_.done + counts_.cancelled_served;
    return waiting_count_ + coming() == queued_before_ + counts_.submitted - out_of_line &&
           served_count_ == served_before_ + counts_.started + counts_.placed - out_of_service;
}

}  // namespace ontkoker
