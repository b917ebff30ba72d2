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
    {"govern", "The budget year: grants, spring note, November budget with cuts by rule, closing, reserve.", "D8", govern},
    {"invest", "Each January fund holders weigh preventive investments, each by what lands on his side of the walls.", "D7", invest},
    {"use_temporary_money", "Earmarked money pays for family workers; when it ends they leave unless base budget takes over.", "D17", use_temporary_money},
    {"learn", "Reflection with backing widens views over years; they fade without it and on a change of leadership.", "D10", learn},
    {"contract_providers", "Terms, ends of contracts, providers that come and go, intake stops.", "D5", contract_providers},
    {"review_capacity", "Each quarter providers grow or shrink with what waits and what is paid.", "D5", review_capacity},
    {"staff_services", "Professionals fall ill, leave and are replaced; colleagues stand in.", "C1 C3 C9", staff_services},
    {"age_and_die", "Everybody ages; deaths by age; a household without adults ends.", "A0", age_and_die},
    {"turn_eighteen", "From 16: plan and visit; at 18 youth help ends unless extended, adult care must be asked for.", "B6", turn_eighteen},
    {"house_young", "Homes and crisis places for young adults; places of youth help kept while there is no home.", "B8", house_young},
    {"give_birth", "Births by age of the woman.", "A0", give_birth},
    {"leave_home", "Young adults found a household of their own.", "A0", leave_home},
    {"separate", "Couples separate; conflict, cost and one adult more in need of a home.", "A0 A5", separate},
    {"find_partners", "Single adults form couples.", "A0", find_partners},
    {"move_house", "Households leave and alike ones come, without claims, contacts or running help.", "A0", move_house},
    {"find_and_lose_work", "Jobs lost and found, benefits end, disability, pension.", "A1", find_and_lose_work},
    {"school_and_work_of_young", "School, qualification, work, drifting and guided work places of people of 16 to 26.", "B7", school_and_work_of_young},
    {"claim_schemes", "Minimaregelingen are claimed or lapse at the yearly anniversary of each household.", "A2", claim_schemes},
    {"settle_allowances", "Advances are settled a year later; help with forms; the bouwdepot.", "A1 A10", settle_allowances},
    {"settle_household_money", "Income, fixed costs, needs, arrears, collection, attachment, stress.", "A1 A2 A3", settle_household_money},
    {"weigh_on_parents", "Several professionals and their paper take parents' time.", "C5 C8", weigh_on_parents},
    {"signal_arrears", "Creditors report arrears; the municipality offers help: a payment plan or debt help.", "A4 A8", signal_arrears},
    {"help_with_debts", "Applications, the queue, plans, stabilising and arrangements of debt help.", "A4", help_with_debts},
    {"protect_debtors", "Bewind begins and ends; special assistance pays it.", "A4", protect_debtors},
    {"evict", "Rent arrears, notice, judgment, eviction; shelter, new home, crisis foster care.", "A8", evict},
    {"change_parents_problems", "Parents' own problems come and go.", "A5", change_parents_problems},
    {"treat_parents", "Parents ask for treatment outside the youth budget, wait and are treated.", "A9", treat_parents},
    {"keep_networks", "Who is there for a family; mentors and informal support end; hours they replace.", "A7", keep_networks},
    {"keep_watch", "Watch-flames of families after help: light support, and when they go out.", "D21", keep_watch},
    {"develop_children", "Problem loads by cause grow, fade, worsen in line and shrink with fitting help.", "B1 B2 B3 C4", develop_children},
    {"go_to_school", "Pupils get support, change school, stay at home or come back; places, group staff, payers.", "B1 B4 C8 D13 D16", go_to_school},
    {"follow_outside_world", "Alarm after incidents ebbs away; tolerance of ordinary trouble falls.", "B9 B10", follow_outside_world},
    {"report_unsafety", "Unsafe situations at home are reported and assessed.", "B5 B10", report_unsafety},
    {"protect_children", "Board, court, guardians, measures and placements.", "B5", protect_children},
    {"seek_help", "Families ask for help along routes; outsiders refer by law.", "D1 D2 D3 D11 D14 D19 E", seek_help},
    {"call_up_by_supply", "Supply beyond that of the start makes outsiders refer more of its kind.", "D6", call_up_by_supply},
    {"take_intakes", "The access sees causes as time, breadth and trust allow, and makes a plan.", "A6 C1 C2 C6 D1 D2 D11 D14 D19", take_intakes},
    {"give_help", "Waiting lines of all kinds of help; starts, ends, drop-out; what was bought, clients kept.", "C4 C6 D3 D5 D12 D15 D16 D21", give_help},
    {"break_through", "Stuck cases are brought in; people with time, mandate and backing decide on a plan.", "D4 D9 D20", break_through},
    {"give_adult_care", "The waiting line of adult care for those who were in youth help.", "B6", give_adult_care},
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
