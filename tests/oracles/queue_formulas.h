// Closed forms of queues with Poisson arrivals and exponential services, in plain floating point.
#pragma once
#include <vector>

namespace ontkoker::testing {

// The chance that an arrival must wait in M/M/c: Erlang's C formula, from the recursion of his B formula
// (Cooper, Introduction to Queueing Theory, 1981, chapter 3). `load` = arrival rate x mean service, below `servers`.
inline double erlang_c(int servers, double load) {
    double lost = 1.0;
    for (int i = 1; i <= servers; ++i) lost = load * lost / (i + load * lost);
    return lost / (1.0 - load / servers * (1.0 - lost));
}

inline double mean_wait(int servers, double arrival_rate, double mean_service) {
    return erlang_c(servers, arrival_rate * mean_service) / (servers / mean_service - arrival_rate);
}

// Mean waits of the classes of M/M/c with non-preemptive priorities and one service time, first class first
// (Cobham, Priority assignment in waiting line problems, Operations Research 2, 1954).
inline std::vector<double> cobham_waits(int servers, const std::vector<double>& arrival_rates, double mean_service) {
    double total = 0.0, before = 1.0, rate = 0.0;
    for (const double each : arrival_rates) total += each;
    const double first = erlang_c(servers, total * mean_service) * mean_service / servers;
    std::vector<double> waits;
    for (const double each : arrival_rates) {
        rate += each;
        const double after = 1.0 - rate * mean_service / servers;
        waits.push_back(first / (before * after));
        before = after;
    }
    return waits;
}

struct Abandonment {
    double wait_chance = 0.0;  // of an arrival
    double mean_queue = 0.0;
    double share_left = 0.0;   // of the arrivals
};

// M/M/c with exponential patience (Palm's Erlang A): the birth-death chain of the number present. Those in line leave
// at `patience_rate` each, so what leaves per day is that rate times the mean queue.
inline Abandonment erlang_a(int servers, double arrival_rate, double mean_service, double patience_rate) {
    constexpr int most = 5000;  // the weight left beyond is far below the smallest double
    double weight = 1.0, all = 0.0, busy = 0.0, queue = 0.0;
    for (int present = 0; present < most; ++present) {
        all += weight;
        if (present >= servers) {
            busy += weight;
            queue += weight * (present - servers);
        }
        const int served = present + 1 < servers ? present + 1 : servers;
        weight *= arrival_rate / (served / mean_service + (present + 1 - served) * patience_rate);
    }
    return {busy / all, queue / all, patience_rate * queue / all / arrival_rate};
}

}  // namespace ontkoker::testing
