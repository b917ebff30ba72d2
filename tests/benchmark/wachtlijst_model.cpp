#include "wachtlijst_model.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <span>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/engine/parallel.h"
#include "ontkoker/engine/process_list.h"
#include "ontkoker/engine/transforms.h"
#include "ontkoker/engine/wide.h"

namespace wachtlijst {
namespace {

using namespace ontkoker;

enum Decision : std::uint16_t { start_money = 1, start_child, month_of_household, months_of_care };

constexpr std::int32_t caseload = 15, households_per_professional = 400;
constexpr std::int64_t case_month = 950;  // EUR
constexpr std::int32_t months_of_year = 12, longest_care = 36;
constexpr double job_lost = 0.01;  // chance in a month

// Households that are worked on together: their columns and the values between two loops stay in the cache.
constexpr std::size_t block = 512;
using Words = std::array<std::uint32_t, block>;
using Values = std::array<double, block>;
using Marks = std::array<std::uint8_t, block>;

// Words of the households from..from+count.
struct Luck {
    alignas(64) std::array<Words, 4> word;

    std::span<const std::uint32_t> of(std::size_t k, std::size_t count) const { return std::span(word[k]).first(count); }
    void draw(const Model& model, std::uint16_t decision, std::int32_t month, std::size_t from, std::size_t count) {
        const auto out = [&](std::size_t k) { return std::span(word[k]).first(count); };
        model.draws.fill(std::span(model.households.key).subspan(from, count), decision, month, {out(0), out(1), out(2), out(3)});
    }
};

// body(from, count) for every block of begin..end.
template <class Body>
void for_blocks(std::size_t begin, std::size_t end, const Body& body) {
    for (std::size_t from = begin; from < end; from += block) body(from, std::min(block, end - from));
}

void start(Model& model, std::size_t from, std::size_t count) {
    Households& h = model.households;
    Luck luck;
    Values z, owed;
    for (std::size_t i = from; i < from + count; ++i) h.key[i] = AgentKey{i};
    luck.draw(model, start_money, 0, from, count);
    standard_normals(luck.of(0, count), z);
    exponentials(luck.of(3, count), 3000.0, owed);
    for (std::size_t i = 0; i < count; ++i) {
        h.income[from + i] = 2400.0 * portable_exp(0.45 * z[i]);
        h.costs[from + i] = h.income[from + i] * (0.86 + 0.20 * unit(luck.word[1][i]));
        h.debt[from + i] = happens(luck.word[2][i], 0.3) ? owed[i] : 0.0;
    }
    luck.draw(model, start_child, 0, from, count);
    for (std::size_t i = 0; i < count; ++i) {
        h.stress[from + i] = 0.1 + 0.3 * unit(luck.word[0][i]);
        h.severity[from + i] = 3.0 * unit(luck.word[1][i]);
    }
}

// Of 0 and above.
constexpr double between(double x, double most) {
    x = x < 0.0 ? 0.0 : x;
    return x > most ? most : x;
}

// Income, debt and stress of a month. `z` holds the shock of income and is used up.
void money(Households& h, const Values& job, Values& z, std::size_t from, std::size_t count) {
    double *const debt = &h.debt[from], *const stress = &h.stress[from], *const x = z.data();
    const double *const income = &h.income[from], *const costs = &h.costs[from], *const luck = job.data();
    const std::span values = std::span(z).first(count);
    wide([=] {
        ONTKOKER_ROWS_APART
        for (std::size_t i = 0; i < count; ++i) x[i] = 0.15 * x[i] - 0.01125;
    });
    exps(values, values);
    wide([=] {
        ONTKOKER_ROWS_APART
        for (std::size_t i = 0; i < count; ++i) {
            const double earned = income[i] * x[i] * (luck[i] < job_lost ? 0.4 : 1.0);
            debt[i] = between(1.006 * debt[i] + costs[i] - earned, 60000.0);
            x[i] = 0.35 * debt[i] / income[i] - 2.0;
        }
    });
    logistics(values, values);
    wide([=] {
        ONTKOKER_ROWS_APART
        for (std::size_t i = 0; i < count; ++i) stress[i] = stress[i] + 0.25 * (x[i] - stress[i]);
    });
}

// Severity of the child's problem; `z` holds its shock and gets the chance to ask for help.
void child(Households& h, Values& z, std::size_t from, std::size_t count) {
    double *const severity = &h.severity[from], *const x = z.data();
    const double* const stress = &h.stress[from];
    const std::uint8_t* const in_care = &h.in_care[from];
    wide([=] {
        ONTKOKER_ROWS_APART
        for (std::size_t i = 0; i < count; ++i) {
            const double v = severity[i] + 0.12 * (8.0 * stress[i] - severity[i]) + 0.25 * x[i] - 0.5 * in_care[i];
            severity[i] = between(v, 10.0);
            x[i] = 1.1 * severity[i] - 7.0;
        }
    });
    logistics(std::span(z).first(count), std::span(z).first(count));
}

// `marks` holds whose chance comes up, and gets who asks for help (1) and whose care ends (2).
void change_status(Households& h, Marks& marks, std::size_t from, std::size_t count) {
    std::uint8_t *const waiting = &h.waiting[from], *const in_care = &h.in_care[from], *const left = &h.left[from];
    std::uint8_t* const mark = marks.data();
    wide([=] {
        ONTKOKER_ROWS_APART
        for (std::size_t i = 0; i < count; ++i) {
            const int asks = mark[i] & ~(waiting[i] | in_care[i]), months = left[i] - in_care[i];
            const int ends = months == 0 ? in_care[i] : 0;
            left[i] = static_cast<std::uint8_t>(months);
            in_care[i] = static_cast<std::uint8_t>(in_care[i] - ends);
            waiting[i] = static_cast<std::uint8_t>(waiting[i] | asks);
            mark[i] = static_cast<std::uint8_t>(asks + 2 * ends);
        }
    });
}

std::int64_t severity_of(const Households& h, std::size_t from, std::size_t count) {
    const double* const severity = &h.severity[from];
    std::int32_t sum = 0;  // 512 households of 10 at most: 1.3e9
    wide([=, to = &sum] {
        std::int32_t all = 0;
        for (std::size_t i = 0; i < count; ++i) all += static_cast<std::int32_t>(severity[i] * severity_units);
        *to = all;
    });
    return sum;
}

void note(const Marks& marks, std::size_t from, std::size_t count, Events& events) {
    for (std::size_t first = 0; first < count; first += 8) {
        std::uint64_t eight;  // most often nothing happens to any of them
        std::memcpy(&eight, &marks[first], 8);
        if (eight == 0) continue;
        for (std::size_t i = first; i < std::min(first + 8, count); ++i)
            if (marks[i]) (marks[i] == 1 ? events.asked : events.done).push_back(static_cast<std::uint32_t>(from + i));
    }
}

// --- the processes ----------------------------------------------------------------------------------------------------

void live(Model& model, std::int32_t month) {
    Households& h = model.households;
    for_chunks(h.key.size(), model.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Events events = std::move(model.events[chunk]);  // on this thread's stack: neighbours share no cache line
        events.asked.clear();
        events.done.clear();
        events.severity = 0;
        for_blocks(begin, end, [&](std::size_t from, std::size_t count) {
            Luck luck;
            alignas(64) Values shock, chance, job;
            alignas(64) Marks marks{};
            luck.draw(model, month_of_household, month, from, count);
            standard_normals(luck.of(0, count), shock);
            standard_normals(luck.of(1, count), chance);
            units(luck.of(2, count), job);
            money(h, job, shock, from, count);
            child(h, chance, from, count);
            happen(luck.of(3, count), chance, marks);
            change_status(h, marks, from, count);
            events.severity += severity_of(h, from, count);
            note(marks, from, count, events);
        });
        model.events[chunk] = std::move(events);
    });
}

void end_care(Model& model, std::int32_t) {
    for (const Events& events : model.events)
        for (const std::uint32_t household : events.done) {
            --model.load[model.households.professional[household]];
            --model.in_care;
        }
}

void join_line(Model& model, std::int32_t month) {
    for (const Events& events : model.events)
        for (const std::uint32_t household : events.asked) {
            model.line.push_back({household, month});
            model.joined_months += month;
        }
}

void take_in(Model& model, std::int32_t month) {
    Households& h = model.households;
    const auto professionals = static_cast<std::int64_t>(model.load.size());
    const std::int64_t budget = 9 * months_of_year * case_month * professionals * caseload / 10;
    if (model.spent_this_year >= budget) return;
    for (std::size_t p = 0; p < model.load.size() && model.head < model.line.size(); ++p)
        for (; model.load[p] < caseload && model.head < model.line.size(); ++model.head) {
            const Asked next = model.line[model.head];
            const std::uint32_t word = model.draws.word({h.key[next.household], months_of_care, month});
            const auto months = 3 + static_cast<std::int32_t>(exponential(word, 6.0));
            h.waiting[next.household] = 0;
            h.in_care[next.household] = 1;
            h.left[next.household] = static_cast<std::uint8_t>(std::min(longest_care, months));
            h.professional[next.household] = static_cast<std::uint32_t>(p);
            ++model.load[p];
            ++model.in_care;
            model.joined_months -= next.month;
        }
}

void close_month(Model& model, std::int32_t month) {
    Row row;
    for (const Events& events : model.events) row.severity += events.severity;
    row.waiting = static_cast<std::int64_t>(model.line.size() - model.head);
    row.waited = row.waiting * month - model.joined_months;
    row.in_care = model.in_care;
    row.spend = case_month * model.in_care;
    model.spent_this_year = (month + 1) % months_of_year == 0 ? 0 : model.spent_this_year + row.spend;
    model.rows.push_back(row);
}

constexpr Process<Model&, std::int32_t> processes[] = {
    {"live", "Income, debt, stress, the child's problem; who asks for help and whose care ends.", "", live},
    {"end_care", "A professional gets room.", "", end_care},
    {"join_line", "Those who ask stand at the end of the line, by number.", "", join_line},
    {"take_in", "Professionals with room take the first of the line, as long as the year's budget lasts.", "", take_in},
    {"close_month", "Spending and the row of outputs.", "", close_month},
};

}  // namespace

Model::Model(std::uint32_t count, std::uint32_t seed, std::size_t chunk_of) : draws(seed, 0), grain(chunk_of) {
    Households& h = households;
    h.key.resize(count);
    for (auto* column : {&h.income, &h.costs, &h.debt, &h.stress, &h.severity}) column->resize(count);
    for (auto* column : {&h.waiting, &h.in_care, &h.left}) column->resize(count);
    h.professional.resize(count);
    load.resize(std::max<std::size_t>(1, count / households_per_professional));
    events.resize(chunk_count(count, grain));
    for_chunks(count, grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for_blocks(begin, end, [&](std::size_t from, std::size_t many) { start(*this, from, many); });
    });
}

void step(Model& model) { run_in_order(processes, nullptr, model, static_cast<std::int32_t>(model.rows.size())); }

Means second_half(const Model& model) {
    Means means;
    const std::size_t months = model.rows.size(), first = months / 2;
    for (std::size_t t = first; t < months; ++t) {
        const Row& row = model.rows[t];
        const double share = 1.0 / static_cast<double>(months - first);
        means.severity += share * static_cast<double>(row.severity) / severity_units / static_cast<double>(model.households.key.size());
        means.waiting += share * static_cast<double>(row.waiting);
        if (row.waiting > 0) means.wait += share * static_cast<double>(row.waited) / static_cast<double>(row.waiting);
        means.in_care += share * static_cast<double>(row.in_care);
        means.spend += share * static_cast<double>(row.spend);
    }
    return means;
}

std::string digest(const Model& model) {
    std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a, word by word
    for (const Row& row : model.rows)
        for (const std::int64_t value : {row.severity, row.waiting, row.waited, row.in_care, row.spend})
            hash = (hash ^ static_cast<std::uint64_t>(value)) * 0x100000001b3u;
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

}  // namespace wachtlijst
