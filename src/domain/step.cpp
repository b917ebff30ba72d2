// The model on one screen. A process reads named values and the state; policies have already edited the values (levers).
// To add a process: a file in processes/, its name in processes/processes.h, a row here.
#include "ontkoker/domain/step.h"

#include <algorithm>

#include "processes/processes.h"

namespace ontkoker {
namespace {

using namespace processes;

// Monthly rows do nothing in a step that settles no month.
constexpr StepProcess rows[] = {
    // name, what happens, mechanisms, code
    {"govern", "Budgets, reserve and the cuts that the college decides by rule.", "D8", govern},
    {"review_capacity", "Each quarter providers grow or shrink with what waits and what is paid.", "D5", review_capacity},
    {"age_and_die", "Everybody ages; deaths by age; a household without adults ends.", "A0", age_and_die},
    {"give_birth", "Births by age of the woman.", "A0", give_birth},
    {"leave_home", "Young adults found a household of their own.", "A0", leave_home},
    {"separate", "Couples separate; conflict, cost and one adult more in need of a home.", "A0 A5", separate},
    {"find_partners", "Single adults form couples.", "A0", find_partners},
    {"move_house", "Households leave and alike ones come, without claims, contacts or running help.", "A0", move_house},
    {"find_and_lose_work", "Jobs lost and found, benefits end, disability, pension.", "A1", find_and_lose_work},
    {"claim_schemes", "Minimaregelingen are claimed or lapse at the yearly anniversary of each household.", "A2", claim_schemes},
    {"settle_allowances", "Advances are settled a year later; help with forms; the bouwdepot.", "A1 A10", settle_allowances},
    {"settle_household_money", "Income, fixed costs, needs, arrears, collection, attachment, stress.", "A1 A2 A3", settle_household_money},
    {"help_with_debts", "Applications, the queue, plans and terms of debt help.", "A4", help_with_debts},
    {"change_parents_problems", "Parents' own problems come, go and are treated outside the youth budget.", "A5", change_parents_problems},
    {"develop_children", "Problem loads by cause grow, fade, worsen in line and shrink with fitting help.", "B1 B2 B3 C4", develop_children},
    {"seek_help", "Families ask for help along routes; outsiders refer by law.", "D1 D2 E", seek_help},
    {"take_intakes", "The access sees causes as time, breadth and trust allow, and makes a plan.", "A6 C1 C2 C6 D1 D2", take_intakes},
    {"give_help", "Waiting lines of all kinds of help; starts, ends, drop-out.", "C4 C6 D3 D5", give_help},
    {"pay_services", "Providers, teams and debt help are paid by their form of contract.", "D5", pay_services},
};

}  // namespace

std::span<const StepProcess> process_rows() { return rows; }

std::vector<StepProcess> processes_without(const std::vector<std::string>& off) {
    std::vector<StepProcess> kept;
    for (const StepProcess& row : rows)
        if (std::find(off.begin(), off.end(), row.name) == off.end()) kept.push_back(row);
    return kept;
}

}  // namespace ontkoker
